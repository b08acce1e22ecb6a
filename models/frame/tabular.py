"""One row a case: static inputs, and each weekly column summed up over the weeks before the cut."""

import warnings

import numpy as np

from models.arrays import Flags, Floats, Singles, Wholes
from models.frame.frame import Frame
from models.task import SUMMARIES

RECENT_WEEKS = 4


def tabular(frame: Frame) -> tuple[Singles, list[str]]:
    """(n, m) and its names, as "absent_days.sum4".

    A summary of nothing but blanks is blank. `since` counts the weeks since the last week with a value other
    than 0 (0 = in the last week); blank when there was none. How much is blank is not an input.
    """
    if frame.weekly is None or frame.last_week is None:
        return frame.static, list(frame.static_names)
    parts, names = [frame.static], list(frame.static_names)
    for column, name in enumerate(frame.weekly_names):
        kinds = frame.summaries.get(name, SUMMARIES)
        if kinds:
            parts.append(summary(frame, column)[:, [SUMMARIES.index(kind) for kind in kinds]])
            names += [f"{name}.{kind}" for kind in kinds]
    return np.column_stack(parts), names


def summary(frame: Frame, column: int) -> Singles:
    """(n, 6) in the order of SUMMARIES, of one weekly column."""
    assert frame.weekly is not None and frame.last_week is not None
    values = frame.weekly[:, :, column].astype(np.float64)
    weeks = np.arange(values.shape[1])
    back = frame.last_week[:, None] - weeks[None, :]  # 0 = the last week before the cut
    known = ~np.isnan(values)
    total = _sum(values, known)
    recent = _sum(values, known & (back < RECENT_WEEKS))
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", RuntimeWarning)  # a mean of nothing is nan, as wanted
        mean = np.nanmean(np.where(known, values, np.nan), axis=1) if values.shape[1] else total
    last = _last(values, known)
    active = known & (values != 0)
    since = np.where(active.any(axis=1), np.where(active, back, 1 << 20).min(axis=1, initial=1 << 20), np.nan)
    return np.column_stack([total, recent, last, mean, _slope(values, known), since]).astype(np.float32)


def _sum(values: Floats, known: Flags) -> Floats:
    total = np.where(known, values, 0).sum(axis=1)
    return np.where(known.any(axis=1), total, np.nan)


def _last(values: Floats, known: Flags) -> Floats:
    if values.shape[1] == 0:
        return np.full(len(values), np.nan)
    at: Wholes = values.shape[1] - 1 - known[:, ::-1].argmax(axis=1)
    return np.where(known.any(axis=1), values[np.arange(len(values)), at], np.nan)


def _slope(values: Floats, known: Flags) -> Floats:
    """Least squares of the value on the week number; blank with fewer than two known weeks."""
    weeks = np.broadcast_to(np.arange(values.shape[1], dtype=np.float64), values.shape)
    count = known.sum(axis=1)
    filled = np.where(known, values, 0)
    with np.errstate(invalid="ignore", divide="ignore"):
        week_mean = np.where(known, weeks, 0).sum(axis=1) / count
        off = np.where(known, weeks - week_mean[:, None], 0)
        slope = (off * filled).sum(axis=1) / (off**2).sum(axis=1)
    return np.where(count >= 2, slope, np.nan)
