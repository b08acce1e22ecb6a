"""Planted: no division of whole numbers."""

import pytest

from sqlgen.rules import integer_division as rule
from sqlgen.rules.planted import caught

OFFENDERS = [
    "select n / nullif(small, 0) as r from t",
    "select count(*) / nullif(sum(n), 0) as r from t",
    "select 1 / 3 as r from t",
]
INNOCENT = [
    "select cast(n as double) / nullif(small, 0) as r from t",
    "select 1e2 * n / nullif(n, 0) as r from t",
    "select x / nullif(n, 0) as r from t",
]


@pytest.mark.parametrize("sql", OFFENDERS)
def test_a_planted_offender_is_caught(sql: str) -> None:
    assert caught(rule, sql)


@pytest.mark.parametrize("sql", INNOCENT)
def test_what_agrees_everywhere_passes(sql: str) -> None:
    assert caught(rule, sql) == []
