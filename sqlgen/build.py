"""From module.yaml and SQL files to the full set of generated files, or the faults that prevent it."""

from dataclasses import dataclass, field
from pathlib import Path

from sqlgen.analyse import add_relation, new_schema
from sqlgen.catalog import Catalog, read_catalog
from sqlgen.compile import Compiled, compile_source
from sqlgen.contract import StagedTable, read_contract
from sqlgen.dialect import DIALECTS
from sqlgen.faults import Fault, SqlgenError
from sqlgen.history import history_sql, single_sql
from sqlgen.order import in_order
from sqlgen.probes import build_probes
from sqlgen.source import LAYERS, read_mappings, read_sources

_READABLE = {
    "core": ("core",),
    "mart": ("core", "mart"),
    "views": ("core", "mart", "views"),
    "features": LAYERS,
}


@dataclass
class Build:
    """What a build found: generated files by path, staged tables by module, compiled files by relation."""

    catalog: Catalog
    files: dict[str, str] = field(default_factory=dict)
    staged: dict[str, list[StagedTable]] = field(default_factory=dict)
    mappings: dict[str, list[str]] = field(default_factory=dict)
    tables: dict[str, Compiled] = field(default_factory=dict)
    order: list[str] = field(default_factory=list)
    probes: list[Compiled] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)


def module_names(root: Path) -> list[str]:
    return sorted(p.parent.name for p in (root / "modules").glob("*/module.yaml"))


def build(root: Path, only: str | None = None, keep_going: bool = False) -> Build:
    """@param only: the name of one module; then nothing but that module is built."""
    made = Build(read_catalog(root))
    try:
        for module in [only] if only else module_names(root):
            with _Collect(made, keep_going):
                _build_module(made, root, module, keep_going)
        if only is None:
            _build_tables(made, root, keep_going)
            with _Collect(made, keep_going):
                files, made.probes = build_probes(root)
                made.files |= files
    except SqlgenError as error:
        made.faults += error.faults
    return made


class _Collect:
    """Keeps the faults of one file and goes on, or lets the first stop the build."""

    def __init__(self, made: Build, keep_going: bool) -> None:
        self._made, self._keep_going = made, keep_going

    def __enter__(self) -> None:
        return None

    def __exit__(self, _kind: object, error: BaseException | None, _trace: object) -> bool:
        if not isinstance(error, SqlgenError) or not self._keep_going:
            return False
        self._made.faults += error.faults
        return True


def _build_module(made: Build, root: Path, module: str, keep_going: bool) -> None:
    folder = f"modules/{module}"
    tables = read_contract(root / folder / "module.yaml", f"{folder}/module.yaml")
    made.staged[module] = tables
    schema = new_schema()
    for table in tables:
        add_relation(schema, table.relation, table.history_columns)
    for table in tables:
        for dialect in DIALECTS:
            place = f"{folder}/generated/{dialect.name}/{table.relation}"
            made.files[f"{place}.sql"] = history_sql(table, dialect)
            made.files[f"{place}.single.sql"] = single_sql(table, dialect)
    known = frozenset(t.relation for t in tables)
    for source in read_mappings(root, module):
        with _Collect(made, keep_going):
            target = made.catalog.targets.get(source.name)
            if target is None:
                names = ", ".join(made.catalog.targets)
                raise SqlgenError(
                    source.fault(1, "relation", f"`{source.name}` is not a target", f"one of {names}")
                )
            one = compile_source(source, schema, known, target.columns)
            made.mappings.setdefault(source.name, []).append(module)
            for engine, sql in one.sql.items():
                made.files[f"{folder}/generated/{engine}/{source.name}.sql"] = sql


def _build_tables(made: Build, root: Path, keep_going: bool) -> None:
    sources = in_order(read_sources(root))
    schema = new_schema()
    shapes = {**made.catalog.mapped, **made.catalog.reference}
    for name, declared in shapes.items():
        add_relation(schema, name, declared.columns)
    layer = {s.name: s.layer for s in sources}
    failed: set[str] = set()
    for source in sources:
        if failed & set(source.inputs):
            failed.add(source.name)  # its fault is the other file's
            continue
        with _Collect(made, keep_going):
            failed.add(source.name)
            below = {n for n, at in layer.items() if at in _READABLE[source.layer]} - {source.name}
            declared_here = made.catalog.mapped if source.layer == "core" else {}
            known = frozenset(below | set(made.catalog.reference) | set(declared_here))
            one = compile_source(source, schema, known, None)
            add_relation(schema, source.name, one.columns)
            made.tables[source.name] = one
            made.order.append(source.name)
            for engine, sql in one.sql.items():
                made.files[f"sql/generated/{engine}/{source.layer}/{source.name}.sql"] = sql
            failed.discard(source.name)
