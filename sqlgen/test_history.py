"""Rules of a staged table's history, run on DuckDB."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import Any

import duckdb
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sqlgen.analyse import add_relation, new_schema
from sqlgen.compile import compile_source
from sqlgen.contract import StagedTable
from sqlgen.dialect import DUCKDB
from sqlgen.history import history_sql, single_sql
from sqlgen.source import Source

TABLE = StagedTable(
    module="demo",
    name="pupil",
    about="",
    columns={"id": "varchar", "school": "varchar", "grade": "varchar", "change": "bigint"},
    key=("id",),
    partition=None,
    delivery="additive",
    scope=(),
    full_sets=False,
    kind_column=None,
    change_number="change",
    as_of_columns=(),
    deletable=False,
)
SNAPSHOT = replace(TABLE, delivery="snapshot", full_sets=True)
SCOPED = replace(SNAPSHOT, scope=("school",))
DELETABLE = replace(TABLE, deletable=True)


@dataclass(frozen=True)
class Row:
    """A staged row; `day` is the day of as_of in January 2022."""

    id: str
    day: int
    grade: str | None = "1"
    school: str | None = "A"
    change: int | None = None
    operation: str = "upsert"
    delivery: str = "snapshot"
    known: int = 1
    basis: str = "received"
    batch: str | None = None
    record: int = field(default=1)

    def staged(self, table: StagedTable) -> tuple[Any, ...]:
        values = (self.id, self.school, self.grade, self.change)
        as_of = datetime(2022, 1, self.day)
        batch = self.batch or f"b{self.day:02d}{self.school}"
        rest = (batch, self.record, as_of, self.change, self.operation, self.delivery)
        row = (*values, *rest, date(2022, 1, self.known), self.basis)
        return (*row, "2022-01") if table.partition else row


CONNECTION = duckdb.connect()


def run(table: StagedTable, rows: list[Row], text: str | None = None) -> list[dict[str, Any]]:
    """The history of the rows, as DuckDB gives it, by key and order of versions."""
    columns = ", ".join(f'"{n}" {t}' for n, t in table.staged_columns.items())
    CONNECTION.execute(f"create or replace table {table.staged} ({columns})")
    if rows:
        marks = ", ".join("?" for _ in table.staged_columns)
        statement = f"insert into {table.staged} values ({marks})"
        CONNECTION.executemany(statement, [row.staged(table) for row in rows])
    sql = text or history_sql(table, DUCKDB)
    cursor = CONNECTION.execute(
        f"select * from ({sql}) order by source_key, as_of, is_deleted, change_no, grade"
    )
    names = [d[0] for d in cursor.description]
    return [dict(zip(names, values, strict=True)) for values in cursor.fetchall()]


def shown(table: StagedTable, rows: list[Row]) -> list[tuple[Any, ...]]:
    """(id, day, grade, deleted, current) of each version."""
    got = run(table, rows)
    return [(v["id"], v["as_of"].day, v["grade"], v["is_deleted"], v["is_current"]) for v in got]


def test_the_latest_as_of_is_current_whatever_came_last() -> None:
    assert shown(TABLE, [Row("x", 3, "3"), Row("x", 1, "1"), Row("x", 2, "2")]) == [
        ("x", 1, "1", False, False),
        ("x", 2, "2", False, False),
        ("x", 3, "3", False, True),
    ]


def test_an_unchanged_repeat_disappears_and_the_run_keeps_the_earliest_day_of_knowledge() -> None:
    rows = [Row("x", 1, known=9), Row("x", 2, known=5, basis="assumed"), Row("x", 3, "2", known=7)]
    got = [(v["as_of"].day, v["known_from"].day, v["known_basis"], v["batch_id"]) for v in run(TABLE, rows)]
    assert got == [(1, 5, "assumed", "b01A"), (3, 7, "received", "b03A")]


def test_a_new_change_number_alone_is_no_new_version() -> None:
    assert len(run(TABLE, [Row("x", 1, change=1), Row("x", 2, change=2)])) == 1


def test_a_null_that_becomes_a_value_is_a_new_version() -> None:
    assert len(run(TABLE, [Row("x", 1, None), Row("x", 2, "1"), Row("x", 3, None)])) == 3


def test_a_value_that_returns_is_a_version_of_its_own() -> None:
    assert [v[2] for v in shown(TABLE, [Row("x", 1, "1"), Row("x", 2, "2"), Row("x", 3, "1")])] == [
        "1",
        "2",
        "1",
    ]


def test_the_change_number_orders_versions_of_one_as_of() -> None:
    rows = [Row("x", 1, "late", change=7, record=1), Row("x", 1, "early", change=3, record=2)]
    assert [v["grade"] for v in run(TABLE, rows) if v["is_current"]] == ["late"]


def test_a_delete_carries_the_attributes_of_the_version_it_ends() -> None:
    rows = [Row("x", 1, "4"), Row("x", 2, None, None, operation="delete")]
    assert shown(DELETABLE, rows) == [("x", 1, "4", False, False), ("x", 2, "4", True, True)]


def test_a_delete_comes_after_an_upsert_of_the_same_as_of() -> None:
    rows = [Row("x", 1, None, None, operation="delete", batch="a"), Row("x", 1, "4", batch="b")]
    assert [(v[2], v[3]) for v in shown(DELETABLE, rows)] == [("4", False), ("4", True)]


def test_a_change_number_lets_an_upsert_follow_a_delete() -> None:
    rows = [
        Row("x", 1, "4", change=1),
        Row("x", 2, None, None, operation="delete", change=2),
        Row("x", 2, "5", change=3, batch="z"),
    ]
    current = [v for v in run(DELETABLE, rows) if v["is_current"]]
    assert [(v["grade"], v["is_deleted"]) for v in current] == [("5", False)]
    assert len(run(DELETABLE, rows)) == 3


def test_a_delete_of_nothing_leaves_nothing() -> None:
    assert run(DELETABLE, [Row("x", 2, None, None, operation="delete")]) == []


def test_a_key_missing_from_the_next_full_set_is_ended_there() -> None:
    rows = [Row("x", 1, "4"), Row("y", 1), Row("y", 2), Row("y", 3)]
    assert shown(SNAPSHOT, rows) == [
        ("x", 1, "4", False, False),
        ("x", 2, "4", True, True),
        ("y", 1, "1", False, True),
    ]


def test_a_key_that_returns_is_ended_only_in_between() -> None:
    rows = [Row("x", 1), Row("y", 1), Row("y", 2), Row("x", 3), Row("y", 3)]
    assert [(v[1], v[3]) for v in shown(SNAPSHOT, rows) if v[0] == "x"] == [(1, False), (2, True), (3, False)]


def test_the_tombstone_of_an_absence_names_the_batch_that_lacked_it() -> None:
    rows = [Row("x", 1), Row("y", 1), Row("y", 2, known=6)]
    tombstone = next(v for v in run(SNAPSHOT, rows) if v["is_deleted"])
    assert (tombstone["batch_id"], tombstone["known_from"].day, tombstone["record_no"]) == ("b02A", 6, 0)


def test_absence_counts_only_inside_the_scopes_that_a_set_covers() -> None:
    rows = [Row("x", 1, school="A"), Row("y", 1, school="B"), Row("z", 2, school="B")]
    assert [(v[0], v[1]) for v in shown(SCOPED, rows) if v[3]] == [("y", 2)]


def test_a_key_that_moved_to_another_scope_is_not_missing() -> None:
    rows = [
        Row("x", 1, school="A"),
        Row("y", 1, school="A"),
        Row("x", 2, school="B"),
        Row("y", 2, school="A"),
    ]
    assert [v for v in shown(SCOPED, rows) if v[3]] == []


def test_a_null_scope_is_a_scope() -> None:
    rows = [Row("x", 1, school=None), Row("y", 1, school=None), Row("y", 2, school=None)]
    assert [v[0] for v in shown(SCOPED, rows) if v[3]] == ["x"]


def test_a_delta_between_full_sets_ends_nothing_and_is_ended_by_the_next() -> None:
    rows = [Row("x", 1), Row("y", 1), Row("z", 2, delivery="delta"), Row("x", 3)]
    assert [(v[0], v[1]) for v in shown(SNAPSHOT, rows) if v[3]] == [("y", 3), ("z", 3)]


def unread(id: str, day: int, school: str | None = None) -> Row:
    """A row that stood in quarantine but whose key could be read: nothing but the key reaches the history."""
    return Row(id, day, None, school, operation="unread", record=9)


def test_a_key_whose_row_could_not_be_read_is_not_missing_and_its_last_version_stays() -> None:
    rows = [Row("x", 1, "4"), Row("y", 1), unread("x", 2), Row("y", 2), Row("x", 3, "4"), Row("y", 3)]
    assert [v for v in shown(SNAPSHOT, rows) if v[0] == "x"] == [("x", 1, "4", False, True)]


def test_an_unread_key_that_the_next_full_set_lacks_is_ended_there() -> None:
    rows = [Row("x", 1, "4"), Row("y", 1), unread("x", 2), Row("y", 2), Row("y", 3)]
    assert [v[1:] for v in shown(SNAPSHOT, rows) if v[0] == "x"] == [
        (1, "4", False, False),
        (3, "4", True, True),
    ]


def test_an_unread_key_that_nobody_knew_leaves_nothing_and_an_ended_one_is_not_revived() -> None:
    rows = [Row("x", 1), Row("y", 1), Row("y", 2), unread("x", 3), unread("z", 3), Row("y", 3), Row("y", 4)]
    assert [(v[0], v[1], v[3]) for v in shown(SNAPSHOT, rows)] == [
        ("x", 1, False),
        ("x", 2, True),
        ("y", 1, False),
    ]


@pytest.mark.parametrize("school", ["A", "B", None], ids=["own scope", "other scope", "unread scope"])
def test_an_unread_key_stands_in_the_scope_of_its_last_version(school: str | None) -> None:
    rows = [Row("x", 1, "4"), Row("y", 1), unread("x", 2, school), Row("y", 2), Row("y", 3)]
    assert [(v[1], v[3]) for v in shown(SCOPED, rows) if v[0] == "x"] == [(1, False), (3, True)]


def test_a_set_with_a_row_whose_key_could_not_be_read_ends_nothing_but_the_next_whole_one_does() -> None:
    rows = [
        Row("x", 1),
        Row("y", 1),
        Row("y", 2, delivery="snapshot", batch="part 1"),
        Row("w", 2, delivery="partial", batch="part 2"),
        Row("y", 3),
    ]
    ended = [(v[0], v[1]) for v in shown(SNAPSHOT, rows) if v[3]]
    assert ended == [("w", 3), ("x", 3)]


@pytest.mark.parametrize("table", [TABLE, SNAPSHOT, DELETABLE], ids=["additive", "full", "deletes"])
def test_where_each_key_stands_once_the_single_variant_equals_the_full_one(table: StagedTable) -> None:
    rows = [Row("x", 1), Row("y", 1, None), Row("z", 1, school=None, batch="b")]
    rows += [Row("w", 1, None, operation=other) for other in other_operations(table)]
    assert run(table, rows) == run(table, rows, single_sql(table, DUCKDB))


def other_operations(table: StagedTable) -> list[str]:
    return [*(["delete"] if table.deletable else []), *(["unread"] if table.full_sets else [])]


@pytest.mark.parametrize(
    "table", [TABLE, SNAPSHOT, SCOPED, DELETABLE], ids=["additive", "full", "scoped", "deletes"]
)
@settings(max_examples=25, deadline=None)
@given(data=st.data())
def test_the_order_of_arrival_does_not_matter(table: StagedTable, data: st.DataObject) -> None:
    row = st.builds(
        Row,
        id=st.sampled_from("xyz"),
        day=st.integers(1, 4),
        grade=st.sampled_from(["1", "2", None]),
        school=st.sampled_from(["A", "B"]),
        operation=st.sampled_from(["upsert", "upsert", *other_operations(table)]),
        delivery=st.sampled_from(["snapshot", "snapshot", "partial", "delta"]),
        known=st.integers(1, 9),
    )
    rows = data.draw(st.lists(row, max_size=12, unique_by=lambda r: (r.id, r.day, r.school)))
    shuffled = data.draw(st.permutations(rows))
    assert run(table, rows) == run(table, shuffled)


@settings(max_examples=25, deadline=None)
@given(
    rows=st.lists(
        st.builds(Row, id=st.sampled_from("xyz"), day=st.integers(1, 5), grade=st.sampled_from(["1", "2"])),
        max_size=12,
        unique_by=lambda r: (r.id, r.day),
    )
)
def test_the_state_after_the_last_full_set_is_that_set(rows: list[Row]) -> None:
    last = max((r.day for r in rows), default=0)
    there = {(r.id, r.grade) for r in rows if r.day == last}
    alive = {(v["id"], v["grade"]) for v in run(SNAPSHOT, rows) if v["is_current"] and not v["is_deleted"]}
    assert alive == there


EVERY_TYPE = replace(
    SCOPED,
    columns={"a": "varchar", "b": "bigint", "c": "date", "d": "timestamp", "e": "boolean", "f": "double"},
    key=("a", "b", "c", "d", "e"),
    scope=("a",),
    partition="c",
    change_number=None,
)


@pytest.mark.parametrize("table", [TABLE, SNAPSHOT, SCOPED, DELETABLE, EVERY_TYPE])
@pytest.mark.parametrize("write", [history_sql, single_sql])
def test_a_history_keeps_the_rules_for_hand_written_sql(
    table: StagedTable, write: Callable[[StagedTable], str]
) -> None:
    schema = new_schema()
    add_relation(schema, table.staged, table.staged_columns)
    source = Source("x", "history", table.relation, write(table), table.module)
    made = compile_source(source, schema, frozenset({table.staged}), table.history_columns)
    assert made.columns == table.history_columns


def test_a_key_of_every_type_becomes_one_text() -> None:
    columns = ", ".join(f'"{n}" {t}' for n, t in EVERY_TYPE.staged_columns.items())
    values = "'x', 7, '2022-01-02', '2022-01-02 03:04:05.5', true, 1.5, 'b', 1, '2022-01-03'"
    lineage = "null, 'upsert', 'snapshot', '2022-01-03', 'received', '2022-01'"
    CONNECTION.execute(f"create or replace table {EVERY_TYPE.staged} ({columns})")
    CONNECTION.execute(f"insert into {EVERY_TYPE.staged} values ({values}, {lineage})")
    for sql in (history_sql(EVERY_TYPE, DUCKDB), single_sql(EVERY_TYPE, DUCKDB)):
        keys = CONNECTION.execute(f"select source_key from ({sql})").fetchall()
        assert keys == [("x|7|2022-01-02|2022-01-02 03:04:05.500000|true",)]
