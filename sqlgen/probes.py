"""The probes of test/engines: small queries that use every allowed construct, translated like the rest."""

import json
from pathlib import Path
from typing import Any

from sqlgen.analyse import add_relation, new_schema
from sqlgen.compile import Compiled, compile_source
from sqlgen.source import Source
from sqlgen.yaml_reader import read_yaml

FOLDER = "test/engines/probes"


def build_probes(root: Path) -> tuple[dict[str, str], list[Compiled]]:
    """Generated files by path, and the compiled probes. @raises SqlgenError as any SQL file does."""
    declared = root / FOLDER / "rows.yaml"
    if not declared.is_file():
        return {}, []
    relations: dict[str, dict[str, Any]] = read_yaml(declared.read_text())
    schema = new_schema()
    for name, relation in relations.items():
        add_relation(schema, name, relation["columns"])
    files: dict[str, str] = {}
    compiled: list[Compiled] = []
    for path in sorted((root / FOLDER).glob("*.sql")):
        source = Source(f"{FOLDER}/{path.name}", "probe", path.stem, path.read_text())
        one = compile_source(source, schema, frozenset(relations), None)
        compiled.append(one)
        for engine, sql in one.sql.items():
            files[f"{FOLDER}/generated/{engine}/{path.name}"] = sql
    columns = {p.source.name: [{"name": n, "type": t} for n, t in p.columns.items()] for p in compiled}
    files[f"{FOLDER}/generated/columns.json"] = json.dumps(columns, indent=1) + "\n"
    return files, compiled
