"""No decimal literals: `0.9` is a decimal with few digits on one engine and a double on another."""

from collections.abc import Iterator

from sqlglot import exp

from sqlgen.rules.finding import Finding, Query


def find(query: Query) -> Iterator[Finding]:
    for node in query.find(exp.Literal):
        if not node.is_string and "." in node.name and "e" not in node.name.lower():
            yield Finding(
                node, f"the literal {node.name} is a decimal", "write it with an exponent, such as 9e-1"
            )
