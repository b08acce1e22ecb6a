"""The area between two ROC curves is exact, and its permutation point is passed by chance as said."""

import dataclasses

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.fairness.abroca import abroca, area_between, levels
from models.gate.rule import written_rule

RULE = written_rule().groups
FEW = dataclasses.replace(RULE, permutations=60)


def _roc(score: np.ndarray, y: np.ndarray) -> tuple[list[float], list[float]]:
    xs, ys = [0.0], [0.0]
    for cut in sorted(set(score), reverse=True):
        xs.append(float(((score >= cut) & (y == 0)).sum() / (y == 0).sum()))
        ys.append(float(((score >= cut) & (y == 1)).sum() / (y == 1).sum()))
    return xs, ys


def _area(score: np.ndarray, y: np.ndarray, group: np.ndarray) -> float:
    level = levels(score, 10_000)
    size = int(level.max()) + 1

    def count(rows: np.ndarray) -> np.ndarray:
        return np.bincount(level[rows], minlength=size).astype(np.float64)

    return area_between(count(y == 1), count(y == 0), count((y == 1) & group), count((y == 0) & group))


def test_a_toy_by_hand() -> None:
    """The group is ordered perfectly (curve at 1), the rest exactly wrong (curve at 0): the area is 1."""
    score = np.array([4.0, 3.0, 4.0, 3.0])
    y = np.array([1.0, 0.0, 0.0, 1.0])
    assert _area(score, y, np.array([True, True, False, False])) == pytest.approx(1.0)


def test_one_group_without_order_against_a_perfect_one_is_the_triangle() -> None:
    score, y = np.array([4.0, 3.0, 4.0, 4.0]), np.array([1.0, 0.0, 1.0, 0.0])
    assert _area(score, y, np.array([True, True, False, False])) == pytest.approx(0.5)


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 100_000))
def test_the_area_is_that_of_numeric_integration(seed: int) -> None:
    rng = np.random.default_rng(seed)
    y = np.r_[0, 1, 0, 1, rng.integers(0, 2, 20)].astype(np.float64)
    group = np.r_[True, True, False, False, rng.random(20) < 0.4]
    score = rng.integers(0, 9, 24).astype(np.float64)
    grid = (np.arange(20_000) + 0.5) / 20_000
    first, second = _roc(score[group], y[group]), _roc(score[~group], y[~group])
    numeric = np.abs(np.interp(grid, *first) - np.interp(grid, *second)).mean()
    assert _area(score, y, group) == pytest.approx(numeric, abs=2e-4)


def test_permutations_deal_the_group_within_each_outcome() -> None:
    """Against a permutation loop over students."""
    rng = np.random.default_rng(1)
    y = (rng.random(300) < 0.3).astype(np.float64)
    score, group = rng.normal(size=300) + y, rng.random(300) < 0.3
    chance = []
    for _ in range(400):
        dealt = group.copy()
        for event in (0, 1):
            rows = np.flatnonzero(y == event)
            dealt[rows] = group[rng.permutation(rows)]
        chance.append(_area(score, y, dealt))
    found = abroca(score, y, group, RULE, np.random.default_rng(2))
    assert found is not None
    assert found.point == pytest.approx(np.quantile(chance, 0.95), rel=0.12)


def test_equal_groups_pass_the_point_one_time_in_twenty() -> None:
    above = 0
    for seed in range(150):
        rng = np.random.default_rng(seed)
        y = (rng.random(400) < 0.3).astype(np.float64)
        found = abroca(rng.normal(size=400) + y, y, rng.random(400) < 0.3, FEW, rng)
        above += found is not None and found.value > found.point
    assert above <= 17  # 99.9 % point of 150 at 0.05 (and a little for the 60 deals)


def test_a_group_that_is_ordered_less_well_is_found() -> None:
    rng = np.random.default_rng(3)
    y = (rng.random(4000) < 0.2).astype(np.float64)
    group = rng.random(4000) < 0.3
    score = rng.normal(size=4000) + np.where(group, 0.3, 1.5) * y
    found = abroca(score, y, group, RULE, rng)
    assert found is not None and found.value > 2 * found.point


def test_many_levels_become_quantiles_with_hardly_a_change() -> None:
    rng = np.random.default_rng(4)
    y, group = (rng.random(3000) < 0.2).astype(np.float64), rng.random(3000) < 0.4
    score = rng.normal(size=3000) + y
    found = abroca(score, y, group, FEW, rng)
    assert found is not None and found.value == pytest.approx(_area(score, y, group), abs=2e-3)


def test_a_group_without_an_outcome_of_either_kind_has_no_curve() -> None:
    y = np.array([0.0, 0.0, 1.0, 0.0])
    assert (
        abroca(np.arange(4.0), y, np.array([True, True, False, False]), FEW, np.random.default_rng(5)) is None
    )
