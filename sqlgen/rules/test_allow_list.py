"""Planted: nothing that was not seen to agree."""

import pytest

from sqlgen.rules import allow_list as rule
from sqlgen.rules.planted import caught

OFFENDERS = [
    "select format_datetime(at, 'yyyy') as r from t",
    "select try_cast(word as bigint) as r from t",
    "select extract(dow from day) as r from t",
    "select current_date as r from t",
    "select arbitrary(n) as r from t",
    "select map_agg(word, n) as r from t",
    "select sha256(to_utf8(word)) as r from t",
    "select random() as r from t",
    "select listagg(word, ',') within group (order by n) as r from t",
    "with recursive a as (select 1 as n union all select n + 1 as n from a) select n from a",
    "select e.a from t cross join unnest(sequence(1, n)) with ordinality as e(a, b)",
    "select slice(sequence(1, n), 1, 2) as r from t",
]
INNOCENT = [
    (
        "select lower(trim(word)) as w, year(day) as y, count(*) as c from t group by lower(trim(word)),"
        " year(day)"
    ),
    "select d.day from t cross join unnest(sequence(t.day, t.day, interval '1' day)) as d(day)",
    "select max_by(word, n) as w from t group by small having count(*) > 1",
]


@pytest.mark.parametrize("sql", OFFENDERS)
def test_a_planted_offender_is_caught(sql: str) -> None:
    assert caught(rule, sql)


@pytest.mark.parametrize("sql", INNOCENT)
def test_what_agrees_everywhere_passes(sql: str) -> None:
    assert caught(rule, sql) == []
