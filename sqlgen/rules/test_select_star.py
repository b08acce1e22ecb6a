"""Planted: no row shape that changes with its source."""

import pytest

from sqlgen.rules import select_star as rule
from sqlgen.rules.planted import caught

OFFENDERS = [
    "select * from t",
    "select t.* from t",
    "select n from (select * from t) as s",
]
INNOCENT = [
    "select count(*) as c from t",
    "select n, word from t",
]


@pytest.mark.parametrize("sql", OFFENDERS)
def test_a_planted_offender_is_caught(sql: str) -> None:
    assert caught(rule, sql)


@pytest.mark.parametrize("sql", INNOCENT)
def test_what_agrees_everywhere_passes(sql: str) -> None:
    assert caught(rule, sql) == []
