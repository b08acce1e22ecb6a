"""What every candidate of a task is judged on: the same rows, the same other lists, the same seed."""

from dataclasses import dataclass

import numpy as np

from models.arrays import Flags, Floats, Singles, Words
from models.evaluation.comparators import forecast_scores, list_scores
from models.evaluation.days import follows_the_calendar, list_day, same_season, today
from models.frame.cohorts import Parts, parts
from models.frame.frame import Frame
from models.frame.tabular import RECENT, tabular
from models.gate.rule import Promise, Rule
from models.task import SUMMARIES, Task

SEED = 20260901
_GRADES = ("grade_level", "grade")


@dataclass(frozen=True)
class Material:
    task: Task
    frame: Frame
    part: Parts
    rule: Rule
    promise: Promise
    inputs: Singles  # (n, m)
    names: list[str]
    day: Flags  # (n,) of the test cohort the day on which a list is judged
    now: Flags  # (n,) those to be scored
    before: Flags  # (n,) cases of that season in the cohorts that calibrated and judged it
    steady: list[int]  # inputs that drift is looked for in: those which do not follow the calendar
    others: dict[str, Floats]  # scores (or forecasts) of the lists without a model, for the rows of `day`
    share: float  # the working length of the list

    @property
    def y(self) -> Floats:
        return self.frame.y[self.day]

    @property
    def cohort(self) -> str:
        return ", ".join(self.part.cohorts["test"])

    @property
    def students(self) -> int:
        return int(self.day.sum())


def gather(task: Task, frame: Frame, rule: Rule, promise: Promise) -> Material:
    """@raises HistoryTooShort, NothingMatured, OneClassOnly, TooFewCases"""
    part = parts(task, frame)
    inputs, names = tabular(frame)
    day, now = list_day(frame, part.test), today(frame)
    calendar = follows_the_calendar(frame, part.train, inputs)
    compare = list_scores if task.kind == "classification" else forecast_scores
    return Material(
        task,
        frame,
        part,
        rule,
        promise,
        inputs,
        names,
        day,
        now,
        # Not the training cohorts: the first years of a district lack what later ones know of the past.
        same_season(frame, part.calibrate | part.test, now),
        steady_inputs(names, calendar),
        compare(task, frame, inputs, names, part.train, day),
        min(task.lengths, key=lambda length: abs(length - rule.list.working)),
    )


def steady_inputs(names: list[str], calendar: Flags) -> list[int]:
    """The inputs that drift is looked for in, by place.

    A summary of all weeks so far moves in steps of one over their number: two school years that stand a week
    apart would differ in every mean. The last four weeks are four in every year.
    """
    whole_year = tuple(f".{kind}" for kind in SUMMARIES if kind != RECENT)
    return [j for j, name in enumerate(names) if not calendar[j] and not name.endswith(whole_year)]


def grades(frame: Frame) -> Words:
    """(n,) each case's grade, where the task has one as a category; else one name for all."""
    for column in _GRADES:
        places = [j for j, name in enumerate(frame.static_names) if name.startswith(f"{column}=")]
        if places:
            levels = np.array([frame.static_names[j].partition("=")[2] for j in places])
            return np.asarray(levels[np.nan_to_num(frame.static[:, places]).argmax(axis=1)])
    return np.full(len(frame), "every grade")
