"""Every list is judged at the same length, ties against it, on the same redrawn students."""

import itertools

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.gate.rule import written_rule
from models.trial.lists import contacts, found, listed
from models.trial.redraw import found_in_redraws
from models.trial.trial import hold_trial
from models.trial.words import headline

RULE = written_rule().list
cases = st.lists(st.tuples(st.integers(0, 3), st.integers(0, 1)), min_size=1, max_size=6)


@given(cases, st.data())
def test_ties_bound_what_any_order_of_the_tied_would_find(
    rows: list[tuple[int, int]], data: st.DataObject
) -> None:
    score = np.array([r[0] for r in rows], dtype=np.float64)
    y = np.array([r[1] for r in rows], dtype=np.float64)
    k = data.draw(st.integers(1, len(rows)))
    every = []
    for order in itertools.permutations(range(len(rows))):
        if all(score[a] >= score[b] for a, b in itertools.pairwise(order)):
            every.append(sum(y[list(order[:k])]))
    answer = found(score, y, k)
    assert answer.worst == min(every) and answer.best == max(every)
    assert answer.even == pytest.approx(np.mean(every))
    assert listed(score, y, k).sum() == k and y[listed(score, y, k)].sum() == answer.worst


def test_nobody_is_listed_for_what_is_not_known() -> None:
    score = np.array([np.nan, 0.1, 0.2])
    assert listed(score, np.array([1.0, 0.0, 0.0]), 2).tolist() == [False, True, True]


def test_a_list_has_at_least_one_student_and_at_most_all() -> None:
    assert [contacts(8, 0.01), contacts(8, 0.25), contacts(8, 1.0)] == [1, 2, 8]


def test_the_bootstrap_of_a_list_of_everybody_is_the_binomial() -> None:
    """Closed form: the list of all n finds the events, so redraws spread by sqrt(n p (1 - p))."""
    y = (np.arange(400) % 5 == 0).astype(np.float64)
    draws = found_in_redraws({"all": np.zeros(400)}, y, 400, 4000, np.random.default_rng(1))["all"]
    assert draws.mean() == pytest.approx(80, abs=0.6)
    assert draws.std() == pytest.approx(np.sqrt(400 * 0.2 * 0.8), rel=0.04)


@settings(max_examples=20, deadline=None)
@given(st.integers(0, 10_000))
def test_a_redraw_finds_what_making_the_list_again_from_the_drawn_rows_finds(seed: int) -> None:
    rng = np.random.default_rng(seed)
    score, y = rng.integers(0, 6, 40).astype(np.float64), rng.integers(0, 2, 40).astype(np.float64)
    rows = np.random.default_rng(seed).integers(40, size=40)
    quick = found_in_redraws({"a": score}, y, 9, 1, np.random.default_rng(seed))["a"][0]
    assert quick == found(score[rows], y[rows], 9).worst


def test_a_list_against_itself_differs_by_nothing() -> None:
    rng = np.random.default_rng(4)
    score, y = rng.random(500), rng.integers(0, 2, 500).astype(np.float64)
    difference = hold_trial({"ours": score, "same": score * 2}, "ours", y, 0.1, RULE, 5).against("same")
    assert difference is not None and (difference.low, difference.per_100, difference.high) == (0, 0, 0)


def _district(n: int, simple_is_best: bool) -> tuple[dict[str, np.ndarray], np.ndarray]:
    """Risk is what the plain list ranks by, or hides in an interaction that it cannot see."""
    rng = np.random.default_rng(6)
    a, b = rng.normal(size=n), rng.normal(size=n)
    logit = -2 + 1.5 * (a if simple_is_best else a * b)
    y = (rng.random(n) < 1 / (1 + np.exp(-logit))).astype(np.float64)
    return {"ours": logit + (rng.normal(size=n) if simple_is_best else 0), "plain": a}, y


def test_where_the_plain_list_is_best_the_report_says_so() -> None:
    scores, y = _district(4000, simple_is_best=True)
    trial = hold_trial(scores, "ours", y, 0.1, RULE, 7)
    difference = trial.against("plain")
    assert difference is not None and difference.high < 0
    assert "fewer per 100 contacts" in headline(trial, "plain", "the plain list")


def test_where_risk_is_hidden_from_the_plain_list_the_report_says_by_how_many_students() -> None:
    scores, y = _district(4000, simple_is_best=False)
    trial = hold_trial(scores, "ours", y, 0.1, RULE, 8)
    difference = trial.against("plain")
    assert difference is not None and difference.plain_low >= difference.low > 0
    assert "students more per 100 contacts" in headline(trial, "plain", "the plain list")
    assert "no comparison" in headline(trial, "absent", "last year's list")


def test_ties_of_the_other_list_are_mentioned_where_they_matter() -> None:
    y = (np.arange(200) % 4 == 0).astype(np.float64)
    trial = hold_trial({"ours": y + 0.0, "flat": np.zeros(200)}, "ours", y, 0.2, RULE, 9)
    assert "shared out evenly, the other one would reach 25" in headline(
        trial, "flat", "the list without order"
    )
