"""Planted: no guessing of types."""

import pytest

from sqlgen.rules import mixed_types as rule
from sqlgen.rules.planted import caught

OFFENDERS = [
    "select n from t where word = 1",
    "select n from t where day = '2022-01-01'",
    "select n from t where n in ('1', '2')",
    "select coalesce(word, 0) as r from t",
    "select word || n as r from t",
    "select n from t where n between '1' and '2'",
    "select n from t where yes = 1",
]
INNOCENT = [
    "select n from t where n = small",
    "select n from t where x > n",
    "select n from t where day = date '2022-01-01' and at > day",
    "select word || cast(n as varchar) as r from t",
    "select coalesce(n, small, 0) as r from t",
    "select n from t where word in ('a', null)",
]


@pytest.mark.parametrize("sql", OFFENDERS)
def test_a_planted_offender_is_caught(sql: str) -> None:
    assert caught(rule, sql)


@pytest.mark.parametrize("sql", INNOCENT)
def test_what_agrees_everywhere_passes(sql: str) -> None:
    assert caught(rule, sql) == []
