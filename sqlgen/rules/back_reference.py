"""No `$1` in a regular-expression replacement: one engine writes it out as it stands."""

from collections.abc import Iterator

from sqlglot import exp

from sqlgen.rules.finding import Finding, Query


def find(query: Query) -> Iterator[Finding]:
    for node in query.find(exp.RegexpReplace):
        replacement = node.args.get("replacement")
        if isinstance(replacement, exp.Literal) and "$" in replacement.name:
            yield Finding(
                node,
                "a back-reference in regexp_replace",
                "nullif(regexp_extract(…), ''), or clean at intake",
            )
