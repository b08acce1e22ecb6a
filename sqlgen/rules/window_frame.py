"""Window frames count rows: a range over dates is refused by one engine."""

from collections.abc import Iterator

from sqlglot import exp

from sqlgen.rules.finding import Finding, Query


def find(query: Query) -> Iterator[Finding]:
    for node in query.find(exp.WindowSpec):
        if str(node.args.get("kind", "")).upper() != "ROWS":
            yield Finding(node, "a window frame that is not in rows", "rows between … and …")
