"""Every task in this folder is well formed, and those on real data run from their tables to a model card."""

from pathlib import Path

import pytest

from models.facts.words import check_words
from models.frame.read import read_frame
from models.run_task import run_task
from models.task import read_task

FOLDER = Path(__file__).parent
DATA = FOLDER.parents[2] / "shared" / "data"
FILES = sorted(FOLDER.glob("**/*.toml"))

PROTECTED = {"sex", "gender", "race", "ethnicity", "low_income", "economic_disadvantage"}
PROTECTED |= {
    "special_education",
    "disability",
    "english_learner",
    "age",
    "age_band",
    "birth_year",
    "imd_band",
}


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_a_task_file_is_well_formed_and_never_takes_a_protected_attribute(file: Path) -> None:
    task = read_task(file)
    check_words(task)
    assert task.name == file.stem
    assert not set(task.columns.inputs) & PROTECTED


def data(name: str) -> Path:
    folder = DATA / name
    if not folder.is_dir():
        pytest.skip(f"no ../shared/data/{name} on this machine")
    return folder


@pytest.mark.parametrize("name", ["uci_secondary", "uci_final_mark"])
def test_a_small_real_task_runs_end_to_end(name: str, tmp_path: Path) -> None:
    folder = data("uci-student-performance")
    metrics = run_task(read_task(FOLDER / f"{name}.toml"), folder, tmp_path, ["boosted"])
    assert (tmp_path / "model-card.md").is_file()
    found = metrics["measures"]["boosted"]
    assert found["auc"] > 0.7 if name == "uci_secondary" else found["r2"] > 0.6


def test_the_open_university_is_cut_before_it_is_joined() -> None:
    folder = data("oulad")
    frame = read_frame(read_task(FOLDER / "oulad_week5.toml"), folder)
    test = frame.cohort == "2014J"
    # 9,102 by the data's own protocol, less five who registered after the cut.
    assert test.sum() == 9097 and frame.y[test].mean() == pytest.approx(0.400, abs=0.001)
    assert frame.weekly is not None and frame.weekly.shape[1] == 5
