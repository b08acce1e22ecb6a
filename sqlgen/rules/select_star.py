"""A select names its columns: `select *` changes whenever its source does."""

from collections.abc import Iterator

from sqlglot import exp

from sqlgen.rules.finding import Finding, Query


def find(query: Query) -> Iterator[Finding]:
    for star in query.find(exp.Star):
        if not isinstance(star.parent, exp.Count):
            yield Finding(star, "select *", "list the columns; count(*) is fine")
