"""Runs every rule of sqlgen/rules over one query."""

import importlib
import pkgutil
from collections.abc import Iterator
from functools import cache
from types import ModuleType

from sqlgen import rules
from sqlgen.faults import Fault
from sqlgen.rules.finding import Query


@cache
def all_rules() -> list[ModuleType]:
    """The rule modules in alphabetical order; a rule is a module with a `find`."""
    names = sorted(m.name for m in pkgutil.iter_modules(rules.__path__) if not m.name.startswith("test_"))
    modules = [importlib.import_module(f"{rules.__name__}.{name}") for name in names]
    return [m for m in modules if hasattr(m, "find")]


def lint(query: Query) -> Iterator[Fault]:
    """Every finding of every rule, with file and line."""
    for rule in all_rules():
        name = rule.__name__.rpartition(".")[2].replace("_", "-")
        for finding in rule.find(query):
            yield query.source.fault_at(finding.node, name, finding.message, finding.mend)
