"""All lists at the same length on one cohort: what each found, and how far ours differs from it."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from models.arrays import Floats
from models.gate.rule import ListRule
from models.trial.lists import Found, contacts, found
from models.trial.redraw import ends, found_in_redraws


@dataclass(frozen=True)
class ListResult:
    name: str
    found: Found
    per_100: float  # students found per 100 contacts, ties worst-first
    low: float
    high: float


@dataclass(frozen=True)
class Difference:
    """Ours minus another list's, in students found per 100 contacts, paired."""

    other: str
    per_100: float
    low: float
    high: float
    plain_low: float  # lower end of the interval by which the plain list must be beaten
    even_per_100: float  # the same if the other list's ties are shared out evenly


@dataclass(frozen=True)
class Trial:
    share: float
    contacts: int
    students: int
    events: int
    ours: str
    lists: tuple[ListResult, ...]
    differences: tuple[Difference, ...]

    def against(self, other: str) -> Difference | None:
        return next((d for d in self.differences if d.other == other), None)


def hold_trial(
    scores: Mapping[str, Floats], ours: str, y: Floats, share: float, rule: ListRule, seed: int
) -> Trial:
    """`scores`: list name to (n,) scores, nan = blank; `y`: (n,) 0 or 1, matured."""
    k = contacts(len(y), share)
    redrawn = found_in_redraws(scores, y, k, rule.redraws, np.random.default_rng(seed))
    counts = {name: found(score, y, k) for name, score in scores.items()}
    lists, differences = [], []
    for name in scores:
        low, high = ends(redrawn[name] * 100 / k, rule.confidence)
        lists.append(ListResult(name, counts[name], counts[name].worst * 100 / k, low, high))
        if name == ours:
            continue
        draws = (redrawn[ours] - redrawn[name]) * 100 / k
        low, high = ends(draws, rule.confidence)
        differences.append(
            Difference(
                name,
                (counts[ours].worst - counts[name].worst) * 100 / k,
                low,
                high,
                ends(draws, rule.plain_confidence)[0],
                (counts[ours].worst - counts[name].even) * 100 / k,
            )
        )
    return Trial(share, k, len(y), int(y.sum()), ours, tuple(lists), tuple(differences))
