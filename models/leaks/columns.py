"""What a single column knows: how well it, or its blanks, rank outcomes or tell a group."""

import numpy as np
from scipy.stats import rankdata

from models.arrays import Flags, Floats, Singles


def family(name: str) -> str:
    """The column an input was made of: "absent_days.sum4" -> "absent_days", "module=AAA" -> "module"."""
    return name.partition("=")[0].partition(".")[0]


def aucs(column: Floats, marks: Floats, fewest: int) -> Floats:
    """(k,) AUC of one column for each of k marks (n, k) of 0 and 1, whichever direction is better.

    Blank rows are left out; 0.5 where fewer than `fewest` rows with or without the mark are known.
    """
    known = ~np.isnan(column)
    if known.sum() < 2 * fewest:
        return np.full(marks.shape[1], 0.5)
    ranks, mine = rankdata(column[known]), marks[known]
    with_it = mine.sum(axis=0)
    without = len(ranks) - with_it
    pairs = np.maximum(with_it * without, 1)
    area = (ranks @ mine - with_it * (with_it + 1) / 2) / pairs
    enough = np.minimum(with_it, without) >= fewest
    return np.where(enough, np.maximum(area, 1 - area), 0.5)


def all_aucs(inputs: Singles, marks: Floats, fewest: int) -> Floats:
    """(m, k)"""
    return np.array([aucs(inputs[:, j].astype(np.float64), marks, fewest) for j in range(inputs.shape[1])])


def blank_aucs(inputs: Singles, marks: Floats, fewest: int) -> Floats:
    """(m, k) how well it ranks the marks to know only whether the column is blank."""
    blank = np.isnan(inputs).astype(np.float64)
    with_it = marks.sum(axis=0)
    without = len(marks) - with_it
    high = blank.T @ marks / np.maximum(with_it, 1)
    low = blank.T @ (1 - marks) / np.maximum(without, 1)
    enough = np.minimum(with_it, without) >= fewest
    return np.where(enough, 0.5 + np.abs(high - low) / 2, 0.5)


def rate_encoded(levels: Singles, mark: Flags, rng: np.random.Generator) -> Floats:
    """(n,) the mark's share at the row's level, in the other half of the rows: many levels as one column."""
    level = np.where(np.isnan(levels).any(axis=1), levels.shape[1], levels.argmax(axis=1))
    half = rng.random(len(mark)) < 0.5
    encoded = np.zeros(len(mark))
    for mine in (half, ~half):
        count = np.bincount(level[~mine], minlength=levels.shape[1] + 1)
        total = np.bincount(level[~mine], weights=mark[~mine], minlength=levels.shape[1] + 1)
        encoded[mine] = ((total + mark.mean()) / (count + 1))[level[mine]]
    return encoded
