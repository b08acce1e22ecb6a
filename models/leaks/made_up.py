"""A clean made-up frame and its task: four cohorts with outcomes and one to be scored."""

from pathlib import Path

import numpy as np

from models.frame.frame import Frame
from models.parquet import write_parquet
from models.task import Task, read_task

COHORTS = ("2021", "2022", "2023", "2024", "2025")  # the last one has no outcomes yet
WEEKS = 12


def made_up_task() -> Task:
    return read_task(Path(__file__).with_name("made_up.toml"))


def clean_frame(each: int, seed: int, base: float = -2.6) -> Frame:
    """`each` students a cohort; risk grows with absences, failed courses and low marks."""
    rng = np.random.default_rng(seed)
    n = each * len(COHORTS)
    habit = rng.normal(size=n)
    weekly = rng.poisson(np.exp(-0.5 + 0.6 * habit)[:, None] * np.ones(WEEKS)).astype(np.float32)
    last = rng.integers(WEEKS // 2, WEEKS - 1, n)
    after = np.arange(WEEKS)[None, :] > last[:, None]
    weekly[after] = np.nan
    failed = rng.poisson(np.exp(-1 + 0.4 * habit + 0.4 * rng.normal(size=n))).astype(np.float64)
    skill = rng.normal(size=n)
    mark = 75 - 6 * failed - 8 * skill
    logit = base + 0.7 * habit + 0.4 * failed + 1.1 * skill
    y = (rng.random(n) < 1 / (1 + np.exp(-logit))).astype(np.float64)
    cohort = np.repeat(COHORTS, each)
    y[cohort == COHORTS[-1]] = np.nan
    mark[rng.random(n) < 0.1] = np.nan
    as_of = np.array([f"{int(year) + 1}-01-15" for year in cohort], dtype="datetime64[D]")
    return Frame(
        ids=np.array([[f"s{i % each:06}", as_of[i]] for i in range(n)], dtype=object),
        id_names=["student_key", "as_of"],
        cohort=cohort,
        y=y,
        static=np.column_stack([failed, mark]).astype(np.float32),
        static_names=["failed_courses", "mark"],
        weekly=weekly[:, :, None],
        week_mask=~after,
        weekly_names=["absent_days"],
        last_week=last.astype(np.int64),
        groups={
            "race": rng.choice(["A", "B", "C", ""], size=n, p=[0.55, 0.25, 0.15, 0.05]),
            "sex": rng.choice(["F", "M"], size=n),
        },
        school=rng.choice(["s1", "s2", "s3", "s4"], size=n),
        as_of=as_of,
        known_from=(as_of - np.timedelta64(1, "D")).astype("datetime64[D]"),
    )


def write_tables(frame: Frame, folder: Path) -> None:
    """The frame as the tables that its task names."""
    assert frame.weekly is not None and frame.week_mask is not None and frame.as_of is not None
    assert frame.known_from is not None and frame.school is not None and frame.last_week is not None
    student = frame.ids[:, 0].astype(np.str_)
    cases = {
        "student_key": student,
        "as_of": frame.as_of,
        "known_from": frame.known_from,
        "last_week": frame.last_week,
        "cohort": frame.cohort,
        "label": frame.y,
        "school_key": frame.school,
        **{name: frame.static[:, j].astype(np.float64) for j, name in enumerate(frame.static_names)},
        **frame.groups,
    }
    write_parquet(folder / "cases.parquet", cases)
    row, week = np.nonzero(frame.week_mask)
    weekly = {
        "student_key": student[row],
        "as_of": frame.as_of[row],
        "week": week.astype(np.int64),
        "absent_days": frame.weekly[row, week, 0].astype(np.float64),
    }
    write_parquet(folder / "weekly.parquet", weekly)
