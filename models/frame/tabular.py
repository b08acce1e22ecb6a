"""One row a case: static inputs, and each weekly column summed up over the weeks before the cut."""

import numpy as np

from models.arrays import Singles
from models.frame.frame import Frame
from models.task import SUMMARIES

RECENT_WEEKS = 4
RECENT = "sum4"  # the summary of these weeks alone
_NEVER = 1 << 20


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
    n, weeks = values.shape
    known = ~np.isnan(values)
    values[~known] = 0
    week = np.arange(weeks, dtype=np.float64)
    back = frame.last_week[:, None] - np.arange(weeks)  # 0 = the last week before the cut
    there = known.astype(np.float64)

    count, total = there.sum(axis=1), values.sum(axis=1)
    recent = np.einsum("nw,nw->n", values, (back < RECENT_WEEKS).astype(np.float64))
    by_week, squares = there @ week, there @ week**2
    with np.errstate(invalid="ignore", divide="ignore"):
        mean = total / count
        spread = squares - by_week**2 / count
        slope = (values @ week - by_week * mean) / spread
    blank = count == 0
    last = values[np.arange(n), weeks - 1 - known[:, ::-1].argmax(axis=1)] if weeks else total
    active = values != 0
    since = np.where(active, back, _NEVER).min(axis=1, initial=_NEVER).astype(np.float64)
    columns = [
        np.where(blank, np.nan, total),
        np.where(blank, np.nan, recent),
        np.where(blank, np.nan, last),
        mean,
        np.where(count >= 2, slope, np.nan),
        np.where(since == _NEVER, np.nan, since),
    ]
    return np.column_stack(columns).astype(np.float32)
