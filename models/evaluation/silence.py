"""Was it right to be silent? What the error of students answered "not enough data" would have been."""

from dataclasses import dataclass

import numpy as np

from models.arrays import Flags, Floats
from models.evaluation.material import SEED, Material

DRAWS = 1000
FEWEST = 30  # cases on either side; below it nothing is said of the difference


@dataclass(frozen=True)
class Silence:
    """Mean errors: a chance's squared distance from what came, a forecast's absolute one."""

    weeks: int  # known weeks from which a case is scored
    silent: int
    scored: int
    error_silent: float | None
    error_scored: float | None
    difference: float | None  # positive: the silent ones would have been judged worse
    low: float | None
    high: float | None

    @property
    def sentence(self) -> str:
        told = f"{self.silent} of {self.silent + self.scored} cases had fewer than {self.weeks} known weeks"
        if self.difference is None or self.low is None or self.high is None:
            return f"{told}: too few to say whether their error would have been larger."
        numbers = f"mean error {self.error_silent:.3f} against {self.error_scored:.3f} of those scored"
        spread = f"{self.low:+.3f} to {self.high:+.3f}"
        verdict = "it was right to be silent" if self.low > 0 else "we cannot tell whether it would be larger"
        if self.high < 0:
            verdict = "silence was not needed: their error would have been smaller"
        return f"{told}: {numbers} (difference {spread}); {verdict}."


def check_silence(values: Floats, material: Material) -> Silence:
    """`values` (n,): the chance or forecast of every case, also of those who are not shown one."""
    frame, test = material.frame, material.part.test
    off = values - frame.y
    errors = off**2 if material.task.kind == "classification" else np.abs(off)
    silent = frame.weeks_known() < material.task.minimum_weeks
    if frame.week_mask is None:
        silent = np.zeros(len(frame), dtype=np.bool_)
    return compare_silence(errors, test & silent, test & ~silent, _students(material), material)


def compare_silence(
    errors: Floats, silent: Flags, scored: Flags, student: Floats, material: Material
) -> Silence:
    """Students are redrawn, not cases: one student's cases are alike."""
    weeks, counts = material.task.minimum_weeks, (int(silent.sum()), int(scored.sum()))
    if min(counts) < FEWEST:
        return Silence(weeks, *counts, None, None, None, None, None)
    means = float(errors[silent].mean()), float(errors[scored].mean())
    draws = _means(errors, silent, student) - _means(errors, scored, student)
    tail = (1 - material.rule.list.confidence) / 2
    low, high = np.quantile(draws, [tail, 1 - tail])
    return Silence(weeks, *counts, *means, means[0] - means[1], float(low), float(high))


def _means(errors: Floats, rows: Flags, student: Floats) -> Floats:
    """(DRAWS,) of the mean error, by Poisson weights of the students: the bootstrap without lists of rows."""
    names, belongs = np.unique(student[rows], return_inverse=True)
    sums = np.bincount(belongs, weights=errors[rows])
    counts = np.bincount(belongs).astype(np.float64)
    rng, found = np.random.default_rng(SEED), np.empty(DRAWS)
    for draw in range(DRAWS):
        times = rng.poisson(1.0, len(names))
        found[draw] = (times * sums).sum() / max(float((times * counts).sum()), 1.0)
    return found


def _students(material: Material) -> Floats:
    names = material.frame.ids[:, 0].astype(np.str_)
    return np.unique(names, return_inverse=True)[1].astype(np.float64)
