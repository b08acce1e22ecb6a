"""Lays out generated SQL as people write it: a block a step, a column a line."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Step:
    """One `with` block: its name, its select list, and the rest from the word after `from`."""

    name: str
    select: str
    source: str


def listed(columns: list[str]) -> str:
    """A select list, one column a line."""
    return "select\n" + ",\n".join(_indent(c) for c in columns)


def statement(steps: list[Step], select: str, source: str) -> str:
    """The whole query: the steps, then the select from the last."""
    blocks = ",\n\n".join(
        f"{s.name} as (\n{_indent(s.select)}\n{_indent('from ' + s.source)}\n)" for s in steps
    )
    return f"with\n\n{blocks}\n\n{select}\nfrom {source}\n"


def _indent(text: str) -> str:
    return "\n".join(f"  {line}" if line else line for line in text.splitlines())
