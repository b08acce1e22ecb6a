"""The lists that need no model, made from a frame and its task's [baseline]; each with its name in words."""

from collections.abc import Sequence

import numpy as np

from models.arrays import Flags, Floats, Singles
from models.baselines.linear import linear_score
from models.baselines.lists import abc_flags, base_rate, plain_rank, school_average
from models.evaluation.days import same_season
from models.frame.frame import Frame
from models.task import Task

PLAIN = "plain"
TITLES = {
    PLAIN: "the list by absences and courses not passed",
    "flags": "the flags for attendance, behaviour and courses",
    "last year": "last year's list",
    "line": "a straight line through the same inputs",
    "school": "a list of the schools with the highest shares",
    "base rate": "a list without any order",
    "now": "the same value as now",
}
# Columns that need no entry in [baseline]: they only help to count.
_USUAL = {"school_days": "school_days"}
_ROWS = 50_000  # to fit the line: every step-th case of more
_RETURNING = 0.2  # share of students with a case a year before, below which there is no last year's list


def named_input(task: Task, key: str, inputs: Singles, names: Sequence[str]) -> Floats | None:
    """The column that [baseline] names, as it is or summed over its weeks; None when it is no input."""
    wanted = task.baseline.get(key, _USUAL.get(key, ""))
    places = [j for j, name in enumerate(names) if name in (wanted, f"{wanted}.sum")]
    return inputs[:, places[0]].astype(np.float64) if places else None


def list_scores(
    task: Task, frame: Frame, inputs: Singles, names: Sequence[str], train: Flags, rows: Flags
) -> dict[str, Floats]:
    """List name to scores of `rows` (k,); of a classification task. One without its columns is left out."""
    known = np.flatnonzero(train)
    fitted = np.zeros(len(frame), dtype=np.bool_)
    fitted[known[:: max(1, len(known) // _ROWS)]] = True
    few = fitted | rows
    line = linear_score(inputs[few], frame.y[few], fitted[few], classification=True)
    found = {"base rate": base_rate(train, frame.y)[rows], "line": line[rows[few]]}
    plain = plain_scores(task, inputs, names, rows)
    if plain is not None:
        found[PLAIN] = plain
        last = _last_years(task, frame, inputs, names, rows)
        if last is not None:
            found["last year"] = last
    flags = _flags(task, inputs[rows], names)
    if flags is not None:
        found["flags"] = flags
    if frame.school is not None:
        found["school"] = school_average(frame.school, train, frame.y)[rows]
    return found


def plain_scores(task: Task, inputs: Singles, names: Sequence[str], rows: Flags) -> Floats | None:
    """(k,) the plain rule's score of `rows`; None when the task names no column for it."""
    columns = [named_input(task, key, inputs[rows], names) for key in ("absences", "failed_courses")]
    return None if all(column is None for column in columns) else plain_rank(columns[0], columns[1])


def _flags(task: Task, inputs: Singles, names: Sequence[str]) -> Floats | None:
    absences = named_input(task, "absences", inputs, names)
    days = named_input(task, "school_days", inputs, names)
    share = None
    if absences is not None and days is not None:
        share = np.divide(absences, days, out=np.full(len(days), np.nan), where=days > 0)
    incidents = named_input(task, "incidents", inputs, names)
    failed = named_input(task, "failed_courses", inputs, names)
    if all(column is None for column in (share, incidents, failed)):
        return None
    return abc_flags(share, incidents, failed)


def _last_years(
    task: Task, frame: Frame, inputs: Singles, names: Sequence[str], rows: Flags
) -> Floats | None:
    """(k,) the plain score that the same student had in the cohort before, at this time of the year."""
    earlier = np.unique(frame.cohort[frame.cohort < np.unique(frame.cohort[rows])[0]])
    if len(earlier) == 0:
        return None
    before = same_season(frame, frame.cohort == earlier[-1], rows)
    scores = plain_scores(task, inputs, names, before)
    assert scores is not None  # the same columns as this year's
    by_student = dict(zip(frame.ids[before, 0].tolist(), scores.tolist(), strict=True))
    found = np.array([by_student.get(student, np.nan) for student in frame.ids[rows, 0].tolist()])
    return found if np.mean(~np.isnan(found)) >= _RETURNING else None


def forecast_scores(
    task: Task, frame: Frame, inputs: Singles, names: Sequence[str], train: Flags, rows: Flags
) -> dict[str, Floats]:
    """The same for a forecast: (k,) values in its units."""
    known = np.flatnonzero(train)
    fitted = np.zeros(len(frame), dtype=np.bool_)
    fitted[known[:: max(1, len(known) // _ROWS)]] = True
    few = fitted | rows
    line = linear_score(inputs[few], frame.y[few], fitted[few], classification=False)
    found = {"base rate": base_rate(train, frame.y)[rows], "line": line[rows[few]]}
    now = named_input(task, "now", inputs, names)
    if now is not None:
        found["now"] = np.where(np.isnan(now), found["base rate"][0], now)[rows]
    if frame.school is not None:
        found["school"] = school_average(frame.school, train, frame.y)[rows]
    return found
