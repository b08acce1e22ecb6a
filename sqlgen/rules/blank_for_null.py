"""`split_part` and `regexp_extract` stand in `nullif(…, '')`: nothing found is blank or null, by engine."""

from collections.abc import Iterator

from sqlglot import exp

from sqlgen.rules.finding import Finding, Query


def find(query: Query) -> Iterator[Finding]:
    for node in query.find(exp.SplitPart, exp.RegexpExtract):
        around = node.parent
        if not (
            isinstance(around, exp.Nullif) and around.expression.is_string and around.expression.name == ""
        ):
            yield Finding(node, "nothing found is blank on one engine, null on another", "nullif(…, '')")
