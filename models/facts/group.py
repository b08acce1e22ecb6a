"""Adds up the parts of single inputs to the facts that a task names."""

import numpy as np

from models.arrays import Floats
from models.task import SUMMARIES, Task

# Inputs of no fact count in the total but are never shown: nobody could check them.
UNSPOKEN = "unspoken"


def column_of(task: Task, name: str) -> str:
    """The task's column behind an input: "absent_days.sum4" -> absent_days, "grade=9" -> grade."""
    stem, _, kind = name.rpartition(".")
    if kind in SUMMARIES and stem in task.columns.weekly:
        return stem
    category = name.partition("=")[0]
    return category if category in task.columns.categorical else name


def by_fact(task: Task, names: list[str], parts: Floats) -> Floats:
    """(n, facts + 1) from (n, inputs): a column for each fact in the task's order, the unspoken rest last."""
    owner = {column: at for at, fact in enumerate(task.facts) for column in fact.inputs}
    belongs = np.zeros((len(names), len(task.facts) + 1))
    for at, name in enumerate(names):
        belongs[at, owner.get(column_of(task, name), len(task.facts))] = 1
    return np.asarray(parts @ belongs)
