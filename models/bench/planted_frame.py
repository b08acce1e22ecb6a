"""A made-up district whose true probabilities are known: cohorts in time, weeks, a written risk law.

No files and no lake: the frame is drawn in memory, as `read_frame` would give it. The law:

    logit p = BASE + 0.55 (R - 2.5)         R: absent days, each week counting 0.85 of the week after it
                   + 0.25 (T - 1)           T: days late of the last four weeks
                   + 0.45 courses not passed - 0.05 (mean mark - 75) + 0.03 days late at entry
                   + 0.3 (courses not passed) where R lies above 4

A blank mark counts as 75. Columns named null_… play no part in it.
"""

from dataclasses import dataclass
from pathlib import Path

import numpy as np

from models.arrays import Floats, Singles, Wholes
from models.frame.frame import Frame
from models.task import Task, read_task

COHORTS = ("2022", "2023", "2024", "2025")  # train, calibrate, test; the last one has no outcomes yet
WEEKS = 36
BASE = -2.9
FADES = 0.85
PLANTED = ("absence", "late", "courses", "marks", "entry")  # facts of planted.toml that the law knows
ROWS_AT_ONCE = 50_000


@dataclass(frozen=True)
class Planted:
    frame: Frame
    truth: Floats  # (n,) each case's probability by the law


def planted_task() -> Task:
    return read_task(Path(__file__).with_name("planted.toml"))


def planted_frame(students: int, seed: int = 5) -> Planted:
    """`students` in each cohort, at most 50,000 drawn at once, so that memory goes to the frame alone."""
    rng = np.random.default_rng(seed)
    n = students * len(COHORTS)
    weekly = np.empty((n, WEEKS, 4), dtype=np.float32)
    static = np.empty((n, 6), dtype=np.float32)
    last, truth = np.empty(n, dtype=np.int64), np.empty(n)
    for at in range(0, n, ROWS_AT_ONCE):
        rows = slice(at, min(n, at + ROWS_AT_ONCE))
        weekly[rows], static[rows], last[rows], truth[rows] = _drawn(rng, rows.stop - at)
    cohort = np.repeat(COHORTS, students)
    y = (rng.random(n) < truth).astype(np.float64)
    y[cohort == COHORTS[-1]] = np.nan
    as_of = np.repeat(np.array([f"{int(c) + 1}-03-01" for c in COHORTS], dtype="datetime64[D]"), students)
    keys = np.tile(np.array([f"s{i:06}" for i in range(students)], dtype=object), len(COHORTS))
    task = planted_task()
    frame = Frame(
        ids=np.column_stack([keys, as_of.astype(object)]),
        id_names=["student_key", "as_of"],
        cohort=cohort,
        y=y,
        static=static,
        static_names=list(task.columns.numeric),
        weekly=weekly,
        week_mask=np.arange(WEEKS)[None, :] <= last[:, None],
        weekly_names=list(task.columns.weekly),
        last_week=last,
        groups={
            "race": rng.choice(["A", "B", "C"], size=n, p=[0.6, 0.25, 0.15]),
            "sex": rng.choice(["F", "M"], size=n),
        },
        school=rng.choice([f"school {k}" for k in range(40)], size=n),
        as_of=as_of,
        known_from=(as_of - np.timedelta64(1, "D")).astype("datetime64[D]"),
    )
    return Planted(frame, truth)


def _drawn(rng: np.random.Generator, n: int) -> tuple[Singles, Singles, Wholes, Floats]:
    """Weeks (n, 36, 4), static columns (n, 6), the last known week and the true probability of n cases."""
    last = rng.integers(20, 30, n)
    habit, turn = rng.normal(size=n), rng.normal(size=n)
    week = np.arange(WEEKS)
    # Some drift towards absence during the year: the end of the sequence says more than its sum.
    lean = -3.1 + 0.8 * habit[:, None] + 0.05 * turn[:, None] * (week - 12)
    absent = rng.binomial(5, 1 / (1 + np.exp(-lean))).astype(np.float32)
    tardy = rng.poisson(np.exp(-1.6 + 0.5 * rng.normal(size=n))[:, None], (n, WEEKS)).astype(np.float32)
    null_days = rng.binomial(5, 0.5, (n, WEEKS)).astype(np.float32)
    null_minutes = np.round(rng.gamma(2.0, 30.0, (n, WEEKS))).astype(np.float32)
    failed = rng.poisson(np.exp(-1.2 + 0.5 * habit))
    mark = np.clip(75 - 4 * failed + 9 * rng.normal(size=n), 30, 100)
    mark[rng.random(n) < 0.1] = np.nan
    entry = np.where(rng.random(n) < 0.1, rng.integers(5, 60, n), 0)
    nulls = (
        np.round(rng.normal(size=n), 2),
        np.round(rng.random(n), 2),
        np.round(75 + 9 * rng.normal(size=n)),
    )
    static = np.column_stack([failed, mark, entry, *nulls]).astype(np.float32)

    back = last[:, None] - week
    recent = (absent * np.where(back >= 0, FADES ** np.maximum(back, 0), 0)).sum(axis=1)
    late = (tardy * ((back >= 0) & (back < 4))).sum(axis=1)
    level = BASE + 0.55 * (recent - 2.5) + 0.25 * (late - 1) + 0.45 * failed + 0.03 * entry
    level += -0.05 * np.where(np.isnan(mark), 0, mark - 75) + np.where(recent > 4, 0.3 * failed, 0)
    weekly = np.stack([absent, tardy, null_days, null_minutes], axis=2)
    weekly[back < 0] = np.nan
    return weekly, static, last, np.asarray(1 / (1 + np.exp(-level)))
