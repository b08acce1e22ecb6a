"""Puts the inputs of new cases into the order that a model was trained with."""

import numpy as np

from models.arrays import Singles
from models.faults import ModelOfAnotherKind
from models.task import Task


def aligned(task: Task, x: Singles, names: list[str], wanted: list[str]) -> Singles:
    """(n, len(wanted)). A level that no new case has is 0; any other missing input is a fault."""
    place = {name: at for at, name in enumerate(names)}
    parts = []
    for name in wanted:
        if name in place:
            parts.append(x[:, place[name]])
        elif "=" in name and name.partition("=")[0] in task.columns.categorical:
            parts.append(_other_level(x, names, name.partition("=")[0]))
        else:
            mend = "Score with the frame of the same task, or train again."
            raise ModelOfAnotherKind(f"The model asks for {name}", where=task.name, mend=mend)
    return np.column_stack(parts) if parts else np.zeros((len(x), 0), np.float32)


def _other_level(x: Singles, names: list[str], column: str) -> Singles:
    """0 for every case, blank where the category is blank."""
    for at, name in enumerate(names):
        if name.startswith(f"{column}="):
            return np.where(np.isnan(x[:, at]), np.nan, 0).astype(np.float32)
    return np.full(len(x), np.nan, dtype=np.float32)
