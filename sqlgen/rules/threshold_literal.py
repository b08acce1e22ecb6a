"""A threshold comes from `policy`: no comparison with a number other than 0 and 1 in core, mart and views."""

from collections.abc import Iterator

from sqlglot import exp

from sqlgen.rules.finding import Finding, Query

_COMPARISONS = (
    exp.EQ,
    exp.NEQ,
    exp.GT,
    exp.GTE,
    exp.LT,
    exp.LTE,
    exp.NullSafeEQ,
    exp.NullSafeNEQ,
    exp.Between,
    exp.In,
)
_CARRIERS = (exp.Neg, exp.Paren, exp.Cast, exp.Add, exp.Sub, exp.Mul, exp.Div, exp.Nullif, exp.Coalesce)
_MEND = (
    "take it from policy (thresholds live in metrics/); a place in a list of choices: name the column …_rank"
)


def find(query: Query) -> Iterator[Finding]:
    if query.source.layer not in ("core", "mart", "views", "features", "checks"):
        return
    for node in query.find(*_COMPARISONS):
        if any(column.name.endswith("_rank") for column in node.find_all(exp.Column)):
            continue
        for side in node.iter_expressions():
            for literal in _literals(side):
                yield Finding(literal, f"a comparison with {literal.sql('athena')}", _MEND)
    ranks = {s.alias for s in query.find(exp.Alias) if s.alias.endswith("_rank")}
    for select in query.find(exp.Select):
        for column in select.selects:
            bare = column.unalias()
            constant = isinstance(bare, exp.Literal | exp.Neg | exp.Cast | exp.Paren)
            if constant and column.alias and column.alias not in ranks:
                for literal in _literals(bare):
                    yield Finding(literal, f"the constant {literal.sql('athena')} as a column", _MEND)


def _literals(node: exp.Expr) -> Iterator[exp.Expr]:
    """Numbers other than 0 and 1 that arithmetic alone separates from the comparison."""
    if isinstance(node, exp.Literal):
        as_number = not node.is_string or isinstance(node.parent, exp.Cast)
        if as_number and _number(node.name) not in (None, 0.0, 1.0):
            yield node
    elif isinstance(node, _CARRIERS):
        for child in node.iter_expressions():
            yield from _literals(child)


def _number(text: str) -> float | None:
    try:
        return float(text)
    except ValueError:
        return None
