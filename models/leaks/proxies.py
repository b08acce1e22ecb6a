"""Inputs from which a protected group can be told: reported with their measure and refused."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from models.arrays import Floats, Singles, Words
from models.fairness.audit import members
from models.gate.rule import Rule
from models.leaks.columns import all_aucs, aucs, blank_aucs, family, rate_encoded
from models.leaks.faults import ProxyInput

_ROWS = 20_000  # enough for a measure of two digits; every step-th case of more


@dataclass(frozen=True)
class Proxy:
    column: str
    attribute: str
    group: str
    auc: float  # of telling the group from all others by this column alone
    by_blank: bool  # it is the blanks that tell


def find_proxies(
    inputs: Singles, names: Sequence[str], groups: Mapping[str, Words], rule: Rule
) -> list[Proxy]:
    """`inputs` (n, m): every column, its blanks, each category as a whole; those to report, worst first."""
    rows = slice(None, None, max(1, len(inputs) // _ROWS))
    some, fewest = inputs[rows], rule.groups.fewest
    told = {
        (attribute, group): inside[rows].astype(np.float64)
        for attribute, labels in groups.items()
        for group, inside in members(labels).items()
    }
    if not told:
        return []
    marks = np.column_stack(list(told.values()))
    categories = list(dict.fromkeys(name.partition("=")[0] for name in names if "=" in name))
    columns = [*map(family, names), *map(family, names), *categories]
    table = np.vstack(
        [
            all_aucs(some, marks, fewest),
            blank_aucs(some, marks, fewest),
            *(_whole(some, names, category, marks, fewest) for category in categories),
        ]
    )
    found: dict[tuple[str, str, str], Proxy] = {}
    for place, column in enumerate(columns):
        for (attribute, group), auc in zip(told, table[place].tolist(), strict=True):
            key = (column, attribute, group)
            if auc > rule.leaks.proxy_watch and (key not in found or found[key].auc < auc):
                by_blank = len(names) <= place < 2 * len(names)
                found[key] = Proxy(column, attribute, group, auc, by_blank)
    return sorted(found.values(), key=lambda p: -p.auc)


def _whole(some: Singles, names: Sequence[str], category: str, marks: Floats, fewest: int) -> Floats:
    """(1, k) how well all levels of a category together tell each mark."""
    levels = some[:, [j for j, name in enumerate(names) if name.startswith(f"{category}=")]]
    found = [
        aucs(rate_encoded(levels, marks[:, k] == 1, np.random.default_rng(k)), marks[:, [k]], fewest)[0]
        for k in range(marks.shape[1])
    ]
    return np.array([found])


def refuse_proxies(task: str, proxies: Sequence[Proxy], rule: Rule) -> None:
    """@raises ProxyInput naming the worst column and how many more there are"""
    refused = [proxy for proxy in proxies if proxy.auc > rule.leaks.proxy_auc]
    if not refused:
        return
    worst = refused[0]
    others = sorted({p.column for p in refused} - {worst.column})
    how = "whether it is blank tells" if worst.by_blank else "it tells"
    more = f"; so do {', '.join(others)}" if others else ""
    raise ProxyInput(
        f"{worst.column} stands for {worst.attribute}: {how} {worst.group} from all others "
        f"(AUC {worst.auc:.2f}, limit {rule.leaks.proxy_auc:.2f}){more}",
        where=f"{task}: {worst.column}",
        mend="Take the column out of the inputs; it may serve the audit under columns.groups.",
    )
