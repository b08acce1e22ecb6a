"""Each list without a model is made from the columns that the task names, or left out."""

import dataclasses

import numpy as np
import pytest

from models.baselines.lists import plain_rank
from models.evaluation.comparators import list_scores, named_input, plain_scores
from models.frame.frame import Frame
from models.frame.tabular import tabular
from models.leaks.made_up import clean_frame, made_up_task

TASK = made_up_task()


@pytest.fixture(scope="module")
def frame() -> Frame:
    return clean_frame(300, seed=1)


def test_a_weekly_column_is_summed_and_a_missing_one_is_none(frame: Frame) -> None:
    inputs, names = tabular(frame)
    absences = named_input(TASK, "absences", inputs, names)
    assert absences is not None and frame.weekly is not None
    assert absences == pytest.approx(np.nansum(frame.weekly[:, :, 0], axis=1))
    assert named_input(TASK, "incidents", inputs, names) is None


def test_last_years_list_is_the_same_students_plain_score_of_the_year_before(frame: Frame) -> None:
    inputs, names = tabular(frame)
    train, day = frame.cohort < "2023", frame.cohort == "2024"
    lists = list_scores(TASK, frame, inputs, names, train, day)
    before = plain_scores(TASK, inputs, names, frame.cohort == "2023")
    assert before is not None
    assert frame.ids[day, 0].tolist() == frame.ids[frame.cohort == "2023", 0].tolist()
    assert lists["last year"] == pytest.approx(before)


def test_without_returning_students_there_is_no_last_years_list(frame: Frame) -> None:
    inputs, names = tabular(frame)
    ids = frame.ids.copy()
    ids[:, 0] = [f"x{i}" for i in range(len(frame))]
    new = dataclasses.replace(frame, ids=ids)
    lists = list_scores(TASK, new, inputs, names, frame.cohort < "2023", frame.cohort == "2024")
    assert "last year" not in lists and "plain" in lists


def test_a_task_without_columns_for_it_has_no_plain_list(frame: Frame) -> None:
    inputs, names = tabular(frame)
    task = dataclasses.replace(TASK, baseline={})
    lists = list_scores(task, frame, inputs, names, frame.cohort < "2023", frame.cohort == "2024")
    assert set(lists) == {"base rate", "line", "school"}


def test_the_plain_list_ranks_the_students_of_the_day_only(frame: Frame) -> None:
    inputs, names = tabular(frame)
    day = frame.cohort == "2024"
    columns = [named_input(TASK, key, inputs, names) for key in ("absences", "failed_courses")]
    assert columns[0] is not None and columns[1] is not None
    assert plain_scores(TASK, inputs, names, day) == pytest.approx(
        plain_rank(columns[0][day], columns[1][day])
    )
