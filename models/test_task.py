"""A task file says exactly what is known of it: nothing misspelt, nothing forbidden, nothing twice."""

from pathlib import Path

import pytest

from models.facts.words import check_words
from models.faults import FileMissing, ModelFault, ProtectedInput, TaskFileWrong, fault_json
from models.task import find_task, read_task

GOOD = """
name = "t"
kind = "classification"
sentence = "s"
source = "s"
[data]
cases = "cases.csv"
[columns]
id = ["k"]
numeric = ["marks"]
weekly = ["absent"]
[split]
column = "year"
rolling = true
"""


def refused(tmp_path: Path, text: str, kind: type[ModelFault] = TaskFileWrong) -> ModelFault:
    file = tmp_path / "t.toml"
    file.write_text(text)
    with pytest.raises(kind) as caught:
        check_words(read_task(file))
    return caught.value


def test_a_good_file_is_read_with_its_defaults(tmp_path: Path) -> None:
    (tmp_path / "t.toml").write_text(GOOD)
    task = read_task(tmp_path / "t.toml")
    assert (task.columns.label, task.columns.week, task.expiry_days, task.minimum_weeks) == (
        "label",
        "week",
        14,
        0,
    )
    assert task.lengths == (0.05, 0.10, 0.20) and not task.split.refit


@pytest.mark.parametrize(
    ("added", "named"),
    [
        ("colour = 'red'", "t.toml: split.colour"),
        ("[list]\nlenghts = [0.1]", "t.toml: list.lenghts"),
        ("[list]\nlengths = [1.5]", "t.toml: list.lengths"),
        ("[expiry]\ndays = 'soon'", "t.toml: expiry.days"),
        ("[expiry]\ndays = true", "t.toml: expiry.days"),
        ("[monotone]\nmarks = 2", "t.toml: monotone.marks"),
        ("[monotone]\nheight = 1", "t.toml: monotone"),
        ("[facts.a]\ninputs = ['marks']\nwords = 'w'\nword = 'w'", "t.toml: facts.a.word"),
        ("[facts.a]\ninputs = ['height']\nwords = 'w'", "t.toml: facts.a"),
        (
            "[facts.a]\ninputs = ['marks']\nwords = 'a'\n[facts.b]\ninputs = ['marks']\nwords = 'b'",
            "facts.b.inputs",
        ),
        ("[summaries]\nabsent = ['median']", "t.toml: summaries.absent"),
        ("[facts.a]\ninputs = ['marks']\nwords = '{sum:marks}'", "t: facts.a"),
        ("[facts.a]\ninputs = ['marks']\nwords = '{value:marks'", "t: facts.a"),
    ],
)
def test_what_is_wrong_is_named(tmp_path: Path, added: str, named: str) -> None:
    assert named in refused(tmp_path, f"{GOOD}\n{added}\n").where


def test_a_missing_key_and_a_wrong_kind_are_named(tmp_path: Path) -> None:
    assert refused(tmp_path, GOOD.replace('name = "t"', "")).where == "t.toml: name"
    assert refused(tmp_path, GOOD.replace("classification", "ranking")).where == "t.toml: kind"
    assert refused(tmp_path, "name = ").what == "Not TOML"


def test_a_cohort_has_one_part_and_the_split_is_said_once(tmp_path: Path) -> None:
    named = 'train = ["a"]\ncalibrate = ["a"]\ntest = ["b"]'
    assert "two parts" in refused(tmp_path, GOOD.replace("rolling = true", named)).what
    assert "not said once" in refused(tmp_path, GOOD.replace("rolling = true", "")).what
    assert "not said once" in refused(tmp_path, GOOD + named).what


def test_what_never_is_an_input_is_refused_by_name(tmp_path: Path) -> None:
    fault = refused(tmp_path, GOOD + '[never]\ninputs = ["marks"]', ProtectedInput)
    assert "marks" in fault.what


def test_a_query_belongs_to_the_digest_and_must_be_there(tmp_path: Path) -> None:
    text = GOOD.replace("cases.csv", "cases.sql")
    assert isinstance(refused(tmp_path, text, FileMissing), FileMissing)
    (tmp_path / "cases.sql").write_text("select 1")
    first = read_task(tmp_path / "t.toml").digest
    (tmp_path / "cases.sql").write_text("select 2")
    assert read_task(tmp_path / "t.toml").digest != first


def test_tasks_are_found_by_name_or_path(tmp_path: Path) -> None:
    assert find_task("oulad_week5").name == "oulad_week5.toml"
    assert find_task(str(tmp_path / "own.toml")) == tmp_path / "own.toml"


def test_a_fault_is_one_line_of_json() -> None:
    fault = TaskFileWrong("Not a number", where="t.toml: list", mend="Write a number.")
    assert fault_json(fault) == (
        '{"code": "task-file-wrong", "what": "Not a number", "where": "t.toml: list",'
        ' "mend": "Write a number."}'
    )
