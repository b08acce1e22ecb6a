"""How sure a probability is: Venn-Abers' pair of isotonic fits, widened by the luck of a small group.

Inductive Venn-Abers prediction (Vovk, Petej & Fedorova 2015): the cases of the calibration cohort are fitted
twice, once with the new case among those with the outcome and once among those without. One of the two
answers is calibrated, whatever the scores. Both name the group of past cases that counts as "like this one";
how far chance moves the share of so many is Wilson's interval of each end.
"""

from dataclasses import dataclass
from typing import Any

import numpy as np
from scipy.optimize import isotonic_regression
from scipy.stats import norm

from models.arrays import Floats

LEVEL = 0.90
# More distinct scores than this are joined to groups of equal count: 0.1 of 100 cases apart.
MOST_GROUPS = 1000


@dataclass(frozen=True)
class Pair:
    """One row a place of the line: below, at and between the m distinct scores, 2m + 1 in all."""

    edges: Floats  # (2m,) where each place but the first begins
    p0: Floats  # the fit's value there with one more case without the outcome
    p1: Floats  # … with it
    n0: Floats  # cases that each value is the mean of
    n1: Floats


@dataclass(frozen=True)
class Band:
    """Steps: `low` and `high` have one more number than `edges`."""

    edges: list[float]
    low: list[float]
    high: list[float]

    def ends(self, p: Floats) -> tuple[Floats, Floats]:
        """(n,) each, around the probabilities (n,) that are shown: these never lie outside; blank stays."""
        at = np.searchsorted(np.array(self.edges), np.nan_to_num(p), side="right")
        low, high = np.array(self.low)[at], np.array(self.high)[at]
        return np.minimum(low, p), np.maximum(high, p)

    def document(self) -> dict[str, Any]:
        return {"edges": self.edges, "low": self.low, "high": self.high}


def fit_band(p: Floats, y: Floats, level: float = LEVEL) -> Band:
    """From shown probabilities and outcomes (n,) of a cohort that trained no model."""
    pair = venn_abers(p, y)
    low, high = wilson(pair.p0, pair.n0, level)[0], wilson(pair.p1, pair.n1, level)[1]
    turns = np.flatnonzero((np.diff(low) != 0) | (np.diff(high) != 0))
    kept = np.r_[0, turns + 1]
    return Band(pair.edges[turns].tolist(), low[kept].tolist(), high[kept].tolist())


def venn_abers(p: Floats, y: Floats) -> Pair:
    """Exact for up to MOST_GROUPS distinct scores: a fit of each place, with either outcome."""
    scores, mean, count = _groups(p, y)
    m = len(scores)
    found = np.zeros((2, 2, 2 * m + 1))
    for outcome in (0, 1):
        for place in range(2 * m + 1):
            group, tied = divmod(place, 2)
            if tied:
                # At a score: one more case of its group.
                total = count[group] + 1
                means, counts = mean.copy(), count.copy()
                means[group], counts[group] = (mean[group] * count[group] + outcome) / total, total
            else:
                means, counts = np.insert(mean, group, outcome), np.insert(count, group, 1)
            found[outcome, :, place] = _value(means, counts, group)
    edges = np.column_stack([scores, np.nextafter(scores, np.inf)]).ravel()
    return Pair(edges, found[0, 0], found[1, 0], found[0, 1], found[1, 1])


def _value(means: Floats, counts: Floats, at: int) -> tuple[float, float]:
    """The isotonic fit there, and how many cases it is the mean of."""
    fit = isotonic_regression(means, weights=counts)
    block = int(np.searchsorted(fit.blocks, at, side="right")) - 1
    return float(fit.x[at]), float(counts[fit.blocks[block] : fit.blocks[block + 1]].sum())


def _groups(p: Floats, y: Floats) -> tuple[Floats, Floats, Floats]:
    """Distinct scores in order, the share with the outcome at each, and their number."""
    scores, belongs = np.unique(p, return_inverse=True)
    if len(scores) > MOST_GROUPS:
        order = np.argsort(p, kind="stable")
        belongs = np.empty(len(p), dtype=np.int64)
        belongs[order] = np.arange(len(p)) * MOST_GROUPS // len(p)
        scores = np.bincount(belongs, weights=p) / np.bincount(belongs)
    count = np.bincount(belongs).astype(np.float64)
    return scores, np.bincount(belongs, weights=y) / count, count


def wilson(p: Floats, n: Floats, level: float) -> tuple[Floats, Floats]:
    """Ends of Wilson's interval of a share p of n."""
    z = float(norm.ppf((1 + level) / 2))
    middle = (p + z**2 / (2 * n)) / (1 + z**2 / n)
    half = z / (1 + z**2 / n) * np.sqrt(p * (1 - p) / n + z**2 / (4 * n**2))
    return np.maximum(middle - half, 0.0), np.minimum(middle + half, 1.0)
