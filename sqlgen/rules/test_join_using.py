"""Planted: no join that hides its columns."""

import pytest

from sqlgen.rules import join_using as rule
from sqlgen.rules.planted import caught

OFFENDERS = [
    "select t.n from t inner join u using (n)",
    "select t.n from t natural join u",
]
INNOCENT = [
    "select t.n from t inner join u on t.n = u.n",
    "select t.n from t cross join policy",
]


@pytest.mark.parametrize("sql", OFFENDERS)
def test_a_planted_offender_is_caught(sql: str) -> None:
    assert caught(rule, sql)


@pytest.mark.parametrize("sql", INNOCENT)
def test_what_agrees_everywhere_passes(sql: str) -> None:
    assert caught(rule, sql) == []
