"""Planted: no ranges."""

import pytest

from sqlgen.rules import window_frame as rule
from sqlgen.rules.planted import caught

OFFENDERS = [
    "select sum(n) over (order by day range between unbounded preceding and current row) as r from t",
    "select sum(n) over (order by day groups between 1 preceding and current row) as r from t",
]
INNOCENT = [
    "select sum(n) over (order by day, n rows between 6 preceding and current row) as r from t",
    "select sum(n) over (partition by word) as r from t",
]


@pytest.mark.parametrize("sql", OFFENDERS)
def test_a_planted_offender_is_caught(sql: str) -> None:
    assert caught(rule, sql)


@pytest.mark.parametrize("sql", INNOCENT)
def test_what_agrees_everywhere_passes(sql: str) -> None:
    assert caught(rule, sql) == []
