"""A double becomes a whole number through floor or ceil: plain casts round in three different ways."""

from collections.abc import Iterator

from sqlglot import exp

from sqlgen.rules.finding import Finding, Query
from sqlgen.types import is_double

_WHOLE = (exp.Floor, exp.Ceil)


def find(query: Query) -> Iterator[Finding]:
    for node in query.find_typed(exp.Cast):
        if node.to.this not in exp.DataType.INTEGER_TYPES:
            continue
        inner = node.this.unnest()
        if is_double(inner) and not isinstance(inner, _WHOLE):
            yield Finding(
                node, "a double is cast to a whole number", "cast(floor(x + 5e-1) as bigint), or floor, ceil"
            )
