"""Lists that a school makes without a model. A higher score comes earlier; nan = nothing known."""

import numpy as np
from scipy.stats import rankdata

from models.arrays import Flags, Floats, Words

# Attendance, behaviour, course: missed a tenth of the days, one incident, one course not passed
# (Balfanz, Herzog & Mac Iver 2007; the off-track marks that most districts use).
ABSENT_SHARE, INCIDENTS, FAILED_COURSES = 0.10, 1.0, 1.0


def plain_rank(absences: Floats | None, failed_courses: Floats | None) -> Floats:
    """Rank by absences + rank by failed courses, each as a share of the students; blank counts as the middle.

    This is the plain rule: what is used, visibly, when no model may be.
    """
    parts = [share_ranked(column) for column in (absences, failed_courses) if column is not None]
    if not parts:
        raise ValueError("neither absences nor failed courses")
    return np.asarray(np.sum(parts, axis=0))


def share_ranked(column: Floats) -> Floats:
    """(n,) 0 … 1, the mean rank where values tie; a blank is put in the middle, for it says nothing."""
    known = ~np.isnan(column)
    ranked = np.full(len(column), 0.5)
    if known.any():
        ranked[known] = (rankdata(column[known]) - 0.5) / known.sum()
    return ranked


def abc_flags(absent_share: Floats | None, incidents: Floats | None, failed_courses: Floats | None) -> Floats:
    """(n,) how many of the flags are up, of those whose columns exist; a blank raises none."""
    flags = [
        np.nan_to_num(column, nan=-1.0) >= limit
        for column, limit in (
            (absent_share, ABSENT_SHARE),
            (incidents, INCIDENTS),
            (failed_courses, FAILED_COURSES),
        )
        if column is not None
    ]
    if not flags:
        raise ValueError("no column for any flag")
    return np.asarray(np.sum(flags, axis=0), dtype=np.float64)


def school_average(school: Words, known: Flags, y: Floats, weight: float = 20.0) -> Floats:
    """(n,) mean outcome of the school's `known` (earlier) cases, as if `weight` average ones were added."""
    everyone = float(y[known].mean())
    names, place = np.unique(school, return_inverse=True)
    total = np.bincount(place[known], weights=y[known], minlength=len(names))
    count = np.bincount(place[known], minlength=len(names))
    return np.asarray(((total + weight * everyone) / (count + weight))[place])


def base_rate(known: Flags, y: Floats) -> Floats:
    """(n,) the same for all: the mean outcome of earlier cases."""
    return np.full(len(y), float(y[known].mean()))
