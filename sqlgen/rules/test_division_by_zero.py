"""Planted: no denominator that may be zero."""

import pytest

from sqlgen.rules import division_by_zero as rule
from sqlgen.rules.planted import caught

OFFENDERS = [
    "select x / n as r from t",
    "select n % small as r from t",
    "select x / cast(n as double) as r from t",
    "select x / 0 as r from t",
]
INNOCENT = [
    "select x / nullif(n, 0) as r from t",
    "select x / nullif(cast(n as double), 0e0) as r from t",
    "select x / 6e1 as r from t",
    "select n % 7 as r from t",
]


@pytest.mark.parametrize("sql", OFFENDERS)
def test_a_planted_offender_is_caught(sql: str) -> None:
    assert caught(rule, sql)


@pytest.mark.parametrize("sql", INNOCENT)
def test_what_agrees_everywhere_passes(sql: str) -> None:
    assert caught(rule, sql) == []
