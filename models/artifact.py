"""A trained model as files: JSON, weights in an open format, and the checksums that vouch for both."""

import hashlib
import json
import os
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from importlib.metadata import version
from pathlib import Path
from typing import Any, Literal

from models.faults import ModelChanged, ModelOfAnotherKind
from models.task import Task

FORMAT = 1
SUMS = "SHA256SUMS"
REFUSAL = "refusal.json"  # why a family was not trained, beside where its predictions would be
Family = Literal["boosted", "sequence"]


@dataclass(frozen=True)
class ModelFacts:
    """What model.json holds; nothing in it depends on the hour, so that the same run gives the same bytes."""

    format: int
    family: str
    task: str
    task_digest: str
    inputs: list[str]  # in the order of the weights
    left_out: list[str]  # constant or blank among the training cases
    seed: int
    rounds: int  # trees or epochs that were kept
    rows: dict[str, int]  # matured cases a part
    cohorts: dict[str, list[str]]
    training_digest: str  # sha256 of the frame
    settings: dict[str, Any]
    notes: list[str]  # decisions taken in training, in words
    libraries: dict[str, str]


def libraries(*names: str) -> dict[str, str]:
    return {name: version(name) for name in ("numpy", *names)}


def write_model(folder: Path, facts: ModelFacts, files: Mapping[str, bytes]) -> None:
    """Each file under a temporary name first; the checksums come last: without them it is no model."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / SUMS).unlink(missing_ok=True)
    document = json.dumps(asdict(facts), indent=2, ensure_ascii=False) + "\n"
    everything = {"model.json": document.encode(), **files}
    for name, content in everything.items():
        replace_file(folder / name, content)
    seal(folder, sorted(everything))


def seal(folder: Path, names: list[str]) -> None:
    """Writes the checksums of the named files."""
    lines = [f"{hashlib.sha256((folder / name).read_bytes()).hexdigest()}  {name}\n" for name in names]
    replace_file(folder / SUMS, "".join(lines).encode())


def replace_file(path: Path, content: bytes) -> None:
    part = path.with_name(f".{path.name}.part")
    part.write_bytes(content)
    os.replace(part, path)


def check_sums(folder: Path) -> None:
    """@raises ModelChanged naming the file"""
    mend = "Fetch the model again from the registry, or train it again."
    if not (folder / SUMS).is_file():
        raise ModelChanged("No checksums: the training did not end", where=folder.name, mend=mend)
    for line in (folder / SUMS).read_text().splitlines():
        digest, _, name = line.partition("  ")
        path = folder / name
        if not path.is_file() or hashlib.sha256(path.read_bytes()).hexdigest() != digest:
            where = f"{folder.name}/{name}"
            raise ModelChanged("The file is not the one that was trained", where=where, mend=mend)


def read_model(folder: Path, task: Task, family: str) -> ModelFacts:
    """@raises ModelChanged, ModelOfAnotherKind"""
    check_sums(folder)
    document = json.loads((folder / "model.json").read_text())
    mend = "Train again with this version."
    if document.get("format") != FORMAT:
        raise ModelOfAnotherKind("A model of another format", where=f"{folder.name}/model.json", mend=mend)
    facts = ModelFacts(**document)
    if (facts.task, facts.family) != (task.name, family):
        what = f"A {facts.family} model of {facts.task} where {family} of {task.name} belongs"
        raise ModelOfAnotherKind(what, where=f"{folder.name}/model.json", mend="Give the right folder.")
    if facts.task_digest != task.digest:
        raise ModelOfAnotherKind("The task's file changed after training", where=task.name, mend=mend)
    return facts
