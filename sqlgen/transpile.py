"""One analysed query in the words of another engine, with the corrections that make the results equal."""

from sqlglot import exp

from sqlgen.types import is_whole, plain_type

ENGINES = ("duckdb", "spark")


def transpile(tree: exp.Query, engine: str) -> str:
    """@param tree: qualified and annotated; types decide how whole numbers are divided and summed."""
    copy = tree.copy()
    correct = _duckdb if engine == "duckdb" else _spark
    for node in reversed(
        list(copy.bfs())
    ):  # innermost first, so that nothing inside a replaced node is missed
        correct(node)
    return copy.sql(dialect=engine, pretty=True, comments=False, max_text_width=100, copy=False)


def _duckdb(node: exp.Expr) -> None:
    if isinstance(node, exp.DateDiff):
        # DuckDB's date_diff counts boundaries crossed; Athena counts whole units, as date_sub does.
        unit = exp.Literal.string(node.text("unit").lower() or "day")
        node.replace(exp.Anonymous(this="DATE_SUB", expressions=[unit, node.expression, node.this]))
    elif isinstance(node, exp.CountIf):
        # DuckDB's count_if gives null, not 0, where no row has a true or false; and 128 bits.
        true = exp.Case(ifs=[exp.If(this=node.this, true=exp.Literal.number(1))])
        node.replace(exp.Count(this=true, big_int=True))
    elif isinstance(node, exp.ArgMax | exp.ArgMin):
        # DuckDB's max_by passes over rows whose first argument is null.
        name = "ARG_MAX_NULL" if isinstance(node, exp.ArgMax) else "ARG_MIN_NULL"
        node.replace(exp.Anonymous(this=name, expressions=[node.this, node.expression]))
    elif isinstance(node, exp.Sum) and is_whole(node):
        # DuckDB widens a sum of whole numbers to 128 bits, which no other engine reads from Parquet.
        _as_bigint(node)


# Spark gives these as 32-bit numbers.
_NARROW = (
    exp.Year,
    exp.Quarter,
    exp.Month,
    exp.WeekOfYear,
    exp.Day,
    exp.DayOfYear,
    exp.DateDiff,
    exp.RowNumber,
    exp.Rank,
    exp.DenseRank,
    exp.Ntile,
    exp.Length,
    exp.StrPosition,
)


def _spark(node: exp.Expr) -> None:
    if isinstance(node, exp.DayOfWeekIso):
        # sqlglot's own translation calls Monday day 3; Spark's weekday() calls it 0.
        weekday = exp.Anonymous(this="WEEKDAY", expressions=[node.this])
        monday_one = exp.Paren(this=exp.Add(this=weekday, expression=exp.Literal.number(1)))
        node.replace(exp.Cast(this=monday_one, to=exp.DataType.build("bigint")))
    elif isinstance(node, exp.DateAdd):
        _spark_date_add(node)
    elif isinstance(node, _NARROW):
        _as_bigint(node)


def _spark_date_add(node: exp.DateAdd) -> None:
    count = node.expression
    if count.type is not None and count.type.this == exp.DataType.Type.BIGINT:
        count = exp.Cast(this=count.copy(), to=exp.DataType.build("int"))  # Spark shifts by 32-bit numbers
        node.set("expression", count)
    if plain_type(node.this) == "timestamp":
        # sqlglot adds days, whatever the unit, and drops the time of day.
        unit = exp.Var(this=node.text("unit").upper() or "DAY")
        node.replace(exp.Anonymous(this="TIMESTAMPADD", expressions=[unit, count, node.this]))


def _as_bigint(node: exp.Expr) -> None:
    """Casts the call together with its filter and window."""
    while isinstance(node.parent, exp.Filter | exp.Window) and node.parent.this is node:
        node = node.parent
    if not isinstance(node.parent, exp.Cast):
        node.replace(exp.Cast(this=node.copy(), to=exp.DataType.build("bigint")))
