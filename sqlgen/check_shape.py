"""Does a query give the columns that it must: names, order, plain types, and what its header promises?"""

from collections.abc import Iterator

from sqlglot import exp

from sqlgen.faults import Fault
from sqlgen.source import Source, line_of
from sqlgen.types import describe, plain_type

PARTITION_COLUMN = {
    "month": ("month", "varchar"),
    "school_year": ("school_year", "integer"),
    "all": ("part", "varchar"),
}


def output_columns(tree: exp.Query) -> dict[str, str | None]:
    """Athena types of the output; None where the type is not plain."""
    return {s.alias_or_name: plain_type(s) for s in tree.selects}


def check_output(source: Source, tree: exp.Query, expected: dict[str, str] | None) -> Iterator[Fault]:
    """@param expected: the declared columns in order, or None where the file itself declares them."""
    selects = tree.selects
    names = [s.alias_or_name for s in selects]
    for select in selects:
        if not select.alias_or_name or plain_type(select) is None:
            yield source.fault(
                line_of(select),
                "type",
                f"`{select.alias_or_name}` has the type {describe(select)}",
                "end with an explicit cast to a plain type",
            )
    for name in sorted({n for n in names if names.count(n) > 1}):
        yield source.fault(line_of(tree), "columns", f"`{name}` stands twice", "name each column once")
    if expected is not None:
        yield from _compare(source, tree, expected)
    header = source.header
    if source.layer in ("core", "mart") and header.partition in PARTITION_COLUMN:
        column, kind = PARTITION_COLUMN[header.partition]
        if not names or names[-1] != column or plain_type(selects[-1]) != kind:
            yield source.fault(
                line_of(selects[-1]),
                "partition",
                f"the last column must be `{column}` {kind}",
                f"add `{column}` as the last column",
            )
    for word, wanted in (("keys", header.keys), ("affects", header.affects or ())):
        for name in wanted:
            if expected is None and name not in names:
                yield source.fault(
                    1,
                    "header",
                    f"{word} names `{name}`, which is not a column",
                    f"columns: {', '.join(names)}",
                )


def _compare(source: Source, tree: exp.Query, expected: dict[str, str]) -> Iterator[Fault]:
    selects = {s.alias_or_name: s for s in tree.selects}
    names = list(selects)
    for name in expected:
        if name not in selects:
            yield source.fault(
                line_of(tree.selects[-1]),
                "columns",
                f"`{name}` {expected[name]} is missing",
                f"cast(null as {expected[name]}) as {name}",
            )
    for name, select in selects.items():
        if name not in expected:
            yield source.fault(
                line_of(select),
                "columns",
                f"`{name}` is not a column of the target",
                f"columns: {', '.join(expected)}",
            )
        elif plain_type(select) not in (None, expected[name]):
            yield source.fault(
                line_of(select),
                "type",
                f"`{name}` has the type {describe(select)}, the target wants {expected[name]}",
                f"cast(… as {expected[name]})",
            )
    if set(names) == set(expected) and names != list(expected):
        first = next(n for n, e in zip(names, expected, strict=True) if n != e)
        yield source.fault(
            line_of(selects[first]),
            "columns",
            f"`{first}` stands out of order",
            f"order: {', '.join(expected)}",
        )
