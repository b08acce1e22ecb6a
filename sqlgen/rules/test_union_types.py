"""Planted: no widening in a union."""

import pytest

from sqlgen.rules import union_types as rule
from sqlgen.rules.planted import caught

OFFENDERS = [
    "select n as r from t union all select x as r from t",
    "select word as r from t union all select null as r from t",
    "select n as r from t union all select small as r from t",
    "select n, small from t union all select n from t",
]
INNOCENT = [
    "select n as r from t union all select cast(small as bigint) as r from t",
    "select word as r from t union all select cast(null as varchar) as r from t",
]


@pytest.mark.parametrize("sql", OFFENDERS)
def test_a_planted_offender_is_caught(sql: str) -> None:
    assert caught(rule, sql)


@pytest.mark.parametrize("sql", INNOCENT)
def test_what_agrees_everywhere_passes(sql: str) -> None:
    assert caught(rule, sql) == []
