"""Planted: no blank that is null elsewhere."""

import pytest

from sqlgen.rules import blank_for_null as rule
from sqlgen.rules.planted import caught

OFFENDERS = [
    "select split_part(word, '-', 2) as r from t",
    "select regexp_extract(word, 'a') as r from t",
    "select coalesce(split_part(word, '-', 2), 'x') as r from t",
]
INNOCENT = [
    "select nullif(split_part(word, '-', 2), '') as r from t",
    "select nullif(regexp_extract(word, 'a'), '') as r from t",
]


@pytest.mark.parametrize("sql", OFFENDERS)
def test_a_planted_offender_is_caught(sql: str) -> None:
    assert caught(rule, sql)


@pytest.mark.parametrize("sql", INNOCENT)
def test_what_agrees_everywhere_passes(sql: str) -> None:
    assert caught(rule, sql) == []
