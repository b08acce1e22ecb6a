"""Reads what a training job left: its model's facts and its margins for every case of the same frame."""

import json
import tarfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from models.arrays import Anything, Floats, Words
from models.artifact import REFUSAL, ModelFacts, read_model
from models.faults import FileMissing, ModelFault, ModelOfAnotherKind
from models.frame.frame import Frame
from models.parquet import id_columns, read_parquet
from models.task import Task

PREDICTIONS = "predictions.parquet"
ARCHIVES = ("model.tar.gz", "output.tar.gz")


class TrainingRefused(ModelFault):
    """The training step itself refused; its reason becomes the gate's."""

    code = "training-refused"


@dataclass(frozen=True)
class Trained:
    family: str
    facts: ModelFacts
    margins: Floats  # (n,) log-odds; (n, 3) low, middle, high of a forecast
    folder: Path


def read_trained(folder: Path, task: Task, frame: Frame, family: str) -> Trained:
    """`folder` holds model.json, weights and predictions, or the archives that a SageMaker job makes of them.

    @raises ModelChanged, ModelOfAnotherKind, FileMissing
    """
    _unpack(folder)
    model, output = _holding(folder, "model.json"), _holding(folder, PREDICTIONS)
    facts = read_model(model, task, family)
    table = read_parquet(output / PREDICTIONS)
    for name, values in id_columns(frame).items():
        if name not in table or not np.array_equal(_text(table[name]), _text(values)):
            mend = "Train and evaluate on the same tables."
            raise ModelOfAnotherKind(
                "The predictions are of other cases", where=f"{family}: {name}", mend=mend
            )
    names = ("low", "margin", "high") if task.kind == "regression" else ("margin",)
    margins = np.column_stack([table[name].astype(np.float64) for name in names])
    return Trained(family, facts, margins if len(names) > 1 else margins[:, 0], model)


def read_all(folders: Mapping[str, Path], task: Task, frame: Frame) -> dict[str, Trained]:
    """Every family that trained; a refused one does not keep the others from being judged.

    @raises TrainingRefused where none trained, with the first one's words, or what read_trained raises
    """
    told = refusals(folders)
    for family, fault in told.items():
        if len(told) == len(folders):
            raise TrainingRefused(fault.what, where=f"{family}: {fault.where}", mend=fault.mend)
    if not folders:
        mend = "Look at the log of the training step."
        raise TrainingRefused("Nothing was trained", where=task.name, mend=mend)
    return {
        family: read_trained(folder, task, frame, family)
        for family, folder in folders.items()
        if family not in told
    }


def refusals(folders: Mapping[str, Path]) -> dict[str, TrainingRefused]:
    """Families that left `refusal.json` instead of a model."""
    found = {}
    for family, folder in folders.items():
        _unpack(folder)
        for refusal in sorted(folder.rglob(REFUSAL))[:1]:
            said = json.loads(refusal.read_text("utf-8"))
            found[family] = TrainingRefused(said["what"], where=said["where"], mend=said["mend"])
    return found


def _text(values: Anything) -> Words:
    """Ids as text, dates always with the same precision."""
    return (values.astype("datetime64[us]") if values.dtype.kind == "M" else values).astype(np.str_)


def _unpack(folder: Path) -> None:
    """Plain files at the top of an archive, and nothing else that an archive may hold."""
    for archive in folder.rglob("*.tar.gz"):
        if archive.name not in ARCHIVES:
            continue
        with tarfile.open(archive) as opened:
            for member in opened:
                name = member.name.removeprefix("./")
                content = opened.extractfile(member) if member.isfile() and "/" not in name else None
                if content is not None:
                    (archive.parent / name).write_bytes(content.read())


def _holding(folder: Path, name: str) -> Path:
    found = sorted(folder.rglob(name))
    if not found:
        raise FileMissing(
            f"No {name}", where=folder.name, mend="Give the folder in which the training ended."
        )
    return found[0].parent
