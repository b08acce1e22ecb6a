"""Only the syntax and functions that were seen to agree on all engines."""

from collections.abc import Iterator

from sqlglot import exp

from sqlgen.rules.finding import Finding, Query

_QUERY = """
Select From Join Where Group Having Order Ordered Limit With CTE Table TableAlias
Subquery Union Except Intersect Exists Distinct Unnest Cube Rollup GroupingSets Tuple Star Column Identifier
Alias Var Window WindowSpec IgnoreNulls Filter
"""
_VALUES = """
Literal Null Boolean Cast DataType Interval Case If Paren Neg Add Sub Mul Div Mod And Or Not EQ NEQ GT GTE
LT LTE Is In Between NullSafeEQ NullSafeNEQ Like Escape DPipe
"""
_AGGREGATES = """
Count CountIf Sum Min Max Avg LogicalAnd LogicalOr ArgMax ArgMin ArrayAgg Grouping StddevSamp Variance
"""
_WINDOWS = """
RowNumber Rank DenseRank PercentRank CumeDist Ntile Lag Lead FirstValue LastValue NthValue
"""
_FUNCTIONS = """
Coalesce Nullif Abs Floor Ceil Sqrt Pow Exp Ln Round Length Lower Upper Trim Substring Concat Replace
Pad StrPosition SplitPart RegexpLike RegexpReplace RegexpExtract DateDiff DateAdd TimestampTrunc
Date Year Quarter Month WeekOfYear Day DayOfWeekIso DayOfYear LastDay TimeToStr StrToTime AtTimeZone
GenerateSeries ArraySort ArrayToString
"""
ALLOWED = frozenset(" ".join((_QUERY, _VALUES, _AGGREGATES, _WINDOWS, _FUNCTIONS)).split())

# Left to a rule of its own, which says more.
_ELSEWHERE = ("approx_", "json", "at_timezone", "with_timezone", "timezone_", "from_iso8601")
_OTHER_RULES = frozenset(["Greatest", "Least", "ApproxDistinct", "ApproxQuantile", "ApproxTopK"])

_MENDS = {
    "TryCast": "check the text at intake (type in module.yaml), then cast",
    "Extract": "year(), month(), day_of_week()",
    "CurrentDate": "policy.run_date: a rerun must give the same rows",
    "CurrentTimestamp": "policy.run_date: a rerun must give the same rows",
    "Quantile": "row_number() and count(*): the nearest rank",
    "GroupConcat": "array_join(array_sort(array_agg(x) filter (where x is not null)), ',')",
}


def find(query: Query) -> Iterator[Finding]:
    seen: set[int] = set()
    for node in query.nodes():
        kind = type(node).__name__
        if isinstance(node, exp.Anonymous):
            if not node.name.lower().startswith(_ELSEWHERE) and "json" not in node.name.lower():
                yield Finding(
                    node, f"the function {node.name} is not known to all engines", "write it with known ones"
                )
        elif kind in _OTHER_RULES or "JSON" in kind:
            continue
        elif kind not in ALLOWED and id(node.parent) not in seen:
            seen.add(id(node))
            mend = _MENDS.get(kind, "write it with syntax from sqlgen/rules/allow_list.py")
            yield Finding(node, f"`{_shown(node)}` ({kind}) is not on the allow-list", mend)
        elif isinstance(node, exp.With) and node.recursive:
            yield Finding(node, "a recursive block", "sequence() and unnest, or a join")
        elif isinstance(node, exp.Unnest) and node.args.get("offset"):
            yield Finding(node, "unnest with ordinality counts from 0 on one engine", "row_number()")


def _shown(node: exp.Expr) -> str:
    text = " ".join(node.sql("athena").split())
    return text if len(text) <= 60 else f"{text[:57]}…"
