"""Judges every district task of a day, as a SageMaker processing job: `-m models.evaluate_day --date D`.

Below HOMEROOM_PROCESSING lie input/frame (the tables and judging.json), input/training/<task>/<family>/… and
input/champions/<task>. Below output/evaluation/<task> it writes what `models.evaluate` writes, decision.json
in the registry's words, measures.parquet, and candidate/: all that scoring needs of a new model.
"""

import models.threads  # isort: skip  # noqa: F401  (before any numerical library)

import argparse
import json
import os
import shutil
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from models.artifact import SUMS, replace_file, seal
from models.evaluate import write
from models.evaluation.champion import CALIBRATION, FAMILIES
from models.evaluation.measure_rows import write_measures
from models.evaluation.run import evaluate
from models.faults import exits
from models.frame.read import read_frame
from models.gate.decide import Approval
from models.gate.rule import Promise, written_rule
from models.task import read_task

TASKS = Path(__file__).parent / "tasks" / "district"


def main() -> None:
    root = Path(os.environ.get("HOMEROOM_PROCESSING", "/opt/ml/processing"))
    given = argparse.ArgumentParser(description=__doc__)
    given.add_argument("--date", required=True, help="the day of the run")
    given.parse_args()
    inputs = root / "input"
    approval, promise = _judging(inputs / "frame" / "judging.json")
    for file in sorted(TASKS.glob("*.toml")):
        trained = inputs / "training" / file.stem
        champion = inputs / "champions" / file.stem
        if trained.is_dir() or (champion / CALIBRATION).is_file():
            _judge(
                file, inputs / "frame", trained, champion, promise, approval, root / "output" / "evaluation"
            )


def _judge(
    file: Path,
    frame_folder: Path,
    trained: Path,
    champion: Path,
    promise: Promise,
    approval: Approval,
    out: Path,
) -> None:
    task = read_task(file)
    frame = read_frame(task, frame_folder)
    folders = {name: _output(trained / name) for name in FAMILIES if (trained / name).is_dir()}
    old = champion if (champion / CALIBRATION).is_file() else None
    document, calibration = evaluate(task, frame, folders, old, promise, approval, written_rule())
    place = out / task.name
    write(place, document, calibration)
    write_measures(place / "measures.parquet", document)
    if calibration is not None and "model" in document:
        _candidate(place, folders)
    replace_file(place / "decision.json", (json.dumps(_verdict(document), indent=1) + "\n").encode())
    print(document["decision"]["text"])


def _output(family: Path) -> Path:
    """SageMaker puts a job's archives below <job>/output."""
    return next(iter(sorted(family.glob("*/output"))), family)


def _candidate(place: Path, folders: Mapping[str, Path]) -> None:
    """The chosen model whole: weights of each family, calibration and evaluation, with checksums."""
    candidate = place / "candidate"
    names = [CALIBRATION, "evaluation.json"]
    candidate.mkdir(exist_ok=True)
    for name in names:
        shutil.copyfile(place / name, candidate / name)
    for family, folder in folders.items():
        models = sorted(folder.rglob("model.json"))
        if not models:  # its training was refused, and the decision says why
            continue
        model = models[0].parent
        (candidate / family).mkdir(exist_ok=True)
        for line in (model / SUMS).read_text("utf-8").splitlines():
            name = line.partition("  ")[2]
            shutil.copyfile(model / name, candidate / family / name)
        shutil.copyfile(model / SUMS, candidate / family / SUMS)
    seal(candidate, names)


def _verdict(document: Mapping[str, Any]) -> dict[str, Any]:
    decision = document["decision"]
    passed = bool(decision["challenger"]) and all(check["passed"] for check in decision["challenger"])
    return {
        "task": decision["task"],
        "model_id": document.get("model", {}).get("name"),
        "passed": passed,
        "waits": decision["waits"],
        "use": decision["use"],
        "reasons": decision["text"].splitlines(),
    }


def _judging(file: Path) -> tuple[Approval, Promise]:
    """The district's own words on approval and on its promise; the written rule where it says nothing."""
    promise = written_rule().promise
    if not file.is_file():
        return "by rule", promise
    said = json.loads(file.read_text("utf-8"))
    given = {key: value for key, value in said["promise"].items() if value is not None}
    return ("by hand" if said["approval"] == "hand" else "by rule"), replace(promise, **given)


if __name__ == "__main__":
    exits(main)
