"""A champion scores today's cases: with reasons, an expiry date, and silence where too little is known."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from models.artifact import seal, write_model
from models.calibration.band import fit_band
from models.calibration.choose import calibrate
from models.facts.reasons import Reasons
from models.faults import ModelChanged, ModelOfAnotherKind
from models.frame.cohorts import parts
from models.leaks.made_up import clean_frame, made_up_task
from models.parquet import read_parquet
from models.score import explain_cases, open_champion, score_cases, write_scores
from models.sequence.forward import Weights
from models.sequence.scales import scales
from models.sequence.score import score_sequence
from models.task import FactWords
from models.train import train

WEEKS_NEEDED = 8
TASK = replace(
    made_up_task(),
    minimum_weeks=WEEKS_NEEDED,
    facts=(
        FactWords(
            "absence", ("absent_days",), "missed {sum:absent_days} days", "missed {sum:absent_days} days"
        ),
        FactWords("marks", ("mark", "failed_courses"), "mean mark {value:mark}", "mean mark {value:mark}"),
    ),
)
FRAME = clean_frame(400, seed=3)
TODAY = FRAME.where(FRAME.cohort == "2025")


@pytest.fixture(scope="module")
def champion(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Trees, and a network of drawn weights, joined half and half."""
    folder = tmp_path_factory.mktemp("champion")
    rows = parts(TASK, FRAME).calibrate
    facts, raw = train(TASK, FRAME, "boosted", folder / "boosted", folder / "boosted")
    drawn = np.random.default_rng(5)
    shapes = [(1, 16), (4, 16), (16,), (6, 4), (4,), (4, 1), (1,)]
    scale = scales(FRAME, FRAME.matured)
    arrays: list[Any] = [drawn.normal(0, 0.7, s).astype(np.float32) for s in shapes]
    weights = Weights(*arrays, *vars(scale).values())
    facts = replace(
        facts,
        family="sequence",
        inputs=[*FRAME.static_names, *FRAME.weekly_names],
        settings={"static": FRAME.static_names},
    )
    write_model(folder / "sequence", facts, {"weights.npz": weights.to_npz()})
    other = score_sequence(TASK, facts, folder / "sequence", FRAME)
    margins = {"boosted": raw[rows], "sequence": other[rows]}
    found = replace(
        calibrate(FRAME.y[rows], margins), chosen="combination", weights={"boosted": 0.6, "sequence": 0.5}
    )
    band = fit_band(found.probabilities(margins), FRAME.y[rows]).document()
    (folder / "calibration.json").write_text(json.dumps({**found.document(), "band": band}))
    seal(folder, ["calibration.json"])
    return folder


def test_scores_end_and_say_when_too_little_is_known(champion: Path, tmp_path: Path) -> None:
    said = write_scores(TASK, open_champion(champion, TASK), TODAY, tmp_path, everybody=True)
    table = read_parquet(tmp_path / "predictions.parquet")
    silent = TODAY.weeks_known() < WEEKS_NEEDED
    assert silent.any() and said["not_enough_data"] == silent.sum()
    assert (table["state"] == np.where(silent, "not enough data", "scored")).all()
    assert np.array_equal(np.isnan(table["probability"].astype(np.float64)), silent)
    assert TODAY.as_of is not None
    assert (table["expires_on"].astype("datetime64[D]") == TODAY.as_of + np.timedelta64(14, "D")).all()
    told = read_parquet(tmp_path / "reasons.parquet")
    assert set(told["kind"]) == {"reason", "strength"} and told["place"].max() <= 3
    assert not set(told["student_key"]) & set(table["student_key"][silent])


def test_reasons_of_both_families_add_up_to_the_champions_log_odds(champion: Path) -> None:
    opened = open_champion(champion, TASK)
    rows = np.arange(20)
    spoken: list[np.ndarray] = []

    def keep(task: object, frame: object, facts: np.ndarray, cases: object) -> Reasons:
        spoken.append(facts)
        empty = np.array([])
        return Reasons(rows[:0], empty, rows[:0], empty, empty, empty)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("models.score.reasons", keep)
        _, error = explain_cases(TASK, opened, TODAY, rows)
    p = score_cases(replace(TASK, minimum_weeks=0), opened, TODAY).value[rows]
    moved = np.log(p / (1 - p))
    total = spoken[0].sum(axis=1)
    if all(s["kind"] in ("none", "platt") for s in opened.calibration["scalings"].values()):
        assert np.ptp(moved - total) < 0.03 and error < 0.011


def test_only_the_list_gets_reasons_unless_everybody_is_asked_for(champion: Path, tmp_path: Path) -> None:
    said = write_scores(TASK, open_champion(champion, TASK), TODAY, tmp_path)
    assert said["with_reasons"] == int(np.ceil(0.2 * (said["cases"] - said["not_enough_data"])))


def test_a_champion_that_was_touched_does_not_score(champion: Path, tmp_path: Path) -> None:
    calibration = champion / "calibration.json"
    content = calibration.read_text()
    try:
        calibration.write_text(json.dumps({**json.loads(content), "intercept": 9}))
        with pytest.raises(ModelChanged, match=r"calibration\.json"):
            open_champion(champion, TASK)
    finally:
        calibration.write_text(content)
    with pytest.raises(ModelChanged, match="training did not end"):
        open_champion(tmp_path, TASK)


def test_a_champion_of_another_task_does_not_score(champion: Path) -> None:
    with pytest.raises(ModelOfAnotherKind):
        open_champion(champion, replace(TASK, name="other"))


def test_a_day_without_cases_and_a_case_that_is_not_scored_have_no_reasons(champion: Path) -> None:
    opened = open_champion(champion, TASK)
    nobody = TODAY.where(np.zeros(len(TODAY), dtype=np.bool_))
    assert len(score_cases(TASK, opened, nobody).value) == 0
    for frame in (nobody, TODAY):
        found, error = explain_cases(TASK, opened, frame, np.zeros(0, dtype=np.int64))
        assert (len(found.case), error) == (0, 0.0)


def test_a_chance_lies_in_its_band_and_an_older_model_has_none(champion: Path) -> None:
    opened = open_champion(champion, TASK)
    found = score_cases(TASK, opened, TODAY)
    some = found.enough
    assert (found.low[some] <= found.value[some]).all() and (found.value[some] <= found.high[some]).all()
    assert (found.high[some] - found.low[some]).mean() > 0.01 and np.isnan(found.low[~some]).all()
    without = {key: value for key, value in opened.calibration.items() if key != "band"}
    older = score_cases(TASK, replace(opened, calibration=without), TODAY)
    assert np.isnan(older.low).all() and np.array_equal(older.value, found.value, equal_nan=True)
