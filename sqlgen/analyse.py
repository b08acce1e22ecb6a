"""Resolves every column of a query against the known relations and finds the type of each."""

import re
from typing import Any

from sqlglot import exp
from sqlglot.dialects.athena import Athena
from sqlglot.errors import SqlglotError
from sqlglot.optimizer.annotate_types import TypeAnnotator, annotate_types
from sqlglot.optimizer.qualify import qualify
from sqlglot.schema import MappingSchema

from sqlgen.faults import Fault, SqlgenError
from sqlgen.source import Source

_BIGINT = {"returns": exp.DataType.Type.BIGINT}
_VARCHAR = {"returns": exp.DataType.Type.VARCHAR}


def _as_first_argument(annotator: TypeAnnotator, node: exp.Expr) -> exp.Expr:
    return annotator._annotate_by_args(node, "this")


# Where sqlglot's Athena types are not those of the engine.
_METADATA: dict[type[exp.Expr], Any] = {
    **Athena.EXPRESSION_METADATA,
    **{
        kind: _BIGINT
        for kind in (
            exp.Year,
            exp.Quarter,
            exp.Month,
            exp.WeekOfYear,
            exp.Day,
            exp.DayOfWeekIso,
            exp.DayOfYear,
            exp.DateDiff,
        )
    },
    **{
        kind: _VARCHAR for kind in (exp.Replace, exp.Pad, exp.SplitPart, exp.RegexpExtract, exp.RegexpReplace)
    },
    exp.ArgMax: {"annotator": _as_first_argument},
    exp.ArgMin: {"annotator": _as_first_argument},
}


def analyse(source: Source, schema: MappingSchema) -> exp.Query:
    """A copy of the query with every column qualified and every node typed.

    @raises SqlgenError naming file and line of a column that cannot be resolved.
    """
    try:
        tree = qualify(
            source.tree.copy(),
            dialect="athena",
            schema=schema,
            # Athena does not read an alias of the same select list; neither may the others.
            expand_alias_refs=False,
            quote_identifiers=False,
            identify=False,
        )
        return annotate_types(tree, schema=schema, dialect="athena", expression_metadata=_METADATA)
    except SqlglotError as error:
        raise SqlgenError(_fault(source, str(error).splitlines()[0])) from error


def _fault(source: Source, message: str) -> Fault:
    place = re.search(r"\.? Line:? (\d+), Col:? \d+", message)
    named = re.search(r"column: (\w+)", message)
    if place:
        line = int(place[1])
    else:
        lines = enumerate(source.text.splitlines(), start=1)
        word = re.compile(rf"\b{named[1]}\b") if named else re.compile("select")
        line = next((n for n, text in lines if word.search(text)), 1)
    shown = message[: place.start()] if place else message
    mend = "name a column of the relation; a select cannot read its own aliases"
    return source.fault(line, "columns", shown, mend)


def new_schema() -> MappingSchema:
    return MappingSchema(dialect="athena")


def add_relation(schema: MappingSchema, name: str, columns: dict[str, str]) -> None:
    schema.add_table(name, columns, dialect="athena")
