"""What a rule says about one place in a query."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Protocol

from sqlglot import exp

from sqlgen.source import Source


@dataclass(frozen=True)
class Finding:
    node: exp.Expr
    message: str
    mend: str


@dataclass(frozen=True)
class Query:
    """What a rule may look at: the file, its tree as written, and the same tree resolved and typed."""

    source: Source
    written: exp.Query
    typed: exp.Query


class Rule(Protocol):
    """The module of a rule."""

    __name__: str
    __doc__: str | None
    find: Callable[[Query], Iterator[Finding]]
