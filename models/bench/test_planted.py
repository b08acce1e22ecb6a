"""The planted frame says what it claims: outcomes follow its law, and null columns know nothing of them."""

from dataclasses import replace

import numpy as np
import pytest

from models.arrays import Floats
from models.bench.planted import Measured
from models.bench.planted_frame import COHORTS, PLANTED, Planted, planted_frame, planted_task
from models.boosted.train import train_boosted
from models.frame.tabular import tabular
from models.measures.honesty import slope_intercept
from models.measures.ranking import auc


@pytest.fixture(scope="module")
def planted() -> Planted:
    return planted_frame(6000)


def test_outcomes_happen_as_often_as_the_true_probability_says(planted: Planted) -> None:
    known = planted.frame.matured
    slope, intercept = slope_intercept(planted.frame.y[known], planted.truth[known])
    assert slope == pytest.approx(1, abs=0.08) and intercept == pytest.approx(0, abs=0.12)


def test_null_inputs_rank_no_outcome_and_planted_ones_do(planted: Planted) -> None:
    inputs, names = tabular(planted.frame)
    known = planted.frame.matured

    def reached(name: str) -> float:
        column: Floats = inputs[known, names.index(name)].astype(np.float64)
        return auc(planted.frame.y[known], np.nan_to_num(column))

    nulls = [name for name in names if name.startswith("null_") and not name.endswith(".since")]
    assert len(nulls) >= 10 and all(abs(reached(name) - 0.5) < 0.03 for name in nulls)
    assert reached("absent_days.sum4") > 0.65 and reached("courses_not_passed") > 0.6


def test_the_last_cohort_has_no_outcomes_and_no_case_has_weeks_after_its_day(planted: Planted) -> None:
    frame = planted.frame
    assert frame.weekly is not None and frame.last_week is not None
    assert np.isnan(frame.y[frame.cohort == COHORTS[-1]]).all()
    after = np.arange(frame.weekly.shape[1]) > frame.last_week[:, None]
    assert np.isnan(frame.weekly[after]).all() and not np.isnan(frame.weekly[~after]).any()


def test_a_model_comes_near_the_ceiling_and_stays_below_its_bound(planted: Planted) -> None:
    task = replace(planted_task(), boosted={"rounds": 200})
    test = planted.frame.cohort == "2024"
    y = planted.frame.y[test]
    reached = auc(y, train_boosted(task, planted.frame).raw[test])
    assert auc(y, planted.truth[test]) - 0.03 < reached < auc(y, planted.truth[test]) + 0.01


def measured(reached: float, reasons: tuple[str, ...]) -> Measured:
    counts = {name: 9 - k for k, name in enumerate(reasons)}
    return Measured(
        students=1, cases=4, threads=1, drawing=0, training={}, judging=0, scoring=0, everybody=0,
        processor={}, megabytes=1, rounds={}, chosen="it", aucs={"it": reached}, ceiling=0.85,
        ceiling_high=0.86, ece=0, wrong_by=0, reasons=counts, decision="",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("reached", "reasons", "missed"),
    [
        (0.845, PLANTED, 0),
        (0.839, PLANTED, 1),
        (0.861, PLANTED, 1),
        (0.845, ("null_days", *PLANTED), 1),
    ],
)
def test_too_low_too_high_and_a_null_reason_are_each_told(
    reached: float, reasons: tuple[str, ...], missed: int
) -> None:
    assert len(measured(reached, reasons).missed) == missed
