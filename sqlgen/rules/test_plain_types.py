"""Planted: no type that only one engine has."""

import pytest

from sqlgen.rules import plain_types as rule
from sqlgen.rules.planted import caught

OFFENDERS = [
    "select cast(x as decimal(10, 2)) as r from t",
    "select cast(x as real) as r from t",
    "select cast(word as varchar(3)) as r from t",
    "select cast(at as timestamp with time zone) as r from t",
    "select cast('1.5' as json) as r from t",
]
INNOCENT = [
    (
        "select cast(word as varchar) as a, cast(n as bigint) as b, cast(n as integer) as c, cast(n as "
        "double) as d from t"
    ),
    (
        "select cast(yes as boolean) as a, cast(at as date) as b, cast(day as timestamp) as c, date "
        "'2022-01-01' as d from t"
    ),
]


@pytest.mark.parametrize("sql", OFFENDERS)
def test_a_planted_offender_is_caught(sql: str) -> None:
    assert caught(rule, sql)


@pytest.mark.parametrize("sql", INNOCENT)
def test_what_agrees_everywhere_passes(sql: str) -> None:
    assert caught(rule, sql) == []
