"""One query of an analyst from Athena's dialect to another, with the corrections of the project's own SQL."""

import json
from pathlib import Path

from sqlgen.analyse import add_relation, analyse, new_schema
from sqlgen.schema_json import PATH
from sqlgen.source import Source
from sqlgen.transpile import transpile


def translate(root: Path, sql: str, engine: str) -> str:
    """Tables and views are those of the generated schema. @raises SqlgenError as `file` "query"."""
    document = json.loads((root / PATH).read_text())
    schema = new_schema()
    for part in ("tables", "mapped", "reference"):
        for name, relation in document[part].items():
            add_relation(schema, name, {c["name"]: c["type"] for c in relation["columns"]})
    return transpile(analyse(Source("query", "query", "query", sql), schema), engine)
