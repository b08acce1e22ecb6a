"""How far probabilities are from what happened."""

import numpy as np

from models.arrays import Floats
from models.measures.bins import equal_count_bins

# A probability of exactly 0 or 1 that is wrong once would cost infinitely much.
SMALLEST = 1e-15


def brier(y: Floats, p: Floats) -> float:
    """Mean squared distance of probability and outcome."""
    return float(np.mean((p - y) ** 2))


def log_loss(y: Floats, p: Floats) -> float:
    return float(np.mean(log_losses(y, p)))


def log_losses(y: Floats, p: Floats) -> Floats:
    """(n,) in nats."""
    q = np.clip(p, SMALLEST, 1 - SMALLEST)
    return np.asarray(-(y * np.log(q) + (1 - y) * np.log1p(-q)))


def brier_parts(y: Floats, p: Floats, bins: int = 15) -> dict[str, float]:
    """Murphy's parts over equal-count bins: Brier = reliability - resolution + uncertainty + within.

    `within` is what the bins hide (spread of p inside a bin); it goes to 0 as the bins become fine.
    Murphy 1973; the within-bin terms as in Stephenson, Coelho and Jolliffe 2008.
    """
    base, n = float(y.mean()), len(y)
    reliability = resolution = within = 0.0
    for rows in equal_count_bins(p, bins):
        py, pp = float(y[rows].mean()), float(p[rows].mean())
        reliability += len(rows) / n * (pp - py) ** 2
        resolution += len(rows) / n * (py - base) ** 2
        spread = p[rows] - pp
        within += float((spread**2).sum() - 2 * (spread * (y[rows] - py)).sum()) / n
    return {
        "reliability": reliability,
        "resolution": resolution,
        "uncertainty": base * (1 - base),
        "within": within,
    }
