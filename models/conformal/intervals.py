"""Conformalised quantile regression: forecasts of both ends, widened until they hold as often as said.

Romano, Patterson & Candès 2019, with a correction of its own for each grade (Mondrian) that has enough past
cases; a smaller grade shares the correction of all.
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from models.arrays import Floats, Words


@dataclass(frozen=True)
class Correction:
    """How far to widen an interval at both ends (units of the forecast; negative narrows it)."""

    level: float
    everyone: float
    by_grade: Mapping[str, float]
    n: int

    def of(self, grades: Words) -> Floats:
        """(n,)"""
        return np.array([self.by_grade.get(str(grade), self.everyone) for grade in grades])


def fit_correction(
    low: Floats, high: Floats, y: Floats, grades: Words, level: float, grade_minimum: int
) -> Correction:
    """From a cohort that trained neither forecast: `low`, `high`, `y`, `grades` (n,), all known."""
    outside = np.maximum(low - y, y - high)
    names, counts = np.unique(grades, return_counts=True)
    large = [str(name) for name, count in zip(names, counts, strict=True) if count >= grade_minimum]
    by_grade = {name: widening(outside[grades == name], level) for name in large}
    return Correction(level, widening(outside, level), by_grade, len(y))


def widening(outside: Floats, level: float) -> float:
    """The smallest widening that held ceil((n + 1) level) of n past outcomes; infinite if n is too small."""
    rank = math.ceil(round((len(outside) + 1) * level, 9))
    return float(np.sort(outside)[rank - 1]) if rank <= len(outside) else math.inf


def intervals(low: Floats, high: Floats, grades: Words, correction: Correction) -> tuple[Floats, Floats]:
    """Lower and upper ends (n,); where narrowing would cross them, both are the middle."""
    widen = correction.of(grades)
    lower, upper = low - widen, high + widen
    middle = (low + high) / 2
    crossed = lower > upper
    return np.where(crossed, middle, lower), np.where(crossed, middle, upper)
