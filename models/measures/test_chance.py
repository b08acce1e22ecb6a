"""The chance error of calibration is that of the closed form."""

import numpy as np
import pytest

from models.measures.chance import ece_by_chance, slope_error
from models.measures.honesty import ece, slope_intercept


def test_one_probability_for_all_errs_by_the_spread_of_the_bins() -> None:
    """15 bins of 200 at p = 0.1: mean |gap| = sqrt(2/pi) x sqrt(0.09/200) = 0.0169."""
    p = np.full(3000, 0.1)
    assert ece_by_chance(p, 0.5, 300, 1) == pytest.approx(0.0169, rel=0.05)
    assert 0.0169 < ece_by_chance(p, 0.95, 300, 1) < 0.027


def test_the_quick_way_is_that_of_the_measure_itself() -> None:
    rng = np.random.default_rng(4)
    p = rng.beta(1, 6, 900)
    drawn = [ece((rng.random(900) < p).astype(np.float64), p) for _ in range(3000)]
    assert ece_by_chance(p, 0.5, 3000, 5) == pytest.approx(np.quantile(drawn, 0.5), rel=0.03)


def test_certain_outcomes_leave_nothing_to_chance() -> None:
    assert ece_by_chance(np.r_[np.zeros(50), np.ones(50)], 0.95, 20, 2) == 0.0


def test_the_error_of_the_slope_is_its_spread_over_redrawn_outcomes() -> None:
    rng = np.random.default_rng(3)
    p = rng.beta(2, 8, 3000)
    slopes = [slope_intercept((rng.random(3000) < p).astype(np.float64), p)[0] for _ in range(300)]
    assert slope_error(p, 1.0, 0.0) == pytest.approx(np.std(slopes), rel=0.12)
