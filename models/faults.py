"""What can go wrong in training and scoring: one class a cause, with a stable code and the way to mend it."""

import json
import sys
from collections.abc import Callable
from typing import ClassVar

EXIT_CODE = 3


class ModelFault(Exception):
    """A refusal. `what` happened, `where` (file, column, cohort: never a student), and how to `mend` it."""

    code: ClassVar[str] = "model-fault"

    def __init__(self, what: str, *, where: str, mend: str) -> None:
        super().__init__(f"{what} ({where}). {mend}")
        self.what, self.where, self.mend = what, where, mend


class TaskFileWrong(ModelFault):
    """A key is missing, unknown, or holds a value of another type."""

    code = "task-file-wrong"


class ProtectedInput(ModelFault):
    """The task lists a column as an input which its own [never] forbids."""

    code = "protected-input"


class FileMissing(ModelFault):
    code = "file-missing"


class FileUnreadable(ModelFault):
    """A table or a query cannot be read; the engine's words are not passed on where they quote cells."""

    code = "file-unreadable"


class ColumnMissing(ModelFault):
    code = "column-missing"


class ColumnWrong(ModelFault):
    """A column has another type than the task says, or too many levels to be a category."""

    code = "column-wrong"


class CaseRepeated(ModelFault):
    """Two rows for one case, or for one case and week."""

    code = "case-repeated"


class CaseUnknown(ModelFault):
    """A weekly or group row of a case that the cases table does not hold."""

    code = "case-unknown"


class WeekAfterCut(ModelFault):
    """A weekly row lies after the case's prediction date (or before the first week): a leak."""

    code = "week-after-cut"


class NothingMatured(ModelFault):
    """A cohort that the split needs has no outcome yet."""

    code = "nothing-matured"


class OneClassOnly(ModelFault):
    code = "one-class-only"


class TooFewCases(ModelFault):
    code = "too-few-cases"


class HistoryTooShort(ModelFault):
    """Train, calibrate and test each need a cohort of their own."""

    code = "history-too-short"


class NoInputs(ModelFault):
    """Every input is constant or blank among the training cases."""

    code = "no-inputs"


class ModelChanged(ModelFault):
    """A file of a trained model is missing or is not the one its checksums name."""

    code = "model-changed"


class ModelOfAnotherKind(ModelFault):
    """The model was trained for another task, other inputs, or by another version of the format."""

    code = "model-of-another-kind"


def fault_json(fault: ModelFault) -> str:
    """One line that callers in other languages parse."""
    return json.dumps({"code": fault.code, "what": fault.what, "where": fault.where, "mend": fault.mend})


def exits(main: Callable[[], None]) -> None:
    """Runs a command; a fault becomes one JSON line on standard error and exit code 3."""
    try:
        main()
    except ModelFault as fault:
        print(fault_json(fault), file=sys.stderr)
        raise SystemExit(EXIT_CODE) from None
