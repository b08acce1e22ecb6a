"""From made-up tables to a decision: the job that SageMaker runs, with the same files."""

import json
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from models.artifact import check_sums
from models.evaluate import write
from models.evaluation.run import Document, evaluate
from models.frame.frame import Frame
from models.frame.read import read_frame
from models.gate.rule import Promise, written_rule
from models.leaks.made_up import clean_frame, made_up_task, write_tables
from models.measures.ranking import auc
from models.parquet import read_parquet
from models.train import train

RULE = written_rule()
TASK = made_up_task()
STRICT = Promise(2.0, 30.0, 0.95)


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """input/data and input/boosted as the training step leaves them."""
    root = tmp_path_factory.mktemp("processing")
    data = root / "input" / "data"
    data.mkdir(parents=True)
    write_tables(clean_frame(1200, seed=1), data)
    frame = read_frame(TASK, data)
    boosted = root / "input" / "boosted"
    train(TASK, frame, "boosted", boosted, boosted)
    return root


@pytest.fixture(scope="module")
def frame(place: Path) -> Frame:
    return read_frame(TASK, place / "input" / "data")


def folders(place: Path) -> dict[str, Path]:
    return {"boosted": place / "input" / "boosted"}


@pytest.fixture(scope="module")
def first(place: Path, frame: Frame) -> Document:
    document, calibration = evaluate(TASK, frame, folders(place), None, RULE.promise, "by rule", RULE)
    write(place / "first", document, calibration)
    return document


def test_the_job_reads_its_folders_and_prints_the_decision(place: Path) -> None:
    task = Path(__file__).parents[1] / "leaks" / "made_up.toml"
    environment = {
        "HOMEROOM_PROCESSING": str(place),
        "PATH": "",
        "PYTHONPATH": str(Path(__file__).parents[2]),
    }
    ran = subprocess.run(
        [sys.executable, "-m", "models.evaluate", "--task", str(task)],
        env=environment, capture_output=True, text=True, check=True,
    )  # fmt: skip
    written = {path.name for path in (place / "output").iterdir()}
    assert written == {
        "evaluation.json",
        "calibration.json",
        "model-card.json",
        "model-card.md",
        "SHA256SUMS",
    }
    check_sums(place / "output")
    document = json.loads((place / "output" / "evaluation.json").read_text())
    assert ran.stdout.strip() == document["decision"]["text"]


def test_the_first_model_that_beats_the_plain_list_comes_into_use(first: Document) -> None:
    assert first["decision"]["use"] == "challenger", first["decision"]["text"]
    assert first["decision"]["model"] == first["model"]["name"]
    assert {row["name"] for row in first["trial"][0]["lists"]} == {
        "ours", "plain", "flags", "last year", "line", "school", "base rate",
    }  # fmt: skip
    assert len(first["trial"]) == 3


def test_measures_are_those_of_the_test_cohort(first: Document, place: Path, frame: Frame) -> None:
    table = read_parquet(place / "input" / "boosted" / "predictions.parquet")
    test = frame.cohort == "2024"
    by_hand = auc(frame.y[test], table["margin"].astype(np.float64)[test])
    assert first["measures"]["boosted"]["auc"] == pytest.approx(by_hand)
    assert first["data"]["cohorts"] == {"train": ["2021", "2022"], "calibrate": ["2023"], "test": ["2024"]}
    assert {(g["attribute"], g["group"]) for g in first["by_group"]} >= {
        ("race", "not recorded"),
        ("sex", "F"),
    }


def test_the_same_run_twice_gives_the_same_document(first: Document, place: Path, frame: Frame) -> None:
    again, _ = evaluate(TASK, frame, folders(place), None, RULE.promise, "by rule", RULE)
    assert json.dumps(again) == json.dumps(first)


def champion_of(place: Path, into: Path) -> Path:
    for name in ("evaluation.json", "calibration.json", "model-card.json", "model-card.md", "SHA256SUMS"):
        into.mkdir(exist_ok=True)
        (into / name).write_bytes((place / "first" / name).read_bytes())
    (into / "boosted").mkdir()
    for path in (place / "input" / "boosted").iterdir():
        (into / "boosted" / path.name).write_bytes(path.read_bytes())
    return into


def test_a_champion_is_scored_on_the_same_students(
    first: Document, place: Path, frame: Frame, tmp_path: Path
) -> None:
    champion = champion_of(place, tmp_path / "champion")
    document, _ = evaluate(TASK, frame, folders(place), champion, RULE.promise, "by rule", RULE)
    checks = {check["name"]: check for check in document["decision"]["challenger"]}
    assert checks["not worse than the model in use (log loss)"]["words"].startswith(
        "The same on the same students"
    )
    assert document["decision"]["model"] == first["model"]["name"]


def test_a_champion_changed_by_one_byte_is_said_and_not_used(
    place: Path, frame: Frame, tmp_path: Path, first: Document
) -> None:
    champion = champion_of(place, tmp_path / "champion")
    weights = champion / "boosted" / "weights.ubj"
    weights.write_bytes(weights.read_bytes()[:-1] + b"?")
    document, _ = evaluate(TASK, frame, folders(place), champion, RULE.promise, "by rule", RULE)
    assert any("cannot be judged" in note for note in document["notes"])
    assert document["decision"]["champion"] == []


def test_a_broken_promise_blocks_release_and_the_champion_that_breaks_it_too(
    place: Path, frame: Frame
) -> None:
    """Group B's absences are written down more often: more of it is listed without need."""
    rng = np.random.default_rng(2)
    table = read_parquet(place / "input" / "boosted" / "predictions.parquet")
    labels = np.where(rng.random(len(frame)) < 0.5 / (1 + np.exp(-table["margin"] - 1)), "B", "A")
    skewed = Frame(**{**frame.__dict__, "groups": {"race": labels}})
    document, _ = evaluate(TASK, skewed, folders(place), None, STRICT, "by rule", RULE)
    assert document["decision"]["use"] == "plain rule"
    assert "The promise is broken" in document["decision"]["text"]
    assert "would have given way" in document["fairness"]["price"][0]["sentence"]


def test_a_refused_training_and_too_little_history_end_in_the_plain_rule_with_the_reason(
    place: Path, frame: Frame, tmp_path: Path
) -> None:
    folder = tmp_path / "boosted"
    folder.mkdir()
    said = {"code": "no-inputs", "what": "Every input is constant", "where": "made_up", "mend": "Give one."}
    (folder / "refusal.json").write_text(json.dumps(said))
    document, calibration = evaluate(TASK, frame, {"boosted": folder}, None, RULE.promise, "by rule", RULE)
    assert calibration is None and "Every input is constant" in document["decision"]["text"]
    # One refused family is said, and does not keep the other from being judged.
    both = {**folders(place), "sequence": folder}
    document, calibration = evaluate(TASK, frame, both, None, RULE.promise, "by rule", RULE)
    assert calibration is not None and list(document["families"]) == ["boosted"]
    assert any("sequence was not trained: Every input is constant" in note for note in document["notes"])
    short = frame.where(frame.cohort >= "2023")
    document, calibration = evaluate(TASK, short, folders(place), None, RULE.promise, "by rule", RULE)
    assert calibration is None and document["refusal"]["code"] == "history-too-short"
    assert document["decision"]["use"] == "plain rule"
    write(tmp_path / "out", document, calibration)
    assert "3 are needed" in (tmp_path / "out" / "model-card.md").read_text()


def test_every_number_of_the_card_stands_in_the_evaluation(first: Document, place: Path) -> None:
    card = json.loads((place / "first" / "model-card.json").read_text())
    for key in ("measures", "trial", "fairness", "drift", "data"):
        assert card[key] == json.loads(json.dumps(first[key]))
    text = (place / "first" / "model-card.md").read_text()
    assert f"# {first['model']['name']}" in text
    assert f"{first['measures']['boosted']['auc']:.3f}" in text
    assert "Never used as inputs: race, sex." in text
    assert "nan" not in text.lower().replace("finan", "")


def test_the_band_around_a_chance_explains_what_was_seen(first: Document, place: Path) -> None:
    band = first["band"]
    assert band["held"] >= band["groups"] - 3 and 0 < band["width"] < 0.5
    card = (place / "first" / "model-card.md").read_text()
    assert "## How sure" in card
    assert f"## Not enough data\n\n{first['silence']['sentence']}" in card
