"""A student counts once, seasons are compared with seasons, and the calendar is no drift."""

import dataclasses

import numpy as np

from models.evaluation.days import follows_the_calendar, list_day, same_season, today
from models.frame.frame import Frame
from models.leaks.made_up import clean_frame


def frame_with_days(days: list[str]) -> Frame:
    """One case a day; the cohort is the year; 2026 has no outcomes."""
    as_of = np.array(days, dtype="datetime64[D]")
    cohort = np.array([day[:4] for day in days])
    base = clean_frame(2, 1).where(np.zeros(len(days), dtype=np.int64))
    y = np.where(cohort == "2026", np.nan, 0.0)
    return dataclasses.replace(base, as_of=as_of, cohort=cohort, y=y)


def test_the_list_is_judged_on_the_day_with_the_most_students() -> None:
    frame = frame_with_days(["2024-02-01", "2024-05-01", "2024-05-01", "2024-09-01"])
    assert list_day(frame, np.ones(4, dtype=bool)).tolist() == [False, True, True, False]


def test_of_equal_days_the_later_one_is_taken_and_without_days_all_rows() -> None:
    frame = frame_with_days(["2024-02-01", "2024-05-01"])
    assert list_day(frame, np.ones(2, dtype=bool)).tolist() == [False, True]
    without = dataclasses.replace(frame, as_of=None)
    assert list_day(without, np.ones(2, dtype=bool)).all()


def test_today_is_the_newest_day_of_those_without_outcomes() -> None:
    frame = frame_with_days(["2024-02-01", "2026-01-10", "2026-02-20"])
    assert today(frame).tolist() == [False, False, True]


def test_each_earlier_year_gives_its_day_nearest_in_the_year() -> None:
    frame = frame_with_days(["2023-01-05", "2023-06-01", "2024-02-10", "2024-12-28", "2026-01-02"])
    found = same_season(frame, frame.cohort < "2026", frame.cohort == "2026")
    assert found.tolist() == [True, False, False, True, False]


def test_an_input_that_only_counts_the_calendar_is_not_watched_for_drift() -> None:
    days = ["2023-01-05"] * 50 + ["2023-06-01"] * 50
    frame = frame_with_days(days)
    rng = np.random.default_rng(1)
    elapsed = np.r_[np.full(50, 40.0), np.full(50, 120.0)] + rng.normal(size=100)
    absent = rng.poisson(3, 100) + np.r_[np.zeros(50), np.ones(50)]
    constant = np.ones(100)
    found = follows_the_calendar(
        frame, np.ones(100, dtype=bool), np.column_stack([elapsed, absent, constant]).astype(np.float32)
    )
    assert found.tolist() == [True, False, True]
