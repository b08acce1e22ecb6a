"""Reads of modules/<source>/module.yaml what decides the shape and the history of a staged table."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from sqlgen.faults import Fault, SqlgenError
from sqlgen.yaml_reader import read_yaml

Columns = dict[str, str]

_LAKE_TYPE = {
    "text": "varchar",
    "integer": "bigint",
    "double": "double",
    "boolean": "boolean",
    "date": "date",
    "local_date": "date",
    "timestamp": "timestamp",
    "minutes_hms": "bigint",
    "iso_duration": "bigint",
}
BATCH_COLUMNS: Columns = {
    "batch_id": "varchar",
    "record_no": "bigint",
    "as_of": "timestamp",
    "change_no": "bigint",
    "operation": "varchar",  # upsert, delete, unread
    "delivery": "varchar",  # of the file: additive, delta, snapshot, partial, delete
    "known_from": "date",
    "known_basis": "varchar",
}
HISTORY_COLUMNS: Columns = {
    "source_key": "varchar",
    "batch_id": "varchar",
    "record_no": "bigint",
    "as_of": "timestamp",
    "change_no": "bigint",
    "known_from": "date",
    "known_basis": "varchar",
    "is_current": "boolean",
    "is_deleted": "boolean",
}
_TAKEN = set(BATCH_COLUMNS) | set(HISTORY_COLUMNS) | {"month"}


@dataclass(frozen=True)
class StagedTable:
    """One staged table: surviving columns with Athena types, and what orders and ends its versions."""

    module: str
    name: str
    about: str
    columns: Columns
    key: tuple[str, ...]
    partition: str | None
    delivery: str
    scope: tuple[str, ...]
    full_sets: bool  # some files hold every key there is
    kind_column: str | None  # tells full sets from deltas
    change_number: str | None
    as_of_columns: tuple[str, ...]
    deletable: bool  # some rows say that their key is gone

    @property
    def relation(self) -> str:
        return f"{self.module}_{self.name}"

    @property
    def staged(self) -> str:
        return f"staged_{self.relation}"

    @property
    def staged_columns(self) -> Columns:
        month = {"month": "varchar"} if self.partition else {}
        return {**self.columns, **BATCH_COLUMNS, **month}

    @property
    def history_columns(self) -> Columns:
        return {**self.columns, **HISTORY_COLUMNS}


def read_contract(path: Path, file: str) -> list[StagedTable]:
    """The staged tables of one module; tables that only delete rows of another, or are refused, have none."""
    text = path.read_text()
    try:
        document = read_yaml(text)
    except yaml.YAMLError as error:
        line = getattr(getattr(error, "problem_mark", None), "line", 0) + 1
        raise SqlgenError(
            Fault(file, line, "contract", "not readable as YAML", "correct the syntax")
        ) from error
    if not isinstance(document, dict) or not isinstance(document.get("tables"), dict):
        raise SqlgenError(Fault(file, 1, "contract", "no tables", "add `tables:` with at least one table"))
    tables = {n: t for n, t in document["tables"].items() if isinstance(t, dict)}
    deleted = {t.get("deletes") for t in tables.values() if t.get("delivery") == "delete"}
    module = str(document.get("module", path.parent.name))
    return [
        _table(module, name, table, name in deleted, _Place(file, text, name))
        for name, table in tables.items()
        if table.get("delivery") != "delete" and "refuse" not in table
    ]


@dataclass(frozen=True)
class _Place:
    file: str
    text: str
    table: str

    def fault(self, word: str, message: str, mend: str) -> SqlgenError:
        lines = self.text.splitlines()
        start = next((i for i, x in enumerate(lines) if x.strip().startswith(f"{self.table}:")), 0)
        line = next((i for i in range(start, len(lines)) if lines[i].strip().startswith(f"{word}:")), start)
        return SqlgenError(Fault(self.file, line + 1, "contract", f"{self.table}: {message}", mend))


def _table(module: str, name: str, table: dict[str, Any], deleted: bool, place: _Place) -> StagedTable:
    columns: Columns = {}
    for column, spec in (table.get("columns") or {}).items():
        spec = spec or {}
        privacy = spec.get("privacy")
        if privacy in ("identity", "drop"):
            continue
        if column in _TAKEN:
            raise place.fault(
                column, f"`{column}` is a name that every staged table has", "rename the column"
            )
        columns[column] = _lake_type(column, privacy, spec.get("type", "text"), place)
    key = tuple(table.get("key") or ())
    scope = tuple(table.get("scope") or ())
    partition = table.get("partition")
    delivery = str(table.get("delivery", "additive"))
    kind_column = (table.get("delivery_from") or {}).get("column")
    change_number = table.get("change_number")
    for word, names in (("key", key), ("scope", scope), ("partition", (partition,))):
        for column in names:
            if column is not None and column not in columns:
                raise place.fault(word, f"{word} names `{column}`, which does not reach the lake", "keep it")
    if not key:
        raise place.fault("key", "no key", "name the columns that tell one row from another")
    for column in key:
        if columns[column] == "double":
            raise place.fault("key", f"key `{column}` is a double", "read it as text")
    rules = table.get("as_of") or ()
    return StagedTable(
        module=module,
        name=name,
        about=str(table.get("about", "")),
        columns=columns,
        key=key,
        partition=partition,
        delivery=delivery,
        scope=scope,
        full_sets=delivery == "snapshot" or kind_column is not None,
        kind_column=kind_column,
        change_number=change_number,
        as_of_columns=tuple(r["column"] for r in rules if isinstance(r, dict) and "column" in r),
        deletable=deleted or "row_delete" in table,
    )


def _lake_type(column: str, privacy: object, kind: object, place: _Place) -> str:
    if privacy == "pseudonym":
        return "varchar"
    if privacy == "generalize":
        return "bigint"
    if privacy != "keep":
        raise place.fault(
            column, f"`{column}` has no privacy", "keep, pseudonym, identity, generalize or drop"
        )
    if kind not in _LAKE_TYPE:
        raise place.fault(
            column, f"`{column}` has the unknown type {kind!r}", f"one of {', '.join(_LAKE_TYPE)}"
        )
    return _LAKE_TYPE[str(kind)]
