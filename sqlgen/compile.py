"""One SQL file through every gate: resolve, type, check the shape, lint, write for the other engines."""

from dataclasses import dataclass

from sqlglot import exp
from sqlglot.schema import MappingSchema

from sqlgen.analyse import analyse
from sqlgen.check_shape import check_output, output_columns
from sqlgen.faults import SqlgenError
from sqlgen.lint import lint
from sqlgen.rules.finding import Query
from sqlgen.source import Source
from sqlgen.transpile import ENGINES, transpile


@dataclass(frozen=True)
class Compiled:
    """A query that passed; `columns` are Athena types in order, `sql` holds the text for each engine."""

    source: Source
    tree: exp.Query
    columns: dict[str, str]
    sql: dict[str, str]


def compile_source(
    source: Source, schema: MappingSchema, known: frozenset[str], expected: dict[str, str] | None
) -> Compiled:
    """@param known: relations that this file may read. @raises SqlgenError with every fault found."""
    for name, node in source.inputs.items():
        if name not in known:
            raise SqlgenError(
                source.fault_at(
                    node, "relation", f"`{name}` is not known here", f"one of {_near(name, known)}"
                )
            )
    for cte in source.tree.find_all(exp.CTE):
        if cte.alias in known:
            fault = source.fault_at(
                cte.args["alias"], "relation", f"the block `{cte.alias}` hides a relation", "rename it"
            )
            raise SqlgenError(fault)
    tree = analyse(source, schema)
    faults = [
        *check_output(source, tree, expected),
        *lint(Query(source, source.tree, tree)),
    ]
    if faults:
        raise SqlgenError(*sorted(set(faults)))
    columns = {name: kind for name, kind in output_columns(tree).items() if kind is not None}
    origin = f"-- Generated from {source.file}; edit that file.\n"
    return Compiled(source, tree, columns, {e: f"{origin}{transpile(tree, e)}\n" for e in ENGINES})


def _near(name: str, known: frozenset[str]) -> str:
    words = set(name.split("_"))
    ranked = sorted(known, key=lambda k: (-len(words & set(k.split("_"))), k))
    return ", ".join(ranked[:6])
