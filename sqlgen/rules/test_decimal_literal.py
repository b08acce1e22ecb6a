"""Planted: no decimals."""

import pytest

from sqlgen.rules import decimal_literal as rule
from sqlgen.rules.planted import caught

OFFENDERS = [
    "select 100.0 * x as r from t",
    "select x from t where x > .5",
    "select 1. as r from t",
]
INNOCENT = [
    "select 1e2 * x as r from t",
    "select 5e-1 as r from t",
    "select 2.5e0 as r from t",
    "select '1.5' as r from t",
]


@pytest.mark.parametrize("sql", OFFENDERS)
def test_a_planted_offender_is_caught(sql: str) -> None:
    assert caught(rule, sql)


@pytest.mark.parametrize("sql", INNOCENT)
def test_what_agrees_everywhere_passes(sql: str) -> None:
    assert caught(rule, sql) == []
