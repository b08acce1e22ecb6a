"""How well scores put those with the outcome before those without."""

import numpy as np

from models.arrays import Floats


def auc(y: Floats, score: Floats) -> float:
    """Chance that a case with the outcome scores above one without; ties count half. nan with one class."""
    order = np.argsort(score, kind="stable")
    sorted_y, sorted_score = y[order], score[order]
    starts = np.flatnonzero(np.r_[True, sorted_score[1:] != sorted_score[:-1]])
    ends = np.r_[starts[1:], len(y)]
    middle = (starts + ends + 1) / 2  # the mean rank of each run of ties, from 1
    ranks = np.repeat(middle, ends - starts)
    with_it = float(sorted_y.sum())
    without = len(y) - with_it
    if with_it == 0 or without == 0:
        return float("nan")
    above = float((ranks * sorted_y).sum()) - with_it * (with_it + 1) / 2
    return above / (with_it * without)


def average_precision(y: Floats, score: Floats) -> float:
    """Sum over thresholds of precision x gain in recall; tied scores share one threshold."""
    order = np.argsort(-score, kind="stable")
    found = np.cumsum(y[order])
    last_of_tie = np.flatnonzero(np.r_[score[order][1:] != score[order][:-1], True])
    if found[-1] == 0:
        return float("nan")
    hits, listed = found[last_of_tie], last_of_tie + 1.0
    return float((hits / listed * np.diff(np.r_[0.0, hits])).sum() / found[-1])


def roc_points(y: Floats, score: Floats) -> tuple[Floats, Floats]:
    """False-alarm rates and recalls at every distinct threshold, from (0, 0) to (1, 1)."""
    order = np.argsort(-score, kind="stable")
    last_of_tie = np.flatnonzero(np.r_[score[order][1:] != score[order][:-1], True])
    found = np.cumsum(y[order])[last_of_tie]
    alarms = last_of_tie + 1.0 - found
    return np.r_[0.0, alarms / max(alarms[-1], 1.0)], np.r_[0.0, found / max(found[-1], 1.0)]
