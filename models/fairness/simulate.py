"""Made-up cohorts whose groups are equal, or unequal by a known gap; never for a decision."""

from dataclasses import dataclass

import numpy as np
from scipy.optimize import brentq

from models.arrays import Flags, Floats, Words
from models.trial.lists import contacts, listed

SHARES = {"A": 0.55, "B": 0.25, "C": 0.15, "D": 0.05}
# Students of a cohort, a quarter of them in the group, from which a gap of ten points breaks the written
# promise with a chance of at least 0.8 (10 of 100 listed, 20 with the outcome; the long tests hold it).
STATED = {"false alarms": 1000, "missed": 8000}
BASE_RATE_LOGIT = -1.6  # about 20 of 100 with the outcome


@dataclass(frozen=True)
class Cohort:
    score: Floats
    y: Floats
    labels: Words
    listed: Flags


def cohort(n: int, rng: np.random.Generator, share: float = 0.1, shift: float = 0.0) -> Cohort:
    """Scores and outcomes drawn anew; `shift` is added to the scores of group B and changes no outcome."""
    risk = BASE_RATE_LOGIT + 1.2 * rng.normal(size=n)
    y = (rng.random(n) < 1 / (1 + np.exp(-risk))).astype(np.float64)
    labels = rng.choice(list(SHARES), size=n, p=list(SHARES.values()))
    score = risk + 0.7 * rng.normal(size=n) + shift * (labels == "B")
    return Cohort(score, y, labels, listed(score, y, contacts(n, share)))


def gap(made: Cohort, missed: bool) -> float:
    """Group B's share minus that of all others."""
    inside, among = made.labels == "B", made.y == (1 if missed else 0)
    counted = ~made.listed if missed else made.listed
    return float(counted[inside & among].mean() - counted[~inside & among].mean())


def shift_for(points: float, missed: bool, share: float = 0.1) -> float:
    """The shift of B's scores that makes this gap, found on a large cohort."""

    def error(shift: float) -> float:
        return gap(cohort(200_000, np.random.default_rng(0), share, shift), missed) - points / 100

    return float(brentq(error, -3.0, 3.0, xtol=1e-3))
