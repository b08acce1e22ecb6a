"""Planted: no rounding of ties."""

import pytest

from sqlgen.rules import rounding as rule
from sqlgen.rules.planted import caught

OFFENDERS = [
    "select round(x, 2) as r from t",
    "select round(1e2 * n / nullif(n, 0)) as r from t",
]
INNOCENT = [
    "select floor(1e1 * x + 5e-1) / 1e1 as r from t",
    "select round(n) as r from t",
]


@pytest.mark.parametrize("sql", OFFENDERS)
def test_a_planted_offender_is_caught(sql: str) -> None:
    assert caught(rule, sql)


@pytest.mark.parametrize("sql", INNOCENT)
def test_what_agrees_everywhere_passes(sql: str) -> None:
    assert caught(rule, sql) == []
