"""ABROCA: the area between the ROC curve of a group and that of all others, and what chance makes of it.

Its null distribution is skewed and depends on n, so it is judged by its own permutation point, never by a
fixed number: the group is dealt out anew within each outcome, which keeps base rates and sizes (Gardner et
al. 2019 on the measure, Borchers & Baker 2025 on its skew).
"""

from dataclasses import dataclass

import numpy as np

from models.arrays import Flags, Floats, Wholes
from models.gate.rule import Groups


@dataclass(frozen=True)
class Abroca:
    value: float
    point: float  # reached by chance in 1 - permutation_point of deals


def levels(score: Floats, bins: int) -> Wholes:
    """(n,) the score's level, 0 = highest: its rank, or its quantile where there are more than `bins`."""
    values, level = np.unique(score, return_inverse=True)
    if len(values) > bins:
        edges = np.quantile(score, np.arange(1, bins) / bins)
        level = np.searchsorted(edges, score, side="right")
    return np.asarray(level.max() - level, dtype=np.int64)


def counts_by_level(level: Wholes, chosen: Flags, size: int) -> Floats:
    return np.bincount(level[chosen], minlength=size).astype(np.float64)


def area_between(events: Floats, others: Floats, group_events: Floats, group_others: Floats) -> float:
    """Exact area between two piecewise linear ROC curves from counts by level, highest level first.

    `events`, `others`: all students with and without the outcome; `group_…`: those of the group.
    """
    first = _curve(group_others, group_events)
    second = _curve(others - group_others, events - group_events)
    x = np.union1d(first[0], second[0])
    width = np.diff(x)
    # Straight between two corners, with jumps at corners: look at two inner points, extend to the ends.
    a, b = x[:-1] + width / 4, x[1:] - width / 4
    da = np.interp(a, *first) - np.interp(a, *second)
    db = np.interp(b, *first) - np.interp(b, *second)
    left, right = 1.5 * da - 0.5 * db, 1.5 * db - 0.5 * da
    total = np.abs(left) + np.abs(right)
    crossing = (left * left + right * right) / np.where(total == 0, 1, 2 * total)
    return float(np.sum(width * np.where(left * right >= 0, total / 2, crossing)))


def _curve(others: Floats, events: Floats) -> tuple[Floats, Floats]:
    x, y = np.r_[0.0, np.cumsum(others)], np.r_[0.0, np.cumsum(events)]
    return x / x[-1], y / y[-1]


def abroca(score: Floats, y: Floats, group: Flags, rule: Groups, rng: np.random.Generator) -> Abroca | None:
    """None when the group, or the rest, lacks students with or without the outcome."""
    level = levels(score, rule.bins)
    size = int(level.max()) + 1
    event = y == 1
    events, others = counts_by_level(level, event, size), counts_by_level(level, ~event, size)
    group_events = counts_by_level(level, event & group, size)
    group_others = counts_by_level(level, ~event & group, size)
    for part, whole in ((group_events, events), (group_others, others)):
        if part.sum() == 0 or part.sum() == whole.sum():
            return None
    dealt = zip(
        _deal(events, group_events.sum(), rule.permutations, rng),
        _deal(others, group_others.sum(), rule.permutations, rng),
        strict=True,
    )
    chance = [area_between(events, others, e, o) for e, o in dealt]
    value = area_between(events, others, group_events, group_others)
    return Abroca(value, float(np.quantile(chance, rule.permutation_point)))


def _deal(counts: Floats, size: float, times: int, rng: np.random.Generator) -> Floats:
    """(times, levels): a group of this size drawn from the students of each level without putting back."""
    whole = counts.astype(np.int64)
    return rng.multivariate_hypergeometric(whole, int(size), size=times, method="marginals").astype(
        np.float64
    )
