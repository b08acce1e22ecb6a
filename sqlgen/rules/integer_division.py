"""A division has a double on one side: whole numbers divide differently on each engine."""

from collections.abc import Iterator

from sqlglot import exp

from sqlgen.rules.finding import Finding, Query
from sqlgen.types import describe, is_double


def find(query: Query) -> Iterator[Finding]:
    for node in query.find_typed(exp.Div):
        if not (is_double(node.this) or is_double(node.expression)):
            kinds = f"{describe(node.this)} / {describe(node.expression)}"
            yield Finding(
                node, f"{kinds} divides whole numbers", "cast one side: cast(a as double) / nullif(b, 0)"
            )
