"""The comment that opens every SQL file: one sentence, then grain, keys, owner, partition, dates affected."""

import re
from dataclasses import dataclass

_WORDS = "grain|keys|owner|partition|affects"
_FIELD = re.compile(rf"\b({_WORDS}):\s*(.*?)(?=\s*\b(?:{_WORDS}):|$)", re.DOTALL)


@dataclass(frozen=True)
class Header:
    """Empty strings and tuples stand for what the file does not say."""

    sentence: str
    grain: str
    keys: tuple[str, ...]
    owner: str
    partition: str
    affects: tuple[str, str] | None


def read_header(text: str) -> Header:
    """Reads the leading comment lines; sentences stop at the first field."""
    sentence: list[str] = []
    fields: list[str] = []
    for line in text.splitlines():
        if not line.startswith("--"):
            break
        body = line.removeprefix("--").strip()
        (fields if fields or re.match(rf"({_WORDS}):", body) else sentence).append(body)
    found = {m[1]: " ".join(m[2].split()) for m in _FIELD.finditer("\n".join(fields))}
    keys = tuple(k.strip() for k in found.get("keys", "").split(",") if k.strip())
    span = found.get("affects", "").split("..")
    return Header(
        sentence=" ".join(" ".join(sentence).split()),
        grain=found.get("grain", ""),
        keys=keys,
        owner=found.get("owner", ""),
        partition=found.get("partition", ""),
        affects=(span[0].strip(), span[1].strip()) if len(span) == 2 else None,
    )
