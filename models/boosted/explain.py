"""Exact TreeSHAP: what each input adds to a case's margin, and the proof that the parts add up."""

import numpy as np
import xgboost as xgb

from models.arrays import Floats, Singles
from models.boosted.model import MEDIAN, margins
from models.faults import ModelChanged
from models.threads import threads

# XGBoost sums in single precision; the parts are added in double and compared with its margin.
TOLERANCE = 1e-5
ROWS_AT_ONCE = 20_000


def contributions(booster: xgb.Booster, x: Singles) -> tuple[Floats, float]:
    """(n, m + 1) parts of the margin, the last column the base, and the largest gap to the margin.

    Path-dependent TreeSHAP (Lundberg and others 2020): the background is the training cases as they run down
    the trees, so that among correlated inputs the credit follows the splits. For a forecast: of its median.
    """
    found = np.vstack([_some(booster, x[at : at + ROWS_AT_ONCE]) for at in range(0, len(x), ROWS_AT_ONCE)])
    whole = margins(booster, x)
    margin = whole if whole.ndim == 1 else whole[:, MEDIAN]
    gaps = np.abs(found.sum(axis=1) - margin) / np.maximum(1.0, np.abs(margin))
    gap = float(gaps.max(initial=0.0))
    if gap > TOLERANCE:
        mend = "Train again; do not show reasons of this model."
        raise ModelChanged(f"The parts miss the margin by {gap:.1e}", where="boosted reasons", mend=mend)
    return found, gap


def _some(booster: xgb.Booster, x: Singles) -> Floats:
    parts = booster.predict(xgb.DMatrix(x, nthread=threads()), pred_contribs=True)
    return np.asarray(parts if parts.ndim == 2 else parts[:, MEDIAN], dtype=np.float64)
