"""A denominator is `nullif(…, 0)`: a zero is an error on one engine, infinity or null on the others."""

from collections.abc import Iterator

from sqlglot import exp

from sqlgen.rules.finding import Finding, Query


def find(query: Query) -> Iterator[Finding]:
    for node in query.find(exp.Div, exp.Mod):
        below = node.expression
        while isinstance(below, exp.Cast | exp.Paren):
            below = below.this
        safe = isinstance(below, exp.Nullif) or (
            isinstance(below, exp.Literal) and float(below.name or 0) != 0
        )
        if not safe:
            yield Finding(node, f"`{below.sql('athena')}` may be zero", "divide by nullif(…, 0)")
