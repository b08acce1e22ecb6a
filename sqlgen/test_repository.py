"""The project's own SQL: without faults, generated afresh, and of the declared types on DuckDB."""

from functools import cache
from pathlib import Path

import duckdb
import pytest

from sqlgen import dictionary, schema_json
from sqlgen.build import Build, build
from sqlgen.drift import drifted

ROOT = Path(__file__).resolve().parent.parent


@cache
def made() -> Build:
    return build(ROOT, keep_going=True)


def test_the_sql_has_no_faults() -> None:
    assert [str(f) for f in made().faults] == []


def test_the_generated_files_are_those_of_a_fresh_generation() -> None:
    own = {schema_json.PATH: schema_json.schema_json(made()), dictionary.PATH: dictionary.dictionary(made())}
    assert drifted(ROOT, {**made().files, **own}, None) == []


def create(connection: duckdb.DuckDBPyConnection, name: str, columns: dict[str, str]) -> None:
    listed = ", ".join(f'"{column}" {kind}' for column, kind in columns.items())
    connection.execute(f"create or replace table {name} ({listed})")


def described(connection: duckdb.DuckDBPyConnection, sql: str) -> dict[str, str]:
    rows = connection.execute(f"describe {sql}").fetchall()
    return {str(name): str(kind).lower() for name, kind, *_ in rows}


def test_every_history_and_mapping_gives_the_declared_types_on_duckdb() -> None:
    if not made().staged:
        pytest.skip("no modules")
    with duckdb.connect() as connection:
        for module, tables in made().staged.items():
            folder = f"modules/{module}/generated/duckdb"
            for table in tables:
                create(connection, table.staged, table.staged_columns)
                for ending in ("", ".single"):
                    text = made().files[f"{folder}/{table.relation}{ending}.sql"]
                    assert described(connection, text) == table.history_columns, table.relation
                create(connection, table.relation, table.history_columns)
            for target, declared in made().catalog.targets.items():
                sql = made().files.get(f"{folder}/{target}.sql")
                if sql is not None:
                    assert described(connection, sql) == declared.columns, f"{module}/{target}"


def test_every_table_and_view_gives_the_declared_types_on_duckdb() -> None:
    with duckdb.connect() as connection:
        for name, declared in {**made().catalog.mapped, **made().catalog.reference}.items():
            create(connection, name, declared.columns)
        for name in made().order:
            one = made().tables[name]
            assert described(connection, one.sql["duckdb"]) == one.columns, name
            create(connection, name, one.columns)
