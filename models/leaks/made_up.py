"""A clean made-up frame and its task: four cohorts with outcomes and one to be scored."""

from pathlib import Path

import numpy as np

from models.frame.frame import Frame
from models.task import Columns, Data, Split, Task

COHORTS = ("2021", "2022", "2023", "2024", "2025")  # the last one has no outcomes yet
WEEKS = 12


def made_up_task() -> Task:
    columns = Columns(
        id=("student_key",),
        label="label",
        week="week",
        as_of="as_of",
        known_from="known_from",
        last_week="last_week",
        numeric=("failed_courses", "mark"),
        categorical=(),
        weekly=("absent_days",),
        groups=("race", "sex"),
        school="school_key",
    )
    return Task(
        name="made_up",
        kind="classification",
        sentence="A made-up outcome.",
        source="made up",
        data=Data("cases.parquet", "weekly.parquet", None, None, None, {}),
        columns=columns,
        split=Split("cohort", (), (), (), True, False),
        never=("race", "sex"),
        monotone={},
        facts=(),
        lengths=(0.1,),
        baseline={"absences": "absent_days.sum", "failed_courses": "failed_courses"},
        expiry_days=14,
        minimum_weeks=0,
        boosted={"rounds": 60},
        sequence={},
        folder=Path("."),
        digest="0" * 64,
    )


def clean_frame(each: int, seed: int, base: float = -2.2) -> Frame:
    """`each` students a cohort; risk grows with absences, failed courses, and both together."""
    rng = np.random.default_rng(seed)
    n = each * len(COHORTS)
    habit = rng.normal(size=n)
    weekly = rng.poisson(np.exp(-0.5 + 0.6 * habit)[:, None] * np.ones(WEEKS)).astype(np.float32)
    last = rng.integers(WEEKS // 2, WEEKS - 1, n)
    after = np.arange(WEEKS)[None, :] > last[:, None]
    weekly[after] = np.nan
    failed = rng.poisson(np.exp(-1 + 0.4 * habit + 0.4 * rng.normal(size=n))).astype(np.float64)
    mark = 75 - 6 * failed + 8 * rng.normal(size=n)
    logit = base + 0.8 * habit + 0.5 * failed + 0.3 * habit * failed
    y = (rng.random(n) < 1 / (1 + np.exp(-logit))).astype(np.float64)
    cohort = np.repeat(COHORTS, each)
    y[cohort == COHORTS[-1]] = np.nan
    mark[rng.random(n) < 0.1] = np.nan
    as_of = np.array([f"{int(year) + 1}-01-15" for year in cohort], dtype="datetime64[D]")
    return Frame(
        ids=np.array([[f"s{i:06}"] for i in range(n)], dtype=object),
        id_names=["student_key"],
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
