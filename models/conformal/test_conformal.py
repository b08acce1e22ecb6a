"""Intervals hold the outcome as often as they say, whatever the quantile forecasts are worth."""

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.conformal.coverage import coverage, held
from models.conformal.intervals import fit_correction, intervals, widening
from models.gate.rule import written_rule

RULE = written_rule().coverage
numbers = st.floats(-5, 5, allow_nan=False)


@given(st.lists(numbers, min_size=1, max_size=30), st.sampled_from([0.5, 0.8, 0.9]))
def test_the_widening_is_the_least_that_holds_enough_past_outcomes(
    outside: list[float], level: float
) -> None:
    """Brute force over every candidate."""
    need = math.ceil(round((len(outside) + 1) * level, 9))
    enough = [w for w in outside if sum(o <= w for o in outside) >= need]
    assert widening(np.array(outside), level) == (min(enough) if enough else math.inf)


def test_a_toy_by_hand() -> None:
    y = np.array([1.0, 2.0, 3.0, 4.0])
    grades = np.array(["9"] * 4)
    # Outside by 0.5, -0.5, 0.5, 1.5 from [1.5, 2.5]; at 0.6 of 4 past rows the third smallest is needed.
    found = fit_correction(np.full(4, 1.5), np.full(4, 2.5), y, grades, 0.6, 99)
    assert found.everyone == 0.5
    low, high = intervals(np.array([1.5]), np.array([2.5]), np.array(["9"]), found)
    assert (low[0], high[0]) == (1.0, 3.0)


def _drawn(n: int, rng: np.random.Generator) -> tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]:
    """Noise differs by grade and the forecast does not know it."""
    grades = rng.choice(["09", "10", "11"], size=n, p=[0.5, 0.3, 0.2])
    x = rng.normal(size=n)
    noise = np.select([grades == "09", grades == "10"], [0.3, 0.6], 1.2)
    return x - 0.5, x + 0.5, x + noise * rng.normal(size=n), grades


def test_every_grade_with_enough_past_cases_is_covered_as_said() -> None:
    rng = np.random.default_rng(1)
    low, high, y, grades = _drawn(20_000, rng)
    found = fit_correction(low, high, y, grades, RULE.level, RULE.grade_minimum)
    low, high, y, grades = _drawn(4_000, rng)
    lower, upper = intervals(low, high, grades, found)
    rows = coverage(held(y, lower, upper), grades, RULE.level, RULE.binomial, found.n)
    assert [row.group for row in rows] == ["all", "09", "10", "11"]
    assert all(row.holds for row in rows)


def test_one_correction_for_all_would_not_hold_in_each_grade() -> None:
    rng = np.random.default_rng(2)
    low, high, y, grades = _drawn(20_000, rng)
    found = fit_correction(low, high, y, grades, RULE.level, grade_minimum=10**9)
    lower, upper = intervals(low, high, grades, found)
    rows = coverage(held(y, lower, upper), grades, RULE.level, RULE.binomial, found.n)
    assert rows[0].holds and not any(row.holds for row in rows[1:])


def test_a_grade_never_seen_or_too_small_shares_the_correction_of_all() -> None:
    low, high, y, grades = _drawn(2000, np.random.default_rng(3))
    grades = grades.astype("<U4")
    grades[:5] = "12"
    found = fit_correction(low, high, y, grades, 0.9, 100)
    assert set(found.by_grade) == {"09", "10", "11"}
    assert found.of(np.array(["12", "KG"])).tolist() == [found.everyone] * 2


def test_too_few_past_cases_promise_nothing() -> None:
    assert widening(np.zeros(5), 0.9) == math.inf


def test_narrowing_never_turns_an_interval_around() -> None:
    y = np.zeros(50)
    found = fit_correction(np.full(50, -2.0), np.full(50, 2.0), y, np.array(["a"] * 50), 0.9, 10)
    low, high = intervals(np.array([-0.5]), np.array([0.5]), np.array(["a"]), found)
    assert low[0] == high[0] == 0.0


def test_the_acceptance_interval_is_that_of_the_binomial() -> None:
    """99 % of 1,000 draws at 0.9: between 875 and 924 by the normal limit."""
    row = coverage(np.ones(1000, dtype=bool), np.array(["a"] * 1000), 0.9, 0.99, 10**6)[0]
    assert (row.low, row.high) == pytest.approx((0.9 - 2.576 * 0.00949, 0.9 + 2.576 * 0.00949), abs=2e-3)
    assert (row.chance_low, row.chance_high) == pytest.approx((row.low, row.high), abs=1.1e-3)
    assert not row.holds


@settings(max_examples=25, deadline=None)
@given(st.integers(0, 10_000), st.integers(20, 60))
def test_shifting_every_forecast_alike_shifts_the_interval_alike(seed: int, n: int) -> None:
    rng = np.random.default_rng(seed)
    low, high, y, grades = _drawn(n, rng)
    one = intervals(low, high, grades, fit_correction(low, high, y, grades, 0.8, 10))
    two = intervals(low + 3, high + 3, grades, fit_correction(low + 3, high + 3, y + 3, grades, 0.8, 10))
    assert np.allclose(one[0] + 3, two[0]) and np.allclose(one[1] + 3, two[1])
