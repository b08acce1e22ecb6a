"""Whether today's students look like those a candidate was judged on."""

from itertools import pairwise

import numpy as np

from models.arrays import Flags, Floats, Singles
from models.drift.check import DriftReport, check_drift
from models.evaluation.material import SEED, Material
from models.fairness.rates import Rate, wilson

# Fewer students on the day say nothing about a shift.
_FEWEST = 50
_ROWS = 20_000


def drift_of(p: Floats, material: Material) -> DriftReport | None:
    """`p` (n,): the candidate's probabilities for every case of the frame."""
    if min(int(material.now.sum()), int(material.before.sum())) < _FEWEST:
        return None
    return check_drift(
        _some(material, material.before),
        _some(material, material.now),
        [material.names[j] for j in material.steady],
        p[material.before],
        p[material.now],
        float(material.frame.y[material.part.calibrate].mean()),
        None,
        material.rule,
        SEED,
    )


def _some(material: Material, rows: Flags) -> Singles:
    """(k, steady inputs) of these rows, or of every step-th one."""
    at = np.flatnonzero(rows)
    return material.inputs[np.ix_(at[:: max(1, len(at) // _ROWS)], np.array(material.steady, dtype=np.int64))]


def by_cohort(material: Material) -> dict[str, Rate]:
    """Share with the outcome in each matured cohort: how far it has moved from year to year."""
    frame, known = material.frame, material.frame.matured
    confidence = material.rule.list.confidence
    found = {}
    for cohort in np.unique(frame.cohort[known]):
        y = frame.y[known & (frame.cohort == cohort)]
        found[str(cohort)] = wilson(float(y.sum()), len(y), confidence)
    return found


def history_sentence(material: Material) -> str:
    """How far the share has moved between cohorts before: what may happen again before outcomes are known."""
    shares = [rate.value * 100 for rate in by_cohort(material).values()]
    steps = [abs(later - earlier) for earlier, later in pairwise(shares)]
    if not steps:
        return "There is one matured cohort only: how far the outcome moves from year to year is not known."
    listed = ", ".join(f"{share:.1f}" for share in shares)
    return f"Of 100 students in each earlier cohort: {listed}. The largest step was {max(steps):.1f}."
