"""Planted: no back-references."""

import pytest

from sqlgen.rules import back_reference as rule
from sqlgen.rules.planted import caught

OFFENDERS = [
    "select regexp_replace(word, '(a)', '$1$1') as r from t",
]
INNOCENT = [
    "select regexp_replace(word, 'a', 'b') as r from t",
    "select regexp_replace(word, '[^0-9]') as r from t",
]


@pytest.mark.parametrize("sql", OFFENDERS)
def test_a_planted_offender_is_caught(sql: str) -> None:
    assert caught(rule, sql)


@pytest.mark.parametrize("sql", INNOCENT)
def test_what_agrees_everywhere_passes(sql: str) -> None:
    assert caught(rule, sql) == []
