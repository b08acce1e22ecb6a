"""For each case the three facts that raise its risk most, and the one that lowers it most."""

from dataclasses import dataclass

import numpy as np

from models.arrays import Anything, Floats, Wholes
from models.facts.words import Filler
from models.frame.frame import Frame
from models.task import Task

MOST_REASONS = 3
# A fact that moves the score by less than this share of all that moves it is not worth a sentence.
LEAST_SHARE = 0.02


@dataclass(frozen=True)
class Reasons:
    """One row a reason or strength: `case` counts rows of the frame, `place` from 1 within its kind."""

    case: Wholes
    kind: Anything  # "reason" or "strength"
    place: Wholes
    fact: Anything
    words: Anything
    share: Floats  # of the sum of all facts' sizes, the unspoken among them


def reasons(task: Task, frame: Frame, facts: Floats, cases: Wholes) -> Reasons:
    """`facts` (len(cases), facts + 1) in log-odds, or a forecast's unit: there, what lowers it is a reason.

    Words are only of the case's own numbers and say nothing of causes. "Late on 0 days" is no reason,
    whatever the model makes of it.
    """
    raising = facts if task.kind == "classification" else -facts
    total = np.abs(raising).sum(axis=1)
    shares = raising / np.where(total > 0, total, 1)[:, None]
    spoken = shares[:, : len(task.facts)]
    strongest_first, sizes = np.argsort(-spoken, axis=1, kind="stable").tolist(), spoken.tolist()
    filler = Filler(frame)
    rows: list[tuple[int, str, int, str, str, float]] = []
    for at, case in enumerate(cases.tolist()):
        place = 0
        for fact in strongest_first[at]:
            if place == MOST_REASONS or sizes[at][fact] < LEAST_SHARE:
                break
            words = filler.fill(task.facts[fact].words, case, zeros=False)
            if words is not None:
                place += 1
                rows.append((case, "reason", place, task.facts[fact].name, words, sizes[at][fact]))
        for fact in reversed(strongest_first[at]):
            if sizes[at][fact] > -LEAST_SHARE:
                break
            said, condition = task.facts[fact].strength, task.facts[fact].strength_if
            words = filler.fill(said, case) if said is not None and filler.holds(condition, case) else None
            if words is not None:
                rows.append((case, "strength", 1, task.facts[fact].name, words, -sizes[at][fact]))
                break
    columns: list[tuple[object, ...]] = list(zip(*rows, strict=True)) if rows else [()] * 6
    return Reasons(
        np.array(columns[0], dtype=np.int64),
        np.array(columns[1], dtype=object),
        np.array(columns[2], dtype=np.int64),
        np.array(columns[3], dtype=object),
        np.array(columns[4], dtype=object),
        np.array(columns[5], dtype=np.float64),
    )
