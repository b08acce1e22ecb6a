"""Summaries of weeks, worked out by hand; blanks and weeks after the cut never count."""

from dataclasses import replace

import numpy as np
import pytest

from models.arrays import Singles
from models.frame.frame import Frame
from models.frame.tabular import tabular
from models.leaks.made_up import clean_frame
from models.task import SUMMARIES

NAN = np.nan


def frame_of(rows: list[list[float]], last: list[int]) -> Frame:
    whole = clean_frame(2, seed=1).where(np.arange(len(rows)))
    values = np.array(rows, dtype=np.float32)
    return replace(
        whole,
        weekly=values[:, :, None],
        week_mask=~np.isnan(values),
        weekly_names=["x"],
        last_week=np.array(last),
    )


def summaries(row: list[float], last: int) -> dict[str, float]:
    x, names = tabular(frame_of([row], [last]))
    found: Singles = x[0, 2:]
    assert names[2:] == [f"x.{kind}" for kind in SUMMARIES]
    return dict(zip(SUMMARIES, found.tolist(), strict=True))


def test_by_hand() -> None:
    found = summaries([1, 2, 0, NAN, 3, 0], 5)
    assert found["sum"] == 6 and found["sum4"] == 3 and found["last"] == 0
    assert found["mean"] == pytest.approx(6 / 5)
    assert found["slope"] == pytest.approx(np.polyfit([0, 1, 2, 4, 5], [1, 2, 0, 3, 0], 1)[0], abs=1e-6)
    assert found["since"] == 1


def test_the_last_four_weeks_are_those_before_the_own_cut() -> None:
    assert summaries([1, 1, 1, 1, 1, NAN, NAN], 4)["sum4"] == 4
    assert summaries([1, 1, 1, 1, 1, NAN, NAN], 6)["sum4"] == 2


def test_nothing_known_is_blank_and_not_zero() -> None:
    assert all(np.isnan(value) for value in summaries([NAN, NAN, NAN], 2).values())
    known = summaries([0, NAN, NAN], 2)
    assert known["sum"] == 0 and np.isnan(known["since"]) and np.isnan(known["slope"])


def test_a_task_may_ask_for_some_summaries_only() -> None:
    frame = replace(frame_of([[1, 2, 3]], [2]), summaries={"x": ("last",)})
    assert tabular(frame)[1][2:] == ["x.last"]
    assert tabular(replace(frame, summaries={"x": ()}))[1] == frame.static_names
