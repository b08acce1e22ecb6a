"""Plants a query in front of one rule; the relation `t` has a column of each type, `policy` thresholds."""

from types import ModuleType

from sqlgen.analyse import add_relation, analyse, new_schema
from sqlgen.rules.finding import Query
from sqlgen.source import Source

_T = {
    "word": "varchar",
    "n": "bigint",
    "small": "integer",
    "x": "double",
    "day": "date",
    "at": "timestamp",
    "yes": "boolean",
}


def caught(rule: ModuleType, sql: str, layer: str = "core") -> list[str]:
    """The messages of the rule about `sql`; empty when it passes."""
    schema = new_schema()
    add_relation(schema, "t", _T)
    add_relation(schema, "u", _T)
    add_relation(schema, "policy", {"share": "double", "days": "integer"})
    source = Source(f"sql/{layer}/planted.sql", layer, "planted", sql)
    return [f.message for f in rule.find(Query(source, source.tree, analyse(source, schema)))]
