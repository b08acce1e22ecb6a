"""Planted drift trips the switch in its first cycle, quiet cycles go on, and a moved base rate is mended."""

import numpy as np
import pytest
from scipy.optimize import brentq
from scipy.special import expit

from models.conftest import Seeds
from models.drift.base_rate import estimated, moved_to, sentence, stepped
from models.drift.check import DriftReport, Matured, check_drift
from models.gate.rule import written_rule
from models.long.bounds import fewest, most
from models.measures.honesty import ece

pytestmark = pytest.mark.long
RULE = written_rule()
NAMES = ["absent_days.sum", "minutes.sum", "mark"]
HIGHER = 1.3  # the next cohort's base rate, relative
ECE_AFTER = 0.03
FIRST = 2000  # students whose outcomes mature first


def _year(n: int, rng: np.random.Generator) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    absent, minutes = rng.poisson(3, n).astype(np.float64), rng.gamma(2, 60, n)
    mark = np.where(rng.random(n) < 0.1, np.nan, rng.normal(75, 10, n))
    logit = (
        -2.3 + 0.35 * (absent - 3) - 0.06 * (np.nan_to_num(mark, nan=75.0) - 75) + 0.4 * rng.normal(size=n)
    )
    shown = expit((-2.3 + 0.35 * (absent - 3) - 0.06 * (np.nan_to_num(mark, nan=75.0) - 75)) * 0.98)
    return np.column_stack([absent, minutes, mark]), shown, (rng.random(n) < expit(logit)).astype(np.float64)


def _cycle(seed: int, plant: str) -> DriftReport:
    rng = np.random.default_rng(seed)
    then, p_then, y_then = _year(6000, rng)
    now, p_now, y_now = _year(2000, rng)
    matured = None
    if plant == "another unit":
        now[:, 1] *= 60
    elif plant == "a feed that died":
        now[:, 1] = np.nan
    elif plant == "another code":
        now[:, 0] += 9
    elif plant == "scores":
        p_now = stepped(p_now, 0.9)
    elif plant == "outcomes":
        matured = Matured(stepped(p_now, 1.1), y_now)
    return check_drift(
        then.astype(np.float32),
        now.astype(np.float32),
        NAMES,
        p_then,
        p_now,
        float(y_then.mean()),
        matured,
        RULE,
        seed,
    )


@pytest.mark.parametrize("plant", ["another unit", "a feed that died", "another code", "scores", "outcomes"])
def test_planted_drift_trips_the_switch_in_its_first_cycle(plant: str, seeds: Seeds) -> None:
    run = seeds.of(100)
    tripped = sum(_cycle(seed, plant).tripped for seed in run)
    print(f"drift, {plant}: tripped in the first cycle in {tripped} of {len(run)} seeds")
    assert tripped == len(run)


def test_quiet_cycles_go_on(seeds: Seeds) -> None:
    run = seeds.of(200)
    tripped = sum(_cycle(seed, "none").tripped for seed in run)
    print(f"no drift: tripped in {tripped} of {len(run)} seeds")
    assert tripped <= most(len(run), 0.005)


def _shifted(seed: int, by_prior: bool) -> tuple[np.ndarray, np.ndarray, np.ndarray, float]:
    """Reference probabilities, and the next cohort's with outcomes, whose base rate is 30 % higher.

    By prior: each outcome's students look as before. Else: the same students have it more often.
    """
    rng = np.random.default_rng(seed)
    _, p, y = _year(60_000, rng)
    # Calibrated to what was seen, as the calibration cohort is.
    p = stepped(p, moved_to(p, y))
    goal = HIGHER * y.mean()
    reference, rest = slice(0, 6000), slice(6000, None)
    if by_prior:
        weight = np.where(y[rest] == 1, goal / y.mean(), (1 - goal) / (1 - y.mean()))
        rows = rng.choice(np.arange(6000, 60_000), 12_000, p=weight / weight.sum())
        return p[reference], p[rows], y[rows], float(y.mean())
    next_p = p[rest][:12_000]
    truth = stepped(next_p, _step_to(next_p, goal))
    return p[reference], next_p, (rng.random(12_000) < truth).astype(np.float64), float(y.mean())


def _step_to(p: np.ndarray, goal: float) -> float:
    """The step in log-odds that gives the probabilities this mean."""
    return float(brentq(lambda step: float(stepped(p, step).mean()) - goal, -5, 5))


@pytest.mark.parametrize("by_prior", [True, False])
def test_a_base_rate_thirty_percent_higher_is_mended_by_the_first_outcomes(
    by_prior: bool, seeds: Seeds
) -> None:
    run = seeds.of(200)
    before, after = [], []
    for seed in run:
        _, p, y, _ = _shifted(seed, by_prior)
        step = moved_to(p[:FIRST], y[:FIRST])
        before.append(ece(y[FIRST:], p[FIRST:]))
        after.append(ece(y[FIRST:], stepped(p[FIRST:], step)))
    kind = "prior" if by_prior else "level"
    print(
        f"cohort shift ({kind}): ECE before {np.mean(before):.4f}, after the first {FIRST} outcomes mean "
        f"{np.mean(after):.4f}, highest {np.max(after):.4f} of {len(run)} seeds"
    )
    assert np.mean(np.array(after) <= ECE_AFTER) >= 0.99
    assert np.mean(before) > np.mean(after)


def test_before_outcomes_the_report_says_that_it_may_have_moved_and_by_how_much(seeds: Seeds) -> None:
    """The estimate is always said; where chance can explain it, that is said too."""
    run = seeds.of(100)
    held = sure = quiet = 0
    estimates = []
    for seed in run:
        reference, p, _, base = _shifted(seed, by_prior=True)
        rate = estimated(p, reference, RULE.drift.base_rate_confidence, 200, seed)
        assert f"about {rate.now * 100:.1f} of 100 students" in sentence(rate)
        estimates.append(rate.now / base)
        held += rate.low <= HIGHER * base <= rate.high
        sure += rate.moved
        same = estimated(reference[3000:], reference[:3000], RULE.drift.base_rate_confidence, 200, seed)
        quiet += not same.moved
    print(
        f"before outcomes: estimate {np.mean(estimates):.2f} times the old rate (planted 1.30); "
        f"of {len(run)} seeds the interval holds the truth in {held}, tells it from chance in {sure}, "
        f"and without a shift none is claimed in {quiet}"
    )
    assert np.mean(estimates) == pytest.approx(HIGHER, abs=0.15)
    assert held >= fewest(len(run), 0.9)
    assert quiet >= fewest(len(run), 0.92)
