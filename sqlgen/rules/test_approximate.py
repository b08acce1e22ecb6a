"""Planted: no sketches."""

import pytest

from sqlgen.rules import approximate as rule
from sqlgen.rules.planted import caught

OFFENDERS = [
    "select approx_distinct(n) as c from t",
    "select approx_percentile(x, 0.5) as p from t",
    "select approx_most_frequent(3, word, 100) as m from t",
]
INNOCENT = [
    "select count(distinct n) as c from t",
]


@pytest.mark.parametrize("sql", OFFENDERS)
def test_a_planted_offender_is_caught(sql: str) -> None:
    assert caught(rule, sql)


@pytest.mark.parametrize("sql", INNOCENT)
def test_what_agrees_everywhere_passes(sql: str) -> None:
    assert caught(rule, sql) == []
