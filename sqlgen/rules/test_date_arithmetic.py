"""Planted: no date that is a timestamp elsewhere."""

import pytest

from sqlgen.rules import date_arithmetic as rule
from sqlgen.rules.planted import caught

OFFENDERS = [
    "select date_trunc('month', day) as d from t",
    "select date_add('day', 1, day) as d from t",
    "select day + interval '1' day as d from t",
    "select n from t where day < date_add('day', 7, day)",
]
INNOCENT = [
    "select cast(date_trunc('month', day) as date) as d from t",
    "select cast(date_add('day', 1, day) as date) as d from t",
    "select cast(day - interval '1' day as date) as d from t",
    "select date_diff('day', day, day) as d from t",
]


@pytest.mark.parametrize("sql", OFFENDERS)
def test_a_planted_offender_is_caught(sql: str) -> None:
    assert caught(rule, sql)


@pytest.mark.parametrize("sql", INNOCENT)
def test_what_agrees_everywhere_passes(sql: str) -> None:
    assert caught(rule, sql) == []
