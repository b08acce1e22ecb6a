"""What a perfectly calibrated model reaches by chance: at small n its calibration error is far from 0."""

import numpy as np
from scipy.special import expit, logit

from models.arrays import Floats
from models.measures.honesty import ece


def ece_by_chance(p: Floats, point: float, redraws: int, seed: int) -> float:
    """The `point` quantile of the error when outcomes are drawn from the probabilities (n,) themselves."""
    rng = np.random.default_rng(seed)
    drawn = [ece((rng.random(len(p)) < p).astype(np.float64), p) for _ in range(redraws)]
    return float(np.quantile(drawn, point))


def slope_error(p: Floats, slope: float, intercept: float) -> float:
    """Standard error of the calibration slope (information of the fitted logistic regression)."""
    z = logit(np.clip(p, 1e-9, 1 - 1e-9))
    fitted = expit(intercept + slope * z)
    weight = fitted * (1 - fitted)
    total = weight.sum()
    spread = float((weight * z * z).sum() - (weight * z).sum() ** 2 / total) if total > 0 else 0.0
    return spread**-0.5 if spread > 0 else float("inf")
