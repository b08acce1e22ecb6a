"""Planted: no if without an else."""

import pytest

from sqlgen.rules import two_argument_if as rule
from sqlgen.rules.planted import caught

OFFENDERS = [
    "select if(yes, n) as r from t",
]
INNOCENT = [
    "select if(yes, n, 0) as r from t",
    "select case when yes then n end as r from t",
]


@pytest.mark.parametrize("sql", OFFENDERS)
def test_a_planted_offender_is_caught(sql: str) -> None:
    assert caught(rule, sql)


@pytest.mark.parametrize("sql", INNOCENT)
def test_what_agrees_everywhere_passes(sql: str) -> None:
    assert caught(rule, sql) == []
