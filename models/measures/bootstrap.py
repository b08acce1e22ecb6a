"""How sure a measure is: percentile intervals over resampled cases, paired where two models are compared."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from models.arrays import Anything, Floats

Measure = Callable[[Floats, Floats], float]


@dataclass(frozen=True)
class Interval:
    estimate: float
    low: float
    high: float


def interval(
    measure: Measure, y: Floats, p: Floats, *, draws: int = 1000, level: float = 0.95, seed: int = 7
) -> Interval:
    """Percentile bootstrap over cases; draws in which the measure is nan (one class) are left out."""
    found = [measure(y[rows], p[rows]) for rows in _draws(len(y), draws, seed)]
    return _percentiles(measure(y, p), found, level)


def paired_gain(
    measure: Measure,
    y: Floats,
    new: Floats,
    old: Floats,
    *,
    draws: int = 1000,
    level: float = 0.95,
    seed: int = 7,
) -> Interval:
    """measure(new) - measure(old) on the same resampled cases."""
    found = [
        measure(y[rows], new[rows]) - measure(y[rows], old[rows]) for rows in _draws(len(y), draws, seed)
    ]
    return _percentiles(measure(y, new) - measure(y, old), found, level)


def _draws(n: int, draws: int, seed: int) -> list[Anything]:
    random = np.random.default_rng(seed)
    return [random.integers(0, n, n) for _ in range(draws)]


def _percentiles(estimate: float, found: list[float], level: float) -> Interval:
    tail = (1 - level) / 2
    low, high = np.nanquantile(np.array(found), [tail, 1 - tail])
    return Interval(estimate, float(low), float(high))
