"""JSON is read at intake, never in SQL: numbers, subtrees and bad text differ between engines."""

from collections.abc import Iterator

from sqlglot import exp

from sqlgen.rules.finding import Finding, Query


def find(query: Query) -> Iterator[Finding]:
    for node in query.nodes():
        named = isinstance(node, exp.Anonymous) and "json" in node.name.lower()
        if named or (isinstance(node, exp.Func) and "JSON" in type(node).__name__.upper()):
            yield Finding(node, "a JSON function", "declare the path in module.yaml")
