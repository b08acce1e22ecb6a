"""Planted: no greatest or least."""

import pytest

from sqlgen.rules import greatest_least as rule
from sqlgen.rules.planted import caught

OFFENDERS = [
    "select greatest(n, small) as r from t",
    "select least(x, 1e0) as r from t",
]
INNOCENT = [
    "select case when n > small then n else small end as r from t",
    "select max(n) as r from t",
]


@pytest.mark.parametrize("sql", OFFENDERS)
def test_a_planted_offender_is_caught(sql: str) -> None:
    assert caught(rule, sql)


@pytest.mark.parametrize("sql", INNOCENT)
def test_what_agrees_everywhere_passes(sql: str) -> None:
    assert caught(rule, sql) == []
