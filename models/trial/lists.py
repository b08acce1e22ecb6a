"""A list of k students from scores, and how many of those who needed it are on it, whatever the ties."""

from dataclasses import dataclass

import numpy as np

from models.arrays import Flags, Floats, Wholes


@dataclass(frozen=True)
class Found:
    """Students with the outcome among the first k; where scores tie at the end of the list, three answers."""

    worst: float  # ties fall against the list: the number to compare by
    even: float  # ties shared out evenly: what a random pick among the tied finds on average
    best: float


def contacts(n: int, share: float) -> int:
    """Length of a list of this share of n students, at least one."""
    return min(n, max(1, round(n * share)))


def ranked(score: Floats) -> Floats:
    """(n,) a blank score comes last: nobody is listed for what is not known."""
    return np.where(np.isnan(score), -np.inf, score)


def worst_first(score: Floats, y: Floats) -> Wholes:
    """(n,) row numbers, highest score first; among equals those without the outcome first."""
    return np.lexsort((y, -ranked(score))).astype(np.int64)


def found(score: Floats, y: Floats, k: int) -> Found:
    order = worst_first(score, y)
    edge = ranked(score)[order[k - 1]]
    above, tied = ranked(score) > edge, ranked(score) == edge
    sure, slots = float(y[above].sum()), k - int(above.sum())
    events = float(y[tied].sum())
    without = float(tied.sum()) - events
    return Found(
        worst=sure + max(0.0, slots - without),
        even=sure + slots * events / float(tied.sum()),
        best=sure + min(float(slots), events),
    )


def listed(score: Floats, y: Floats, k: int) -> Flags:
    """(n,) who is on the list, ties worst-first (for judging past lists only: it looks at the outcome)."""
    chosen = np.zeros(len(score), dtype=np.bool_)
    chosen[worst_first(score, y)[:k]] = True
    return chosen
