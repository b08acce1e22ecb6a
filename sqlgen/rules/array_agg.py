"""`array_agg` stands only as `array_sort(array_agg(x) filter (where x is not null))`: order, nulls differ."""

from collections.abc import Iterator

from sqlglot import exp

from sqlgen.rules.finding import Finding, Query


def find(query: Query) -> Iterator[Finding]:
    for node in query.find(exp.ArrayAgg):
        around = node.parent
        filtered = isinstance(around, exp.Filter)
        outer = around.parent if filtered and around is not None else None
        if isinstance(node.this, exp.Order) or not filtered or not isinstance(outer, exp.ArraySort):
            yield Finding(
                node,
                "the order and the nulls of array_agg differ between engines",
                "array_sort(array_agg(x) filter (where x is not null)), or row_number() = 1",
            )
