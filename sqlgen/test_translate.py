"""An analyst's query in Athena's words, on the project's own tables."""

import json
from pathlib import Path

import pytest

from sqlgen.faults import SqlgenError
from sqlgen.translate import translate


@pytest.fixture
def root(tmp_path: Path) -> Path:
    columns = [{"name": "n", "type": "bigint"}, {"name": "yes", "type": "boolean"}]
    schema = {"tables": {"day": {"columns": columns}}, "mapped": {}, "reference": {}}
    (tmp_path / "sql/generated").mkdir(parents=True)
    (tmp_path / "sql/generated/schema.json").write_text(json.dumps(schema))
    return tmp_path


def test_an_analyst_may_use_a_star_and_an_order(root: Path) -> None:
    assert " ".join(translate(root, "select * from day order by n", "duckdb").split()) == (
        "SELECT day.n AS n, day.yes AS yes FROM day AS day ORDER BY day.n"
    )


def test_the_corrections_apply(root: Path) -> None:
    text = translate(root, "select count_if(yes) as c, n / 2 as half from day group by n", "duckdb")
    assert "COUNT(CASE WHEN day.yes THEN 1 END)" in text and "TRUNC" in text


def test_an_unknown_column_is_named(root: Path) -> None:
    with pytest.raises(SqlgenError, match="could not be resolved"):
        translate(root, "select zz from day", "duckdb")
