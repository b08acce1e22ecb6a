"""Judges what was trained and decides what is used: `python -m models.evaluate --task dropout`.

A SageMaker processing job: below `HOMEROOM_PROCESSING` (/opt/ml/processing) lie input/data, input/boosted,
input/sequence, input/champion (if there is one), input/promise/promise.toml (if the district wrote one). It
writes output/{evaluation.json, calibration.json, model-card.md, model-card.json, SHA256SUMS}.
"""

import models.threads  # isort: skip  # noqa: F401  (before any numerical library)

import argparse
import json
import os
from pathlib import Path

from models.artifact import replace_file, seal
from models.card.card import card_document
from models.card.text import card_text
from models.evaluation.champion import CALIBRATION, FAMILIES
from models.evaluation.run import Document, evaluate
from models.faults import exits
from models.frame.read import read_frame
from models.gate.rule import parse_promise, written_rule
from models.task import find_task, read_task


def write(out: Path, document: Document, calibration: Document | None) -> None:
    """All files, then their checksums: a folder without checksums did not end."""
    out.mkdir(parents=True, exist_ok=True)
    card = card_document(document)
    files = {
        "evaluation.json": json.dumps(document, indent=2, ensure_ascii=False) + "\n",
        "model-card.json": json.dumps(card, indent=2, ensure_ascii=False) + "\n",
        "model-card.md": card_text(card),
    }
    if calibration is not None:
        files[CALIBRATION] = json.dumps(calibration, indent=2) + "\n"
    (out / "SHA256SUMS").unlink(missing_ok=True)
    for name, text in files.items():
        replace_file(out / name, text.encode())
    seal(out, sorted(files))


def main() -> None:
    root = Path(os.environ.get("HOMEROOM_PROCESSING", "/opt/ml/processing"))
    given = argparse.ArgumentParser(description=__doc__)
    given.add_argument("--task", required=True, help="a task file, or the name of one in models/tasks")
    given.add_argument("--data", type=Path, default=root / "input" / "data")
    given.add_argument("--trained", type=Path, default=root / "input", help="holds a folder for each family")
    given.add_argument("--champion", type=Path, default=root / "input" / "champion")
    given.add_argument("--promise", type=Path, default=root / "input" / "promise" / "promise.toml")
    given.add_argument("--approval", choices=["by rule", "by hand"], default="by rule")
    given.add_argument("--out", type=Path, default=root / "output")
    args = given.parse_args()
    task, rule = read_task(find_task(args.task)), written_rule()
    promise = rule.promise
    if args.promise.is_file():
        promise = parse_promise(args.promise.read_text("utf-8"), args.promise.name)
    folders = {name: args.trained / name for name in FAMILIES if (args.trained / name).is_dir()}
    champion = args.champion if (args.champion / CALIBRATION).is_file() else None
    frame = read_frame(task, args.data)
    document, calibration = evaluate(task, frame, folders, champion, promise, args.approval, rule)
    write(args.out, document, calibration)
    print(document["decision"]["text"])


if __name__ == "__main__":
    exits(main)
