"""Casts name one of the seven plain types: decimals, floats and zoned times differ between engines."""

from collections.abc import Iterator

from sqlglot import exp

from sqlgen.rules.finding import Finding, Query
from sqlgen.types import ATHENA, is_plain


def find(query: Query) -> Iterator[Finding]:
    for node in query.find(exp.Cast):
        if not is_plain(node.to):
            written = node.to.sql("athena").lower()
            yield Finding(node, f"a cast to {written}", f"one of {', '.join(ATHENA)}")
