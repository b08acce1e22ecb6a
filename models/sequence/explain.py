"""Integrated gradients: what each input adds to a case's logit beyond an average case, and the error.

Sundararajan, Taly and Yan 2017: the gradient is summed along the straight line from the training cases' mean
(0 on the common scale) to the case. The parts add to logit(case) - logit(mean) but for the error of the sum,
which is measured; the number of points doubles until the error is small enough.
"""

from dataclasses import dataclass

import numpy as np

from models.arrays import Flags, Floats, Singles, Wholes
from models.sequence.forward import Weights, logits

FEWEST_POINTS = 4
MOST_POINTS = 256
# In log-odds; a hundredth moves no probability by more than a quarter of a percentage point.
TOLERANCE = 0.01
ROWS_AT_ONCE = 2048


@dataclass(frozen=True)
class Attribution:
    """`parts` (n, p + q + 1): static inputs, weekly columns summed over the weeks, the mean case's logit."""

    parts: Floats
    error: float  # the largest gap of any case, in log-odds
    points: int


def attribute(weights: Weights, weekly: Singles, mask: Flags, static: Singles) -> Attribution:
    """Scaled inputs as in `logits`; only the cases whose gap is still too large get more points."""
    n, ends = len(weekly), _ends(mask)
    weekly, mask = weekly[:, :ends], mask[:, :ends]
    start = logits(weights, np.zeros_like(weekly), mask, np.zeros_like(static))
    wanted = logits(weights, weekly, mask, static) - start
    parts = np.zeros((n, static.shape[1] + weekly.shape[2] + 1))
    parts[:, -1] = start
    gaps, left, points = np.zeros(n), np.arange(n), FEWEST_POINTS

    def block(rows: Wholes) -> None:
        over_weeks, over_static = _integrated(weights, weekly[rows], mask[rows], static[rows], points)
        parts[rows, :-1] = np.column_stack([over_static, over_weeks.sum(axis=1)])
        gaps[rows] = np.abs(parts[rows, :-1].sum(axis=1) - wanted[rows])

    while len(left):
        for at in range(0, len(left), ROWS_AT_ONCE):
            block(left[at : at + ROWS_AT_ONCE])
        left = left[gaps[left] > TOLERANCE]
        if points >= MOST_POINTS:
            break
        points *= 2 if len(left) else 1
    return Attribution(parts, float(gaps.max(initial=0.0)), points)


def _ends(mask: Flags) -> int:
    """Weeks after the last one that any case knows change nothing and cost as much."""
    known = np.flatnonzero(mask.any(axis=0))
    return int(known[-1]) + 1 if len(known) else min(1, mask.shape[1])


def _integrated(
    weights: Weights, weekly: Singles, mask: Flags, static: Singles, points: int
) -> tuple[Floats, Floats]:
    """Gauss-Legendre along the line: (n, weeks, q) and (n, p)."""
    nodes, shares = np.polynomial.legendre.leggauss(points)
    over_weeks, over_static = np.zeros(weekly.shape), np.zeros(static.shape)
    for node, share in zip((nodes + 1) / 2, shares / 2, strict=True):
        by_weeks, by_static = gradients(weights, np.float32(node) * weekly, mask, np.float32(node) * static)
        over_weeks += share * by_weeks
        over_static += share * by_static
    return over_weeks * weekly, over_static * static


def gradients(weights: Weights, weekly: Singles, mask: Flags, static: Singles) -> tuple[Singles, Singles]:
    """Of the logit, by each week's inputs (n, weeks, q) and the static ones (n, p): back through time."""
    units = weights.recurrent.shape[0]
    h = np.zeros((len(weekly), units), dtype=np.float32)
    c = np.zeros_like(h)
    arriving = weekly @ weights.kernel + weights.bias
    gates, before, after = [], [], []
    for week in range(weekly.shape[1]):
        i, f, g, o = np.split(arriving[:, week] + h @ weights.recurrent, 4, axis=1)
        i, f, g, o = _sigmoid(i), _sigmoid(f), np.tanh(g), _sigmoid(o)
        new_c = f * c + i * g
        there = mask[:, week, None]
        gates.append((i, f, g, o))
        before.append(c)
        after.append(np.tanh(new_c))
        h, c = np.where(there, o * after[week], h), np.where(there, new_c, c)

    joined = np.concatenate([h, static], axis=1) @ weights.join_kernel + weights.join_bias
    to_joined = np.where(joined > 0, weights.logit_kernel[:, 0], 0) @ weights.join_kernel.T
    to_h, to_static = to_joined[:, :units], to_joined[:, units:]

    to_c = np.zeros_like(c)
    by_week = np.zeros_like(weekly)
    for week in reversed(range(weekly.shape[1])):
        (i, f, g, o), there = gates[week], mask[:, week, None]
        through_h, through_c = np.where(there, to_h, 0), np.where(there, to_c, 0)
        cell = through_c + through_h * o * (1 - after[week] ** 2)
        to_gates = np.concatenate(
            [
                cell * g * i * (1 - i),
                cell * before[week] * f * (1 - f),
                cell * i * (1 - g**2),
                through_h * after[week] * o * (1 - o),
            ],
            axis=1,
        )
        by_week[:, week] = to_gates @ weights.kernel.T
        to_h = np.where(there, to_gates @ weights.recurrent.T, to_h)
        to_c = np.where(there, cell * f, to_c)
    return by_week, to_static


def _sigmoid(x: Singles) -> Singles:
    return np.asarray(0.5 * (1 + np.tanh(0.5 * x)), dtype=np.float32)
