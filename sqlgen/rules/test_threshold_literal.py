"""Planted: thresholds written into SQL, plainly and hidden behind arithmetic, casts and columns."""

import pytest

from sqlgen.rules import threshold_literal as rule
from sqlgen.rules.planted import caught

OFFENDERS = [
    "select n from t where x >= 9e-1",
    "select n from t where x >= 0.95",
    "select n from t where 90 <= x",
    "select case when n < 10 then 'few' end as r from t",
    "select n from t where x between 8e-1 and 9e-1",
    "select n from t where n in (0, 10)",
    "select n from t where n > 2 * small",
    "select n from t where x * 1e2 >= 90 + 0",
    "select n from t where n = -5",
    "select n from t where n is distinct from 5",
    "select n from t where x > cast('0.9' as double)",
    "select n from t where x > cast(9 as double) / nullif(1e1, 0)",
    "select n from t where n > coalesce(small, 10)",
    "with a as (select 9e-1 as share) select t.n from t cross join a where t.x > a.share",
    "select sum(n) as r from t group by word having count(*) >= 10",
]
INNOCENT = [
    "select n from t where n = 0 or n > 1 or x <= 1e0",
    "select t.n from t cross join policy where t.x >= policy.share",
    "select n from t where substr(word, 1, 2) = 'ab'",
    "select n from t where cast(date_add('day', 7, day) as date) > day",
    "select 1e2 * x as percent from t",
    "select 2 as source_rank from t",
    "select n from t where word = '10'",
    "with a as (select n, 2 as a_rank from t) select n from a where a_rank <> 2",
]


@pytest.mark.parametrize("layer", ["core", "mart", "views"])
@pytest.mark.parametrize("sql", OFFENDERS)
def test_a_planted_threshold_is_found(sql: str, layer: str) -> None:
    assert caught(rule, sql, layer)


@pytest.mark.parametrize("sql", INNOCENT)
def test_a_comparison_that_no_district_would_change_passes(sql: str) -> None:
    assert caught(rule, sql) == []


def test_a_source_s_own_constants_belong_in_its_mapping() -> None:
    assert caught(rule, "select n from t where n = 7", "mapping") == []
