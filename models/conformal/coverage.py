"""How often intervals held the outcome, overall and in each grade, against what chance allows at that n."""

from dataclasses import dataclass

import numpy as np
from scipy.stats import betabinom, binom

from models.arrays import Flags, Floats, Words


@dataclass(frozen=True)
class Covered:
    group: str
    n: int
    share: float
    low: float  # acceptance interval for a coverage of exactly `level`
    high: float
    chance_low: float  # the same, with the luck of the calibration rows as well
    chance_high: float

    @property
    def holds(self) -> bool:
        return self.low <= self.share <= self.high


def coverage(inside: Flags, grades: Words, level: float, binomial: float, calibrated: int) -> list[Covered]:
    """`inside` (n,): the interval held the outcome; first row "all", then one a grade.

    `calibrated`: rows behind the correction. Given them the true coverage is itself a draw from a Beta
    distribution around the level (Vovk 2012), so a share outside `low … high` but inside `chance_…` is luck.
    """
    rows = [_covered("all", inside, level, binomial, calibrated)]
    for grade in np.unique(grades):
        rows.append(_covered(str(grade), inside[grades == grade], level, binomial, calibrated))
    return rows


def _covered(group: str, inside: Flags, level: float, binomial: float, calibrated: int) -> Covered:
    n, tail = len(inside), (1 - binomial) / 2
    rank = min(calibrated, np.ceil((calibrated + 1) * level))
    low, high = binom.ppf([tail, 1 - tail], n, level) / n
    luck = betabinom(n, rank, calibrated + 1 - rank)
    chance_low, chance_high = luck.ppf(tail) / n, luck.ppf(1 - tail) / n
    return Covered(group, n, float(inside.mean()), *map(float, (low, high, chance_low, chance_high)))


def held(y: Floats, low: Floats, high: Floats) -> Flags:
    return (low <= y) & (y <= high)
