"""Planted: no silent removal of repeats."""

import pytest

from sqlgen.rules import distinct as rule
from sqlgen.rules.planted import caught

OFFENDERS = [
    "select distinct n from t",
    "select n from t union select n from u",
]
INNOCENT = [
    "select count(distinct n) as c from t",
    "select n from t union all select n from u",
    "-- distinct: a pupil may sit twice\nselect distinct n from t",
]


@pytest.mark.parametrize("sql", OFFENDERS)
def test_a_planted_offender_is_caught(sql: str) -> None:
    assert caught(rule, sql)


@pytest.mark.parametrize("sql", INNOCENT)
def test_what_agrees_everywhere_passes(sql: str) -> None:
    assert caught(rule, sql) == []
