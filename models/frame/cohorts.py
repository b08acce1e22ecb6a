"""Which cases train, which calibrate and which test: whole cohorts, earlier ones first."""

from dataclasses import dataclass

import numpy as np

from models.arrays import Flags
from models.faults import HistoryTooShort, NothingMatured, OneClassOnly, TooFewCases
from models.frame.frame import Frame
from models.task import Task

# Fewer matured cases than this say nothing that would hold next year.
FEWEST_CASES = 50
PARTS = ("train", "calibrate", "test")


@dataclass(frozen=True)
class Parts:
    """Masks over the frame, matured cases only, and the cohorts that each part holds."""

    train: Flags
    calibrate: Flags
    test: Flags
    cohorts: dict[str, tuple[str, ...]]


def parts(task: Task, frame: Frame) -> Parts:
    """@raises HistoryTooShort, NothingMatured, OneClassOnly, TooFewCases"""
    cohorts = _rolling(task, frame) if task.split.rolling else _named(task)
    masks = {name: np.isin(frame.cohort, cohorts[name]) & frame.matured for name in PARTS}
    for name in PARTS:
        _check(task, name, frame, cohorts[name], masks[name])
    return Parts(masks["train"], masks["calibrate"], masks["test"], cohorts)


def _named(task: Task) -> dict[str, tuple[str, ...]]:
    return {"train": task.split.train, "calibrate": task.split.calibrate, "test": task.split.test}


def _rolling(task: Task, frame: Frame) -> dict[str, tuple[str, ...]]:
    """The last matured cohort tests, the one before calibrates, all earlier ones train."""
    distinct = np.unique(frame.cohort[frame.matured]).tolist()
    if not distinct:
        mend = "Wait until outcomes are known; until then the plain rule ranks."
        raise NothingMatured("No case has an outcome", where=task.name, mend=mend)
    if len(distinct) < len(PARTS):
        mend = "Train, calibrate and test each need a cohort of their own; until then the plain rule ranks."
        raise HistoryTooShort(f"{len(distinct)} matured cohorts, 3 are needed", where=task.name, mend=mend)
    return {"train": tuple(distinct[:-2]), "calibrate": (distinct[-2],), "test": (distinct[-1],)}


def _check(task: Task, name: str, frame: Frame, cohorts: tuple[str, ...], mask: Flags) -> None:
    where = f"{task.name}: split.{name}"
    if not cohorts:
        raise HistoryTooShort("No cohort", where=where, mend="Name at least one cohort for each part.")
    if not mask.any():
        mend = "Choose cohorts whose outcomes are known; until then the plain rule ranks."
        raise NothingMatured("No case has an outcome", where=where, mend=mend)
    if int(mask.sum()) < FEWEST_CASES:
        mend = f"At least {FEWEST_CASES} are needed; until then the plain rule ranks."
        raise TooFewCases(f"{int(mask.sum())} cases with an outcome", where=where, mend=mend)
    if task.kind == "classification" and len(np.unique(frame.y[mask])) < 2:
        mend = "Both outcomes must occur; widen the cohort or check the label."
        raise OneClassOnly("All outcomes are the same", where=where, mend=mend)
