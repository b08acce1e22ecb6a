"""Which rows judge a model: one prediction day a cohort, so that a student counts once."""

import numpy as np

from models.arrays import Dates, Flags, Floats, Singles, Wholes
from models.frame.frame import Frame

# An input of which the calendar explains this share says how late in the year it is, not how students are.
_CALENDAR = 0.5
_ROWS = 20_000  # enough to tell; every step-th case of more


def list_day(frame: Frame, rows: Flags) -> Flags:
    """(n,) the rows of the prediction day with the most cases, the later one of equals."""
    if frame.as_of is None or not rows.any():
        return rows
    days, counts = np.unique(frame.as_of[rows], return_counts=True)
    return np.asarray(rows & (frame.as_of == days[len(days) - 1 - counts[::-1].argmax()]))


def today(frame: Frame) -> Flags:
    """(n,) those to be scored: the newest day of all whose outcome is still to come."""
    if frame.as_of is None:
        return np.asarray(~np.isin(frame.cohort, np.unique(frame.cohort[frame.matured])))
    waiting = ~frame.matured
    if not waiting.any():
        return waiting
    return np.asarray(waiting & (frame.as_of == frame.as_of[waiting].max()))


def same_season(frame: Frame, rows: Flags, now: Flags) -> Flags:
    """(n,) of each cohort among `rows` the day nearest in the year to that of `now`."""
    if frame.as_of is None or not now.any():
        return rows
    wanted = _day_of_year(frame.as_of[now])[0]
    kept = np.zeros(len(frame), dtype=np.bool_)
    for cohort in np.unique(frame.cohort[rows]):
        mine = rows & (frame.cohort == cohort)
        days = np.unique(frame.as_of[mine])
        away = np.abs(_day_of_year(days) - wanted)
        kept |= mine & (frame.as_of == days[np.minimum(away, 365 - away).argmin()])
    return kept


def follows_the_calendar(frame: Frame, rows: Flags, inputs: Singles) -> Flags:
    """(m,) inputs (n, m) that mostly differ between prediction days, and hardly between students."""
    if frame.as_of is None:
        return np.zeros(inputs.shape[1], dtype=np.bool_)
    some = np.flatnonzero(rows)
    some = some[:: max(1, len(some) // _ROWS)]
    day = np.unique(_day_of_year(frame.as_of[some]), return_inverse=True)[1]
    shares = [_explained(inputs[some, j].astype(np.float64), day) for j in range(inputs.shape[1])]
    return np.array(shares) >= _CALENDAR


def _explained(column: Floats, day: Wholes) -> float:
    """Share of the known values' spread that lies between days; a constant input is of the calendar too."""
    known = ~np.isnan(column)
    values, days = column[known], day[known]
    total = float(((values - values.mean()) ** 2).sum()) if len(values) else 0.0
    if total <= 0:
        return 1.0
    if len(np.unique(days)) < 2:
        return 0.0
    counts = np.bincount(days)
    means = np.bincount(days, weights=values) / np.maximum(counts, 1)
    return float((counts * (means - values.mean()) ** 2)[counts > 0].sum()) / total


def _day_of_year(days: Dates) -> Wholes:
    return np.asarray((days - days.astype("datetime64[Y]")).astype(np.int64))
