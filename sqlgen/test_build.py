"""The build from end to end, on a project of a few files."""

import json
from pathlib import Path

import pytest

from sqlgen.build import build
from sqlgen.cli import main

ROOT = Path(__file__).resolve().parent.parent
CONTRACT = """\
module: demo
tables:
  schools:
    about: One row a school.
    key: [id]
    columns:
      id: {privacy: keep}
      name: {privacy: keep}
"""
MAPPING = """\
-- Schools of the demo source.
-- grain: one version of a school
select
  id as source_school_id,
  name as school_name,
  cast(null as varchar) as school_type,
  'demo' as module,
  'schools' as source_table,
  source_key,
  batch_id,
  record_no,
  as_of,
  change_no,
  known_from,
  known_basis,
  is_current,
  is_deleted
from demo_schools
"""
HEADER = "-- {}.\n-- grain: a school      keys: school      owner: data office      partition: all\n"
CORE = HEADER.format("Schools") + (
    "select source_school_id as school, max(school_name) as name, -- as it was last called\n"
    "  sum(record_no) as records, 'all' as part\n"
    "from mapped_school where is_current group by source_school_id\n"
)
MART = HEADER.format("Sizes") + "select school, records, 'all' as part from demo_core\n"
VIEW = (
    "-- Schools to look at.\n-- grain: a school   keys: school   owner: data office\n"
    "select demo_core.school, demo_mart.records\n"
    "from demo_core inner join demo_mart on demo_core.school = demo_mart.school\n"
)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    files = {
        "modules/demo/module.yaml": CONTRACT,
        "modules/demo/school.sql": MAPPING,
        "sql/core/demo_core.sql": CORE,
        "sql/mart/demo_mart.sql": MART,
        "sql/views/demo_view.sql": VIEW,
        "sql/mapping-targets.yaml": (ROOT / "sql/mapping-targets.yaml").read_text(),
        "sql/reference-tables.yaml": (ROOT / "sql/reference-tables.yaml").read_text(),
    }
    for name, text in files.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text)
    return tmp_path


def change(project: Path, file: str, before: str, after: str) -> None:
    path = project / file
    assert before in path.read_text()
    path.write_text(path.read_text().replace(before, after, 1))


def said(project: Path) -> str:
    return "\n".join(str(f) for f in build(project, keep_going=True).faults)


def test_a_sound_project_has_no_faults_and_the_second_build_changes_nothing(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["build", "--root", str(project)]) == 0
    assert main(["build", "--root", str(project)]) == 0
    assert "0 changed" in capsys.readouterr().out.splitlines()[-1]
    assert main(["build", "--root", str(project), "--check"]) == 0


def test_the_schema_holds_types_keys_inputs_and_the_order_of_making(project: Path) -> None:
    main(["build", "--root", str(project)])
    schema = json.loads((project / "sql/generated/schema.json").read_text())
    assert schema["order"] == ["demo_core", "demo_mart"]
    core = schema["tables"]["demo_core"]
    assert (core["partition"], core["keys"], core["inputs"]) == ("all", ["school"], ["mapped_school"])
    assert core["columns"] == [
        {"name": "school", "type": "varchar"},
        {"name": "name", "type": "varchar", "comment": "as it was last called"},
        {"name": "records", "type": "bigint"},
        {"name": "part", "type": "varchar"},
    ]
    assert schema["mapped"]["mapped_school"]["modules"] == ["demo"]
    assert schema["tables"]["demo_view"]["layer"] == "view"


def test_the_dictionary_is_written_from_the_headers(project: Path) -> None:
    main(["build", "--root", str(project)])
    text = (project / "docs/tables.md").read_text()
    assert "One row is a school. Keys: `school`. Owner: data office. Reads: `mapped_school`." in text
    assert "| `name` | varchar | as it was last called |" in text


def test_check_names_a_file_that_was_changed_by_hand_or_left_over(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["build", "--root", str(project)])
    change(project, "sql/generated/duckdb/core/demo_core.sql", "SELECT", "select")
    (project / "sql/generated/duckdb/core/old.sql").write_text("select 1")
    assert main(["build", "--root", str(project), "--check"]) == 1
    told = capsys.readouterr().err
    assert "duckdb/core/demo_core.sql: out of date" in told and "core/old.sql: out of date" in told
    main(["build", "--root", str(project)])
    assert not (project / "sql/generated/duckdb/core/old.sql").exists()


def test_one_module_is_built_alone(project: Path) -> None:
    assert main(["build", "--root", str(project), "--only", "modules/demo"]) == 0
    assert (project / "modules/demo/generated/spark/school.sql").is_file()
    assert not (project / "sql/generated").exists()


def test_an_unknown_relation_is_named_with_file_and_line(project: Path) -> None:
    change(project, "sql/mart/demo_mart.sql", "from demo_core", "from demo_cors")
    assert "sql/mart/demo_mart.sql:3: [relation] `demo_cors` is not known here" in said(project)


def test_a_layer_does_not_read_the_layer_above_it(project: Path) -> None:
    change(project, "sql/core/demo_core.sql", "from mapped_school", "from demo_view")
    assert "[relation]" in said(project)


def test_a_mapping_reads_only_its_own_module(project: Path) -> None:
    change(project, "modules/demo/school.sql", "from demo_schools", "from mapped_school")
    assert "modules/demo/school.sql:18: [relation]" in said(project)


def test_an_unknown_column_is_named_with_file_and_line(project: Path) -> None:
    change(project, "modules/demo/school.sql", "name as school_name", "title as school_name")
    assert "modules/demo/school.sql:5: [columns]" in said(project)


def test_a_mapping_gives_the_target_s_columns_types_and_order(project: Path) -> None:
    change(project, "modules/demo/school.sql", "  batch_id,\n", "")
    assert "`batch_id` varchar is missing" in said(project)
    change(project, "modules/demo/school.sql", "  source_key,\n", "  source_key,\n  record_no as batch_id,\n")
    assert "`batch_id` has the type bigint, the target wants varchar" in said(project)
    change(
        project,
        "modules/demo/school.sql",
        "  source_key,\n  record_no as batch_id,",
        "  batch_id,\n  source_key,",
    )
    assert "`batch_id` stands out of order" in said(project)


def test_a_target_that_nobody_declared_is_refused(project: Path) -> None:
    (project / "modules/demo/school.sql").rename(project / "modules/demo/skool.sql")
    assert "modules/demo/skool.sql:1: [relation] `skool` is not a target" in said(project)


def test_the_partition_column_is_last_and_of_its_type(project: Path) -> None:
    change(project, "sql/mart/demo_mart.sql", "partition: all", "partition: month")
    assert "[partition] the last column must be `month` varchar" in said(project)


def test_an_output_without_a_plain_type_is_refused(project: Path) -> None:
    change(project, "sql/mart/demo_mart.sql", "records,", "null as records,")
    assert "[type] `records` has the type unknown" in said(project)


def test_keys_are_columns(project: Path) -> None:
    change(project, "sql/mart/demo_mart.sql", "keys: school", "keys: pupil")
    assert "keys names `pupil`, which is not a column" in said(project)


def test_tables_that_read_each_other_in_a_circle_are_refused(project: Path) -> None:
    change(project, "sql/core/demo_core.sql", "from mapped_school", "from demo_mart")
    assert "a circle" in said(project)


def test_two_files_cannot_make_one_relation(project: Path) -> None:
    (project / "sql/views/demo_core.sql").write_text(VIEW)
    assert "`demo_core` is also made by sql/core/demo_core.sql" in said(project)


def test_a_block_does_not_hide_a_relation(project: Path) -> None:
    change(
        project,
        "sql/mart/demo_mart.sql",
        "select",
        "with demo_core as (select school from demo_core)\nselect",
    )
    assert "the block `demo_core` hides a relation" in said(project)


def test_a_fault_in_one_file_does_not_hide_those_of_another(project: Path) -> None:
    change(project, "sql/mart/demo_mart.sql", "records,", "records / 2 as records,")
    change(project, "modules/demo/school.sql", "-- grain: one version of a school\n", "")
    told = said(project)
    assert "[integer-division]" in told and "[header]" in told


def test_an_alias_cannot_be_read_in_the_select_that_makes_it(project: Path) -> None:
    change(project, "sql/mart/demo_mart.sql", "records,", "records as r, r + 1 as records,")
    assert "[columns]" in said(project)
