"""Planted: no zone that engines read differently."""

import pytest

from sqlgen.rules import time_zone as rule
from sqlgen.rules.planted import caught

OFFENDERS = [
    "select at_timezone(at, 'America/New_York') as l from t",
    "select with_timezone(at, 'UTC') as l from t",
    "select at at time zone 'America/New_York' as l from t",
    "select cast(at at time zone 'America/New_York' as date) as l from t",
]
INNOCENT = [
    "select cast(at at time zone 'UTC' at time zone 'America/New_York' as timestamp) as l from t",
]


@pytest.mark.parametrize("sql", OFFENDERS)
def test_a_planted_offender_is_caught(sql: str) -> None:
    assert caught(rule, sql)


@pytest.mark.parametrize("sql", INNOCENT)
def test_what_agrees_everywhere_passes(sql: str) -> None:
    assert caught(rule, sql) == []
