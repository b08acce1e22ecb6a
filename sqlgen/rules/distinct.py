"""A `distinct` (or a union without `all`) says in a comment `-- distinct: …` why there are repeats."""

from collections.abc import Iterator

from sqlglot import exp

from sqlgen.rules.finding import Finding, Query
from sqlgen.source import line_of


def find(query: Query) -> Iterator[Finding]:
    lines = query.source.text.splitlines()
    for node in query.find(exp.Select, exp.SetOperation):
        if isinstance(node, exp.Select):
            removes = node.args.get("distinct") is not None
            line = line_of(node.selects[0])
        else:
            removes = bool(node.args.get("distinct")) and isinstance(node, exp.Union)
            line = line_of(node.expression)
        near = lines[max(0, line - 4) : line + 1]
        if removes and not any("-- distinct:" in text for text in near):
            yield Finding(
                node,
                "rows are made distinct without a reason",
                "write `-- distinct: why` beside it, or union all",
            )
