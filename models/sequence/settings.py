"""The sequence family's settings, each with its reason; a task may say otherwise under [sequence]."""

from dataclasses import dataclass, fields
from typing import Any

from models.faults import TaskFileWrong
from models.task import Task

SEED = 20260902


@dataclass(frozen=True)
class Settings:
    hidden: int = 32  # LSTM units; more units fit last year's noise on a district's few thousand cases
    dense: int = 32  # units of the layer which joins weeks and static inputs
    dropout: float = 0.2  # on the joined layer
    rate: float = 0.002  # Adam's learning rate
    batch: int = 256
    epochs: int = 30  # at most; the later cohort stops earlier
    patience: int = 4
    rows: int = 60_000  # at most, of the training cases, evenly spaced; an epoch's time grows with them
    seed: int = SEED


def settings(task: Task) -> Settings:
    """@raises TaskFileWrong naming a setting that does not exist"""
    known = {field.name: field.type for field in fields(Settings)}
    for name in task.sequence:
        if name not in known:
            mend = f"Of {', '.join(known)}."
            raise TaskFileWrong("Unknown key", where=f"{task.name}: sequence.{name}", mend=mend)
    given: dict[str, Any] = {name: _number(task, name) for name in task.sequence}
    return Settings(**given)


def _number(task: Task, name: str) -> int | float:
    value = task.sequence[name]
    if isinstance(value, str):
        raise TaskFileWrong("Not a number", where=f"{task.name}: sequence.{name}", mend="Write a number.")
    return value
