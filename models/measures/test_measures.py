"""The measures agree with scikit-learn and with their closed forms."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.special import expit, logit
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import average_precision_score, brier_score_loss, roc_auc_score, roc_curve
from sklearn.metrics import log_loss as sklearn_log_loss

from models.measures.bootstrap import interval, paired_gain
from models.measures.honesty import ece, slope_intercept
from models.measures.probability import brier, brier_parts, log_loss
from models.measures.ranking import auc, average_precision, roc_points
from models.measures.regression import mean_absolute_error, root_mean_squared_error, share_explained

random = np.random.default_rng(5)
cases = st.lists(st.tuples(st.integers(0, 1), st.integers(1, 9)), min_size=2, max_size=60).filter(
    lambda rows: len({y for y, _ in rows}) == 2
)


def arrays(rows: list[tuple[int, int]]) -> tuple[np.ndarray, np.ndarray]:
    y, score = np.array(rows, dtype=np.float64).T
    return y, score / 10


@given(cases)
def test_order_agrees_with_scikit_learn_with_many_ties(rows: list[tuple[int, int]]) -> None:
    y, p = arrays(rows)
    assert auc(y, p) == pytest.approx(roc_auc_score(y, p))
    assert average_precision(y, p) == pytest.approx(average_precision_score(y, p))
    alarms, recalls, _ = roc_curve(y, p, drop_intermediate=False)
    assert np.allclose(roc_points(y, p), (alarms, recalls))


@given(cases)
def test_distance_agrees_with_scikit_learn(rows: list[tuple[int, int]]) -> None:
    y, p = arrays(rows)
    assert brier(y, p) == pytest.approx(brier_score_loss(y, p))
    assert log_loss(y, p) == pytest.approx(sklearn_log_loss(y, p))


@given(cases, st.integers(1, 20))
def test_the_parts_of_the_brier_score_add_to_it(rows: list[tuple[int, int]], bins: int) -> None:
    y, p = arrays(rows)
    parts = brier_parts(y, p, bins)
    total = parts["reliability"] - parts["resolution"] + parts["uncertainty"] + parts["within"]
    assert total == pytest.approx(brier(y, p))


def test_one_class_has_no_order() -> None:
    assert np.isnan(auc(np.ones(4), np.arange(4.0)))
    assert np.isnan(average_precision(np.zeros(4), np.arange(4.0)))


def test_calibration_error_is_the_gap_of_bins_of_equal_count() -> None:
    p = np.array([0.1, 0.1, 0.9, 0.9])
    assert ece(np.array([0.0, 0.0, 1.0, 1.0]), p, bins=2) == pytest.approx(0.1)
    assert ece(np.array([0.0, 1.0, 1.0, 1.0]), p, bins=2) == pytest.approx((0.4 + 0.1) / 2)


def test_slope_and_intercept_agree_with_an_unpenalised_logistic_regression() -> None:
    p = random.uniform(0.05, 0.95, 2000)
    y = (random.uniform(size=2000) < expit(0.3 + 0.6 * logit(p))).astype(np.float64)
    slope, intercept = slope_intercept(y, p)
    oracle = LogisticRegression(C=np.inf, tol=1e-10).fit(logit(p)[:, None], y)
    assert slope == pytest.approx(oracle.coef_[0, 0], abs=1e-4)
    assert intercept == pytest.approx(oracle.intercept_[0], abs=1e-4)


def test_bootstrap_of_a_mean_has_the_width_of_the_closed_form() -> None:
    y = random.normal(size=400)
    found = interval(lambda truth, _: float(truth.mean()), y, y, draws=2000)
    width = 2 * 1.96 * y.std() / np.sqrt(len(y))
    assert found.high - found.low == pytest.approx(width, rel=0.1)
    assert found.low < found.estimate < found.high


def test_a_model_compared_with_itself_gains_exactly_nothing() -> None:
    y = (random.uniform(size=200) < 0.3).astype(np.float64)
    p = random.uniform(size=200)
    gain = paired_gain(auc, y, p, p, draws=50)
    assert (gain.estimate, gain.low, gain.high) == (0.0, 0.0, 0.0)


def test_forecast_errors_by_hand() -> None:
    y, forecast = np.array([1.0, 2.0, 3.0]), np.array([1.0, 2.0, 5.0])
    assert mean_absolute_error(y, forecast) == pytest.approx(2 / 3)
    assert root_mean_squared_error(y, forecast) == pytest.approx(np.sqrt(4 / 3))
    assert share_explained(y, forecast) == pytest.approx(-1.0)
