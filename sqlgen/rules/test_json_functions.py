"""Planted: no JSON in SQL."""

import pytest

from sqlgen.rules import json_functions as rule
from sqlgen.rules.planted import caught

OFFENDERS = [
    "select json_extract_scalar(word, '$.a') as a from t",
    "select json_parse(word) as a from t",
    "select json_array_length(word) as a from t",
]
INNOCENT = [
    "select word from t",
]


@pytest.mark.parametrize("sql", OFFENDERS)
def test_a_planted_offender_is_caught(sql: str) -> None:
    assert caught(rule, sql)


@pytest.mark.parametrize("sql", INNOCENT)
def test_what_agrees_everywhere_passes(sql: str) -> None:
    assert caught(rule, sql) == []
