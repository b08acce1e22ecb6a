"""Scores the students of a day with each task's champion: `python -m models.score_day --date 2026-03-13`.

A SageMaker processing job. Below HOMEROOM_PROCESSING lie input/frame and input/champions/<task>; it writes
output/scores/{scores,reasons,forecasts,drift}.parquet with the columns of the lake's tables.
"""

import models.threads  # isort: skip  # noqa: F401  (before any numerical library)

import argparse
import json
import os
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np

from models.arrays import Anything, Floats
from models.evaluation.champion import CALIBRATION
from models.evaluation.days import today
from models.facts.words import check_words
from models.faults import ModelFault, exits
from models.frame.frame import Frame
from models.frame.read import read_frame
from models.parquet import write_parquet
from models.score import expiry, explain_cases, listed, open_champion, score_cases
from models.task import Task, read_task

TASKS = Path(__file__).parent / "tasks" / "district"
Table = dict[str, Anything]


def main() -> None:
    root = Path(os.environ.get("HOMEROOM_PROCESSING", "/opt/ml/processing"))
    given = argparse.ArgumentParser(description=__doc__)
    given.add_argument("--date", required=True, help="the day of the run")
    given.add_argument("--student", help="explain this student alone, on the list or not")
    given.add_argument("--task", help="this task alone")
    args = given.parse_args()
    tables = _of_all(root / "input", args.task, args.student)
    out = root / "output" / "scores"
    out.mkdir(parents=True, exist_ok=True)
    for name, parts in tables.items():
        write_parquet(out / f"{name}.parquet", {key: _joined([p[key] for p in parts]) for key in parts[0]})
    for part in tables.get("refused", []):
        for task, what, mend in zip(part["task"], part["what"], part["mend"], strict=True):
            print(json.dumps({"task": task, "what": what, "mend": mend}), file=sys.stderr)
    print(
        json.dumps({name: sum(len(next(iter(p.values()))) for p in parts) for name, parts in tables.items()})
    )


def _of_all(inputs: Path, only: str | None, student: str | None) -> dict[str, list[Table]]:
    """The rows of each task that has a champion.

    What one model cannot, the others do, and `refused` names it: of its task what was released before stays
    until it expires. A day on which no model can fails as a whole. @raises ModelFault
    """
    tables: dict[str, list[Table]] = {}
    faults: list[tuple[str, ModelFault]] = []
    for file in sorted(TASKS.glob("*.toml")):
        champion = inputs / "champions" / file.stem
        if only not in (None, file.stem) or not (champion / CALIBRATION).is_file():
            continue
        try:
            found = _scored(read_task(file), inputs / "frame", champion, student)
        except ModelFault as fault:
            faults.append((file.stem, fault))
            continue
        for name, table in found.items():
            tables.setdefault(name, []).append(table)
    if faults and not tables and student is None:
        raise faults[0][1]
    if faults:
        columns = {
            "task": [task for task, _ in faults],
            "what": [fault.what for _, fault in faults],
            "mend": [fault.mend for _, fault in faults],
        }
        tables["refused"] = [{name: np.array(values, dtype=object) for name, values in columns.items()}]
    return tables


def _scored(task: Task, data: Path, folder: Path, student: str | None) -> dict[str, Table]:
    """The rows of one task. @raises ModelChanged, ModelOfAnotherKind"""
    check_words(task)
    champion = open_champion(folder, task)
    evaluation = json.loads((folder / "evaluation.json").read_text("utf-8"))
    model = str(evaluation["model"]["name"])
    whole = read_frame(task, data)
    frame = whole.where(today(whole))
    scores = score_cases(task, champion, frame)
    n = len(frame)
    ids: Table = {
        "student_key": np.array([str(v) for v in frame.ids[:, 0]], dtype=object),
        "as_of": _days(frame.as_of),
        "model_id": np.array([model] * n, dtype=object),
        "expires_on": _days(expiry(task, frame)),
    }
    if task.kind == "regression":
        known = np.flatnonzero(scores.enough)
        told = {"forecast": scores.value, "low": scores.low, "high": scores.high}
        return {"forecasts": {name: values[known] for name, values in (ids | told).items()}}
    known = np.flatnonzero(scores.enough & (ids["student_key"] == student))
    found, _ = explain_cases(task, champion, frame, listed(task, scores) if student is None else known)
    return {
        "scores": {"task": _all(task, n), **ids, "probability": scores.value}
        | {"out_of_20": _of_20(scores.value), "enough": scores.enough}
        | {"out_of_20_low": _of_20(scores.low), "out_of_20_high": _of_20(scores.high)},
        "reasons": {
            "task": _all(task, len(found.case)),
            "student_key": ids["student_key"][found.case],
            "kind": found.kind,
            "place": found.place,
            "fact": found.fact,
            "words": found.words,
            "share": found.share,
        },
        "drift": _drift(task, model, frame, evaluation),
    }


def _drift(task: Task, model: str, frame: Frame, evaluation: Mapping[str, Any]) -> Table:
    """What the judging of the day on which the model came into use saw; the gate looks anew every day."""
    said = evaluation.get("drift") or {}
    rows = [*said.get("inputs", []), *([said["scores"]] if "scores" in said else [])]
    n = len(rows)
    day = _days(frame.as_of)
    return {
        "task": _all(task, n),
        "model_id": np.array([model] * n, dtype=object),
        "as_of": np.array([day[0] if len(day) else "NaT"] * n, dtype="datetime64[us]"),
        "input": np.array([row["name"] for row in rows], dtype=object),
        "psi": np.array([np.nan if row["psi"] is None else row["psi"] for row in rows], dtype=np.float64),
        "verdict": np.array([row["verdict"] for row in rows], dtype=object),
    }


def _of_20(p: Floats) -> Floats:
    return np.asarray(np.floor(p * 20 + 0.5))


def _all(task: Task, n: int) -> Anything:
    return np.array([task.name] * n, dtype=object)


def _days(values: Anything | None) -> Anything:
    return np.array([], dtype="datetime64[us]") if values is None else values.astype("datetime64[us]")


def _joined(parts: list[Anything]) -> Anything:
    filled = [part for part in parts if len(part)]
    return np.concatenate(filled) if filled else parts[0]


if __name__ == "__main__":
    exits(main)
