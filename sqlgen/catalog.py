"""The declared relations: mapping targets with their lineage, and what the runtime binds beside them."""

import re
from dataclasses import dataclass, field
from pathlib import Path

from sqlgen.faults import Fault, SqlgenError
from sqlgen.types import ATHENA
from sqlgen.yaml_reader import read_yaml

Columns = dict[str, str]
TARGETS = "sql/mapping-targets.yaml"
REFERENCE = "sql/reference-tables.yaml"


@dataclass(frozen=True)
class Declared:
    """A relation whose shape is written down, not derived."""

    about: str
    key: tuple[str, ...]
    columns: Columns
    notes: dict[str, str] = field(default_factory=dict)  # column to what its comment says


@dataclass(frozen=True)
class Catalog:
    targets: dict[str, Declared]
    reference: dict[str, Declared]

    @property
    def mapped(self) -> dict[str, Declared]:
        return {f"mapped_{name}": target for name, target in self.targets.items()}


def read_catalog(root: Path) -> Catalog:
    """Targets carry their lineage columns last."""
    targets = read_yaml((root / TARGETS).read_text())
    text = (root / REFERENCE).read_text()
    reference = read_yaml(text)
    notes = comment_notes(text)
    lineage: Columns = targets["lineage"]
    return Catalog(
        targets={
            name: _declared(TARGETS, name, {**spec, "columns": {**spec["columns"], **lineage}})
            for name, spec in targets["targets"].items()
        },
        reference={
            name: _declared(REFERENCE, name, spec, notes.get(name, {})) for name, spec in reference.items()
        },
    )


_TABLE = re.compile(r"(\w+):\s*$")
_COLUMN = re.compile(r" {4}(\w+): \w+\s+# (.+?)\s*$")


def comment_notes(text: str) -> dict[str, dict[str, str]]:
    """What stands behind a column of a table, by table and column; YAML itself drops its comments."""
    found: dict[str, dict[str, str]] = {}
    table = ""
    for line in text.splitlines():
        if m := _TABLE.match(line):
            table = m[1]
        elif m := _COLUMN.match(line):
            found.setdefault(table, {})[m[1]] = m[2]
    return found


def _declared(file: str, name: str, spec: dict[str, object], notes: dict[str, str] | None = None) -> Declared:
    columns = spec["columns"]
    assert isinstance(columns, dict)
    for column, kind in columns.items():
        if kind not in ATHENA:
            raise SqlgenError(
                Fault(
                    file, 1, "type", f"{name}.{column} has the type {kind!r}", f"one of {', '.join(ATHENA)}"
                )
            )
    key = spec.get("key") or ()
    assert isinstance(key, list | tuple)
    return Declared(
        about=str(spec.get("about", "")),
        key=tuple(str(k) for k in key),
        columns=dict(columns),
        notes=notes or {},
    )
