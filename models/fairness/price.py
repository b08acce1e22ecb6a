"""What keeping the promise would have cost, in students: the best list of the same length that keeps it.

It would use a cut of its own for each group, which no list of ours does; it only serves to state the price.
"""

from dataclasses import dataclass

import numpy as np

from models.arrays import Flags, Floats, Wholes, Words
from models.fairness.audit import members
from models.gate.rule import Promise
from models.trial.lists import worst_first

_TRIES = 400


@dataclass(frozen=True)
class Price:
    attribute: str
    possible: bool  # False: no list of this length was found that keeps the promise
    found_before: int
    found_after: int
    exchanged: int  # students who would have left the list, each for another


@dataclass(frozen=True)
class _Group:
    """One group, best score first; the counts are among its first j students, j = 0 … n."""

    places: Wholes  # where its students stand in the list of all
    found: Floats
    listed_without: Floats

    @property
    def events(self) -> float:
        return float(self.found[-1])

    @property
    def others(self) -> float:
        return float(self.listed_without[-1])


def price_of_promise(
    attribute: str, score: Floats, y: Floats, labels: Words, k: int, promise: Promise, fewest: int
) -> Price:
    """`score`, `y`, `labels`: (n,) of one matured cohort. Groups too small to judge are left free."""
    order = worst_first(score, y)
    groups = [_group(inside[order], y[order]) for inside in members(labels).values()]
    plain = np.array([[int((g.places < k).sum()) for g in groups]])
    before = int(_found(plain, groups)[0])
    if _keeps(plain, groups, promise, fewest)[0]:
        return Price(attribute, True, before, before, 0)
    tried = _every_pair(groups, k) if len(groups) == 2 else _tried(groups, k, promise, fewest)
    tried = tried[_keeps(tried, groups, promise, fewest)]
    if len(tried) == 0:
        return Price(attribute, False, before, before, 0)
    exchanged = np.clip(plain - tried, 0, None).sum(axis=1)
    best = int(np.lexsort((exchanged, -_found(tried, groups)))[0])
    return Price(attribute, True, before, int(_found(tried, groups)[best]), int(exchanged[best]))


def _group(inside: Flags, y: Floats) -> _Group:
    """`inside`, `y`: in the order of the list of all."""
    mine = y[inside]
    places = np.flatnonzero(inside).astype(np.int64)
    return _Group(places, np.r_[0.0, np.cumsum(mine)], np.r_[0.0, np.cumsum(1 - mine)])


def _found(sizes: Wholes, groups: list[_Group]) -> Floats:
    """(m,) students with the outcome on lists that take `sizes` (m, groups) of each group."""
    return np.asarray(sum(g.found[sizes[:, i]] for i, g in enumerate(groups)))


def _keeps(sizes: Wholes, groups: list[_Group], promise: Promise, fewest: int) -> Flags:
    """(m,) by the gaps themselves: the price is of the promise as written, not of what chance may excuse."""
    kept = np.ones(len(sizes), dtype=np.bool_)
    found = [g.found[sizes[:, i]] for i, g in enumerate(groups)]
    without = [g.listed_without[sizes[:, i]] for i, g in enumerate(groups)]
    events, others = sum(g.events for g in groups), sum(g.others for g in groups)
    for i, g in enumerate(groups):
        if min(g.others, others - g.others) >= fewest:
            gap = without[i] / g.others - (sum(without) - without[i]) / (others - g.others)
            kept &= gap * 100 <= promise.false_alarms_per_100 + 1e-9
        if min(g.events, events - g.events) >= fewest:
            gap = (sum(found) - found[i]) / (events - g.events) - found[i] / g.events
            kept &= gap * 100 <= promise.missed_per_100 + 1e-9
    return kept


def _every_pair(groups: list[_Group], k: int) -> Wholes:
    """Two groups: every way to share k places between them."""
    first = np.arange(max(0, k - len(groups[1].places)), min(k, len(groups[0].places)) + 1)
    return np.column_stack([first, k - first])


def _tried(groups: list[_Group], k: int, promise: Promise, fewest: int) -> Wholes:
    """More groups: a group's bounds depend on how many the whole list finds, so every total is tried."""
    most = int(min(k, sum(g.events for g in groups)))
    totals = np.unique(np.linspace(most, 0, _TRIES).round())
    lists = [_filled(groups, k, float(total), promise, fewest) for total in totals]
    return np.array([sizes for sizes in lists if sizes is not None], dtype=np.int64).reshape(-1, len(groups))


def _filled(groups: list[_Group], k: int, total: float, promise: Promise, fewest: int) -> list[int] | None:
    """The k best within every group's bounds; None when the bounds leave no such list."""
    bounds = [_bounds(g, groups, k, total, promise, fewest) for g in groups]
    left = k - sum(least for least, _ in bounds)
    free = [g.places[least:most] for g, (least, most) in zip(groups, bounds, strict=True)]
    if left < 0 or any(least > most for least, most in bounds) or sum(map(len, free)) < left:
        return None
    last = np.sort(np.concatenate(free))[left - 1] if left else -1
    return [least + int((f <= last).sum()) for f, (least, _) in zip(free, bounds, strict=True)]


def _bounds(
    group: _Group, groups: list[_Group], k: int, total: float, promise: Promise, fewest: int
) -> tuple[int, int]:
    """Least and most students of a group on a list of k that finds `total` in all."""
    events, others = group.events, group.others
    events_out, others_out = sum(g.events for g in groups) - events, sum(g.others for g in groups) - others
    least, most = 0, len(group.places)
    if min(others, others_out) >= fewest:
        cap = (promise.false_alarms_per_100 / 100 + (k - total) / others_out) / (1 / others + 1 / others_out)
        most = int(np.searchsorted(group.listed_without, cap + 1e-9, side="right")) - 1
    if min(events, events_out) >= fewest:
        floor = (total / events_out - promise.missed_per_100 / 100) / (1 / events + 1 / events_out)
        least = int(np.searchsorted(group.found, floor - 1e-9, side="left"))
    return least, most
