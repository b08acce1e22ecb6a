"""Frames hold every case once, blanks as blanks, and nothing from after the cut."""

from pathlib import Path

import numpy as np
import pytest

from models.faults import (
    CaseRepeated,
    CaseUnknown,
    ColumnMissing,
    ColumnWrong,
    FileMissing,
    FileUnreadable,
    ModelFault,
    TaskFileWrong,
    WeekAfterCut,
)
from models.frame.frame import Frame
from models.frame.read import read_frame
from models.task import read_task

TASK = """
name = "t"
kind = "classification"
sentence = "s"
source = "s"
[data]
cases = "cases.csv"
weekly = "weekly.csv"
weeks = 3
[columns]
id = ["k"]
numeric = ["marks"]
categorical = ["grade"]
weekly = ["absent"]
groups = ["sex"]
[split]
column = "year"
rolling = true
"""
CASES = "k,year,marks,grade,sex,label\nb,2020,,9,F,1\na,2020,3.5,10,,0\nc,2021,2,,M,\n"
WEEKLY = "k,week,absent\na,0,1\na,2,2\nb,1,\n"


def made(folder: Path, task: str = TASK, cases: str = CASES, weekly: str = WEEKLY) -> Frame:
    (folder / "t.toml").write_text(task)
    (folder / "cases.csv").write_text(cases)
    (folder / "weekly.csv").write_text(weekly)
    return read_frame(read_task(folder / "t.toml"), folder)


def test_cases_are_sorted_and_blanks_stay_blank(tmp_path: Path) -> None:
    frame = made(tmp_path)
    assert frame.ids[:, 0].tolist() == ["a", "b", "c"]
    assert frame.static_names == ["marks", "grade=10", "grade=9"]
    nan = np.nan
    assert np.array_equal(frame.static, [[3.5, 1, 0], [nan, 0, 1], [2, nan, nan]], equal_nan=True)
    assert np.array_equal(frame.y, [0, 1, nan], equal_nan=True)
    assert frame.groups["sex"].tolist() == ["", "F", "M"]
    assert frame.weekly is not None and frame.week_mask is not None
    assert np.array_equal(frame.weekly[:2, :, 0], [[1, nan, 2], [nan, nan, nan]], equal_nan=True)
    assert frame.week_mask.tolist() == [[True, False, True], [False, True, False], [False] * 3]
    assert frame.weeks_known().tolist() == [2, 1, 0]


def test_the_order_of_rows_changes_nothing(tmp_path: Path) -> None:
    first = made(tmp_path).digest()
    head, *rows = CASES.splitlines()
    assert made(tmp_path, cases="\n".join([head, *reversed(rows)])).digest() == first


@pytest.mark.parametrize(
    ("weekly", "kind"),
    [
        (WEEKLY + "a,3,1\n", WeekAfterCut),
        (WEEKLY + "a,-1,1\n", WeekAfterCut),
        (WEEKLY + "a,0,1\n", CaseRepeated),
        (WEEKLY + "z,0,1\n", CaseUnknown),
        (WEEKLY + "a,1.5,1\n", ColumnWrong),
        (WEEKLY.replace("absent", "away"), ColumnMissing),
        (WEEKLY.replace("a,0,1", "a,0,much"), ColumnWrong),
    ],
)
def test_wrong_weeks_are_refused(tmp_path: Path, weekly: str, kind: type[ModelFault]) -> None:
    with pytest.raises(kind):
        made(tmp_path, weekly=weekly)


@pytest.mark.parametrize(
    ("cases", "kind"),
    [
        (CASES + "a,2020,1,9,F,1\n", CaseRepeated),
        (CASES.replace("marks", "mark"), ColumnMissing),
        (CASES.replace("3.5", "good"), ColumnWrong),
        (CASES.replace("3.5", "inf"), ColumnWrong),
        (CASES.replace("3.5", "1e39"), ColumnWrong),
        (CASES.replace("F,1", "F,2"), ColumnWrong),
    ],
)
def test_wrong_cases_are_refused(tmp_path: Path, cases: str, kind: type[ModelFault]) -> None:
    with pytest.raises(kind):
        made(tmp_path, cases=cases)


def test_each_case_may_have_its_own_cut(tmp_path: Path) -> None:
    task = (
        TASK.replace("weeks = 3", "")
        .replace('week"]', '"]')
        .replace("[split]", 'last_week = "last"\n[split]')
    )
    cases = "k,year,marks,grade,sex,label,last\na,2020,1,9,F,0,2\nb,2020,1,9,F,1,1\n"
    assert made(tmp_path, task, cases).last_week.tolist() == [2, 1]  # type: ignore[union-attr]
    with pytest.raises(WeekAfterCut):
        made(tmp_path, task, cases.replace("0,2\n", "0,1\n"))


def test_a_set_to_be_scored_needs_no_outcome(tmp_path: Path) -> None:
    assert not made(tmp_path, cases=CASES.replace("label", "other")).matured.any()


def test_a_column_of_names_is_no_category(tmp_path: Path) -> None:
    rows = "".join(f"s{i},2020,1,name{i},F,0\n" for i in range(250))
    with pytest.raises(ColumnWrong, match="250 levels"):
        made(tmp_path, cases="k,year,marks,grade,sex,label\n" + rows, weekly="k,week,absent\n")


def test_a_query_reads_below_the_data_folder_and_nowhere_else(tmp_path: Path) -> None:
    data = tmp_path / "data"
    data.mkdir()
    (data / "raw.csv").write_text(CASES)
    (tmp_path / "secret.csv").write_text(CASES)
    (tmp_path / "t.toml").write_text(
        TASK.replace('"cases.csv"', '"cases.sql"').replace(
            'weekly = "weekly.csv"\nweeks = 3', "values = { y = 2020 }"
        )
    )
    query = tmp_path / "cases.sql"

    def read() -> Frame:
        return read_frame(read_task(tmp_path / "t.toml"), data)

    query.write_text("select * from read_csv('{data}/raw.csv') where year = {y};")
    assert len(read()) == 2
    query.write_text("select * from read_csv('{data}/../secret.csv')")
    with pytest.raises(FileUnreadable):
        read()
    query.write_text("select * from read_csv('{data}/none.csv')")
    with pytest.raises(FileMissing):
        read()
    query.write_text("select {unheard} as k")
    with pytest.raises(TaskFileWrong, match="unheard"):
        read()


def test_a_fault_does_not_quote_a_cell(tmp_path: Path) -> None:
    (tmp_path / "cases.sql").write_text("select 'Ann Secret'::int as k")
    with pytest.raises(FileUnreadable) as caught:
        made(tmp_path, TASK.replace('"cases.csv"', '"cases.sql"'))
    assert "Secret" not in str(caught.value)
