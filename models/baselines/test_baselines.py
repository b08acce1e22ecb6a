"""Lists without a model do what a school would do by hand."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from sklearn.linear_model import LogisticRegression
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

from models.baselines.linear import linear_score, standardised
from models.baselines.lists import abc_flags, base_rate, plain_rank, school_average, share_ranked

NAN = np.nan


def test_most_absences_and_most_failed_courses_come_first() -> None:
    score = plain_rank(np.array([0.0, 10.0, 3.0]), np.array([0.0, 2.0, 1.0]))
    assert np.argsort(-score).tolist() == [1, 2, 0]


def test_one_column_is_enough_and_none_is_not() -> None:
    assert np.argsort(-plain_rank(np.array([1.0, 5.0]), None)).tolist() == [1, 0]
    with pytest.raises(ValueError, match="neither"):
        plain_rank(None, None)


@given(st.lists(st.one_of(st.none(), st.integers(0, 5)), min_size=1, max_size=12))
def test_a_rank_is_the_share_of_known_students_below_counting_ties_half(column: list[int | None]) -> None:
    values = np.array([NAN if v is None else v for v in column], dtype=np.float64)
    known = [v for v in column if v is not None]
    for value, rank in zip(column, share_ranked(values), strict=True):
        by_hand = 0.5
        if value is not None:
            by_hand = (sum(k < value for k in known) + 0.5 * sum(k == value for k in known)) / len(known)
        assert rank == pytest.approx(by_hand)


def test_flags_are_counted_and_a_blank_raises_none() -> None:
    flags = abc_flags(np.array([0.1, 0.09, NAN]), np.array([0.0, 3.0, NAN]), np.array([2.0, 0.0, 1.0]))
    assert flags.tolist() == [2.0, 1.0, 1.0]


def test_a_school_is_judged_by_its_earlier_students_only() -> None:
    school = np.array(["a", "a", "b", "b", "c"])
    y = np.array([1.0, 0.0, 0.0, NAN, NAN])
    known = np.array([True, True, True, False, False])
    found = school_average(school, known, y, weight=1.0)
    third = 1 / 3
    assert found == pytest.approx([(1 + third) / 3] * 2 + [third / 2] * 2 + [third])
    assert base_rate(known, y) == pytest.approx([third] * 5)


def test_the_line_is_scikit_learns_on_full_data() -> None:
    rng = np.random.default_rng(1)
    x = rng.normal(size=(400, 3)).astype(np.float32)
    y = (rng.random(400) < 1 / (1 + np.exp(-x[:, 0]))).astype(np.float64)
    train = np.arange(400) < 300
    oracle = make_pipeline(StandardScaler(), LogisticRegression(C=1.0, max_iter=500)).fit(x[train], y[train])
    ours = linear_score(x, y, train, classification=True)
    assert ours == pytest.approx(oracle.predict_proba(x)[:, 1], abs=1e-4)


def test_a_linear_forecast_finds_a_line() -> None:
    x = np.linspace(0, 1, 50, dtype=np.float32)[:, None]
    y = 2 + 3 * x[:, 0].astype(np.float64)
    found = linear_score(x, y, np.arange(50) % 2 == 0, classification=False)
    assert found == pytest.approx(y, abs=0.15)


def test_blank_and_constant_inputs_say_nothing() -> None:
    x = np.array([[1, 5, NAN], [3, 5, NAN], [NAN, 5, 2]], dtype=np.float32)
    assert standardised(x, np.array([True, True, False])).tolist() == [[-1, 0, 0], [1, 0, 0], [0, 0, 0]]


def test_test_rows_do_not_move_the_line() -> None:
    rng = np.random.default_rng(2)
    x = rng.normal(size=(100, 2)).astype(np.float32)
    y, train = (x[:, 0] > 0).astype(np.float64), np.arange(100) < 60
    changed = x.copy()
    changed[60:] += 9
    one, two = (linear_score(z, y, train, classification=True)[:60] for z in (x, changed))
    assert one.tolist() == two.tolist()
