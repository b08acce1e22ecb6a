"""Planted: no additions to a named window."""

import pytest

from sqlgen.rules import named_window as rule
from sqlgen.rules.planted import caught

OFFENDERS = [
    "select sum(n) over (w rows between 1 preceding and current row) as r from t window w as (order by n)",
]
INNOCENT = [
    "select sum(n) over w as r from t window w as (partition by word order by n)",
    "select sum(n) over (order by n rows between 1 preceding and current row) as r from t",
]


@pytest.mark.parametrize("sql", OFFENDERS)
def test_a_planted_offender_is_caught(sql: str) -> None:
    assert caught(rule, sql)


@pytest.mark.parametrize("sql", INNOCENT)
def test_what_agrees_everywhere_passes(sql: str) -> None:
    assert caught(rule, sql) == []
