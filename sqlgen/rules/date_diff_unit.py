"""`date_diff` counts days, hours, minutes or seconds: whole months and years differ at month ends."""

from collections.abc import Iterator

from sqlglot import exp

from sqlgen.rules.finding import Finding, Query

_SAME = ("day", "hour", "minute", "second")


def find(query: Query) -> Iterator[Finding]:
    for node in query.find(exp.DateDiff):
        unit = node.text("unit").lower() or "day"
        if unit not in _SAME:
            yield Finding(node, f"date_diff in units of {unit}", "count days, or compare year() and month()")
