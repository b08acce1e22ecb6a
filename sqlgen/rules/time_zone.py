"""A zone is changed only as `cast(ts at time zone 'UTC' at time zone 'Zone/Name' as timestamp)`."""

from collections.abc import Iterator

from sqlglot import exp

from sqlgen.rules.finding import Finding, Query

_NAMED = ("at_timezone", "with_timezone", "timezone_hour", "timezone_minute", "from_iso8601_timestamp")
_MEND = (
    "cast(ts at time zone 'UTC' at time zone 'Zone/Name' as timestamp), or the type local_date in module.yaml"
)


def find(query: Query) -> Iterator[Finding]:
    for node in query.nodes():
        if isinstance(node, exp.Anonymous) and node.name.lower() in _NAMED:
            yield Finding(node, f"{node.name} is not known to the other engines", _MEND)
        elif isinstance(node, exp.AtTimeZone) and not isinstance(node.parent, exp.AtTimeZone):
            inner = node.this
            from_utc = isinstance(inner, exp.AtTimeZone) and inner.args["zone"].name == "UTC"
            if not from_utc or not isinstance(node.parent, exp.Cast):
                yield Finding(node, "a change of zone that engines read differently", _MEND)
