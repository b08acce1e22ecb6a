"""Answers a question without a lake: `python -m models.run_task FILE.toml --data DIR --out DIR [--json]`.

Trains the families, calibrates, tests on the declared split, and writes below --out: metrics.json, evaluation
and model card, predictions.parquet (every case, every model), the models themselves, and scores with reasons
of the cases whose outcome is still to come.
"""

import models.threads  # isort: skip  # noqa: F401  (before any numerical library)

import argparse
import json
import shutil
import time
from pathlib import Path
from typing import Any

import numpy as np

from models.arrays import Floats
from models.artifact import replace_file
from models.calibration.choose import calibration_from
from models.evaluate import write
from models.evaluation.days import today
from models.evaluation.run import evaluate
from models.facts.words import check_words
from models.faults import exits
from models.frame.cohorts import PARTS, Parts, parts
from models.frame.frame import Frame
from models.frame.read import read_frame
from models.gate.rule import written_rule
from models.parquet import id_columns, write_parquet
from models.score import open_champion, write_scores
from models.task import Task, read_task
from models.train import train

Document = dict[str, Any]


def run_task(task: Task, data: Path, out: Path, families: list[str]) -> Document:
    """Returns what metrics.json holds. @raises ModelFault"""
    check_words(task)
    frame = read_frame(task, data)
    part = parts(task, frame)
    raw, seconds = dict[str, Floats](), dict[str, float]()
    for family in families:
        started = time.perf_counter()
        raw[family] = _train_aside(task, frame, family, out)
        seconds[family] = round(time.perf_counter() - started, 1)
    rule = written_rule()
    folders = {family: out / family for family in families}
    document, calibration = evaluate(task, frame, folders, None, rule.promise, "by rule", rule)
    write(out, document, calibration)
    if calibration is not None:
        write_predictions(task, frame, part, raw, calibration, out)
        coming = frame.where(today(frame))
        if len(coming):
            write_scores(task, open_champion(out, task), coming, out / "scores")
    metrics = summary(task, document, seconds)
    replace_file(out / "metrics.json", (json.dumps(metrics, indent=2, ensure_ascii=False) + "\n").encode())
    return metrics


def _train_aside(task: Task, frame: Frame, family: str, out: Path) -> Floats:
    """A family's folder is there whole or not at all; what an earlier run left stays until this one ends."""
    part = out / f".{family}.part"
    shutil.rmtree(part, ignore_errors=True)
    try:
        _, raw = train(task, frame, family, part, part)
        shutil.rmtree(out / family, ignore_errors=True)
        part.rename(out / family)
    finally:
        shutil.rmtree(part, ignore_errors=True)
    return raw


def write_predictions(
    task: Task, frame: Frame, part: Parts, raw: dict[str, Floats], calibration: Document, out: Path
) -> None:
    """Every case: its part of the split ("" = none), its outcome, and what each model says of it.

    What is said of the train part (and, after `refit`, of nothing else) was seen in training.
    """
    if task.kind == "classification":
        values = calibration_from(calibration).by_name(raw)
    else:
        values = {f"{name}_forecast": found[:, 1] for name, found in raw.items()}
    named = np.full(len(frame), "", dtype=object)
    for name in PARTS:
        named[getattr(part, name)] = name
    table = {**id_columns(frame), "cohort": frame.cohort, "part": named, "outcome": frame.y, **values}
    write_parquet(out / "predictions.parquet", table)


def summary(task: Task, document: Document, seconds: dict[str, float]) -> Document:
    """The part of evaluation.json that answers "how good is it", with the time that training took."""
    wanted = ("measures", "by_group", "others", "intervals", "data", "refusal")
    return {
        "task": task.name,
        "sentence": task.sentence,
        "chosen": document.get("model", {}).get("chosen"),
        **{name: document[name] for name in wanted if name in document},
        "notes": document["notes"],
        "decision": document["decision"]["text"],
        "training_seconds": seconds,
    }


def families_of(task: Task) -> list[str]:
    """Both, where there are weeks to read and a yes or no to tell."""
    weekly = task.data.weekly is not None and task.kind == "classification"
    return ["boosted", "sequence"] if weekly else ["boosted"]


def in_words(metrics: Document) -> str:
    lines = [f"{metrics['task']}: {metrics['sentence']}"]
    for name, found in metrics.get("measures", {}).items():
        mark = " (in use)" if name == metrics["chosen"] else ""
        some = "  ".join(
            f"{key} {value:.4f}" for key, value in found.items() if key in SHOWN and value is not None
        )
        lines.append(f"  {name}{mark}: {some}")
    return "\n".join([*lines, *(f"  {note}" for note in metrics["notes"]), metrics["decision"]])


SHOWN = ("auc", "average_precision", "brier", "log_loss", "ece", "slope", "intercept", "mae", "rmse", "r2")


def main() -> None:
    given = argparse.ArgumentParser(description=__doc__)
    given.add_argument("task", type=Path, help="a task file; docs/tasks.md says what it holds")
    given.add_argument("--data", type=Path, required=True, help="the folder that the task's files lie in")
    given.add_argument("--out", type=Path, required=True)
    given.add_argument("--family", action="append", choices=["boosted", "sequence"], help="default: both")
    given.add_argument("--json", action="store_true", help="print metrics.json instead of words")
    args = given.parse_args()
    task = read_task(args.task)
    metrics = run_task(task, args.data, args.out, args.family or families_of(task))
    print(json.dumps(metrics, ensure_ascii=False) if args.json else in_words(metrics))


if __name__ == "__main__":
    exits(main)
