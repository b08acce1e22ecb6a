"""Reasons are the case's own numbers, in the order of what they add; what nobody could check is not said."""

from dataclasses import replace

import numpy as np
import pytest

from models.facts.group import by_fact, column_of
from models.facts.reasons import reasons
from models.facts.words import Filler, check_words
from models.faults import TaskFileWrong
from models.leaks.made_up import clean_frame, made_up_task
from models.task import FactWords

FACTS = (
    FactWords(
        "absence", ("absent_days",), "missed {sum:absent_days:4} days lately", "missed {sum:absent_days} days"
    ),
    FactWords("marks", ("mark",), "mean mark {value:mark}", "mean mark {value:mark}"),
    FactWords("courses", ("failed_courses",), "failed {value:failed_courses} courses", None),
)
TASK = replace(made_up_task(), facts=FACTS)
FRAME = replace(
    clean_frame(2, seed=1).where(np.arange(3)),
    static=np.array([[2, 61.25], [0, 80], [1, np.nan]], dtype=np.float32),
    weekly=np.array([[5, 0, 1, 2, np.nan, 3], [0] * 6, [np.nan] * 6], dtype=np.float32)[:, :, None],
    week_mask=np.ones((3, 6), dtype=np.bool_),
    last_week=np.array([5, 5, 5]),
)


def said(parts: list[list[float]]) -> list[tuple[int, str, int, str]]:
    found = reasons(TASK, FRAME, np.array(parts), np.arange(len(parts)))
    return list(zip(found.case.tolist(), found.kind, found.place.tolist(), found.words, strict=True))


def test_inputs_are_added_up_to_their_fact_and_the_rest_is_counted() -> None:
    names = ["failed_courses", "mark", "absent_days.sum4", "absent_days.slope", "unheard"]
    assert by_fact(TASK, names, np.array([[1.0, 2, 4, 8, 16]])).tolist() == [[12, 2, 1, 16]]
    graded = replace(TASK, columns=replace(TASK.columns, categorical=("grade",)))
    assert column_of(graded, "grade=9") == "grade" and column_of(graded, "mark") == "mark"


def test_reasons_come_strongest_first_with_one_strength() -> None:
    assert said([[0.5, 0.2, 1.0, 0.0]]) == [
        (0, "reason", 1, "failed 2 courses"),
        (0, "reason", 2, "missed 6 days lately"),
        (0, "reason", 3, "mean mark 61.2"),
    ]
    assert said([[-0.5, 0.2, 0.0, 0.0]]) == [
        (0, "reason", 1, "mean mark 61.2"),
        (0, "strength", 1, "missed 11 days"),
    ]


def test_a_strength_is_one_in_the_eyes_of_a_person_not_of_the_model_alone() -> None:
    held = replace(TASK, facts=(replace(FACTS[0], strength_if="{sum:absent_days} <= 5"), *FACTS[1:]))
    found = reasons(held, FRAME, np.array([[-0.9, 0.0, 0.0, 0.0], [-0.9, 0.0, 0.0, 0.0]]), np.arange(2))
    assert list(found.words) == ["missed 0 days"]
    with pytest.raises(TaskFileWrong):
        check_words(replace(TASK, facts=(replace(FACTS[0], strength_if="absent_days < 5"),)))


def test_none_of_what_is_zero_is_a_reason_but_it_may_be_a_strength() -> None:
    assert said([[0.0] * 4, [0.9, 0.0, 0.8, 0.0]]) == []
    assert said([[0.0] * 4, [-0.9, 0.0, 0.8, 0.0]]) == [(1, "strength", 1, "missed 0 days")]


def test_what_is_blank_is_neither() -> None:
    assert said([[0.0] * 4, [0.0] * 4, [0.9, 0.8, -0.7, 0.0]]) == []


def test_the_share_is_of_all_that_moves_the_score() -> None:
    found = reasons(TASK, FRAME, np.array([[1.0, 0.0, 0.0, -3.0]]), np.array([0]))
    assert found.share.tolist() == [0.25]


def test_a_fact_that_hardly_moves_the_score_is_not_said() -> None:
    assert [row[3] for row in said([[0.01, 0.0, 1.0, 0.0]])] == ["failed 2 courses"]


def test_of_a_forecast_what_lowers_it_is_a_reason() -> None:
    task = replace(TASK, kind="regression")
    found = reasons(task, FRAME, np.array([[-2.0, 0.0, 0.0, 0.0]]), np.array([0]))
    assert found.kind.tolist() == ["reason"]


def test_words_may_ask_for_shares_levels_and_other_summaries() -> None:
    frame = replace(FRAME, static_names=["rate", "grade=9"], static=np.array([[0.125, 1]] * 3, np.float32))
    filler = Filler(frame)
    assert filler.fill("{percent:rate} in grade {value:grade}", 0) == "12 % in grade 9"
    assert (
        filler.fill("{max:absent_days}, {mean:absent_days:2}, {last:absent_days}, {count:absent_days}", 0)
        == "5, 3, 3, 5"
    )


@pytest.mark.parametrize(
    "words", ["{sum:mark}", "{value:absent_days}", "{sum:height}", "{value:mark:4}", "{mark}", "}"]
)
def test_words_that_nothing_fills_are_refused(words: str) -> None:
    with pytest.raises(TaskFileWrong, match="marks"):
        check_words(replace(TASK, facts=(FactWords("marks", ("mark",), words, None),)))
