"""The price of the promise is the list that keeps it at the least loss, compared with trying every list."""

import itertools

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from models.fairness.price import price_of_promise
from models.fairness.simulate import cohort
from models.fairness.words import price_sentence
from models.gate.rule import Promise, written_rule
from models.trial.lists import contacts

PROMISE = written_rule().promise


def _brute(score: np.ndarray, y: np.ndarray, labels: np.ndarray, k: int, promise: Promise) -> int | None:
    """Most found by any cut for each of two groups, among the lists of k that keep the promise."""
    best = None
    heads = [sorted(np.flatnonzero(labels == g), key=lambda i: (-score[i], y[i])) for g in ("A", "B")]
    for first in range(k + 1):
        if first > len(heads[0]) or k - first > len(heads[1]):
            continue
        chosen = np.zeros(len(y), dtype=bool)
        chosen[heads[0][:first] + heads[1][: k - first]] = True
        gaps = []
        for event, counted, promised in (
            (0, chosen, promise.false_alarms_per_100),
            (1, ~chosen, promise.missed_per_100),
        ):
            for a, b in itertools.permutations("AB"):
                rate = [counted[(labels == g) & (y == event)].mean() for g in (a, b)]
                gaps.append((rate[0] - rate[1]) * 100 - promised)
        if max(gaps) <= 1e-9 and (best is None or y[chosen].sum() > best):
            best = int(y[chosen].sum())
    return best


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 100_000))
def test_for_two_groups_the_price_is_that_of_trying_every_cut(seed: int) -> None:
    rng = np.random.default_rng(seed)
    y = np.r_[0, 1, 0, 1, rng.random(56) < 0.35].astype(np.float64)
    labels = np.r_[["A", "A", "B", "B"], np.where(rng.random(56) < 0.4, "B", "A")]
    score = rng.normal(size=60) + y + 1.5 * (labels == "B")
    promise = Promise(15.0, 30.0, 0.95)
    price = price_of_promise("g", score, y, labels, 20, promise, fewest=1)
    best = _brute(score, y, labels, 20, promise)
    assert price.possible == (best is not None)
    assert best is None or price.found_after == best or price.exchanged == 0


def test_a_list_that_keeps_the_promise_costs_nothing() -> None:
    made = cohort(4000, np.random.default_rng(1))
    price = price_of_promise("g", made.score, made.y, made.labels, 400, Promise(50, 50, 0.95), 30)
    assert price.possible and price.found_after == price.found_before and price.exchanged == 0
    assert "costs nothing" in price_sentence(price)


def test_the_price_of_a_planted_gap_is_said_in_students() -> None:
    made = cohort(6000, np.random.default_rng(2), shift=1.2)
    price = price_of_promise(
        "group", made.score, made.y, made.labels, contacts(6000, 0.1), PROMISE, fewest=30
    )
    assert price.possible and price.exchanged > 0
    assert f"{price.exchanged} students on the list would have given way" in price_sentence(price)


def test_a_promise_that_no_list_keeps_is_said_to_be_so() -> None:
    y = np.tile([1.0, 0.0], 40)
    labels = np.where(np.arange(80) < 40, "A", "B")
    price = price_of_promise("g", np.arange(80.0), y, labels, 1, Promise(0.0, 0.0, 0.95), 1)
    assert not price.possible and "no list of this length" in price_sentence(price)


def test_with_more_groups_the_list_that_sets_the_price_keeps_the_promise_and_stays_near_the_best() -> None:
    """Against 4,000 random ways to share the places among four groups."""
    made = cohort(3000, np.random.default_rng(3), shift=1.2)
    price = price_of_promise("g", made.score, made.y, made.labels, 300, Promise(5.0, 12.0, 0.95), 30)
    rng = np.random.default_rng(4)
    best = 0
    for _ in range(4000):
        sizes = rng.multinomial(300, rng.dirichlet([16, 8, 5, 2]))
        chosen = np.zeros(3000, dtype=bool)
        for group, size in zip("ABCD", sizes, strict=True):
            rows = np.flatnonzero(made.labels == group)
            chosen[rows[np.argsort(-made.score[rows])][:size]] = True
        if not broken_by(chosen, made.y, made.labels, Promise(5.0, 12.0, 0.95)):
            best = max(best, int(made.y[chosen].sum()))
    assert price.possible and best > 0
    assert price.found_after >= best - 2


def broken_by(chosen: np.ndarray, y: np.ndarray, labels: np.ndarray, promise: Promise) -> bool:
    for group in "ABCD":
        for event, counted, promised in (
            (0, chosen, promise.false_alarms_per_100),
            (1, ~chosen, promise.missed_per_100),
        ):
            mine, theirs = (labels == group) & (y == event), (labels != group) & (y == event)
            if (counted[mine].mean() - counted[theirs].mean()) * 100 > promised:
                return True
    return False
