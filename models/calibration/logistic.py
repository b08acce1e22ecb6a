"""Logistic regression of a few columns by Newton's method, the core of every scaling here."""

import numpy as np
from scipy.special import expit

from models.arrays import Floats

# Just enough to keep a separable cohort finite: worth a thousandth of a case.
RIDGE = 1e-3


def fit_logistic(x: Floats, y: Floats, steps: int = 100) -> Floats:
    """(1 + k,) intercept and slopes of (n, k) columns; the slopes carry a tiny ridge."""
    design = np.column_stack([np.ones(len(x)), x])
    penalty = np.diag([0.0, *[RIDGE] * x.shape[1]])
    found = np.zeros(design.shape[1])
    loss = _loss(design, y, found, penalty)
    for _ in range(steps):
        p = expit(design @ found)
        slope = design.T @ (y - p) - penalty @ found
        bend = (design * (p * (1 - p))[:, None]).T @ design + penalty + 1e-12 * np.eye(len(found))
        step = np.linalg.solve(bend, slope)
        scale = 1.0
        # A full Newton step may overshoot far from the answer: halve it until the loss falls.
        while scale > 1e-6 and _loss(design, y, found + scale * step, penalty) > loss:
            scale /= 2
        found = found + scale * step
        new = _loss(design, y, found, penalty)
        if abs(loss - new) <= 1e-12 * (1 + abs(new)):
            break
        loss = new
    return np.asarray(found)


def _loss(design: Floats, y: Floats, found: Floats, penalty: Floats) -> float:
    margin = design @ found
    return float(np.logaddexp(0, margin).sum() - y @ margin + 0.5 * found @ penalty @ found)
