"""Maps from margins to probabilities: as they are, Platt, beta and isotonic; each a few numbers in JSON."""

from dataclasses import dataclass
from typing import Any

import numpy as np
from scipy.optimize import isotonic_regression
from scipy.special import expit, logit

from models.arrays import Floats
from models.calibration.logistic import fit_logistic

# Simplest first: a later one is taken only if it is better by more than chance.
KINDS = ("none", "platt", "beta", "isotonic")
# No finite cohort proves a probability of 0 or 1; isotonic steps stay inside.
EDGE = 0.001


@dataclass(frozen=True)
class Scaling:
    """`none` [], `platt` [a, b], `beta` [a, b, c], `isotonic` [x..., p...]."""

    kind: str
    numbers: list[float]

    def probabilities(self, margin: Floats) -> Floats:
        """(n,) probabilities of (n,) log-odds; never falling as the margin rises."""
        if self.kind == "platt":
            a, b = self.numbers
            return np.asarray(expit(a * margin + b))
        if self.kind == "beta":
            a, b, c = self.numbers
            return np.asarray(expit(a * _log_p(margin) - b * _log_q(margin) + c))
        if self.kind == "isotonic":
            half = len(self.numbers) // 2
            return np.asarray(np.interp(margin, self.numbers[:half], self.numbers[half:]))
        return np.asarray(expit(margin))

    @property
    def slope(self) -> float:
        """How steeply the log-odds follow the margin; 1 where the map is no straight line."""
        return self.numbers[0] if self.kind == "platt" else 1.0

    def document(self) -> dict[str, Any]:
        return {"kind": self.kind, "numbers": self.numbers}


def fit_scaling(kind: str, margin: Floats, y: Floats) -> Scaling:
    """Fitted on a cohort that the model has not seen."""
    if kind == "platt":
        b, a = fit_logistic(margin[:, None], y)
        # A falling map would turn the ranking round; then only the level can be learnt.
        return Scaling(kind, [float(a), float(b)]) if a > 0 else Scaling(kind, [0.0, _level(y)])
    if kind == "beta":
        return _beta(margin, y)
    if kind == "isotonic":
        return _isotonic(margin, y)
    return Scaling("none", [])


def _beta(margin: Floats, y: Floats) -> Scaling:
    """Kull, Silva Filho and Flach 2017; a negative slope is set to 0 and the other fitted again."""
    low, high = _log_p(margin), -_log_q(margin)
    c, a, b = fit_logistic(np.column_stack([low, high]), y)
    if a < 0:
        (c, b), a = fit_logistic(high[:, None], y), 0.0
    elif b < 0:
        (c, a), b = fit_logistic(low[:, None], y), 0.0
    return Scaling("beta", [max(float(a), 0.0), max(float(b), 0.0), float(c)])


def _isotonic(margin: Floats, y: Floats) -> Scaling:
    order = np.argsort(margin, kind="stable")
    x = margin[order]
    starts = np.flatnonzero(np.r_[True, x[1:] != x[:-1]])
    counts = np.diff(np.r_[starts, len(x)])
    mean = np.add.reduceat(y[order], starts) / counts
    steps = isotonic_regression(mean, weights=counts)
    # Both ends of each flat step are enough for a straight line between points.
    ends = np.unique(np.r_[steps.blocks[:-1], steps.blocks[1:] - 1])
    p = np.clip(steps.x[ends], EDGE, 1 - EDGE)
    return Scaling("isotonic", [*map(float, x[starts][ends]), *map(float, p)])


def _level(y: Floats) -> float:
    return float(logit(np.clip(y.mean(), EDGE, 1 - EDGE)))


def _log_p(margin: Floats) -> Floats:
    return np.asarray(-np.logaddexp(0, -margin))


def _log_q(margin: Floats) -> Floats:
    return np.asarray(-np.logaddexp(0, margin))
