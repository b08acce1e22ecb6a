"""What a perfectly calibrated model reaches by chance: at small n its calibration error is far from 0."""

import numpy as np

from models.arrays import Floats
from models.measures.honesty import ece


def ece_by_chance(p: Floats, point: float, redraws: int, seed: int) -> float:
    """The `point` quantile of the error when outcomes are drawn from the probabilities (n,) themselves."""
    rng = np.random.default_rng(seed)
    drawn = [ece((rng.random(len(p)) < p).astype(np.float64), p) for _ in range(redraws)]
    return float(np.quantile(drawn, point))
