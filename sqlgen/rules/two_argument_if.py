"""`if` has three arguments: with two, one engine refuses it."""

from collections.abc import Iterator

from sqlglot import exp

from sqlgen.rules.finding import Finding, Query


def find(query: Query) -> Iterator[Finding]:
    for node in query.find(exp.If):
        if not isinstance(node.parent, exp.Case) and node.args.get("false") is None:
            yield Finding(node, "if with two arguments", "case when … then … end")
