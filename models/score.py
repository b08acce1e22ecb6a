"""Scores today's cases with a champion, with reasons: `python -m models.score --task dropout --champion DIR`.

Writes predictions.parquet (a row each case), reasons.parquet (at most three reasons and one strength each)
and score.json (the model, its expiry, the largest error of the reasons). The champion's folder is what
`evaluate` made when it came into use: boosted/, sequence/, calibration.json and their checksums.
"""

import models.threads  # isort: skip  # noqa: F401  (before any numerical library)

import argparse
import json
import os
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from models.arrays import Anything, Dates, Flags, Floats, Wholes
from models.artifact import check_sums, read_model, replace_file
from models.boosted import explain as trees
from models.boosted.score import inputs_of as tree_inputs
from models.boosted.score import load_booster, score_boosted
from models.calibration.band import Band
from models.calibration.choose import Calibration, calibration_from
from models.conformal.intervals import intervals
from models.evaluation.champion import CALIBRATION, FAMILIES
from models.evaluation.days import today
from models.evaluation.forecast import correction_from
from models.evaluation.material import grades
from models.facts.group import by_fact
from models.facts.reasons import Reasons, reasons
from models.facts.words import check_words
from models.faults import exits
from models.frame.frame import Frame
from models.frame.read import read_frame
from models.parquet import id_columns, write_parquet
from models.sequence import explain as weeks
from models.sequence.score import inputs_of as week_inputs
from models.sequence.score import load_weights, score_sequence
from models.task import Task, find_task, read_task

ENOUGH, NOT_ENOUGH = "scored", "not enough data"


@dataclass(frozen=True)
class Champion:
    folder: Path
    calibration: dict[str, Any]
    families: tuple[str, ...]  # those whose margins are used


@dataclass(frozen=True)
class Scores:
    """Of every case; blank where `enough` is not."""

    enough: Flags
    value: Floats  # probability, or forecast
    low: Floats  # of the forecast, or of the share among cases like this one; blank of older models
    high: Floats


def open_champion(folder: Path, task: Task) -> Champion:
    """@raises ModelChanged, ModelOfAnotherKind"""
    check_sums(folder)
    calibration = json.loads((folder / CALIBRATION).read_text("utf-8"))
    chosen = calibration["chosen"]
    used = tuple(f for f in FAMILIES if chosen == "combination" and calibration["weights"].get(f, 0) > 0)
    families = used or (chosen,)
    for family in families:
        read_model(folder / family, task, family)
    return Champion(folder, calibration, families)


def score_cases(task: Task, champion: Champion, frame: Frame) -> Scores:
    """A case with fewer known weeks than the task's minimum is not scored at all."""
    if len(frame) == 0:  # the libraries ask for a row at least
        return Scores(np.zeros(0, dtype=np.bool_), *(np.zeros(0) for _ in range(3)))
    enough = frame.weeks_known() >= task.minimum_weeks
    margins = {family: _margins(task, champion, family, frame) for family in champion.families}
    blank = np.full(len(frame), np.nan)
    if task.kind == "regression":
        raw = margins[champion.families[0]]
        low, high = intervals(raw[:, 0], raw[:, 2], grades(frame), correction_from(champion.calibration))
        columns = (raw[:, 1], low, high)
    else:
        p, band = _used(champion).probabilities(margins), champion.calibration.get("band")
        columns = (p, *((blank, blank) if band is None else Band(**band).ends(p)))
    return Scores(enough, *(np.where(enough, values, np.nan) for values in columns))


def explain_cases(task: Task, champion: Champion, frame: Frame, cases: Wholes) -> tuple[Reasons, float]:
    """Reasons of the given rows, and the largest error of their parts in log-odds (in a forecast's unit)."""
    some = frame.where(cases)
    facts, errors = np.zeros((len(cases), len(task.facts) + 1)), [0.0]
    for family, weight in _weights(champion).items() if len(cases) else ():
        parts, names, error = _parts(task, champion, family, some)
        facts += weight * by_fact(task, names, parts[:, :-1])
        errors.append(error)
    return reasons(task, frame, facts, cases), max(errors)


def _parts(task: Task, champion: Champion, family: str, frame: Frame) -> tuple[Floats, list[str], float]:
    """Parts of the margin (n, inputs + 1), their names, and by how much they miss it at most."""
    folder = champion.folder / family
    facts = read_model(folder, task, family)
    if family == "boosted":
        x = np.ascontiguousarray(tree_inputs(task, facts, frame))
        parts, gap = trees.contributions(load_booster(folder), x)
        return parts, facts.inputs, gap
    weights = load_weights(folder)
    found = weeks.attribute(weights, *week_inputs(task, facts, weights, frame))
    return found.parts, facts.inputs, found.error


def _margins(task: Task, champion: Champion, family: str, frame: Frame) -> Floats:
    folder = champion.folder / family
    facts = read_model(folder, task, family)
    score = score_boosted if family == "boosted" else score_sequence
    return score(task, facts, folder, frame)


def _weights(champion: Champion) -> dict[str, float]:
    """How much a family's log-odds move those of the champion; 1 where it stands alone."""
    if len(champion.families) == 1:
        return {champion.families[0]: 1.0}
    scalings = _used(champion).scalings
    return {f: champion.calibration["weights"][f] * scalings[f].slope for f in champion.families}


def _used(champion: Champion) -> Calibration:
    """Without the scaling of a family that the champion does not use: its folder may be gone."""
    whole = champion.calibration
    scalings = {name: whole["scalings"][name] for name in champion.families}
    weights = whole["weights"] if len(champion.families) > 1 else {}
    return calibration_from({**whole, "scalings": scalings, "weights": weights})


def expiry(task: Task, frame: Frame) -> Dates | None:
    """(n,) the last day on which a score may be shown."""
    return None if frame.as_of is None else frame.as_of + np.timedelta64(task.expiry_days, "D")


def listed(task: Task, scores: Scores) -> Wholes:
    """Rows that the longest list may hold: the only ones whose reasons anybody will ask for."""
    risk = scores.value if task.kind == "classification" else -scores.value
    known = np.flatnonzero(scores.enough)
    most = int(np.ceil(max(task.lengths) * len(known)))
    return known[np.argsort(-risk[known], kind="stable")][:most]


def write_scores(
    task: Task, champion: Champion, frame: Frame, out: Path, *, everybody: bool = False
) -> dict[str, Any]:
    """Reasons of everybody, or of those whom the longest list may hold; returns what score.json says."""
    check_words(task)
    scores = score_cases(task, champion, frame)
    cases = np.flatnonzero(scores.enough) if everybody else listed(task, scores)
    found, error = explain_cases(task, champion, frame, cases)
    ids, until = id_columns(frame), expiry(task, frame)
    named = "probability" if task.kind == "classification" else "forecast"
    out.mkdir(parents=True, exist_ok=True)
    table: dict[str, Anything] = {
        **ids,
        "state": np.where(scores.enough, ENOUGH, NOT_ENOUGH),
        named: scores.value,
        "low": scores.low,
        "high": scores.high,
        **({} if until is None else {"expires_on": until}),
    }
    write_parquet(out / "predictions.parquet", table)
    write_parquet(
        out / "reasons.parquet",
        {
            **{name: values[found.case] for name, values in ids.items()},
            "kind": found.kind,
            "place": found.place,
            "fact": found.fact,
            "words": found.words,
            "share": found.share,
        },
    )
    said = {
        "task": task.name,
        "chosen": champion.calibration["chosen"],
        "cases": len(frame),
        "not_enough_data": int((~scores.enough).sum()),
        "with_reasons": len(cases),
        "largest_error_of_reasons": error,
        "expires_after_days": task.expiry_days,
    }
    replace_file(out / "score.json", (json.dumps(said, indent=2) + "\n").encode())
    return said


def main() -> None:
    root = Path(os.environ.get("HOMEROOM_PROCESSING", "/opt/ml/processing"))
    given = argparse.ArgumentParser(description=__doc__)
    given.add_argument("--task", required=True, help="a task file, or the name of one in models/tasks")
    given.add_argument("--data", type=Path, default=root / "input" / "data")
    given.add_argument("--champion", type=Path, default=root / "input" / "champion")
    given.add_argument("--out", type=Path, default=root / "output")
    given.add_argument("--everybody", action="store_true", help="reasons of all cases, not of the list alone")
    args = given.parse_args()
    task = read_task(find_task(args.task))
    frame = read_frame(task, args.data)
    now = frame.where(today(frame))
    champion = open_champion(args.champion, task)
    print(json.dumps(write_scores(task, champion, now, args.out, everybody=args.everybody)))


if __name__ == "__main__":
    exits(main)
