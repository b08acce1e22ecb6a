"""No `greatest` or `least`: one engine skips nulls, the others return null."""

from collections.abc import Iterator

from sqlglot import exp

from sqlgen.rules.finding import Finding, Query


def find(query: Query) -> Iterator[Finding]:
    for node in query.find(exp.Greatest, exp.Least):
        yield Finding(node, f"{node.sql('athena')}", "case when a > b then a else b end")
