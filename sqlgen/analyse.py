"""Resolves every column of a query against the known relations and finds the type of each."""

import re

from sqlglot import exp
from sqlglot.dialects.athena import Athena
from sqlglot.errors import SqlglotError
from sqlglot.optimizer.annotate_types import TypeAnnotator, annotate_types
from sqlglot.optimizer.qualify import qualify
from sqlglot.schema import MappingSchema

from sqlgen.faults import SqlgenError
from sqlgen.source import Source

_BIGINT = {"returns": exp.DataType.Type.BIGINT}


def _as_first_argument(annotator: TypeAnnotator, node: exp.Expr) -> exp.Expr:
    return annotator._annotate_by_args(node, "this")


# Where sqlglot's Athena types are not those of the engine.
_METADATA = {
    **Athena.EXPRESSION_METADATA,
    **{
        kind: _BIGINT
        for kind in (
            exp.Year,
            exp.Quarter,
            exp.Month,
            exp.Week,
            exp.Day,
            exp.DayOfWeekIso,
            exp.DayOfYear,
            exp.DateDiff,
        )
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
        message = str(error).splitlines()[0]
        line = re.search(r"Line:? (\d+)", str(error))
        raise SqlgenError(
            source.fault(
                int(line[1]) if line else 1,
                "columns",
                re.sub(r"\.? Line:? \d+, Col:? \d+\.?.*", "", message),
                "name a column of the relation; an alias cannot be used in the select, where or group by beside it",
            )
        ) from error


def new_schema() -> MappingSchema:
    return MappingSchema(dialect="athena")


def add_relation(schema: MappingSchema, name: str, columns: dict[str, str]) -> None:
    schema.add_table(name, columns, dialect="athena")
