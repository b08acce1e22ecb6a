"""Scalings agree with scikit-learn, and what is more complicated has to win by more than chance."""

import json

import numpy as np
import pytest
from scipy.special import expit, logit
from sklearn.isotonic import IsotonicRegression
from sklearn.linear_model import LogisticRegression

from models.arrays import Floats
from models.calibration.choose import calibrate, calibration_from, calibration_json
from models.calibration.logistic import fit_logistic
from models.calibration.scaling import EDGE, KINDS, Scaling, fit_scaling
from models.measures.honesty import ece
from models.measures.probability import log_loss


def drawn(margin: Floats, seed: int = 2) -> Floats:
    return np.asarray(np.random.default_rng(seed).uniform(size=len(margin)) < expit(margin), dtype=np.float64)


TRUE = np.random.default_rng(1).normal(-0.5, 1.5, 4000)
Y = drawn(TRUE)


def test_logistic_regression_agrees_with_scikit_learn() -> None:
    x = np.column_stack([TRUE, np.sin(TRUE)])
    oracle = LogisticRegression(C=np.inf, tol=1e-10).fit(x, Y)
    assert np.allclose(fit_logistic(x, Y), [oracle.intercept_[0], *oracle.coef_[0]], atol=1e-4)


def test_a_separable_cohort_gives_finite_numbers() -> None:
    assert np.isfinite(fit_logistic(TRUE[:, None], (TRUE > 0).astype(np.float64))).all()


def test_platt_undoes_a_shift_and_a_stretch() -> None:
    found = fit_scaling("platt", (TRUE - 0.7) / 2, Y)
    assert np.allclose(found.numbers, [2, 0.7], atol=0.15)


def test_beta_holds_what_platt_can_and_more() -> None:
    found = fit_scaling("beta", TRUE, Y)
    assert np.abs(found.probabilities(TRUE) - expit(TRUE)).max() < 0.05
    bent = np.where(TRUE > 0, TRUE * 3, TRUE)  # too sure of high risks alone: two slopes, which Platt has not
    assert log_loss(Y, fit_scaling("beta", bent, Y).probabilities(bent)) < log_loss(
        Y, fit_scaling("platt", bent, Y).probabilities(bent)
    )


def test_isotonic_agrees_with_scikit_learn() -> None:
    oracle = IsotonicRegression(out_of_bounds="clip").fit(TRUE, Y)
    found = fit_scaling("isotonic", TRUE, Y).probabilities(TRUE)
    assert np.allclose(found, np.clip(oracle.predict(TRUE), EDGE, 1 - EDGE), atol=1e-9)


@pytest.mark.parametrize("kind", KINDS)
def test_no_scaling_turns_the_order_round(kind: str) -> None:
    for margin in (TRUE, -TRUE):
        found = fit_scaling(kind, margin, Y)
        ladder = np.linspace(-20, 20, 500)
        p = found.probabilities(ladder)
        assert (np.diff(p) >= -1e-12).all() and ((p >= 0) & (p <= 1)).all()


def test_true_margins_are_left_alone() -> None:
    assert calibrate(Y, {"boosted": TRUE}).scalings["boosted"].kind == "none"


def test_a_shift_is_met_by_the_simplest_scaling_that_mends_it() -> None:
    found = calibrate(Y, {"boosted": TRUE * 0.5 - 1})
    assert found.scalings["boosted"].kind == "platt"
    assert ece(Y, found.probabilities({"boosted": TRUE * 0.5 - 1})) < 0.02


def test_a_bent_map_needs_more_than_platt() -> None:
    bent = np.where(TRUE > 0, TRUE * 4, TRUE * 0.3)
    assert calibrate(Y, {"boosted": bent}).scalings["boosted"].kind in ("beta", "isotonic")


def test_two_halves_of_the_truth_are_used_together() -> None:
    rng = np.random.default_rng(7)
    left, right = rng.normal(size=(2, 4000))
    y = drawn(1.2 * left + 1.2 * right)
    found = calibrate(y, {"boosted": left, "sequence": right})
    assert found.chosen == "combination"
    assert found.weights["boosted"] == pytest.approx(found.weights["sequence"], rel=0.25)


def test_noise_beside_the_truth_is_not_used() -> None:
    noise = np.random.default_rng(8).normal(size=len(TRUE))
    found = calibrate(Y, {"boosted": TRUE, "sequence": noise})
    assert found.chosen == "boosted" and min(found.weights.values()) >= 0
    assert "used alone" in found.notes[-1]


def test_a_calibration_survives_its_file() -> None:
    margins = {"boosted": TRUE * 2, "sequence": TRUE + 1}
    found = calibrate(Y, margins)
    read = calibration_from(json.loads(calibration_json(found)))
    assert read == found
    assert np.array_equal(read.probabilities(margins), found.probabilities(margins))


def test_unknown_margins_far_outside_keep_a_probability_inside() -> None:
    found = fit_scaling("isotonic", TRUE, Y)
    assert found.probabilities(np.array([-1e3, 1e3])).tolist() == [
        pytest.approx(EDGE, abs=0.05),
        pytest.approx(1, abs=0.05),
    ]
    assert Scaling("none", []).probabilities(logit(np.array([0.25])))[0] == pytest.approx(0.25)
