"""Planted: files that do not say what they are."""

import pytest

from sqlgen.rules import header as rule
from sqlgen.rules.planted import caught

FULL = "-- What it holds.\n-- grain: a day      keys: n      owner: data office      partition: month\n"


@pytest.mark.parametrize("word", ["grain: a day", "keys: n", "owner: data office", "partition: month"])
def test_each_part_of_the_header_is_asked_for(word: str) -> None:
    assert caught(rule, f"{FULL.replace(word, '')}select n from t")


def test_the_sentence_is_asked_for() -> None:
    assert caught(rule, f"{FULL.splitlines()[1]}\nselect n from t") == ["the header does not give a sentence"]


def test_a_file_without_a_header_is_found() -> None:
    assert len(caught(rule, "select n from t")) == 5


def test_an_unknown_partition_is_found() -> None:
    sql = f"{FULL.replace('partition: month', 'partition: week')}select n from t"
    assert caught(rule, sql) == ["the partition `week` is unknown"]


def test_only_a_table_made_as_a_whole_affects_dates() -> None:
    assert caught(rule, f"{FULL.rstrip()}      affects: day..day\nselect n from t")


@pytest.mark.parametrize("layer", ["core", "mart"])
def test_a_full_header_passes(layer: str) -> None:
    assert caught(rule, f"{FULL}select n from t", layer) == []


def test_a_view_has_no_partition_and_a_mapping_no_owner() -> None:
    view = FULL.replace("partition: month", "")
    assert caught(rule, f"{view}select n from t", "views") == []
    assert caught(rule, "-- What it maps.\n-- grain: a day\nselect n from t", "mapping") == []
