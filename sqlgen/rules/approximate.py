"""No approximate aggregates: every engine has its own sketch."""

from collections.abc import Iterator

from sqlglot import exp

from sqlgen.rules.finding import Finding, Query

_KINDS = (exp.ApproxDistinct, exp.ApproxQuantile, exp.ApproxTopK)


def find(query: Query) -> Iterator[Finding]:
    for node in query.nodes():
        named = isinstance(node, exp.Anonymous) and node.name.lower().startswith("approx_")
        if named or isinstance(node, _KINDS):
            yield Finding(
                node,
                "an approximate aggregate",
                "count(distinct x), or row_number() and count(*) for a percentile",
            )
