"""A base rate that has moved is mended by the newest outcomes, and judged on other students than those."""

import dataclasses

import numpy as np
import pytest
from scipy.special import expit

from models.arrays import Floats
from models.calibration.choose import Calibration, calibrate
from models.calibration.scaling import KINDS, fit_scaling
from models.drift.base_rate import stepped
from models.evaluation.level import mend_level, raised
from models.evaluation.material import Material, gather
from models.gate.rule import written_rule
from models.leaks.made_up import clean_frame, made_up_task
from models.measures.honesty import ece

RULE = written_rule()


def material(step: float) -> tuple[Material, dict[str, Floats]]:
    """Every cohort follows the same margins; the newest with outcomes has it more often by `step`."""
    frame = clean_frame(3000, seed=1)
    rng = np.random.default_rng(2)
    margin = -2 + 1.1 * rng.normal(size=len(frame))
    newest = frame.cohort == "2024"
    y = (rng.random(len(frame)) < expit(margin + step * newest)).astype(np.float64)
    known = dataclasses.replace(frame, y=np.where(frame.matured, y, np.nan))
    return gather(made_up_task(), known, RULE, RULE.promise), {"boosted": margin}


def test_a_level_that_has_not_moved_stays() -> None:
    some, margins = material(0.0)
    found = calibrate(some.frame.y[some.part.calibrate], {"boosted": margins["boosted"][some.part.calibrate]})
    assert mend_level(found, margins, some) is None


def test_a_base_rate_thirty_percent_higher_is_mended_and_its_order_kept() -> None:
    some, margins = material(0.33)
    rows, test = some.part.calibrate, some.part.test
    found = calibrate(some.frame.y[rows], {"boosted": margins["boosted"][rows]})
    mended = mend_level(found, margins, some)
    assert mended is not None and "has moved" in mended.note
    y = some.frame.y[test]
    assert ece(y, mended.p[test]) <= 0.03 < ece(y, found.probabilities(margins)[test]) + 0.01
    shown = mended.calibration.probabilities(margins)
    assert np.array_equal(np.argsort(shown), np.argsort(margins["boosted"]))
    assert shown[~test].tolist() == mended.p[~test].tolist()


@pytest.mark.parametrize("kind", KINDS)
def test_every_scaling_is_raised_by_the_same_log_odds(kind: str) -> None:
    rng = np.random.default_rng(3)
    margin = rng.normal(size=800)
    y = (rng.random(800) < expit(margin)).astype(np.float64)
    found = Calibration("a", {"a": fit_scaling(kind, margin, y)}, {}, 0.0, [])
    before, after = (c.probabilities({"a": margin}) for c in (found, raised(found, 0.4)))
    assert after == pytest.approx(stepped(before, 0.4), abs=0.01 if kind == "isotonic" else 1e-9)


def test_a_combination_is_raised_once() -> None:
    rng = np.random.default_rng(4)
    a, b = rng.normal(size=600), rng.normal(size=600)
    y = (rng.random(600) < expit(a + b)).astype(np.float64)
    found = dataclasses.replace(calibrate(y, {"a": a, "b": b}), chosen="combination")
    before, after = (c.probabilities({"a": a, "b": b}) for c in (found, raised(found, -0.3)))
    assert after == pytest.approx(stepped(before, -0.3), abs=1e-9)
