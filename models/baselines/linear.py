"""Logistic (or linear) regression on the same inputs as the trees: what a straight line makes of them."""

import numpy as np
from sklearn.linear_model import LogisticRegression, Ridge

from models.arrays import Flags, Floats, Singles

_FAR = 8.0  # standard deviations at which an input is cut, so that one odd row does not tilt the line


def linear_score(inputs: Singles, y: Floats, train: Flags, *, classification: bool) -> Floats:
    """(n,) probabilities (or forecasts) of all rows, fitted on the `train` rows.

    Inputs are centred and scaled by the training rows; a blank becomes the training mean, without a flag.
    """
    x = standardised(inputs, train)
    if classification:
        line = LogisticRegression(C=1.0, max_iter=500).fit(x[train], y[train])
        return np.asarray(line.predict_proba(x)[:, 1], dtype=np.float64)
    return np.asarray(Ridge(alpha=1.0).fit(x[train], y[train]).predict(x), dtype=np.float64)


def standardised(inputs: Singles, train: Flags) -> Floats:
    """(n, m) float64 without blanks; an input that is constant or blank in training is 0 throughout."""
    x = inputs.astype(np.float64)
    known = ~np.isnan(x)
    count = np.maximum(known[train].sum(axis=0), 1)
    filled = np.where(known, x, 0.0)
    mean = filled[train].sum(axis=0) / count
    off = np.where(known, x - mean, 0.0)
    scale = np.sqrt((off[train] ** 2).sum(axis=0) / count)
    return np.asarray(
        np.clip(np.divide(off, scale, out=np.zeros_like(off), where=scale > 1e-12), -_FAR, _FAR)
    )
