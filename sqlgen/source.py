"""One SQL file: where it stands, what it is for, its header and its syntax tree."""

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import sqlglot
from sqlglot import exp
from sqlglot.errors import ParseError, TokenError

from sqlgen.faults import Fault, SqlgenError
from sqlgen.header import Header, read_header

LAYERS = ("core", "mart", "views", "features")


@dataclass(frozen=True)
class Source:
    """`layer` is history, mapping, core, mart, views or features; `module` is set for the first two."""

    file: str
    layer: str
    name: str
    text: str
    module: str | None = None

    @cached_property
    def header(self) -> Header:
        return read_header(self.text)

    @cached_property
    def tree(self) -> exp.Query:
        """@raises SqlgenError when the file is not exactly one query."""
        try:
            trees = [t for t in sqlglot.parse(self.text, read="athena") if t is not None]
        except ParseError as error:
            first = error.errors[0] if error.errors else {}
            message = f"{first.get('description', 'cannot be parsed')} near `{first.get('highlight', '')}`"
            raise SqlgenError(
                self.fault(int(first.get("line") or 1), "parse", message, "mend the syntax")
            ) from error
        except TokenError as error:
            raise SqlgenError(self.fault(1, "parse", str(error), "mend the syntax")) from error
        if len(trees) != 1 or not isinstance(trees[0], exp.Query):
            raise SqlgenError(
                self.fault(1, "parse", f"holds {len(trees)} statements", "write exactly one query")
            )
        return trees[0]

    @cached_property
    def blocks(self) -> frozenset[str]:
        """Names of the `with` blocks."""
        return frozenset(c.alias for c in self.tree.find_all(exp.CTE))

    @cached_property
    def inputs(self) -> dict[str, exp.Table]:
        """The relations that the query reads, each with the first place that names it."""
        found: dict[str, exp.Table] = {}
        for table in self.tree.find_all(exp.Table):
            if table.name and table.name not in self.blocks:
                found.setdefault(table.name, table)
        return dict(sorted(found.items()))

    def fault(self, line: int, rule: str, message: str, mend: str) -> Fault:
        return Fault(self.file, line, rule, message, mend)

    def fault_at(self, node: exp.Expr, rule: str, message: str, mend: str) -> Fault:
        return self.fault(line_of(node), rule, message, mend)


def line_of(node: exp.Expr) -> int:
    """The line on which the node begins, or where the nearest thing around it does."""
    at: exp.Expr | None = node
    while at is not None:
        lines = [n.meta["line"] for n in at.walk() if "line" in n.meta]
        if lines:
            return int(min(lines))
        at = at.parent
    return 1


def read_sources(root: Path) -> list[Source]:
    """The files of sql/core, sql/mart, sql/views and sql/features."""
    return [
        Source(file=f"sql/{layer}/{path.name}", layer=layer, name=path.stem, text=path.read_text())
        for layer in LAYERS
        for path in sorted((root / "sql" / layer).glob("*.sql"))
    ]


def read_mappings(root: Path, module: str) -> list[Source]:
    """The mapping files of one module."""
    return [
        Source(f"modules/{module}/{path.name}", "mapping", path.stem, path.read_text(), module)
        for path in sorted((root / "modules" / module).glob("*.sql"))
    ]
