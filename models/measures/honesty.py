"""Whether probabilities happen as often as they say: calibration error, slope and intercept."""

import numpy as np
from scipy.special import expit, logit

from models.arrays import Floats
from models.measures.bins import equal_count_bins

BINS = 15


def ece(y: Floats, p: Floats, bins: int = BINS) -> float:
    """Expected calibration error over equal-count bins: mean |mean probability - share that happened|."""
    gaps = [abs(p[rows].mean() - y[rows].mean()) * len(rows) for rows in equal_count_bins(p, bins)]
    return float(sum(gaps) / len(p))


def reliability(y: Floats, p: Floats, bins: int = BINS) -> list[dict[str, float]]:
    """The bins behind `ece`: mean probability, share that happened, count."""
    return [
        {"p": float(p[rows].mean()), "happened": float(y[rows].mean()), "n": float(len(rows))}
        for rows in equal_count_bins(p, bins)
    ]


def slope_intercept(y: Floats, p: Floats) -> tuple[float, float]:
    """Logistic regression of the outcome on logit(p): 1 and 0 are perfect; nan with one class.

    A slope below 1 says the probabilities are too extreme; the intercept is fitted together with the slope.
    """
    if len(np.unique(y)) < 2 or len(np.unique(p)) < 2:
        return float("nan"), float("nan")
    x = np.column_stack([np.ones(len(p)), logit(np.clip(p, 1e-9, 1 - 1e-9))])
    found = np.array([0.0, 1.0])
    for _ in range(50):
        fitted = expit(x @ found)
        weight = np.maximum(fitted * (1 - fitted), 1e-12)
        step = np.linalg.lstsq((x * weight[:, None]).T @ x, x.T @ (y - fitted), rcond=None)[0]
        found = found + step
        if float(np.abs(step).max()) < 1e-10:
            break
    return float(found[1]), float(found[0])
