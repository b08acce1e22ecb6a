"""What a perfectly calibrated model reaches by chance: at small n its calibration error is far from 0."""

import numpy as np
from scipy.special import expit, logit

from models.arrays import Floats
from models.measures.bins import equal_count_bins
from models.measures.honesty import BINS


def ece_by_chance(p: Floats, point: float, redraws: int, seed: int) -> float:
    """The `point` quantile of the error when outcomes are drawn from the probabilities (n,) themselves."""
    rng = np.random.default_rng(seed)
    in_order = np.sort(p)
    starts = [rows[0] for rows in equal_count_bins(in_order, BINS)]
    drawn = np.empty(redraws)
    for draw in range(redraws):
        gaps = np.add.reduceat(in_order - (rng.random(len(p)) < in_order), starts)
        drawn[draw] = np.abs(gaps).sum() / len(p)
    return float(np.quantile(drawn, point))


def slope_error(p: Floats, slope: float, intercept: float) -> float:
    """Standard error of the calibration slope (information of the fitted logistic regression)."""
    z = logit(np.clip(p, 1e-9, 1 - 1e-9))
    fitted = expit(intercept + slope * z)
    weight = fitted * (1 - fitted)
    total = weight.sum()
    spread = float((weight * z * z).sum() - (weight * z).sum() ** 2 / total) if total > 0 else 0.0
    return spread**-0.5 if spread > 0 else float("inf")
