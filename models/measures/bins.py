"""Cuts cases into bins of equal count by their probability."""

import numpy as np

from models.arrays import Floats, Wholes


def equal_count_bins(p: Floats, bins: int) -> list[Wholes]:
    """Row numbers of each bin, lowest probabilities first; counts differ by at most one, no bin is empty."""
    order = np.argsort(p, kind="stable")
    return [rows for rows in np.array_split(order, min(bins, len(p))) if len(rows)]
