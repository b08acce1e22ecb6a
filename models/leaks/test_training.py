"""Landmines are on in every training: one that goes off leaves no model behind."""

import dataclasses
import json
from pathlib import Path

import numpy as np
import pytest

from models.faults import ModelFault
from models.leaks.made_up import clean_frame, made_up_task, write_tables
from models.train import main, train

TASK = dataclasses.replace(made_up_task(), boosted={"rounds": 5})


@pytest.mark.parametrize("family", ["boosted", "sequence"])
def test_a_training_with_a_copy_of_the_label_stops_before_anything_is_written(
    family: str, tmp_path: Path
) -> None:
    frame = clean_frame(300, seed=1)
    copy = np.where(frame.matured, frame.y, 0.0)
    armed = dataclasses.replace(
        frame,
        static=np.column_stack([frame.static, copy]).astype(np.float32),
        static_names=[*frame.static_names, "left_on"],
    )
    with pytest.raises(ModelFault, match="left_on") as stopped:
        train(TASK, armed, family, tmp_path / "model", tmp_path / "output")
    assert stopped.value.code == "leak-label-copied"
    assert list(tmp_path.iterdir()) == []


def test_a_clean_training_writes_its_model(tmp_path: Path) -> None:
    train(TASK, clean_frame(300, seed=1), "boosted", tmp_path / "model", tmp_path / "output")
    assert {path.name for path in (tmp_path / "model").iterdir()} == {
        "model.json",
        "weights.ubj",
        "SHA256SUMS",
    }


def test_a_refused_training_says_why_in_a_file_and_leaves_no_model(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    frame = clean_frame(60, seed=1)
    write_tables(frame.where(frame.cohort >= "2023"), tmp_path)
    words = ["--task", str(Path(__file__).with_name("made_up.toml")), "--family", "boosted"]
    places = [
        "--data",
        str(tmp_path),
        "--model-dir",
        str(tmp_path / "m"),
        "--output-dir",
        str(tmp_path / "o"),
    ]
    monkeypatch.setattr("sys.argv", ["train", *words, *places])
    with pytest.raises(ModelFault, match="3 are needed"):
        main()
    assert [path.name for path in (tmp_path / "o").iterdir()] == ["refusal.json"]
    assert json.loads((tmp_path / "o" / "refusal.json").read_text())["code"] == "history-too-short"
    assert not (tmp_path / "m").exists()
