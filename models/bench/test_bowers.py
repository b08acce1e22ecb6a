"""The curve over the published points, against sensitivities counted by hand."""

import numpy as np

from models.bench.bowers import Curve, Point, page

CURVE = Curve("ours", np.array([1.0, 0, 1, 0, 0]), np.array([0.9, 0.8, 0.7, 0.2, 0.1]))


def test_sensitivity_at_a_specificity_is_what_the_steps_say() -> None:
    assert CURVE.sensitivity_at(1.0) == 0.5  # the first two cases: one found, then a false alarm
    assert CURVE.sensitivity_at(2 / 3) == 1.0
    assert CURVE.sensitivity_at(0.0) == 1.0


def test_cases_with_one_score_are_one_step() -> None:
    tied = Curve("ties", np.array([1.0, 0]), np.array([0.5, 0.5]))
    assert tied.sensitivity_at(0.5) == 0.5


def test_a_point_above_the_curve_is_named_and_one_below_is_not() -> None:
    text = page([Point("A 2001", "better", 0.6, 1.0), Point("B 2002", "worse", 0.9, 0.1)], [CURVE])
    assert "| 1 of 2 |" in text or "| 2 of 2 |" in text
    assert "B 2002" not in text
