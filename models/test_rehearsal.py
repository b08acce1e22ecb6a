"""Calibration rests on margins made without the outcomes it is fitted to, whatever is trained last."""

from dataclasses import replace

import numpy as np

from models.arrays import Flags, Floats
from models.frame.cohorts import parts
from models.leaks.made_up import clean_frame, made_up_task
from models.rehearsal import rehearse, rounds_for

FRAME = clean_frame(100, seed=1)
SPLIT = replace(
    made_up_task().split, rolling=False, train=("2021",), calibrate=("2022", "2023"), test=("2024",)
)


def rehearsed(refit: bool) -> tuple[Floats, int, list[tuple[str, ...]]]:
    """With a "model" whose margin is the number of cohorts that it saw, and 10 x that many rounds."""
    task = replace(made_up_task(), split=replace(SPLIT, refit=refit))
    seen: list[tuple[str, ...]] = []

    def chosen(rows: Flags, later: Flags) -> tuple[Floats, int]:
        assert not (rows & later).any()
        seen.append(tuple(np.unique(FRAME.cohort[rows]).tolist()))
        return np.where(np.isin(FRAME.cohort, seen[-1]), -1.0, len(seen[-1])), 10 * len(seen[-1])

    def again(rows: Flags, _: int) -> Floats:
        seen.append(tuple(np.unique(FRAME.cohort[rows]).tolist()))
        return np.where(np.isin(FRAME.cohort, seen[-1]), -1.0, len(seen[-1]))

    return *rehearse(task, FRAME, parts(task, FRAME), chosen, again), seen


def margin_of(raw: Floats, cohort: str) -> set[float]:
    return set(raw[FRAME.cohort == cohort].tolist())


def test_without_refit_the_model_of_the_train_cohorts_is_kept() -> None:
    raw, rounds, seen = rehearsed(False)
    assert seen == [("2021",)] and rounds == 10
    assert margin_of(raw, "2023") == {1.0} and margin_of(raw, "2024") == {1.0}


def test_with_refit_every_calibrate_cohort_is_met_once_as_if_it_were_new() -> None:
    raw, rounds, seen = rehearsed(True)
    assert seen == [("2021", "2023"), ("2021", "2022"), ("2021", "2022", "2023")]
    assert margin_of(raw, "2022") == {2.0} and margin_of(raw, "2023") == {2.0}
    assert margin_of(raw, "2024") == {3.0} and margin_of(raw, "2021") == {-1.0}
    assert rounds == rounds_for(20, 200, 300) == 25
