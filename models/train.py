"""Trains one family on one task: `python -m models.train --family boosted --task dropout`.

SageMaker script mode: the frame's tables lie in `SM_CHANNEL_TRAIN`, the task files in `SM_CHANNEL_TASKS`
(else in models/tasks), the model goes to `SM_MODEL_DIR` and the predictions to `SM_OUTPUT_DATA_DIR`. Exit
code 3, one JSON line on standard error and the same in refusal.json beside the predictions: a refusal, with
what to do.
"""

import models.threads  # isort: skip  # noqa: F401  (before any numerical library)

import argparse
import json
import os
import time
from pathlib import Path

import numpy as np

from models.arrays import Anything, Floats
from models.artifact import REFUSAL, ModelFacts, replace_file, write_model
from models.boosted.train import train_boosted
from models.faults import ModelFault, exits, fault_json
from models.frame.frame import Frame
from models.frame.read import read_frame
from models.gate.rule import written_rule
from models.leaks.walk import stop_at_landmines
from models.parquet import id_columns, write_parquet
from models.task import Task, find_task, read_task


def train(task: Task, frame: Frame, family: str, model: Path, output: Path) -> tuple[ModelFacts, Floats]:
    """Writes model.json, weights and checksums to `model`, predictions.parquet to `output`.

    @raises the fault of the first landmine that goes off, before anything is written
    """
    # The run on shuffled labels trains once more: trees do it, the sequence has the same inputs and cohorts.
    again = None if family == "sequence" else lambda some: train_boosted(task, some).raw
    stop_at_landmines(task, frame, written_rule(), again)
    if family == "sequence":
        # Keras starts slowly and is not wanted by who trains trees only.
        from models.sequence.train import train_sequence

        trained = train_sequence(task, frame)
        weights = "weights.npz"
    else:
        trained = train_boosted(task, frame)
        weights = "weights.ubj"
    write_model(model, trained.facts, {weights: trained.weights})
    output.mkdir(parents=True, exist_ok=True)
    write_parquet(output / "predictions.parquet", predictions(frame, trained.raw, trained.facts))
    return trained.facts, trained.raw


def predictions(frame: Frame, raw: Floats, facts: ModelFacts) -> dict[str, Anything]:
    """`margin`: log-odds, or a forecast's median with `low` and `high`; `seen`: trained on its outcome."""
    forecast = raw.ndim == 2
    values = {"margin": raw[:, 1], "low": raw[:, 0], "high": raw[:, 2]} if forecast else {"margin": raw}
    seen = np.isin(frame.cohort, facts.cohorts["train"]) & frame.matured
    return {**id_columns(frame), "cohort": frame.cohort, **values, "seen": seen}


def main() -> None:
    given = argparse.ArgumentParser(description=__doc__)
    given.add_argument("--family", choices=["boosted", "sequence"], required=True)
    given.add_argument("--task", required=True, help="a task file, or the name of one in models/tasks")
    given.add_argument("--data", type=Path, default=os.environ.get("SM_CHANNEL_TRAIN", "."))
    given.add_argument("--model-dir", type=Path, default=os.environ.get("SM_MODEL_DIR", "model"))
    given.add_argument("--output-dir", type=Path, default=os.environ.get("SM_OUTPUT_DATA_DIR", "output"))
    args = given.parse_args()
    started = time.perf_counter()
    try:
        task = read_task(find_task(args.task))
        facts, _ = train(task, read_frame(task, args.data), args.family, args.model_dir, args.output_dir)
    except ModelFault as fault:
        # The judges read it, so that the decision says why there is no new model.
        args.output_dir.mkdir(parents=True, exist_ok=True)
        replace_file(args.output_dir / REFUSAL, (fault_json(fault) + "\n").encode())
        raise
    seconds = round(time.perf_counter() - started, 1)
    print(
        json.dumps({"task": facts.task, "family": facts.family, "rounds": facts.rounds, "seconds": seconds})
    )


if __name__ == "__main__":
    exits(main)
