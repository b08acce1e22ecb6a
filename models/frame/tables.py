"""Reads one table of a task through DuckDB: a file below the data folder, or a query beside the task file."""

import re
from pathlib import Path
from typing import Any

import duckdb
import numpy as np

from models.arrays import Anything
from models.faults import FileMissing, FileUnreadable, TaskFileWrong
from models.task import Task, query_text
from models.threads import threads


def connect(data: Path) -> duckdb.DuckDBPyConnection:
    """A database in memory which can read the data folder and nothing else on this machine."""
    connection = duckdb.connect()
    connection.execute(f"set threads = {threads()}")
    connection.execute("set preserve_insertion_order = true")
    connection.execute(f"set allowed_directories = [{_quoted(str(data.resolve()))}]")
    connection.execute("set enable_external_access = false")
    connection.execute("set lock_configuration = true")
    return connection


def load(connection: duckdb.DuckDBPyConnection, task: Task, data: Path, name: str, table: str) -> list[str]:
    """Makes the temporary table `name` of what the task calls `table`; returns its columns."""
    source = _query(task, data, table) if table.endswith(".sql") else _scan(task, data, table)
    try:
        connection.execute(f"create temp table {name} as {source}")
    except duckdb.IOException:
        mend = f"Put the files that {table} reads below the data folder."
        raise FileMissing(
            "A file of the query is not there", where=f"{task.name}: {table}", mend=mend
        ) from None
    except duckdb.ConversionException:
        # The engine's message quotes the cell.
        mend = "A cell does not have the type which the query casts to."
        raise FileUnreadable("A cell has another type", where=f"{task.name}: {table}", mend=mend) from None
    except duckdb.InvalidInputException:
        raise FileUnreadable(
            "Not a table of the kind its name says", where=f"{task.name}: {table}", mend="Check the file."
        ) from None
    except duckdb.Error as error:
        first = str(error).splitlines()[0]
        raise FileUnreadable("The table cannot be read", where=f"{task.name}: {table}", mend=first) from None
    return [str(row[0]) for row in connection.execute(f"describe {name}").fetchall()]


def columns(connection: duckdb.DuckDBPyConnection, query: str) -> dict[str, Anything]:
    """Each column of a query's result as an array; blank is nan, NaT or None."""
    found = connection.execute(query).fetchnumpy()
    return {name: _plain(values) for name, values in found.items()}


def _plain(values: Any) -> Anything:
    if not isinstance(values, np.ma.MaskedArray):
        return np.asarray(values)
    blank: Any = {"M": np.datetime64("NaT"), "O": None}.get(values.dtype.kind, np.nan)
    there: Anything = values.data.astype(np.float64) if values.dtype.kind in "biuf" else values.data.copy()
    there[np.ma.getmaskarray(values)] = blank
    return there


def _scan(task: Task, data: Path, table: str) -> str:
    path = data / table
    if not path.resolve().is_relative_to(data.resolve()) or not path.is_file():
        raise FileMissing(
            "No such table", where=f"{task.name}: {table}", mend="Put it below the data folder."
        )
    if table.endswith(".parquet"):
        return f"select * from read_parquet({_quoted(str(path.resolve()))})"
    if re.search(r"\.(csv|tsv|txt)(\.gz)?$", table):
        more = f", delim = {_quoted(task.data.delimiter)}" if task.data.delimiter else ""
        return (
            f"select * from read_csv({_quoted(str(path.resolve()))}, header = true, sample_size = -1{more})"
        )
    raise TaskFileWrong(
        "Not a kind of table", where=f"{task.name}: data", mend="Name a .parquet, .csv, .csv.gz or .sql file."
    )


def _query(task: Task, data: Path, table: str) -> str:
    """The query with {data} and the task's own {values} put in, quotes doubled."""
    words = {"data": str(data.resolve()), **{name: str(value) for name, value in task.data.values.items()}}

    def put(match: re.Match[str]) -> str:
        if match[1] not in words:
            mend = "Give it under data.values."
            raise TaskFileWrong(
                f"The query asks for {{{match[1]}}}", where=f"{task.name}: {table}", mend=mend
            )
        return words[match[1]].replace("'", "''")

    return re.sub(r"\{(\w+)\}", put, query_text(task, table))


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"
