"""Whether the band around each probability holds: seen shares of like probabilities, on other cases."""

from dataclasses import dataclass

import numpy as np

from models.arrays import Flags, Floats
from models.calibration.band import LEVEL, fit_band, wilson
from models.evaluation.level import half_of_students
from models.evaluation.material import Material
from models.measures.bins import equal_count_bins

BINS = 15


@dataclass(frozen=True)
class BandCheck:
    """Over equal-count groups of the judged students, by probability."""

    level: float  # as often as this the band is to hold the share
    groups: int
    held: int  # groups whose seen share the band can explain: it meets the share's own interval
    width: float  # mean, in chances
    width_of_20: float  # mean, in students of 20


def check_band(p: Floats, material: Material, fitted: Flags) -> BandCheck:
    """`fitted` (n,): the rows that the band comes from. Where these judge too, half checks the other."""
    y, judged = material.frame.y, material.day
    if not (fitted & judged).any():
        return _checked(p, y, fitted, judged)
    half = half_of_students(material)
    return _checked(p, y, fitted & half, judged & ~half)


def _checked(p: Floats, y: Floats, fitted: Flags, rows: Flags) -> BandCheck:
    band = fit_band(p[fitted], y[fitted])
    low, high = band.ends(p[rows])
    held = 0
    bins = equal_count_bins(p[rows], BINS)
    for some in bins:
        # The share of a few dozen students is itself not sure.
        seen = wilson(np.array([y[rows][some].mean()]), np.array([float(len(some))]), LEVEL)
        held += bool(seen[1][0] >= low[some].mean() and seen[0][0] <= high[some].mean())
    width = float((high - low).mean())
    return BandCheck(LEVEL, len(bins), held, width, width * 20)
