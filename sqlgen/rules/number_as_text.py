"""A double or a timestamp becomes text only by a pattern: each engine prints it its own way."""

from collections.abc import Iterator

from sqlglot import exp

from sqlgen.rules.finding import Finding, Query
from sqlgen.types import is_double, is_text, plain_type


def find(query: Query) -> Iterator[Finding]:
    for node in query.find_typed(exp.Cast):
        to_text = node.to.this in exp.DataType.TEXT_TYPES
        if (
            to_text
            and not is_text(node.this)
            and (is_double(node.this) or plain_type(node.this) == "timestamp")
        ):
            yield Finding(
                node, "a double or a timestamp is cast to text", "date_format(ts, …), or keep the number"
            )
