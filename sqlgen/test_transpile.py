"""The corrections that make another engine's answer Athena's, as text and as DuckDB's results."""

import duckdb
import pytest

from sqlgen.analyse import add_relation, analyse, new_schema
from sqlgen.source import Source
from sqlgen.transpile import transpile


def written(sql: str, engine: str = "duckdb") -> str:
    schema = new_schema()
    add_relation(schema, "t", {"n": "bigint", "x": "double", "yes": "boolean", "day": "date"})
    source = Source("x.sql", "core", "x", sql)
    return " ".join(transpile(analyse(source, schema), engine).split())


def answer(sql: str, rows: str) -> object:
    query = f"with t(n, x, yes, day) as (values {rows}) select * from ({written(sql)})"
    row = duckdb.sql(query).fetchone()
    assert row is not None
    return row[0]


def test_a_sum_of_whole_numbers_stays_a_bigint() -> None:
    rows = "(1::bigint, 1.0, true, date '2022-01-01')"
    assert answer("select sum(n) as r from t", rows) == 1
    assert "CAST(SUM(t.n) AS BIGINT)" in written("select sum(n) as r from t")
    assert "CAST(SUM(t.n) OVER (PARTITION BY t.yes) AS BIGINT)" in written(
        "select sum(n) over (partition by yes) as r from t"
    )
    assert "CAST(SUM(t.x)" not in written("select sum(x) as r from t")


def test_count_if_of_nothing_is_zero() -> None:
    assert answer("select count_if(yes) as r from t", "(1::bigint, 1.0, null::boolean, null::date)") == 0


def test_max_by_gives_a_null_that_stands_at_the_maximum() -> None:
    rows = "(1::bigint, 1.0, true, null::date), (2, 2.0, null, null)"
    assert answer("select max_by(yes, n) as r from t", rows) is None
    assert answer("select min_by(yes, n) as r from t", rows) is True


@pytest.mark.parametrize(("unit", "expected"), [("day", 31), ("week", 4), ("month", 1), ("year", 0)])
def test_date_diff_counts_whole_units(unit: str, expected: int) -> None:
    rows = "(1::bigint, 1.0, true, date '2021-12-15')"
    assert answer(f"select date_diff('{unit}', day, date '2022-01-15') as r from t", rows) == expected


def test_whole_numbers_divide_to_whole_numbers_and_nothing_inside_a_corrected_node_is_missed() -> None:
    assert answer("select -7 / nullif(n, 0) as r from t", "(2::bigint, 1.0, true, null::date)") == -3
    assert "DATE_SUB" in written("select sum(date_diff('day', day, day)) as r from t")


def test_spark_calls_monday_one() -> None:
    assert "WEEKDAY(t.day) + 1" in written("select day_of_week(day) as r from t", "spark")


def test_spark_shifts_an_instant_by_its_own_unit() -> None:
    assert "TIMESTAMPADD(HOUR, -5, CAST(t.day AS TIMESTAMP))" in written(
        "select cast(date_add('hour', -5, cast(day as timestamp)) as timestamp) as r from t", "spark"
    )
    assert "DATE_ADD(t.day, CAST(t.n AS INT))" in written(
        "select date_add('day', n, day) as r from t", "spark"
    )
