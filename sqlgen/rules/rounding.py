"""A double is rounded by `floor(1e1 * x + 5e-1) / 1e1` or by the reader: engines break ties differently."""

from collections.abc import Iterator

from sqlglot import exp

from sqlgen.rules.finding import Finding, Query
from sqlgen.types import is_whole


def find(query: Query) -> Iterator[Finding]:
    for node in query.find_typed(exp.Round):
        if not is_whole(node.this):
            yield Finding(
                node, "round() of a double", "floor(1e1 * x + 5e-1) / 1e1, or leave it to the reader"
            )
