"""The branches of a union give the same columns with the same plain types: engines widen differently."""

from collections.abc import Iterator

from sqlglot import exp

from sqlgen.rules.finding import Finding, Query
from sqlgen.types import describe, plain_type


def find(query: Query) -> Iterator[Finding]:
    for node in query.find_typed(exp.SetOperation):
        left, right = node.left.unnest(), node.right.unnest()
        if not (isinstance(left, exp.Query) and isinstance(right, exp.Query)):
            continue
        if len(left.selects) != len(right.selects):
            yield Finding(
                right,
                f"{len(left.selects)} columns beside {len(right.selects)}",
                "give both the same columns",
            )
            continue
        for a, b in zip(left.selects, right.selects, strict=True):
            if plain_type(a) is None or plain_type(a) != plain_type(b):
                both = f"`{a.alias_or_name}` is {describe(a)} here and {describe(b)} there"
                yield Finding(b, both, "cast both to one plain type; a null too")
