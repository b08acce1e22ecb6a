"""Whether the share with the outcome has moved: before outcomes mature an estimate, then a measure.

Before: if each outcome's students look as they did, the mix of probabilities tells the new share (Saerens,
Latinne & Decaestecker 2002). That is an assumption, so the report says "may have moved".
"""

from dataclasses import dataclass

import numpy as np
from scipy.optimize import brentq
from scipy.special import expit, logit

from models.arrays import Floats
from models.fairness.rates import wilson

_LEAST = 1e-6


@dataclass(frozen=True)
class BaseRate:
    before: float  # share with the outcome that the probabilities were calibrated to
    now: float
    low: float
    high: float
    measured: bool  # False: no outcome has matured, `now` is an estimate

    @property
    def moved(self) -> bool:
        return not self.low <= self.before <= self.high


def estimated(p: Floats, reference: Floats, confidence: float, redraws: int, seed: int) -> BaseRate:
    """`p` (n,): probabilities of students without outcomes; `reference` (k,): of the calibration cohort.

    The reference's mean, not its outcomes, is where the estimate starts: their luck would look like a move.
    """
    rng = np.random.default_rng(seed)
    before = float(reference.mean())
    draws = [_mix(_again(p, rng), float(_again(reference, rng).mean())) for _ in range(redraws)]
    low, high = np.quantile(draws, [(1 - confidence) / 2, (1 + confidence) / 2])
    return BaseRate(before, _mix(p, before), float(low), float(high), measured=False)


def _again(values: Floats, rng: np.random.Generator) -> Floats:
    return np.asarray(values[rng.integers(len(values), size=len(values))])


def _mix(p: Floats, before: float) -> float:
    """The share q at which the probabilities, moved from `before` to q, have mean q (EM's fixed point)."""
    odds = logit(np.clip(p, _LEAST, 1 - _LEAST)) - logit(before)

    def excess(q: float) -> float:
        return float(expit(odds + logit(q)).mean() - q) / (q * (1 - q))

    if excess(_LEAST) <= 0:
        return _LEAST
    if excess(1 - _LEAST) >= 0:
        return 1 - _LEAST
    return float(brentq(excess, _LEAST, 1 - _LEAST, xtol=1e-7))


def measured(y: Floats, before: float, confidence: float) -> BaseRate:
    """From the first matured outcomes (n,)."""
    share = wilson(float(y.sum()), len(y), confidence)
    return BaseRate(before, share.value, share.low, share.high, measured=True)


def moved_to(p: Floats, y: Floats) -> float:
    """The step in log-odds that makes the mean probability equal the share seen among matured outcomes (n,).

    One number needs few outcomes; the order of the students stays as it is.
    """
    share = (float(y.sum()) + 0.5) / (len(y) + 1)
    z = logit(np.clip(p, _LEAST, 1 - _LEAST))
    return float(brentq(lambda step: float(expit(z + step).mean()) - share, -20, 20, xtol=1e-9))


def stepped(p: Floats, step: float) -> Floats:
    return np.asarray(expit(logit(np.clip(p, _LEAST, 1 - _LEAST)) + step))


def sentence(rate: BaseRate) -> str:
    before, now = f"{rate.before * 100:.1f}", f"{rate.now * 100:.1f}"
    interval = f"(interval {rate.low * 100:.1f} to {rate.high * 100:.1f})"
    if rate.measured:
        verb = "has moved" if rate.moved else "is as before"
        return (
            f"The outcome {verb}: {now} of 100 students {interval}, {before} in the year used to calibrate."
        )
    if not rate.moved and (rate.low < rate.before / 2 or rate.high > rate.before * 2):
        # Rare outcomes or few students: a number would say more than is known.
        return (
            f"The outcome may have moved from {before} of 100 students; by how much cannot be told "
            f"before outcomes are known {interval}."
        )
    way = "more" if rate.now > rate.before else "less"
    tell = "" if rate.moved else " We cannot tell that from no change."
    return (
        f"The outcome may have become {way} common: about {now} of 100 students {interval} "
        f"instead of {before}.{tell} Outcomes are not known yet."
    )
