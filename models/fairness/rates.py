"""Shares with honest intervals: Wilson's for one, Newcombe's for the difference of two (Newcombe 1998)."""

import math
from dataclasses import dataclass

from scipy.stats import norm


@dataclass(frozen=True)
class Rate:
    """A share of n students; nan when n is 0."""

    value: float
    n: int
    low: float
    high: float


def wilson(count: float, n: int, confidence: float) -> Rate:
    """Score interval: never outside 0 … 1, and honest at small n and near the ends."""
    if n == 0:
        return Rate(math.nan, 0, 0.0, 1.0)
    z = float(norm.ppf((1 + confidence) / 2))
    share = count / n
    middle = (share + z * z / (2 * n)) / (1 + z * z / n)
    half = z / (1 + z * z / n) * math.sqrt(share * (1 - share) / n + z * z / (4 * n * n))
    return Rate(share, n, max(0.0, middle - half), min(1.0, middle + half))


@dataclass(frozen=True)
class Gap:
    """One share minus another."""

    value: float
    low: float
    high: float


def newcombe(first: Rate, second: Rate) -> Gap:
    """Hybrid score interval from two Wilson intervals of the same confidence."""
    value = first.value - second.value
    down = math.hypot(first.value - first.low, second.high - second.value)
    up = math.hypot(first.high - first.value, second.value - second.low)
    return Gap(value, value - down, value + up)


def ratio(first: Rate, second: Rate, confidence: float) -> Gap:
    """One share over another, interval on the log scale with half a student added (Katz)."""
    if first.n == 0 or second.n == 0:
        return Gap(math.nan, 0.0, math.inf)
    a, b = first.value * first.n + 0.5, second.value * second.n + 0.5
    spread = math.sqrt(max(0.0, 1 / a - 1 / (first.n + 0.5) + 1 / b - 1 / (second.n + 0.5)))
    middle = math.log(a / (first.n + 0.5)) - math.log(b / (second.n + 0.5))
    half = float(norm.ppf((1 + confidence) / 2)) * spread
    plain = first.value / second.value if second.value > 0 else math.nan
    return Gap(plain, math.exp(middle - half), math.exp(middle + half))
