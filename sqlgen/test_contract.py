"""What a contract says about the shape of a staged table."""

from pathlib import Path

import pytest

from sqlgen.contract import StagedTable, read_contract
from sqlgen.faults import SqlgenError

CONTRACT = """\
module: demo
tables:
  pupil:
    about: One row a pupil.
    delivery: snapshot
    key: [day, id]
    partition: day
    scope: [school]
    columns:
      day:    {type: date, privacy: keep}
      id:     {type: integer, privacy: pseudonym, id_system: sis_student}
      name:   {privacy: identity}
      secret: {privacy: drop}
      born:   {type: date, privacy: generalize, generalize: year}
      time:   {type: minutes_hms, privacy: keep}
      school: {privacy: keep}
  gone:
    delivery: delete
    deletes: pupil
    key: [day, id]
  refused:
    refuse: not for us
"""


def read(tmp_path: Path, text: str) -> list[StagedTable]:
    path = tmp_path / "module.yaml"
    path.write_text(text)
    return read_contract(path, "modules/demo/module.yaml")


def test_only_columns_that_may_reach_the_lake_are_staged_under_their_lake_types(tmp_path: Path) -> None:
    [table] = read(tmp_path, CONTRACT)
    expected = {"day": "date", "id": "varchar", "born": "bigint", "time": "bigint", "school": "varchar"}
    assert table.columns == expected
    assert list(table.staged_columns)[-1] == "month"
    assert {"batch_id", "operation", "known_from"} < set(table.staged_columns)


def test_a_delete_table_makes_its_target_deletable_and_has_no_relation(tmp_path: Path) -> None:
    tables = read(tmp_path, CONTRACT)
    assert [t.name for t in tables] == ["pupil"]
    assert tables[0].deletable and tables[0].full_sets


@pytest.mark.parametrize(
    ("before", "after", "line", "message"),
    [
        ("privacy: keep}\n      id", "}\n      id", 10, "`day` has no privacy"),
        ("key: [day, id]\n    partition", "key: [day, name]\n    partition", 6, "does not reach the lake"),
        ("scope: [school]", "scope: [room]", 8, "scope names `room`"),
        ("partition: day", "partition: week", 7, "partition names `week`"),
        ("type: minutes_hms", "type: minutes", 15, "unknown type 'minutes'"),
        ("about: One row a pupil.", "about: [", 6, "not readable as YAML"),
    ],
)
def test_a_fault_names_file_line_and_what_to_do(
    tmp_path: Path, before: str, after: str, line: int, message: str
) -> None:
    assert before in CONTRACT
    with pytest.raises(SqlgenError) as caught:
        read(tmp_path, CONTRACT.replace(before, after, 1))
    fault = caught.value.faults[0]
    assert (fault.file, fault.rule, fault.line) == ("modules/demo/module.yaml", "contract", line)
    assert message in fault.message and fault.mend


def test_a_column_may_not_take_the_name_of_a_lineage_column(tmp_path: Path) -> None:
    with pytest.raises(SqlgenError, match="`batch_id` is a name that every staged table has"):
        read(tmp_path, CONTRACT.replace("time:  ", "batch_id:"))


def test_a_key_may_not_be_a_double(tmp_path: Path) -> None:
    with pytest.raises(SqlgenError, match="is a double"):
        read(
            tmp_path,
            CONTRACT.replace(
                "type: integer, privacy: pseudonym, id_system: sis_student", "type: double, privacy: keep"
            ),
        )
