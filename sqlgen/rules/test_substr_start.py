"""Planted: no position 0."""

import pytest

from sqlgen.rules import substr_start as rule
from sqlgen.rules.planted import caught

OFFENDERS = [
    "select substr(word, 0, 2) as r from t",
    "select substring(word, 0) as r from t",
]
INNOCENT = [
    "select substr(word, 1, 2) as r from t",
    "select substr(word, 3) as r from t",
]


@pytest.mark.parametrize("sql", OFFENDERS)
def test_a_planted_offender_is_caught(sql: str) -> None:
    assert caught(rule, sql)


@pytest.mark.parametrize("sql", INNOCENT)
def test_what_agrees_everywhere_passes(sql: str) -> None:
    assert caught(rule, sql) == []
