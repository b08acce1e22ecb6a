"""The seven plain types that a column may have, and how they are read off an annotated syntax tree."""

from sqlglot import exp

ATHENA = ("varchar", "bigint", "integer", "double", "boolean", "date", "timestamp")

_KIND = exp.DataType.Type
_FROM_SQLGLOT = {
    _KIND.VARCHAR: "varchar",
    _KIND.TEXT: "varchar",
    _KIND.CHAR: "varchar",
    _KIND.BIGINT: "bigint",
    _KIND.INT: "integer",
    _KIND.DOUBLE: "double",
    _KIND.BOOLEAN: "boolean",
    _KIND.DATE: "date",
    _KIND.TIMESTAMP: "timestamp",
    _KIND.TIMESTAMPNTZ: "timestamp",
}


def is_plain(kind: exp.DataType) -> bool:
    """Is it one of the seven, without a length or precision?"""
    return kind.this in _FROM_SQLGLOT and not kind.expressions


def plain_type(node: exp.Expr) -> str | None:
    """The node's annotated type in Athena's words, or None when it is not one of the plain seven."""
    kind = node.type
    return _FROM_SQLGLOT.get(kind.this) if kind is not None and not kind.expressions else None


def describe(node: exp.Expr) -> str:
    """The node's annotated type for a message."""
    kind = node.type
    if kind is None or kind.this in (_KIND.UNKNOWN, _KIND.NULL):
        return "unknown"
    return plain_type(node) or kind.sql("athena").lower()


def is_text(node: exp.Expr) -> bool:
    return plain_type(node) == "varchar"


def is_whole(node: exp.Expr) -> bool:
    kind = node.type
    return kind is not None and kind.this in exp.DataType.INTEGER_TYPES


def is_double(node: exp.Expr) -> bool:
    kind = node.type
    return kind is not None and kind.this in (_KIND.DOUBLE, _KIND.FLOAT)


def is_number(node: exp.Expr) -> bool:
    kind = node.type
    return kind is not None and kind.this in exp.DataType.NUMERIC_TYPES
