"""Intervals agree with published examples and hold the truth as often as they say."""

import math

import numpy as np
import pytest
from scipy.stats import binomtest

from models.fairness.rates import newcombe, ratio, wilson


def test_wilson_is_scipys() -> None:
    for count, n in ((0, 6), (3, 6), (81, 263), (50, 50)):
        theirs = binomtest(count, n).proportion_ci(0.95, method="wilson")
        ours = wilson(count, n, 0.95)
        assert (ours.low, ours.high) == pytest.approx((theirs.low, theirs.high), abs=1e-9)


def test_newcombe_is_the_published_example() -> None:
    """Newcombe 1998, table II, method 10, 56/70 against 48/80: 0.0524 to 0.3339."""
    gap = newcombe(wilson(56, 70, 0.95), wilson(48, 80, 0.95))
    assert (gap.value, gap.low, gap.high) == pytest.approx((0.2, 0.0524, 0.3339), abs=5e-5)


def test_nobody_is_no_share() -> None:
    nobody = wilson(0, 0, 0.95)
    assert math.isnan(nobody.value) and (nobody.low, nobody.high) == (0.0, 1.0)
    assert math.isnan(ratio(nobody, wilson(1, 2, 0.95), 0.95).value)


def test_intervals_of_gap_and_ratio_hold_the_truth_as_often_as_they_say() -> None:
    rng = np.random.default_rng(1)
    gaps = ratios = 0
    for a, b in zip(rng.binomial(60, 0.3, 2000), rng.binomial(400, 0.2, 2000), strict=True):
        first, second = wilson(a, 60, 0.9), wilson(b, 400, 0.9)
        gap, over = newcombe(first, second), ratio(first, second, 0.9)
        gaps += gap.low <= 0.1 <= gap.high
        ratios += over.low <= 1.5 <= over.high
    assert 0.88 <= gaps / 2000 <= 0.93
    assert 0.88 <= ratios / 2000 <= 0.93
