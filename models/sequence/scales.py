"""Brings inputs to a common scale, learnt from the training cases; a blank becomes their mean."""

from dataclasses import dataclass

import numpy as np

from models.arrays import Flags, Floats, Singles
from models.frame.frame import Frame

# A value this many deviations out says no more than one at the edge, and would swamp the sum.
EDGE = 5.0


@dataclass(frozen=True)
class Scales:
    """Means and deviations: weekly (q,), static (p,)."""

    weekly_mean: Floats
    weekly_scale: Floats
    static_mean: Floats
    static_scale: Floats

    def weekly(self, values: Singles) -> Singles:
        """(n, weeks, q); a blank is the training cases' mean, so that blank is no signal of its own."""
        return _scaled(values, self.weekly_mean, self.weekly_scale)

    def static(self, values: Singles) -> Singles:
        return _scaled(values, self.static_mean, self.static_scale)


def scales(frame: Frame, rows: Flags) -> Scales:
    assert frame.weekly is not None
    weekly = frame.weekly[rows].reshape(-1, frame.weekly.shape[2])
    return Scales(*_moments(weekly), *_moments(frame.static[rows]))


def _moments(values: Singles) -> tuple[Floats, Floats]:
    known = ~np.isnan(values)
    count = np.maximum(known.sum(axis=0), 1)
    mean = np.where(known, values, 0).sum(axis=0, dtype=np.float64) / count
    spread = np.where(known, values - mean, 0)
    deviation = np.sqrt((spread**2).sum(axis=0, dtype=np.float64) / count)
    # A constant input scales to 0 everywhere.
    return mean, np.where(deviation > 1e-9, deviation, np.inf)


def _scaled(values: Singles, mean: Floats, scale: Floats) -> Singles:
    moved = np.clip((values - mean) / scale, -EDGE, EDGE)
    return np.where(np.isnan(moved), 0, moved).astype(np.float32)
