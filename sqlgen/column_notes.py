"""What a SQL file says of its columns: `-- column: text`, or a comment behind a column of the last select."""

import re

from sqlgen.source import Source

_NAMED = re.compile(r"--\s*(\w+):\s+(.+?)\s*$")
_BEHIND = re.compile(r"(?:\bas\s+)?(\w+)\s*,?\s*--\s*(.+?)\s*$")
_MARKERS = ("grain", "keys", "owner", "partition", "affects", "distinct")


def column_notes(source: Source, columns: list[str]) -> dict[str, str]:
    """Notes by column name; a named note wins over one that stands behind the column."""
    lines = source.text.splitlines()
    start = max(
        (i for i, line in enumerate(lines) if re.match(r"select\b", line.strip()) and line[0] != " "),
        default=0,
    )
    notes: dict[str, str] = {}
    for line in lines[start:]:
        if (m := _BEHIND.search(line)) and m[1] in columns and not _NAMED.search(line):
            notes[m[1]] = m[2]
    for line in lines:
        if (m := _NAMED.search(line)) and m[1] in columns and m[1] not in _MARKERS:
            notes[m[1]] = m[2]
    return notes
