"""Fills a fact's words with a case's own numbers: "missed {sum:absent_days:4} of the last days".

Places: {value:column} a static input or the level of a category, {percent:column} a share as a percentage;
{sum:column}, {mean:…}, {last:…}, {max:…}, {min:…}, {count:…} over the known weeks of a weekly column, with
{sum:column:4} over the last four weeks before the prediction date.
"""

import re
from collections.abc import Callable

import numpy as np

from models.arrays import Flags, Floats
from models.faults import TaskFileWrong
from models.frame.frame import Frame
from models.task import Task

PLACE = re.compile(r"\{(\w+):(\w+)(?::(\d+))?\}")


def _last(values: Floats, counted: Flags) -> Floats:
    at = values.shape[1] - 1 - counted[:, ::-1].argmax(axis=1)
    return np.asarray(values[np.arange(len(values)), at])


# From values and those to be counted, (n, weeks) each, to (n,).
OVER_WEEKS: dict[str, Callable[[Floats, Flags], Floats]] = {
    "sum": lambda values, counted: np.where(counted, values, 0).sum(axis=1),
    "mean": lambda values, counted: (
        np.where(counted, values, 0).sum(axis=1) / np.maximum(counted.sum(axis=1), 1)
    ),
    "last": _last,
    "max": lambda values, counted: np.where(counted, values, -np.inf).max(axis=1),
    "min": lambda values, counted: np.where(counted, values, np.inf).min(axis=1),
    "count": lambda _, counted: counted.sum(axis=1).astype(np.float64),
}
STATIC = ("value", "percent")
CONDITION = re.compile(r"(\{[^{}]+\}) (>=|<=) (-?\d+(?:\.\d+)?)")


def check_words(task: Task) -> None:
    """@raises TaskFileWrong naming the fact whose words ask for what is not there"""
    for fact in task.facts:
        if fact.strength_if is not None and not CONDITION.fullmatch(fact.strength_if):
            raise _wrong(task, fact.name, "A condition that cannot be read")
        for words in (fact.words, fact.strength or "", (fact.strength_if or "").partition(" ")[0]):
            left = PLACE.sub(lambda match, fact=fact.name: _checked(task, fact, match), words)  # type: ignore[misc]
            if "{" in left or "}" in left:
                raise _wrong(task, fact.name, "A place that cannot be filled")


def _checked(task: Task, fact: str, match: re.Match[str]) -> str:
    kind, column = match[1], match[2]
    weekly = kind in OVER_WEEKS and column in task.columns.weekly
    static = kind in STATIC and column in (*task.columns.numeric, *task.columns.categorical) and not match[3]
    if not weekly and not static:
        raise _wrong(task, fact, f"Nothing fills {{{match[0][1:-1]}}}")
    return ""


def _wrong(task: Task, fact: str, what: str) -> TaskFileWrong:
    mend = "Write {value:column}, {percent:column}, or {sum:column:weeks} of a weekly column."
    mend += ' A condition is a place and a limit: "{value:column} >= 70".'
    return TaskFileWrong(what, where=f"{task.name}: facts.{fact}", mend=mend)


class Filler:
    """Fills words for the cases of one frame; None where a number is blank: nobody could check that.

    A place is worked out for all cases at once and kept: thousands of cases share a few dozen places.
    """

    def __init__(self, frame: Frame) -> None:
        self._frame = frame
        self._static = {name: at for at, name in enumerate(frame.static_names)}
        self._weekly = {name: at for at, name in enumerate(frame.weekly_names)}
        self._texts = dict[str, tuple[list[str], list[list[str | None]]]]()

    def fill(self, words: str, case: int, *, zeros: bool = True) -> str | None:
        """Without `zeros`, words of which every number is 0 are None too."""
        if words not in self._texts:
            self._texts[words] = (PLACE.split(words)[::4], [self._place(m) for m in PLACE.finditer(words)])
        between, places = self._texts[words]
        said = [between[0]]
        zero = not zeros and bool(places)
        for place, text in zip(places, between[1:], strict=True):
            value = place[case]
            if value is None:
                return None
            zero = zero and value in ("0", "0 %")
            said += (value, text)
        return None if zero else "".join(said)

    def holds(self, condition: str | None, case: int) -> bool:
        """Whether a condition of the task file is true of the case; a blank number is never."""
        found = CONDITION.fullmatch(condition) if condition is not None else None
        if found is None:
            return True
        text = self.fill(found[1], case)
        if text is None:
            return False
        value, limit = float(text.removesuffix(" %")), float(found[3])
        return value >= limit if found[2] == ">=" else value <= limit

    def _place(self, match: re.Match[str]) -> list[str | None]:
        kind, column, weeks = match[1], match[2], match[3]
        if kind not in OVER_WEEKS:
            return self._static_place(column, percent=kind == "percent")
        frame = self._frame
        if column not in self._weekly or frame.weekly is None or frame.last_week is None:
            return [None] * len(frame)
        values = frame.weekly[:, :, self._weekly[column]].astype(np.float64)
        back = frame.last_week[:, None] - np.arange(values.shape[1])
        counted = ~np.isnan(values) & (back >= 0) & (back < (int(weeks) if weeks else back.size + 1))
        return _texts(np.where(counted.any(axis=1), OVER_WEEKS[kind](values, counted), np.nan))

    def _static_place(self, column: str, *, percent: bool) -> list[str | None]:
        frame = self._frame
        if column in self._static:
            values = frame.static[:, self._static[column]].astype(np.float64)
            return _texts(values * 100, " %", digits=0) if percent else _texts(values)
        found: list[str | None] = [None] * len(frame)
        for name, at in self._static.items():
            if name.startswith(f"{column}="):
                for case in np.flatnonzero(frame.static[:, at] == 1).tolist():
                    found[case] = name.partition("=")[2]
        return found


def _texts(values: Floats, unit: str = "", *, digits: int = 1) -> list[str | None]:
    """Whole where it is whole, else with one decimal; None where it is blank."""
    known = ~np.isnan(values)
    whole = np.abs(values - np.round(values)) < 1e-6
    return [
        None if not there else f"{value:.0f}{unit}" if even or not digits else f"{value:.{digits}f}{unit}"
        for there, even, value in zip(known.tolist(), whole.tolist(), values.tolist(), strict=True)
    ]
