"""Planted: no rounding by cast."""

import pytest

from sqlgen.rules import double_to_integer as rule
from sqlgen.rules.planted import caught

OFFENDERS = [
    "select cast(x as bigint) as r from t",
    "select cast(x * 2 as integer) as r from t",
    "select cast(1e0 * n / nullif(n, 0) as integer) as r from t",
]
INNOCENT = [
    "select cast(floor(x) as bigint) as r from t",
    "select cast(ceil(x) as integer) as r from t",
    "select cast(n as integer) as r from t",
]


@pytest.mark.parametrize("sql", OFFENDERS)
def test_a_planted_offender_is_caught(sql: str) -> None:
    assert caught(rule, sql)


@pytest.mark.parametrize("sql", INNOCENT)
def test_what_agrees_everywhere_passes(sql: str) -> None:
    assert caught(rule, sql) == []
