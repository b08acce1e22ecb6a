"""Writes the history of a staged table: every version of every key, in order, with its tombstones.

Versions are ordered by what the source says (as_of, then change number), never by arrival, so that late and
repeated batches give the same history. An unchanged repeat disappears, but the run keeps the earliest day on
which the district could know it. A delete, or absence from the next full set of the same scope, becomes a
tombstone that carries the attributes of the version it ends.
"""

from sqlgen.absence import absence_steps
from sqlgen.contract import StagedTable
from sqlgen.dialect import ATHENA, Dialect
from sqlgen.layout import Step, listed, statement

BATCH = ["batch_id", "record_no", "as_of", "change_no"]
KNOWN = ["known_from", "known_basis"]

_SO_FAR = "rows between unbounded preceding and current row"

# A delete without a change number comes after every upsert of its as_of; an upsert without one comes first.
_VERSION_ORDER = (
    "order by as_of, coalesce(change_no, case when is_deleted then 9223372036854775807 else -1 end), "
    "is_deleted, batch_id, record_no"
)


def single_sql(table: StagedTable, dialect: Dialect = ATHENA) -> str:
    """The history when every key is known to occur once: no window needed; a delete then ends nothing."""
    lines = [*table.columns, f"{source_key(table, dialect)} as source_key", *BATCH, *KNOWN]
    lines += ["true as is_current", "false as is_deleted"]
    alive = "\nwhere operation = 'upsert'" if _has_ends(table) else ""
    return f"{_title(table, 'every key occurs once')}\n{listed(lines)}\nfrom {table.staged}{alive}\n"


def history_sql(table: StagedTable, dialect: Dialect = ATHENA) -> str:
    """The full history relation; only the spelling of types and patterns depends on the dialect."""
    last = [*table.columns, "source_key", *BATCH, *KNOWN, "is_current", "is_deleted"]
    return f"{_title(table, 'all versions')}\n{statement(_steps(table, dialect), listed(last), 'history')}"


def _steps(table: StagedTable, dialect: Dialect) -> list[Step]:
    ends = _has_ends(table)
    is_unread = "operation = 'unread' as is_unread"
    extra = ["delivery", is_unread, *(["month"] if table.partition else [])] if table.full_sets else []
    is_deleted = "operation = 'delete' as is_deleted" if ends else "false as is_deleted"
    steps = [Step("delivered", listed([*table.columns, *BATCH, *KNOWN, *extra, is_deleted]), table.staged)]
    if table.full_sets:
        row = [*table.columns, *BATCH, *KNOWN, "is_deleted"]
        steps += absence_steps(table, row, _VERSION_ORDER, dialect)
    if ends:
        steps += _life_steps(table, steps[-1].name)
    return [*steps, *_version_steps(table, steps[-1].name, dialect)]


def _has_ends(table: StagedTable) -> bool:
    return table.deletable or table.full_sets


def _life_steps(table: StagedTable, source: str) -> list[Step]:
    """A tombstone takes the attributes of the version before it; one that ends nothing is left out."""
    key = ", ".join(table.key)
    row = [*BATCH, *KNOWN, "is_deleted"]
    life = f"count(case when not is_deleted then 1 end) over (partition by {key} {_VERSION_ORDER} {_SO_FAR})"
    filled = [c if c in table.key else f"first_value({c}) over life_versions as {c}" for c in table.columns]
    return [
        Step(
            "lives",
            listed([*table.columns, *row, f"{life} as life", "row_number() over versions as version_no"]),
            f"{source}\nwindow versions as (partition by {key} {_VERSION_ORDER})",
        ),
        Step(
            "filled",
            listed([*filled, *row]),
            f"lives\nwhere life > 0\nwindow life_versions as (partition by {key}, life order by version_no)",
        ),
    ]


def _version_steps(table: StagedTable, source: str, dialect: Dialect) -> list[Step]:
    """Unchanged repeats disappear; the run's first version keeps the earliest day of knowledge."""
    key = ", ".join(table.key)
    bookkeeping = {*table.key, table.change_number, *table.as_of_columns, table.kind_column}
    compared = ["is_deleted", *[c for c in table.columns if c not in bookkeeping]]
    same = "\n    and ".join(f"{c} is not distinct from lag({c}) over versions" for c in compared)
    change = f"case\n  when {same}\n    then 0\n  else 1\nend as is_change"
    row = [*table.columns, *BATCH, *KNOWN, "is_deleted", "is_change", "version_no"]
    run = f"count(case when is_change = 1 then 1 end) over (partition by {key} order by version_no {_SO_FAR})"
    first_basis = (
        f"first_value(known_basis) over (partition by {key}, run_no order by known_from, known_basis desc)"
    )
    learned = [
        *[c for c in row if c not in KNOWN],
        f"min(known_from) over (partition by {key}, run_no) as known_from",
        f"{first_basis} as known_basis",
    ]
    current = f"lead(version_no) over (partition by {key} order by version_no) is null as is_current"
    return [
        Step(
            "compared",
            listed([*row[:-2], change, "row_number() over versions as version_no"]),
            f"{source}\nwindow versions as (partition by {key} {_VERSION_ORDER})",
        ),
        Step("runs", listed([*row, f"{run} as run_no"]), "compared"),
        Step("learned", listed(learned), "runs"),
        Step(
            "history",
            listed(
                [
                    *table.columns,
                    f"{source_key(table, dialect)} as source_key",
                    *BATCH,
                    *KNOWN,
                    current,
                    "is_deleted",
                ]
            ),
            "learned\nwhere is_change = 1",
        ),
    ]


def source_key(table: StagedTable, dialect: Dialect) -> str:
    """The key's columns as text, joined by a bar."""
    return " || '|' || ".join(_text(c, table.columns[c], dialect) for c in table.key)


def _text(column: str, kind: str, dialect: Dialect) -> str:
    if kind == "varchar":
        return f"coalesce({column}, '')"
    if kind == "timestamp":
        return f"coalesce({dialect.stamp.format(column)}, '')"
    return f"coalesce(cast({column} as {dialect.text}), '')"


def _title(table: StagedTable, what: str) -> str:
    return (
        f"-- {table.relation}: {what}.\n-- Generated from modules/{table.module}/module.yaml; edit that file."
    )
