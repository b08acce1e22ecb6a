"""The steps of a history that find keys missing from the next full set of the same scope.

Depends on no order of arrival: each full set is compared with the one that follows it by as_of. A key that
has moved to another scope in the meantime is not missing. A partitioned table counts its month as part of the
scope, so that a month made alone equals the same month made with all others.
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
    is_full = "bool_or(delivery = 'snapshot') as is_full"
    within = f"partition by {', '.join(scope)} " if scope else ""
    next_full = (
        f"min(case when is_full then as_of end) over ({within}order by as_of "
        "rows between 1 following and unbounded following) as next_full"
    )
    next_present = f"lead(as_of) over (partition by {', '.join(table.key)} {version_order}) as next_present"
    match = "".join(f"\n  and present.{c} is not distinct from following.{c}" for c in scope)
    meet = "".join(f"\n  and following.{c} is not distinct from sets.{c}" for c in scope)
    return [
        Step(
            "sets",
            listed([*scope, "as_of", "min(batch_id) as batch_id", *known, is_full]),
            f"delivered\nwhere not is_deleted\ngroup by {', '.join([*scope, 'as_of'])}",
        ),
        Step("following", listed([*scope, "as_of", next_full]), "sets"),
        Step(
            "present",
            listed([*table.key, *[c for c in scope if c not in table.key], "as_of", next_present]),
            "delivered\nwhere not is_deleted",
        ),
        Step(
            "absent",
            listed(_tombstone(table, dialect)),
            f"present\ninner join following\n  on present.as_of = following.as_of{match}"
            f"\ninner join sets\n  on following.next_full = sets.as_of{meet}"
            "\nwhere present.next_present is null or present.next_present > following.next_full",
        ),
        Step("changes", listed(row), f"delivered\nunion all\n{listed(row)}\nfrom absent"),
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
