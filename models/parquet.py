"""Writes and reads small result tables as Parquet, through a temporary name so that no half is ever seen."""

import os
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import duckdb
import numpy as np

from models.arrays import Anything
from models.frame.frame import Frame
from models.frame.tables import columns


def write_parquet(path: Path, table: Mapping[str, Anything]) -> None:
    """One column a key, in order; nan and None are written as null, words as text."""
    part = path.with_name(f".{path.name}.part")
    with _no_pandas(), duckdb.connect() as connection:
        connection.register("result", {name: _writable(values) for name, values in table.items()})
        target = str(part).replace("'", "''")
        connection.execute(f"copy (select * from result) to '{target}' (format parquet, compression zstd)")
    os.replace(part, path)


@contextmanager
def _no_pandas() -> Iterator[None]:
    """DuckDB asks for pandas at every text cell; told that there is none, it does not search the disk for it.

    Only while DuckDB writes: other libraries look into sys.modules too, and take None for pandas itself.
    """
    missing = "pandas" not in sys.modules
    if missing:
        sys.modules["pandas"] = None  # type: ignore[assignment]
    try:
        yield
    finally:
        if missing:
            del sys.modules["pandas"]


def read_parquet(path: Path) -> dict[str, Anything]:
    with duckdb.connect() as connection:
        quoted = str(path).replace("'", "''")
        return columns(connection, f"select * from read_parquet('{quoted}')")


def id_columns(frame: Frame) -> dict[str, Anything]:
    """The id columns of a frame by name, for a result table; dates stay dates, numbers numbers."""
    found: dict[str, Anything] = {}
    for place, name in enumerate(frame.id_names):
        values = frame.ids[:, place].tolist()
        kind = type(values[0]) if values else str
        if issubclass(kind, np.datetime64 | int | float) and all(isinstance(v, kind) for v in values):
            found[name] = np.array(values)
        elif values and hasattr(values[0], "isoformat"):
            found[name] = np.array([v.isoformat() for v in values], dtype="datetime64[us]")
        else:
            found[name] = np.array([str(v) for v in values], dtype=object)
    return found


def _writable(values: Anything) -> Anything:
    if values.dtype.kind == "U":
        return values.astype(object)
    if values.dtype.kind == "M":
        return values.astype("datetime64[us]")
    return values
