"""Planted: no order that nobody keeps."""

import pytest

from sqlgen.rules import order_by as rule
from sqlgen.rules.planted import caught

OFFENDERS = [
    "select n from t order by n",
    "with a as (select n from t order by n) select n from a",
    "select row_number() over (order by 1) as r from t",
]
INNOCENT = [
    "select n from t order by n limit 5",
    "select row_number() over (partition by word order by day, n) as r from t",
]


@pytest.mark.parametrize("sql", OFFENDERS)
def test_a_planted_offender_is_caught(sql: str) -> None:
    assert caught(rule, sql)


@pytest.mark.parametrize("sql", INNOCENT)
def test_what_agrees_everywhere_passes(sql: str) -> None:
    assert caught(rule, sql) == []
