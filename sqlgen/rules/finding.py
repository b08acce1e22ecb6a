"""What a rule may look at, and what it says about one place."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Protocol, TypeVar

from sqlglot import exp

from sqlgen.source import Source

Node = TypeVar("Node", bound=exp.Expr)


@dataclass(frozen=True)
class Finding:
    node: exp.Expr
    message: str
    mend: str


@dataclass(frozen=True)
class Query:
    """The file, its tree as written, and the same tree resolved and typed; each tree is walked only once."""

    source: Source
    written: exp.Query
    typed: exp.Query

    def nodes(self) -> list[exp.Expr]:
        """Every node of the tree as written, each after what it stands in."""
        return self._written

    def typed_nodes(self) -> list[exp.Expr]:
        return self._typed

    def find(self, *kinds: type[Node]) -> Iterator[Node]:
        """Nodes of these kinds as written."""
        return (node for node in self._written if isinstance(node, kinds))

    def find_typed(self, *kinds: type[Node]) -> Iterator[Node]:
        """Nodes of these kinds with their types."""
        return (node for node in self._typed if isinstance(node, kinds))

    @cached_property
    def _written(self) -> list[exp.Expr]:
        return list(self.written.bfs())

    @cached_property
    def _typed(self) -> list[exp.Expr]:
        return list(self.typed.bfs())


class Rule(Protocol):
    """The module of a rule."""

    __name__: str
    __doc__: str | None
    find: Callable[[Query], Iterator[Finding]]
