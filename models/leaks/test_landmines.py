"""With none armed the run passes; each landmine armed alone stops it with the column's name."""

import dataclasses

import numpy as np
import pytest

from models.baselines.linear import linear_score
from models.frame.frame import Frame
from models.frame.tabular import tabular
from models.gate.rule import written_rule
from models.leaks.faults import (
    BlankForLeavers,
    FutureColumn,
    KnownTooLate,
    LabelCopied,
    ProxyInput,
    ShuffledLearnt,
)
from models.leaks.made_up import clean_frame, made_up_task
from models.leaks.proxies import find_proxies
from models.leaks.walk import stop_at_landmines, walk

RULE = written_rule()
TASK = made_up_task()


def with_column(frame: Frame, name: str, values: np.ndarray) -> Frame:
    static = np.column_stack([frame.static, values]).astype(np.float32)
    return dataclasses.replace(frame, static=static, static_names=[*frame.static_names, name])


def fair(frame: Frame) -> np.ndarray:
    return linear_score(tabular(frame)[0], frame.y, frame.cohort < "2024", classification=True)


@pytest.fixture(scope="module")
def frame() -> Frame:
    return clean_frame(1500, seed=1)


@pytest.fixture(scope="module")
def risk(frame: Frame) -> np.ndarray:
    """The outcome with noise for the newest students, who have none yet."""
    return np.where(frame.matured, frame.y, 0.0)


def test_nothing_armed_nothing_stops() -> None:
    for seed in range(5):
        stop_at_landmines(TASK, clean_frame(1500, seed), RULE, fair)


def test_a_copy_of_the_label_under_another_name_stops_the_run(frame: Frame, risk: np.ndarray) -> None:
    with pytest.raises(LabelCopied, match="exit_flag_2"):
        stop_at_landmines(TASK, with_column(frame, "exit_flag_2", 3 - 2 * risk), RULE)


def test_a_near_copy_with_noise_stops_the_run(frame: Frame, risk: np.ndarray) -> None:
    noisy = risk + 0.15 * np.random.default_rng(2).normal(size=len(risk))
    with pytest.raises(LabelCopied, match="letter_sent"):
        stop_at_landmines(TASK, with_column(frame, "letter_sent", noisy), RULE)


def test_a_column_of_the_future_is_better_than_all_others_together(frame: Frame, risk: np.ndarray) -> None:
    future = risk + 0.5 * np.random.default_rng(3).normal(size=len(risk))
    with pytest.raises(FutureColumn, match="days_next_year"):
        stop_at_landmines(TASK, with_column(frame, "days_next_year", future), RULE)


def test_a_column_filled_for_the_past_only_stops_the_run(frame: Frame) -> None:
    late = np.where(frame.matured, np.random.default_rng(4).normal(size=len(frame)), np.nan)
    with pytest.raises(FutureColumn, match="spring_survey"):
        stop_at_landmines(TASK, with_column(frame, "spring_survey", late), RULE)


def test_a_weekly_value_after_the_cut_stops_the_run(frame: Frame) -> None:
    assert frame.weekly is not None
    weekly = frame.weekly.copy()
    weekly[7, -1, 0] = 1
    with pytest.raises(FutureColumn, match="absent_days is filled in weeks after the cut"):
        stop_at_landmines(TASK, dataclasses.replace(frame, weekly=weekly), RULE)


def test_a_knowledge_date_after_the_day_stops_the_run(frame: Frame) -> None:
    assert frame.as_of is not None
    known = frame.as_of.copy()
    known[3] += np.timedelta64(1, "D")
    with pytest.raises(KnownTooLate, match="known_from: 1 cases"):
        stop_at_landmines(TASK, dataclasses.replace(frame, known_from=known), RULE)


def test_blanks_that_only_stayers_fill_stop_the_run(frame: Frame, risk: np.ndarray) -> None:
    rng = np.random.default_rng(5)
    blank = (risk == 1) & (rng.random(len(risk)) < 0.7)
    with pytest.raises(BlankForLeavers, match="exit_interview"):
        values = np.where(blank, np.nan, rng.normal(size=len(risk)))
        stop_at_landmines(TASK, with_column(frame, "exit_interview", values), RULE)


def test_blanks_that_say_little_pass(frame: Frame, risk: np.ndarray) -> None:
    rng = np.random.default_rng(6)
    blank = rng.random(len(risk)) < np.where(risk == 1, 0.3, 0.15)
    stop_at_landmines(
        TASK, with_column(frame, "last_mark", np.where(blank, np.nan, rng.random(len(risk)))), RULE
    )


def test_a_training_that_sees_the_test_cohort_is_caught_on_shuffled_labels(frame: Frame) -> None:
    def unfair(some: Frame) -> np.ndarray:
        return linear_score(tabular(some)[0], some.y, some.matured, classification=True) + some.y

    with pytest.raises(ShuffledLearnt, match="label"):
        stop_at_landmines(TASK, frame, RULE, unfair)


def test_columns_of_the_plain_list_may_be_the_best_of_all(frame: Frame, risk: np.ndarray) -> None:
    trusted = dataclasses.replace(TASK, baseline={"absences": "days_next_year"})
    future = risk + 0.5 * np.random.default_rng(3).normal(size=len(risk))
    assert walk(trusted, with_column(frame, "days_next_year", future), RULE) == []


def test_a_planted_proxy_is_refused_with_its_group_and_measure(frame: Frame) -> None:
    rng = np.random.default_rng(7)
    proxy = (frame.groups["race"] == "B") + 0.6 * rng.normal(size=len(frame))
    with pytest.raises(ProxyInput, match=r"bus_line stands for race: it tells B .*limit 0.85"):
        stop_at_landmines(TASK, with_column(frame, "bus_line", proxy), RULE)


def test_a_weaker_proxy_is_reported_and_may_stay(frame: Frame) -> None:
    rng = np.random.default_rng(11)
    armed = with_column(frame, "bus_line", (frame.groups["race"] == "B") + 0.85 * rng.normal(size=len(frame)))
    stop_at_landmines(TASK, armed, RULE)
    inputs, names = tabular(armed)
    found = find_proxies(inputs, names, armed.groups, RULE)
    assert {(p.column, p.attribute) for p in found} == {("bus_line", "race")}


def test_a_proxy_by_its_blanks_is_refused(frame: Frame) -> None:
    rng = np.random.default_rng(8)
    taken = (frame.groups["race"] == "B") & (rng.random(len(frame)) < 0.9)
    with pytest.raises(ProxyInput, match="language_test stands for race: whether it is blank tells B"):
        stop_at_landmines(
            TASK, with_column(frame, "language_test", np.where(taken, rng.random(len(frame)), np.nan)), RULE
        )


def test_a_category_is_judged_as_a_whole(frame: Frame) -> None:
    """Ten levels, five of them lived in by group B: no single level tells the group, together they do."""
    rng = np.random.default_rng(9)
    street = rng.integers(0, 5, len(frame)) + 5 * (frame.groups["race"] == "B")
    armed = frame
    for level in range(10):
        armed = with_column(armed, f"street={level}", (street == level).astype(np.float64))
    with pytest.raises(ProxyInput, match="street stands for race"):
        stop_at_landmines(TASK, armed, RULE)


def test_a_forecast_copied_from_the_outcome_stops_the_run_and_last_terms_does_not(frame: Frame) -> None:
    rng = np.random.default_rng(10)
    gpa = np.where(frame.matured, rng.normal(3, 0.6, len(frame)), np.nan)
    task = dataclasses.replace(TASK, kind="regression")
    forecast = dataclasses.replace(frame, y=gpa)
    filled = np.nan_to_num(gpa, nan=3.0)
    stop_at_landmines(task, with_column(forecast, "gpa", filled + 0.2 * rng.normal(size=len(gpa))), RULE)
    with pytest.raises(LabelCopied, match="gpa_final"):
        stop_at_landmines(task, with_column(forecast, "gpa_final", 25 * filled), RULE)
