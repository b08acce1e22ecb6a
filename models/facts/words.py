"""Fills a fact's words with a case's own numbers: "missed {sum:absent_days:4} of the last days".

Places: {value:column} a static input or the level of a category, {percent:column} a share as a percentage;
{sum:column}, {mean:…}, {last:…}, {max:…}, {min:…}, {count:…} over the known weeks of a weekly column, with
{sum:column:4} over the last four weeks before the prediction date.
"""

import re
from collections.abc import Callable

import numpy as np

from models.arrays import Floats
from models.faults import TaskFileWrong
from models.frame.frame import Frame
from models.task import Task

PLACE = re.compile(r"\{(\w+):(\w+)(?::(\d+))?\}")

OVER_WEEKS: dict[str, Callable[[Floats], float]] = {
    "sum": lambda known: float(known.sum()),
    "mean": lambda known: float(known.mean()),
    "last": lambda known: float(known[-1]),
    "max": lambda known: float(known.max()),
    "min": lambda known: float(known.min()),
    "count": lambda known: float(len(known)),
}
STATIC = ("value", "percent")


def check_words(task: Task) -> None:
    """@raises TaskFileWrong naming the fact whose words ask for what is not there"""
    for fact in task.facts:
        for words in (fact.words, fact.strength or ""):
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
    return TaskFileWrong(what, where=f"{task.name}: facts.{fact}", mend=mend)


class Filler:
    """Fills words for the cases of one frame; None where a number is blank: nobody could check that."""

    def __init__(self, frame: Frame) -> None:
        self._frame = frame
        self._static = {name: at for at, name in enumerate(frame.static_names)}
        self._weekly = {name: at for at, name in enumerate(frame.weekly_names)}

    def fill(self, words: str, case: int, *, zeros: bool = True) -> str | None:
        """Without `zeros`, words of which every number is 0 are None too."""
        found = [self._place(match, case) for match in PLACE.finditer(words)]
        if None in found or (found and not zeros and all(value in ("0", "0 %") for value in found)):
            return None
        filled = iter(found)
        return PLACE.sub(lambda _: str(next(filled)), words)

    def _place(self, match: re.Match[str], case: int) -> str | None:
        kind, column, weeks = match[1], match[2], match[3]
        if kind not in OVER_WEEKS:
            return self._static_value(column, case, percent=kind == "percent")
        frame = self._frame
        if column not in self._weekly or frame.weekly is None or frame.last_week is None:
            return None
        last = int(frame.last_week[case])
        first = 0 if weeks is None else max(0, last + 1 - int(weeks))
        values = frame.weekly[case, first : last + 1, self._weekly[column]]
        known = values[~np.isnan(values)].astype(np.float64)
        return _number(OVER_WEEKS[kind](known)) if len(known) else None

    def _static_value(self, column: str, case: int, *, percent: bool) -> str | None:
        if column in self._static:
            value = float(self._frame.static[case, self._static[column]])
            if np.isnan(value):
                return None
            return f"{value * 100:.0f} %" if percent else _number(value)
        for name, at in self._static.items():
            if name.startswith(f"{column}=") and self._frame.static[case, at] == 1:
                return name.partition("=")[2]
        return None


def _number(value: float) -> str:
    """Whole where it is whole, else one decimal."""
    return f"{value:.0f}" if abs(value - round(value)) < 1e-6 else f"{value:.1f}"
