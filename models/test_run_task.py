"""A researcher's question, from tables to a model card, by one command and without a lake."""

import json
import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from models import run_task
from models.faults import NoInputs
from models.leaks.made_up import clean_frame, made_up_task, write_tables
from models.parquet import read_parquet

ROOT = Path(__file__).parents[1]
TASK = ROOT / "models" / "leaks" / "made_up.toml"


def run(*more: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "models.run_task", *more]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    return subprocess.run(command, cwd="/", env=environment, capture_output=True, text=True, check=False)


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("question")
    write_tables(clean_frame(300, seed=1), folder)
    return folder


def test_one_command_answers_a_question(place: Path, tmp_path: Path) -> None:
    ran = run(str(TASK), "--data", str(place), "--out", str(tmp_path), "--family", "boosted", "--json")
    assert ran.returncode == 0, ran.stderr
    metrics = json.loads(ran.stdout)
    assert metrics == json.loads((tmp_path / "metrics.json").read_text())
    wanted = {"auc", "average_precision", "brier", "log_loss", "ece", "slope", "intercept"}
    assert wanted <= set(metrics["measures"]["boosted"])
    assert {row["attribute"] for row in metrics["by_group"]} == {"race", "sex"}
    assert (tmp_path / "model-card.md").read_text().startswith("# made_up-")
    table = read_parquet(tmp_path / "predictions.parquet")
    assert set(table["part"]) == {"train", "calibrate", "test", ""}
    p = table["boosted"].astype(np.float64)
    assert len(p) == 1500 and ((p > 0) & (p < 1)).all()
    # The cohort whose outcomes are still to come is scored.
    assert len(read_parquet(tmp_path / "scores" / "predictions.parquet")) > 0


def test_a_refusal_is_one_line_of_json_and_exit_code_3(place: Path, tmp_path: Path) -> None:
    other = tmp_path / "wrong.toml"
    other.write_text(TASK.read_text() + "\ntrees = 3\n")
    ran = run(str(other), "--data", str(place), "--out", str(tmp_path / "out"))
    assert ran.returncode == 3 and ran.stdout == ""
    assert json.loads(ran.stderr)["where"] == "made_up: boosted.trees"
    assert not (tmp_path / "out").exists()


def test_a_missing_table_is_named(tmp_path: Path) -> None:
    ran = run(str(TASK), "--data", str(tmp_path), "--out", str(tmp_path / "out"))
    assert ran.returncode == 3 and "cases.parquet" in json.loads(ran.stderr)["where"]


def test_a_training_that_breaks_off_leaves_no_folder_and_an_earlier_one_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "boosted").mkdir()
    (tmp_path / "boosted" / "model.json").write_text("{}")

    def broken(task: object, frame: object, family: str, model: Path, output: Path) -> None:
        model.mkdir(parents=True)
        (model / "weights.npz").write_bytes(b"half")
        raise NoInputs("Nothing", where="here", mend="Later.")

    monkeypatch.setattr(run_task, "train", broken)
    for family in ("boosted", "sequence"):
        with pytest.raises(NoInputs):
            run_task._train_aside(made_up_task(), clean_frame(60, seed=1), family, tmp_path)
    assert [path.name for path in tmp_path.rglob("*")] == ["boosted", "model.json"]
