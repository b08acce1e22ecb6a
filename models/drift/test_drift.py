"""Equal cycles pass, planted drift trips the switch in its first cycle, a moved base rate is said."""

import numpy as np
import pytest
from scipy.special import expit

from models.drift.base_rate import estimated, measured, moved_to, sentence, stepped
from models.drift.check import DriftReport, Matured, check_drift
from models.drift.psi import edges, shares, shift
from models.gate.rule import written_rule
from models.measures.honesty import ece

RULE = written_rule()
NAMES = ["absent_days.sum", "minutes.sum", "mark"]


def cycle(n: int, seed: int, base: float = -2.0) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Inputs (n, 3), true probabilities and outcomes of one year."""
    rng = np.random.default_rng(seed)
    absent, minutes = rng.poisson(3, n).astype(np.float64), rng.gamma(2, 60, n)
    mark = np.where(rng.random(n) < 0.1, np.nan, rng.normal(75, 10, n))
    p = expit(base + 0.35 * (absent - 3) - 0.05 * (np.nan_to_num(mark, nan=75) - 75))
    return np.column_stack([absent, minutes, mark]), p, (rng.random(n) < p).astype(np.float64)


def check(now: np.ndarray, p_now: np.ndarray, matured: Matured | None = None) -> DriftReport:
    then, p_then, y = cycle(4000, 1)
    return check_drift(
        then.astype(np.float32), now.astype(np.float32), NAMES, p_then, p_now, y.mean(), matured, RULE, 7
    )


def test_the_index_by_hand() -> None:
    """Half against half becomes three quarters against a quarter: 0.25 ln 1.5 - 0.25 ln 0.5 = 0.2747."""
    then, now = np.repeat([0.0, 1.0], 50_000), np.repeat([0.0, 1.0, 1.0, 1.0], 25_000)
    assert shift("a", then, now, RULE.drift).psi == pytest.approx(0.2747, abs=1e-3)


def test_bins_hold_everything_once_and_blanks_apart() -> None:
    values = np.array([1.0, 2.0, np.nan, 2.0, 9.0])
    found = shares(values, edges(values, 4))
    assert found.sum() == pytest.approx(1) and found[-1] == pytest.approx(1.5 / (5 + 0.5 * len(found)))


def test_equal_populations_pass_their_chance_point_one_time_in_a_hundred() -> None:
    over = 0
    for seed in range(600):
        rng = np.random.default_rng(seed)
        row = shift("a", rng.normal(size=400), rng.normal(size=300), RULE.drift)
        over += row.psi > row.chance
    assert over <= 14  # 99.9 % point of 600 at 0.01


def test_small_classes_are_not_called_drift_for_their_noise() -> None:
    rng = np.random.default_rng(3)
    row = shift("a", rng.normal(size=60), rng.normal(size=25), RULE.drift)
    assert row.psi > RULE.drift.watch and row.verdict == "as before"


def test_a_year_like_the_last_goes_on() -> None:
    now, p, y = cycle(3000, 2)
    report = check(now, p, Matured(p, y))
    assert not report.tripped and report.calibration_error is not None


@pytest.mark.parametrize(
    ("plant", "name"),
    [
        (lambda x: x * [1, 60, 1], "minutes.sum"),  # seconds instead of minutes
        (lambda x: x * [1, np.nan, 1], "minutes.sum"),  # the feed died
        (lambda x: x + [9, 0, 0], "absent_days.sum"),  # another code counts as absent
    ],
)
def test_a_broken_input_trips_the_switch_in_its_first_cycle(plant, name) -> None:  # type: ignore[no-untyped-def]
    now, p, _ = cycle(2000, 3)
    report = check(plant(now), p)
    assert report.tripped and any(reason.startswith(f"{name} is broken") for reason in report.reasons)


def test_scores_that_move_as_a_whole_trip_the_switch() -> None:
    now, p, _ = cycle(2000, 4)
    assert any("scores as a whole" in reason for reason in check(now, stepped(p, 0.8)).reasons)


def test_probabilities_that_do_not_happen_trip_the_switch_once_outcomes_mature() -> None:
    now, p, y = cycle(3000, 5)
    assert not check(now, p).tripped
    report = check(now, p, Matured(stepped(p, 1.2), y))
    assert any("per 100 on average" in reason for reason in report.reasons)


def test_before_outcomes_the_report_says_that_the_base_rate_may_have_moved_and_by_how_much() -> None:
    """Prior shift: each outcome's students look as before, but 30 % more of them have it."""
    _, p, y = cycle(40_000, 6)
    rng = np.random.default_rng(7)
    odds = 1.3 * y.mean() / (1 - 1.3 * y.mean()) / (y.mean() / (1 - y.mean()))
    rows = rng.choice(len(y), 10_000, p=(w := np.where(y == 1, odds, 1.0)) / w.sum())
    rate = estimated(p[rows], p[10_000:], 0.95, 200, 8)
    assert rate.moved and rate.low <= 1.3 * y.mean() <= rate.high
    assert "may have become more common" in sentence(rate)
    same = estimated(p[:10_000], p[10_000:], 0.95, 200, 9)
    assert not same.moved and "cannot tell that from no change" in sentence(same)


def test_the_first_matured_outcomes_mend_a_moved_base_rate() -> None:
    _, p, _ = cycle(12_000, 10)
    y = (np.random.default_rng(11).random(12_000) < stepped(p, 0.33)).astype(np.float64)
    first, later = slice(0, 2000), slice(2000, None)
    mended = stepped(p[later], moved_to(p[first], y[first]))
    assert ece(y[later], mended) <= 0.03 < ece(y[later], p[later]) + 0.01
    assert stepped(p[first], moved_to(p[first], y[first])).mean() == pytest.approx(
        (y[first].sum() + 0.5) / 2001
    )
    assert sentence(measured(y[first], float(p.mean()), 0.95)).startswith("The outcome has moved")


def test_the_estimate_is_the_fixed_point_of_expectation_and_maximisation() -> None:
    _, p, _ = cycle(3000, 12)
    reference = np.full(10, 0.2)
    before = q = 0.2
    for _ in range(3000):
        moved = p * q / before
        q = float((moved / (moved + (1 - p) * (1 - q) / (1 - before))).mean())
    assert estimated(p, reference, 0.95, 5, 13).now == pytest.approx(q, abs=1e-4)
