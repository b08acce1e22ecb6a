"""From a task's tables to a frame: every case once, its weeks in place, nothing from after the cut."""

from pathlib import Path

import duckdb
import numpy as np

from models.arrays import Anything, Dates, Flags, Floats, Singles, Wholes, Words
from models.faults import CaseRepeated, CaseUnknown, ColumnMissing, ColumnWrong, WeekAfterCut
from models.frame.frame import Frame
from models.frame.tables import columns, connect, load
from models.task import Task

# More levels than this are names, not categories.
MOST_LEVELS = 200
# Ten years of weeks: a larger number is a day or a date in the week column.
MOST_WEEKS = 520


def read_frame(task: Task, data: Path) -> Frame:
    """@raises FileMissing, ColumnMissing, ColumnWrong, CaseRepeated, CaseUnknown, WeekAfterCut"""
    with connect(data) as connection:
        cases = _cases(connection, task, data)
        n = len(cases["case number"])
        static, static_names = _static(task, cases)
        last = _last_week(task, cases, n)
        weekly, mask = _weekly(connection, task, data, last, n)
        if mask is not None and task.columns.last_week is None and task.data.weeks is None:
            ends = mask.shape[1] - 1 - mask[:, ::-1].argmax(axis=1)
            last = np.where(mask.any(axis=1), ends, -1).astype(np.int64)
        groups = _groups(connection, task, data, cases)
    named = task.columns
    return Frame(
        ids=np.column_stack([cases[name].astype(object) for name in named.id]),
        id_names=list(named.id),
        cohort=_words(cases[task.split.column]),
        y=_outcome(task, cases),
        static=static,
        static_names=static_names,
        weekly=weekly,
        week_mask=mask,
        weekly_names=list(named.weekly) if weekly is not None else [],
        last_week=last if weekly is not None else None,
        groups=groups,
        school=None if named.school is None else _words(cases[named.school]),
        as_of=None if named.as_of is None else _dates(task, cases, named.as_of),
        known_from=None if named.known_from is None else _dates(task, cases, named.known_from),
        summaries=task.summaries,
    )


def _cases(connection: duckdb.DuckDBPyConnection, task: Task, data: Path) -> dict[str, Anything]:
    """Sorted by id, so that the same rows in another order make the same model."""
    there = load(connection, task, data, "cases", task.data.cases)
    named = task.columns
    optional = [named.school, named.as_of, named.known_from, named.last_week]
    in_cases = () if task.data.groups else named.groups
    wanted = [*named.id, task.split.column, *named.numeric, *named.categorical, *in_cases]
    wanted += [name for name in optional if name is not None]
    # A set to be scored may have no outcome column at all.
    wanted += [named.label] if named.label in there else []
    _require(task, task.data.cases, wanted, there)
    ids = _listed(list(named.id))
    order = f"row_number() over (order by {ids}) - 1"
    connection.execute(f'create temp table numbered as select *, {order} as "case number" from cases')
    repeated = _one(
        connection, f"select count(*) from (select {ids} from cases group by all having count(*) > 1)"
    )
    if repeated:
        mend = "Give one row a case, or add the column that tells its rows apart to columns.id."
        raise CaseRepeated(
            f"{repeated} cases stand twice", where=f"{task.name}: {task.data.cases}", mend=mend
        )
    some = _listed(list(dict.fromkeys(wanted)))
    return columns(connection, f'select {some}, "case number" from numbered order by "case number"')


def _static(task: Task, cases: dict[str, Anything]) -> tuple[Singles, list[str]]:
    """(n, p): numbers as they are; a categorical column as one column a level, blank where it is blank."""
    parts: list[Singles] = []
    names: list[str] = []
    for name in task.columns.numeric:
        parts.append(_numbers(task, cases[name], name).astype(np.float32))
        names.append(name)
    for name in task.columns.categorical:
        words = _words(cases[name])
        levels = [level for level in np.unique(words).tolist() if level != ""]
        if len(levels) > MOST_LEVELS:
            mend = "A category has few levels; use the column as an id or leave it out."
            raise ColumnWrong(f"{name} has {len(levels)} levels", where=f"{task.name}: columns", mend=mend)
        for level in levels:
            parts.append(np.where(words == "", np.nan, words == level).astype(np.float32))
            names.append(f"{name}={level}")
    n = len(cases["case number"])
    return (np.column_stack(parts) if parts else np.zeros((n, 0), np.float32)), names


def _last_week(task: Task, cases: dict[str, Anything], n: int) -> Wholes | None:
    if task.columns.last_week is not None:
        last = _numbers(task, cases[task.columns.last_week], task.columns.last_week)
        return np.where(np.isnan(last), -1, last).astype(np.int64)
    return None if task.data.weeks is None else np.full(n, task.data.weeks - 1, dtype=np.int64)


def _weekly(
    connection: duckdb.DuckDBPyConnection, task: Task, data: Path, last: Wholes | None, n: int
) -> tuple[Singles | None, Flags | None]:
    if task.data.weekly is None or not task.columns.weekly:
        return None, None
    where = f"{task.name}: {task.data.weekly}"
    there = load(connection, task, data, "weekly", task.data.weekly)
    _require(task, task.data.weekly, [*task.columns.id, task.columns.week, *task.columns.weekly], there)
    week, ids = f'w."{task.columns.week}"', _listed(list(task.columns.id))
    some = ", ".join(f'w."{name}"' for name in task.columns.weekly)
    found = columns(
        connection,
        f'select c."case number", {week} as "week number", {some} from weekly w'
        f" left join numbered c using ({ids}) order by 1, 2",
    )
    case = _numbers(task, found["case number"], "case number")
    if np.isnan(case).any():
        mend = "Every weekly row belongs to a row of the cases table."
        raise CaseUnknown(f"{int(np.isnan(case).sum())} rows of no known case", where=where, mend=mend)
    row, at = case.astype(np.int64), _numbers(task, found["week number"], task.columns.week)
    if np.isnan(at).any() or (at % 1 != 0).any() or at.max(initial=0) > MOST_WEEKS:
        mend = "Weeks are whole numbers from 0, the first week of the course or school year."
        raise ColumnWrong(f"{task.columns.week} is no week number", where=where, mend=mend)
    after = (at < 0) | ((at > last[row]) if last is not None else False)
    if after.any():
        mend = "Cut first, join after: leave out the weeks after each case's prediction date."
        raise WeekAfterCut(f"{int(after.sum())} rows lie outside the weeks known", where=where, mend=mend)
    place = at.astype(np.int64)
    weeks = task.data.weeks or int(place.max(initial=-1)) + 1
    if len(np.unique(row * (MOST_WEEKS + 1) + place)) != len(row):
        raise CaseRepeated("A case has a week twice", where=where, mend="Give one row a case and week.")
    tensor = np.full((n, weeks, len(task.columns.weekly)), np.nan, dtype=np.float32)
    mask = np.zeros((n, weeks), dtype=np.bool_)
    mask[row, place] = True
    for at_column, name in enumerate(task.columns.weekly):
        tensor[row, place, at_column] = _numbers(task, found[name], name)
    return tensor, mask


def _groups(
    connection: duckdb.DuckDBPyConnection, task: Task, data: Path, cases: dict[str, Anything]
) -> dict[str, Words]:
    names = list(task.columns.groups)
    if task.data.groups is None:
        return {name: _words(cases[name]) for name in names}
    there = load(connection, task, data, "audit", task.data.groups)
    # Groups seldom change with the prediction date: the ids which the file has are enough.
    ids = [name for name in task.columns.id if name in there]
    _require(task, task.data.groups, [ids[0] if ids else task.columns.id[0], *names], there)
    if _one(
        connection, f"select count(*) from (select 1 from audit group by {_listed(ids)} having count(*) > 1)"
    ):
        where = f"{task.name}: {task.data.groups}"
        raise CaseRepeated("A case stands twice", where=where, mend="Give one row a case.")
    some = ", ".join(f'a."{name}"' for name in names)
    found = columns(
        connection,
        f'select {some} from numbered c left join audit a using ({_listed(ids)}) order by c."case number"',
    )
    return {name: _words(found[name]) for name in names}


def _outcome(task: Task, cases: dict[str, Anything]) -> Floats:
    label = task.columns.label
    if label not in cases:
        return np.full(len(cases["case number"]), np.nan)
    y = _numbers(task, cases[label], label).astype(np.float64)
    if task.kind == "classification" and not np.isin(y[~np.isnan(y)], (0.0, 1.0)).all():
        mend = "An outcome is 0, 1 or blank (not matured yet)."
        raise ColumnWrong(f"{label} is not 0 or 1", where=f"{task.name}: {task.data.cases}", mend=mend)
    return y


def _numbers(task: Task, values: Anything, name: str) -> Floats:
    if values.dtype == object:
        known = [v for v in values if v is not None]
        if known and not all(isinstance(v, bool | int | float) for v in known):
            raise _not_numbers(task, name)
        found = np.array([np.nan if v is None else float(v) for v in values], dtype=np.float64)
    elif values.dtype.kind not in "biuf":
        raise _not_numbers(task, name)
    else:
        found = values.astype(np.float64)
    # The models calculate in single precision.
    if (np.abs(found) > np.finfo(np.float32).max).any():
        mend = "Leave the cell blank where there is no number; blank is an answer of its own."
        raise ColumnWrong(f"{name} holds infinity", where=f"{task.name}: {name}", mend=mend)
    return found


def _not_numbers(task: Task, name: str) -> ColumnWrong:
    mend = "List it as categorical, or give numbers."
    return ColumnWrong(f"{name} does not hold numbers", where=f"{task.name}: {name}", mend=mend)


def _words(values: Anything) -> Words:
    return np.array([_word(value) for value in values.tolist()], dtype=np.str_)


def _word(value: object) -> str:
    if value is None or value != value:
        return ""
    # A column of whole numbers is read as fractions where it has a blank: grade 9 stays "9".
    return str(int(value)) if isinstance(value, float) and value.is_integer() else str(value)


def _dates(task: Task, cases: dict[str, Anything], name: str) -> Dates:
    values = cases[name]
    if values.dtype.kind != "M":
        mend = "Give it the type date."
        raise ColumnWrong(f"{name} is no date", where=f"{task.name}: {name}", mend=mend)
    return values.astype("datetime64[D]")


def _require(task: Task, table: str, wanted: list[str], there: list[str]) -> None:
    for name in wanted:
        if name not in there:
            where = f"{task.name}: {table}"
            raise ColumnMissing(f"No column {name}", where=where, mend="Add it or correct its name.")


def _listed(names: list[str]) -> str:
    return ", ".join('"' + name.replace('"', '""') + '"' for name in names)


def _one(connection: duckdb.DuckDBPyConnection, query: str) -> int:
    row = connection.execute(query).fetchone()
    return int(row[0]) if row else 0
