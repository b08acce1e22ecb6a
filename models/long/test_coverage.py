"""Intervals hold as often as they say over seeds: forecasts in each grade, and the trial's difference."""

import numpy as np
import pytest

from models.conformal.coverage import Covered, coverage, held
from models.conformal.intervals import fit_correction, intervals
from models.conftest import Seeds
from models.gate.rule import written_rule
from models.long.bounds import fewest, most
from models.trial.trial import hold_trial

pytestmark = pytest.mark.long
RULE = written_rule()
GRADES = ("09", "10", "11", "12")
NOISE = {"09": 0.3, "10": 0.5, "11": 0.7, "12": 1.1}


def _year(n: int, rng: np.random.Generator) -> tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]:
    """Forecasts too narrow for some grades and too wide for others; outcomes with heavy tails."""
    grade = rng.choice(GRADES, size=n, p=[0.35, 0.3, 0.25, 0.1])
    middle = rng.normal(2.9, 0.6, n)
    noise = np.array([NOISE[g] for g in grade]) * rng.standard_t(4, n)
    return middle - 0.8, middle + 0.8, middle + noise, grade


def _covered(calibrate: int, test: int, seed: int) -> list[Covered]:
    rng = np.random.default_rng(seed)
    low, high, y, grade = _year(calibrate, rng)
    fitted = fit_correction(low, high, y, grade, RULE.coverage.level, RULE.coverage.grade_minimum)
    low, high, y, grade = _year(test, rng)
    ends = intervals(low, high, grade, fitted)
    return coverage(held(y, *ends), grade, RULE.coverage.level, RULE.coverage.binomial, fitted.n)


@pytest.mark.parametrize(("calibrate", "test"), [(20_000, 2000), (4000, 2000)])
def test_coverage_lies_within_what_chance_allows_overall_and_in_each_grade(
    calibrate: int, test: int, seeds: Seeds
) -> None:
    run = seeds.of(200)
    rows = [_covered(calibrate, test, seed) for seed in run]
    for place, group in enumerate(("all", *GRADES)):
        of_group = [row[place] for row in rows]
        assert {row.group for row in of_group} == {group}
        strict = sum(not row.holds for row in of_group)
        lucky = sum(not row.chance_low <= row.share <= row.chance_high for row in of_group)
        mean = np.mean([row.share for row in of_group])
        print(
            f"{calibrate} calibrate, {test} test, {group}: mean {mean:.4f}; outside the 99 % binomial "
            f"interval {strict} of {len(run)}, outside with the luck of calibration {lucky}"
        )
        assert mean == pytest.approx(0.9, abs=0.01)
        if group == "all":
            assert lucky <= most(len(run), 0.01)


def test_with_a_large_calibration_cohort_the_binomial_interval_is_kept(seeds: Seeds) -> None:
    """With ten calibration rows to one test row hardly any of the calibration's luck is left."""
    run = seeds.of(200)
    outside = sum(not row.holds for seed in run for row in _covered(40_000, 1000, 500 + seed))
    checks = len(run) * (1 + len(GRADES))
    print(f"40,000 calibrate, 1,000 test: {outside} of {checks} outside the 99 % binomial interval")
    assert outside <= most(checks, 0.02)


def test_the_trials_interval_holds_the_true_difference(seeds: Seeds) -> None:
    """95 of 100 intervals hold what 400,000 students show."""

    def drawn(n: int, seed: int) -> tuple[dict[str, np.ndarray], np.ndarray]:
        rng = np.random.default_rng(seed)
        a, b = rng.normal(size=n), rng.normal(size=n)
        risk = -2 + a + 0.6 * b
        y = (rng.random(n) < 1 / (1 + np.exp(-risk))).astype(np.float64)
        return {"ours": risk, "plain": np.round(a, 1)}, y

    scores, y = drawn(400_000, 1)
    few = RULE.list.__class__(RULE.list.working, RULE.list.confidence, 20, RULE.list.plain_confidence)
    truth = hold_trial(scores, "ours", y, 0.1, few, 1).differences[0].even_per_100
    run = seeds.of(200)
    held_truth = 0
    for seed in run:
        scores, y = drawn(2000, 100 + seed)
        row = hold_trial(scores, "ours", y, 0.1, RULE.list, seed).differences[0]
        held_truth += row.low <= truth <= row.high
    print(f"trial: the interval holds the true {truth:.2f} per 100 in {held_truth} of {len(run)} seeds")
    assert held_truth >= fewest(len(run), 0.93)
