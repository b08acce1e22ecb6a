"""Tables have no order: `order by` belongs in a window, or beside a limit."""

from collections.abc import Iterator

from sqlglot import exp

from sqlgen.rules.finding import Finding, Query


def find(query: Query) -> Iterator[Finding]:
    for node in query.find(exp.Order):
        around = node.parent
        if isinstance(around, exp.Query) and around.args.get("limit") is None:
            yield Finding(node, "order by outside a window", "drop it; the reader orders")
        for key in node.expressions:
            inner = key.this if isinstance(key, exp.Ordered) else key
            if isinstance(inner, exp.Literal):
                yield Finding(node, "order by a constant", "name the column")
