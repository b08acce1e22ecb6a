"""`date_trunc`, `date_add` and intervals stand in a cast: date on one engine, timestamp on another."""

from collections.abc import Iterator

from sqlglot import exp

from sqlgen.rules.finding import Finding, Query

_SHIFTS = (exp.DateTrunc, exp.TimestampTrunc, exp.DateAdd, exp.DateSub, exp.TsOrDsAdd, exp.TimestampAdd)


def find(query: Query) -> Iterator[Finding]:
    for node in query.nodes():
        shifts = isinstance(node, _SHIFTS) or (
            isinstance(node, exp.Add | exp.Sub) and isinstance(node.expression, exp.Interval)
        )
        if shifts and not isinstance(node.parent, exp.Cast):
            yield Finding(
                node, "a shifted or truncated date without a cast", "cast(… as date) or cast(… as timestamp)"
            )
