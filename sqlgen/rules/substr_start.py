"""`substr` starts at 1 or counts from the end: position 0 means different things."""

from collections.abc import Iterator

from sqlglot import exp

from sqlgen.rules.finding import Finding, Query


def find(query: Query) -> Iterator[Finding]:
    for node in query.find(exp.Substring):
        start = node.args.get("start")
        if isinstance(start, exp.Literal) and start.name == "0":
            yield Finding(node, "substr from 0", "start at 1")
