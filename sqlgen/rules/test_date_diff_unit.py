"""Planted: no whole months."""

import pytest

from sqlgen.rules import date_diff_unit as rule
from sqlgen.rules.planted import caught

OFFENDERS = [
    "select date_diff('month', day, day) as r from t",
    "select date_diff('year', day, day) as r from t",
    "select date_diff('week', day, day) as r from t",
]
INNOCENT = [
    "select date_diff('day', day, day) as r from t",
    "select date_diff('second', at, at) as r from t",
]


@pytest.mark.parametrize("sql", OFFENDERS)
def test_a_planted_offender_is_caught(sql: str) -> None:
    assert caught(rule, sql)


@pytest.mark.parametrize("sql", INNOCENT)
def test_what_agrees_everywhere_passes(sql: str) -> None:
    assert caught(rule, sql) == []
