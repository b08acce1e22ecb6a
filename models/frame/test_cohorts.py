"""A task whose history is too short says so; cohorts without outcomes are left out."""

from dataclasses import replace

import numpy as np
import pytest

from models.faults import HistoryTooShort, ModelFault, NothingMatured, OneClassOnly, TooFewCases
from models.frame.cohorts import parts
from models.leaks.made_up import clean_frame, made_up_task

TASK = made_up_task()
FRAME = clean_frame(100, seed=2)


def test_rolling_takes_the_newest_matured_cohort_for_the_test() -> None:
    found = parts(TASK, FRAME)
    assert found.cohorts == {"train": ("2021", "2022"), "calibrate": ("2023",), "test": ("2024",)}
    assert (found.train.sum(), found.calibrate.sum(), found.test.sum()) == (200, 100, 100)


def refusal(y: np.ndarray, kind: type[ModelFault]) -> str:
    with pytest.raises(kind) as caught:
        parts(TASK, replace(FRAME, y=y))
    return str(caught.value)


def test_no_outcomes_at_all() -> None:
    assert "plain rule" in refusal(np.full(len(FRAME), np.nan), NothingMatured)


def test_two_cohorts_are_too_few() -> None:
    y = np.where(np.isin(FRAME.cohort, ["2023", "2024"]), FRAME.y, np.nan)
    assert "2 matured cohorts, 3 are needed" in refusal(y, HistoryTooShort)


def test_one_outcome_only() -> None:
    assert "calibrate" in refusal(np.where(FRAME.cohort == "2023", 0.0, FRAME.y), OneClassOnly)


def test_forty_cases() -> None:
    tested = np.flatnonzero(FRAME.cohort == "2024")
    y = FRAME.y.copy()
    y[tested[40:]] = np.nan
    assert "40 cases" in refusal(y, TooFewCases)


def test_a_named_cohort_without_outcomes() -> None:
    split = replace(TASK.split, rolling=False, train=("2021",), calibrate=("2022",), test=("2025",))
    with pytest.raises(NothingMatured, match=r"split\.test"):
        parts(replace(TASK, split=split), FRAME)
