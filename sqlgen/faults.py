"""What is wrong in a source file, where, by which rule, and how to mend it."""

from dataclasses import dataclass


@dataclass(frozen=True, order=True)
class Fault:
    """One fault; `file` is relative to the project's root, `line` counts from 1."""

    file: str
    line: int
    rule: str
    message: str
    mend: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: [{self.rule}] {self.message}\n    mend: {self.mend}"


class SqlgenError(Exception):
    """A fault that leaves nothing to go on with in this file."""

    def __init__(self, *faults: Fault) -> None:
        super().__init__("\n".join(str(f) for f in faults))
        self.faults = faults
