"""Joins say `on`: after `using`, engines disagree on which side a column may be read from."""

from collections.abc import Iterator

from sqlglot import exp

from sqlgen.rules.finding import Finding, Query


def find(query: Query) -> Iterator[Finding]:
    for node in query.find(exp.Join):
        if node.args.get("using"):
            yield Finding(node, "join using", "on a.key = b.key")
        if node.method.upper() == "NATURAL":
            yield Finding(node, "natural join", "on a.key = b.key")
