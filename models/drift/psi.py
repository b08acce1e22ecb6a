"""Population stability index: how far this cycle's values lie from those of training; blank is a bin."""

from dataclasses import dataclass

import numpy as np
from scipy.stats import chi2

from models.arrays import Floats, Singles
from models.gate.rule import Drift


@dataclass(frozen=True)
class Shift:
    name: str
    psi: float
    chance: float  # the index that equal populations pass by chance, at these sizes
    verdict: str  # "as before" | "watch" | "moved" | "broken"


def edges(reference: Floats, bins: int) -> Floats:
    """Inner edges of bins of about equal count; fewer where values repeat."""
    known = reference[~np.isnan(reference)]
    if len(known) == 0:
        return np.zeros(0)
    return np.unique(np.quantile(known, np.arange(1, bins) / bins))


def shares(values: Floats, inner: Floats) -> Floats:
    """Share of the values in each bin, the last one for blanks; each bin with half a value added."""
    blank = np.isnan(values)
    places = np.searchsorted(inner, values[~blank], side="right")
    counts = np.r_[np.bincount(places, minlength=len(inner) + 1), blank.sum()] + 0.5
    return np.asarray(counts / counts.sum())


def shift(name: str, reference: Floats, now: Floats, rule: Drift) -> Shift:
    """Sum over bins of (now - then) x log(now / then)."""
    inner = edges(reference, rule.bins)
    then, today = shares(reference, inner), shares(now, inner)
    psi = float(((today - then) * np.log(today / then)).sum())
    # Twice the index is nearly chi-squared, scaled by the two sizes (Yurdakul 2018).
    used = int(((then > 0.6 / len(reference)) | (today > 0.6 / len(now))).sum())
    chance = float(chi2.ppf(rule.chance, max(1, used - 1))) * (1 / len(reference) + 1 / len(now))
    return Shift(name, psi, chance, _verdict(psi, chance, rule))


def _verdict(psi: float, chance: float, rule: Drift) -> str:
    if psi <= chance or psi < rule.watch:
        return "as before"
    if psi < rule.moved:
        return "watch"
    return "moved" if psi < rule.broken else "broken"


def shifts(reference: Singles, now: Singles, names: list[str], rule: Drift) -> list[Shift]:
    """One row an input, (n, m) against (k, m); the largest first."""
    rows = [
        shift(name, reference[:, j].astype(np.float64), now[:, j].astype(np.float64), rule)
        for j, name in enumerate(names)
    ]
    return sorted(rows, key=lambda row: -row.psi)
