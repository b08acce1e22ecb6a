"""Planted: no lists of unknown order."""

import pytest

from sqlgen.rules import array_agg as rule
from sqlgen.rules.planted import caught

OFFENDERS = [
    "select array_agg(n) as a from t",
    "select array_agg(n order by day) as a from t",
    "select array_sort(array_agg(n)) as a from t",
]
INNOCENT = [
    "select array_join(array_sort(array_agg(word) filter (where word is not null)), ',') as a from t",
]


@pytest.mark.parametrize("sql", OFFENDERS)
def test_a_planted_offender_is_caught(sql: str) -> None:
    assert caught(rule, sql)


@pytest.mark.parametrize("sql", INNOCENT)
def test_what_agrees_everywhere_passes(sql: str) -> None:
    assert caught(rule, sql) == []
