"""Planted: no number printed by an engine."""

import pytest

from sqlgen.rules import number_as_text as rule
from sqlgen.rules.planted import caught

OFFENDERS = [
    "select cast(x as varchar) as r from t",
    "select cast(at as varchar) as r from t",
]
INNOCENT = [
    "select cast(n as varchar) as r from t",
    "select cast(day as varchar) as r from t",
    "select date_format(at, '%Y-%m-%d') as r from t",
]


@pytest.mark.parametrize("sql", OFFENDERS)
def test_a_planted_offender_is_caught(sql: str) -> None:
    assert caught(rule, sql)


@pytest.mark.parametrize("sql", INNOCENT)
def test_what_agrees_everywhere_passes(sql: str) -> None:
    assert caught(rule, sql) == []
