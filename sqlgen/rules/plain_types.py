"""Casts name one of the seven plain types: decimals, floats and zoned times differ between engines."""

from collections.abc import Iterator

from sqlglot import exp

from sqlgen.rules.finding import Finding, Query
from sqlgen.types import ATHENA


def find(query: Query) -> Iterator[Finding]:
    for node in query.written.find_all(exp.Cast):
        written = node.to.sql("athena").lower()
        if ("integer" if written == "int" else written) not in ATHENA:
            yield Finding(node, f"a cast to {written}", f"one of {', '.join(ATHENA)}")
