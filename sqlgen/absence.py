"""The steps of a history that find keys missing from the next full set of the same scope.

Depends on no order of arrival: each full set is compared with the one that follows it by as_of. A key that
has moved to another scope in the meantime is not missing. A partitioned table counts its month as part of the
scope, so that a month made alone equals the same month made with all others.

A row in quarantine whose key could be read is staged as `unread`: its key is there, in the scope of its last
version, and nothing else is known of it. Where not even the key could be read, the file's rows are staged as
`partial`: a set with such a part tells nothing about absence.
"""

from sqlgen.contract import StagedTable
from sqlgen.dialect import Dialect
from sqlgen.layout import Step, listed


def absence_steps(table: StagedTable, row: list[str], version_order: str, dialect: Dialect) -> list[Step]:
    """Reads the step `delivered`; the last step, `changes`, adds a tombstone for each absence.

    `row` lists the columns of `changes`; `version_order` is the order of versions within a key.
    """
    scope = [*table.scope, *(["month"] if table.partition else [])]
    known = ["max(known_from) as known_from", "max(known_basis) as known_basis"]
    is_full = "bool_or(delivery = 'snapshot') and not bool_or(delivery = 'partial') as is_full"
    within = f"partition by {', '.join(scope)} " if scope else ""
    next_full = (
        f"min(case when is_full then as_of end) over ({within}order by as_of "
        "rows between 1 following and unbounded following) as next_full"
    )
    next_present = f"lead(as_of) over (partition by {', '.join(table.key)} {version_order}) as next_present"
    match = "".join(f"\n  and present.{c} is not distinct from following.{c}" for c in scope)
    meet = "".join(f"\n  and following.{c} is not distinct from sets.{c}" for c in scope)
    moving = [c for c in scope if c not in table.key]
    places = _place_steps(table, moving, version_order) if moving else []
    return [
        Step(
            "sets",
            listed([*scope, "as_of", "min(batch_id) as batch_id", *known, is_full]),
            f"delivered\nwhere not is_deleted and not is_unread\ngroup by {', '.join([*scope, 'as_of'])}",
        ),
        Step("following", listed([*scope, "as_of", next_full]), "sets"),
        *places,
        Step(
            "present",
            listed([*table.key, *moving, "as_of", next_present]),
            f"{places[-1].name if places else 'delivered'}\nwhere not is_deleted",
        ),
        Step(
            "absent",
            listed(_tombstone(table, dialect)),
            f"present\ninner join following\n  on present.as_of = following.as_of{match}"
            f"\ninner join sets\n  on following.next_full = sets.as_of{meet}"
            "\nwhere present.next_present is null or present.next_present > following.next_full",
        ),
        Step(
            "changes", listed(row), f"delivered\nwhere not is_unread\nunion all\n{listed(row)}\nfrom absent"
        ),
    ]


def _place_steps(table: StagedTable, moving: list[str], version_order: str) -> list[Step]:
    """The scope of an unread row is that of the version before it: its own cell may be the broken one."""
    key = ", ".join(table.key)
    read = "case when not is_deleted and not is_unread then 1 end"
    read_so_far = (
        f"count({read}) over (partition by {key} {version_order} "
        "rows between unbounded preceding and current row) as read_so_far"
    )
    row = [*table.key, "batch_id", "record_no", "as_of", "change_no", "is_deleted"]
    placed = [f"first_value({c}) over since_read as {c}" for c in moving]
    order = f"partition by {key}, read_so_far {version_order}"
    return [
        Step("numbered", listed([*row, *moving, read_so_far]), "delivered"),
        Step("placed", listed([*row, *placed]), f"numbered\nwindow since_read as ({order})"),
    ]


def _tombstone(table: StagedTable, dialect: Dialect) -> list[str]:
    columns = [
        f"present.{c}"
        if c in table.key
        else f"cast(null as {dialect.text if kind == 'varchar' else kind}) as {c}"
        for c, kind in table.columns.items()
    ]
    return [
        *columns,
        "sets.batch_id",
        "cast(0 as bigint) as record_no",
        "following.next_full as as_of",
        "cast(null as bigint) as change_no",
        "sets.known_from",
        "sets.known_basis",
        "true as is_deleted",
    ]
