"""The promise breaks for equal groups as rarely as said, and finds a planted gap as often as said."""

import numpy as np
import pytest

from models.conftest import Seeds
from models.fairness.abroca import abroca
from models.fairness.promise import About, broken, judge_promise
from models.fairness.simulate import STATED, cohort, shift_for
from models.gate.rule import Promise, written_rule
from models.long.bounds import fewest, most

pytestmark = pytest.mark.long
RULE = written_rule()
ALLOWED = 17  # of 200 seeds


def _broken(n: int, seed: int, shift: float, promise: Promise) -> set[tuple[str, str]]:
    """Scores and outcomes are drawn anew by the seed; nothing is trained."""
    made = cohort(n, np.random.default_rng(10_000 + seed), shift=shift)
    other = np.random.default_rng(20_000 + seed).choice(["F", "M"], size=n)
    groups = {"group": made.labels, "sex": other}
    judged = judge_promise(made.y, made.listed, groups, promise, RULE.groups.fewest)
    return {(j.group, j.about) for j in broken(judged)}


def _bound(seeds: range) -> int:
    return ALLOWED if len(seeds) == 200 else most(len(seeds), 0.05)


@pytest.mark.parametrize("n", [300, 2000, 20_000])
def test_equal_groups_break_the_promise_in_at_most_17_of_200_seeds(n: int, seeds: Seeds) -> None:
    run = seeds.of(200)
    count = sum(bool(_broken(n, seed, 0.0, RULE.promise)) for seed in run)
    print(f"equal groups, n {n}: {count} of {len(run)} seeds break the written promise")
    assert count <= _bound(run)


@pytest.mark.parametrize("n", [300, 2000, 20_000])
def test_also_a_promise_of_no_gap_at_all(n: int, seeds: Seeds) -> None:
    """The hardest promise: only the test of chance stands between equal groups and an alarm."""
    run = seeds.of(200)
    count = sum(bool(_broken(n, seed, 0.0, Promise(0.0, 0.0, 0.95))) for seed in run)
    print(f"equal groups, n {n}: {count} of {len(run)} seeds break a promise of no gap")
    assert count <= _bound(run)


@pytest.mark.parametrize("about", ["false alarms", "missed"])
def test_a_planted_gap_of_ten_points_is_found_at_the_stated_n(about: About, seeds: Seeds) -> None:
    run, n = seeds.of(200), STATED[about]
    shift = shift_for(10, missed=about == "missed")
    found = sum(("B", about) in _broken(n, seed, shift, RULE.promise) for seed in run)
    print(f"planted 10 points of {about}, n {n}: found in {found} of {len(run)} seeds")
    # A sampled run says less: then what a chance of 0.8 makes hardly possible.
    assert found >= (0.8 * 200 if len(run) == 200 else fewest(len(run), 0.8))


def test_the_permutation_point_is_passed_one_time_in_twenty(seeds: Seeds) -> None:
    run = seeds.of(200)
    above = 0
    for seed in run:
        rng = np.random.default_rng(seed)
        made = cohort(1000, rng)
        found = abroca(made.score, made.y, made.labels == "B", RULE.groups, rng)
        above += found is not None and found.value > found.point
    print(f"equal groups: ABROCA above its point in {above} of {len(run)} seeds")
    assert above <= most(len(run), 0.055)
