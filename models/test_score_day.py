"""One model that cannot be used leaves its work undone and the others' done, and is named."""

from pathlib import Path

import numpy as np
import pytest

from models import score_day
from models.evaluation.champion import CALIBRATION
from models.faults import ModelChanged
from models.task import Task

BROKEN, SOUND, UNUSED = "chronic_absence", "course_failure", "dropout"


@pytest.fixture
def inputs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Two champions, of which the first was damaged, and a folder without its calibration."""
    for name in (BROKEN, SOUND, UNUSED):
        folder = tmp_path / "champions" / name
        folder.mkdir(parents=True)
        if name != UNUSED:
            (folder / CALIBRATION).write_text("{}")

    def scored(task: Task, data: Path, folder: Path, student: str | None) -> dict[str, score_day.Table]:
        if folder.name == BROKEN:
            raise ModelChanged("Not the file that was trained", where="boosted/weights.ubj", mend="Again.")
        return {"scores": {"task": np.array([task.name], dtype=object)}}

    monkeypatch.setattr(score_day, "_scored", scored)
    return tmp_path


def names(tables: dict[str, list[score_day.Table]], table: str) -> list[str]:
    return [name for part in tables.get(table, []) for name in part["task"]]


def test_a_question_about_a_student_is_answered_by_the_others(inputs: Path) -> None:
    tables = score_day._of_all(inputs, None, "s01234567")
    assert (names(tables, "scores"), names(tables, "refused")) == ([SOUND], [BROKEN])
    assert tables["refused"][0]["what"].tolist() == ["Not the file that was trained"]


def test_on_a_day_the_others_are_scored_and_the_one_that_cannot_be_is_named(inputs: Path) -> None:
    tables = score_day._of_all(inputs, None, None)
    assert (names(tables, "scores"), names(tables, "refused")) == ([SOUND], [BROKEN])


def test_a_day_on_which_no_model_can_score_fails(inputs: Path) -> None:
    (inputs / "champions" / SOUND / CALIBRATION).unlink()
    with pytest.raises(ModelChanged):
        score_day._of_all(inputs, None, None)


def test_one_task_alone_does_not_hear_of_another_ones_fault(inputs: Path) -> None:
    assert names(score_day._of_all(inputs, SOUND, None), "scores") == [SOUND]
    with pytest.raises(ModelChanged):
        score_day._of_all(inputs, BROKEN, None)
    assert score_day._of_all(inputs, UNUSED, None) == {}
