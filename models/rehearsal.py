"""The order of training that both families share: each calibrate cohort is met once as if it were new."""

import math
from collections.abc import Callable

import numpy as np

from models.arrays import Flags, Floats
from models.frame.cohorts import Parts
from models.frame.frame import Frame
from models.task import Task

# Trains on some cases with early stopping on later ones: margins of all cases, and the rounds kept.
Chosen = Callable[[Flags, Flags], tuple[Floats, int]]
# Trains on some cases for a given number of rounds: margins of all cases.
Again = Callable[[Flags, int], Floats]


def rehearse(task: Task, frame: Frame, part: Parts, chosen: Chosen, again: Again) -> tuple[Floats, int]:
    """Margins of all cases and the rounds of the last model trained, which is the one to keep.

    Without `refit` that is the model of the train cohorts. With it, the last model has seen the calibrate
    cohorts too, so these keep the margins of rehearsals: each cohort predicted by a model trained on all the
    other known ones. Calibration must rest on margins made without the outcomes it is fitted to.
    """
    if not task.split.refit:
        return chosen(part.train, part.calibrate)
    known = part.train | part.calibrate
    rehearsed, kept = list[tuple[Flags, Floats]](), list[float]()
    for cohort in part.cohorts["calibrate"]:
        this = frame.cohort == cohort
        rows = known & ~this
        raw, rounds = chosen(rows, part.calibrate & this)
        rehearsed.append((this, raw))
        kept.append(rounds_for(rounds, int(rows.sum()), int(known.sum())))
    rounds = max(1, round(float(np.mean(kept))))
    final = again(known, rounds)
    for this, raw in rehearsed:
        final[this] = raw[this]
    return final, rounds


def rounds_for(rounds: int, rows: int, more_rows: int) -> int:
    """More cases carry more rounds; the square root is a common middle way between none and in proportion."""
    return max(1, math.ceil(rounds * math.sqrt(more_rows / rows)))


def refit_note(task: Task) -> list[str]:
    said = "Trained again with the calibrate cohorts once the number of rounds was chosen on them."
    return [said] if task.split.refit else []
