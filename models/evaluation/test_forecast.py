"""A forecast is widened on the calibration cohort and judged on the test cohort."""

import dataclasses

import numpy as np
import pytest

from models.evaluation.forecast import (
    compare_forecasts,
    corrected,
    correction_document,
    correction_from,
    judge_forecast,
    widen,
)
from models.evaluation.material import Material, gather, grades
from models.frame.frame import Frame
from models.gate.rule import written_rule
from models.leaks.made_up import clean_frame, made_up_task

RULE = written_rule()


@pytest.fixture(scope="module")
def frame() -> Frame:
    made = clean_frame(1200, seed=1)
    rng = np.random.default_rng(2)
    grade = rng.integers(9, 13, len(made))
    now = rng.normal(75, 8, len(made))
    y = np.where(made.matured, now + rng.normal(0, 4, len(made)), np.nan)
    dummies = np.column_stack([(grade == level) for level in (9, 10, 11, 12)]).astype(np.float32)
    return dataclasses.replace(
        made,
        y=y,
        static=np.column_stack([made.static, dummies, now]).astype(np.float32),
        static_names=[
            *made.static_names,
            *(f"grade_level={level}" for level in (9, 10, 11, 12)),
            "mean_mark",
        ],
    )


@pytest.fixture(scope="module")
def material(frame: Frame) -> Material:
    task = dataclasses.replace(made_up_task(), kind="regression", baseline={"now": "mean_mark"})
    return gather(task, frame, RULE, RULE.promise)


def margins(frame: Frame, bias: float = 0.0) -> np.ndarray:
    """Too narrow on purpose."""
    middle = frame.static[:, -1].astype(np.float64) + bias
    return np.column_stack([middle - 1, middle, middle + 1])


def test_grades_are_read_from_their_categories(frame: Frame) -> None:
    assert set(grades(frame)) == {"9", "10", "11", "12"}
    plain = dataclasses.replace(frame, static=frame.static[:, :2], static_names=frame.static_names[:2])
    assert set(grades(plain)) == {"every grade"}


def test_intervals_hold_ninety_of_a_hundred_in_every_grade(frame: Frame, material: Material) -> None:
    forecast = widen(margins(frame), material)
    candidate = judge_forecast("m", forecast, material)
    assert [row.group for row in candidate.coverage] == ["all", "10", "11", "12", "9"]
    assert all(row.holds for row in candidate.coverage)
    assert set(forecast.correction.by_grade) == {"9", "10", "11", "12"}


def test_what_only_repeats_the_value_of_now_gains_nothing(frame: Frame, material: Material) -> None:
    gain = judge_forecast("m", widen(margins(frame), material), material).plain
    assert (
        gain is not None
        and gain.other == "the same value as now"
        and gain.value == pytest.approx(0, abs=1e-6)
    )
    worse = judge_forecast("m", widen(margins(frame, 3.0), material), material).plain
    assert worse is not None and worse.value < 0


def test_two_forecasts_are_compared_on_the_same_students(frame: Frame, material: Material) -> None:
    good, bad = widen(margins(frame), material), widen(margins(frame, 3.0), material)
    worse = compare_forecasts(bad, good, material).absolute_error
    assert worse is not None and worse.low > 0


def test_the_correction_survives_its_file(frame: Frame, material: Material) -> None:
    forecast = widen(margins(frame), material)
    again = correction_from(correction_document(forecast.correction, "boosted"))
    other = corrected(margins(frame), material, again)
    assert other.low.tolist() == forecast.low.tolist()
