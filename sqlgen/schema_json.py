"""The lake's schema as one JSON file: what writers, the catalog and the tests read instead of parsing SQL."""

import json
from typing import Any

from sqlgen.build import Build
from sqlgen.catalog import Declared
from sqlgen.column_notes import column_notes
from sqlgen.compile import Compiled
from sqlgen.contract import StagedTable

PATH = "sql/generated/schema.json"
LAYER = {"core": "core", "mart": "mart", "views": "view", "features": "feature"}


def schema_json(made: Build) -> str:
    """Deterministic text; types are Athena's."""
    document = {
        "tables": {
            n: _table(one) for n, one in sorted(made.tables.items()) if one.source.layer != "features"
        },
        "mapped": {
            name: {**_declared(d), "modules": sorted(made.mappings.get(name.removeprefix("mapped_"), []))}
            for name, d in sorted(made.catalog.mapped.items())
        },
        "reference": {name: _declared(d) for name, d in sorted(made.catalog.reference.items())},
        "staged": {
            module: {t.name: _staged(t) for t in sorted(tables, key=lambda t: t.name)}
            for module, tables in sorted(made.staged.items())
        },
        "order": [n for n in made.order if made.tables[n].source.layer in ("core", "mart")],
        # Made for the models, not stored: in the order in which they read each other.
        "features": {
            n: _table(made.tables[n]) for n in made.order if made.tables[n].source.layer == "features"
        },
    }
    return json.dumps(document, indent=1, ensure_ascii=False) + "\n"


def _table(one: Compiled) -> dict[str, Any]:
    header = one.source.header
    notes = column_notes(one.source, list(one.columns))
    return {
        "layer": LAYER[one.source.layer],
        "partition": header.partition or None,
        "affects": list(header.affects) if header.affects else None,
        "grain": header.grain,
        "keys": list(header.keys),
        "owner": header.owner,
        "comment": header.sentence,
        "inputs": list(one.source.inputs),
        "columns": _columns(one.columns, notes),
    }


def _declared(declared: Declared) -> dict[str, Any]:
    return {"comment": declared.about, "keys": list(declared.key), "columns": _columns(declared.columns, {})}


def _staged(table: StagedTable) -> dict[str, Any]:
    return {
        "relation": table.relation,
        "comment": table.about,
        "key": list(table.key),
        "partition": table.partition,
        "delivery": table.delivery,
        "scope": list(table.scope),
        "deletable": table.deletable,
        "full_sets": table.full_sets,
        "columns": _columns(table.staged_columns, {}),
        "history": _columns(table.history_columns, {}),
    }


def _columns(columns: dict[str, str], notes: dict[str, str]) -> list[dict[str, str]]:
    return [
        {"name": name, "type": kind, **({"comment": notes[name]} if name in notes else {})}
        for name, kind in columns.items()
    ]
