"""Comparisons, `||` and coalesce keep to one family of types: Athena refuses what the others guess."""

from collections.abc import Iterator

from sqlglot import exp

from sqlgen.rules.finding import Finding, Query
from sqlgen.types import describe, is_number, plain_type

_COMPARED = (exp.EQ, exp.NEQ, exp.GT, exp.GTE, exp.LT, exp.LTE, exp.NullSafeEQ, exp.NullSafeNEQ)
_FAMILY = {"date": "time", "timestamp": "time"}


def find(query: Query) -> Iterator[Finding]:
    for node in query.typed_nodes():
        if isinstance(node, _COMPARED):
            parts = [node.this, node.expression]
        elif isinstance(node, exp.Between):
            parts = [node.this, node.args["low"], node.args["high"]]
        elif isinstance(node, exp.In) and node.expressions or isinstance(node, exp.Coalesce):
            parts = [node.this, *node.expressions]
        elif isinstance(node, exp.DPipe):
            parts = [node.this, node.expression, exp.cast(exp.null(), "varchar")]
            parts[2].type = exp.DataType.build("varchar")
        else:
            continue
        families = {f for p in parts if (f := _family(p)) is not None}
        if len(families) > 1:
            kinds = ", ".join(describe(p) for p in parts[: 2 if isinstance(node, exp.DPipe) else None])
            yield Finding(node, f"types that do not meet: {kinds}", "cast one side to the type of the other")


def _family(node: exp.Expr) -> str | None:
    if is_number(node):
        return "number"
    kind = plain_type(node)
    return _FAMILY.get(kind, kind) if kind is not None else None
