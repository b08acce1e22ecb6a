"""Inputs from which a protected group can be told: reported with their measure and refused."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from models.arrays import Singles, Words
from models.fairness.audit import members
from models.gate.rule import Rule
from models.leaks.columns import all_aucs, aucs, blank_aucs, family, rate_encoded
from models.leaks.faults import ProxyInput


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
    """`inputs` (n, m): every column, its blanks, and each category as a whole; worst first."""
    found: dict[tuple[str, str, str], Proxy] = {}

    def keep(column: str, attribute: str, group: str, auc: float, by_blank: bool) -> None:
        key = (column, attribute, group)
        if auc > rule.leaks.proxy_auc and (key not in found or found[key].auc < auc):
            found[key] = Proxy(column, attribute, group, auc, by_blank)

    for attribute, labels in groups.items():
        inside = members(labels)
        marks = np.column_stack([mark.astype(np.float64) for mark in inside.values()])
        alone = all_aucs(inputs, marks, rule.groups.fewest)
        blank = blank_aucs(inputs, marks, rule.groups.fewest)
        for k, group in enumerate(inside):
            for j, name in enumerate(names):
                by_blank = bool(blank[j, k] > alone[j, k])
                keep(family(name), attribute, group, float(max(blank[j, k], alone[j, k])), by_blank)
            for column in dict.fromkeys(name.partition("=")[0] for name in names if "=" in name):
                levels = inputs[:, [j for j, name in enumerate(names) if name.startswith(f"{column}=")]]
                rate = rate_encoded(levels, inside[group], np.random.default_rng(k))
                whole = aucs(rate, marks[:, [k]], rule.groups.fewest)[0]
                keep(column, attribute, group, float(whole), False)
    return sorted(found.values(), key=lambda p: -p.auc)


def refuse_proxies(task: str, proxies: Sequence[Proxy], rule: Rule) -> None:
    """@raises ProxyInput naming the worst column and how many more there are"""
    if not proxies:
        return
    worst = proxies[0]
    others = sorted({p.column for p in proxies} - {worst.column})
    how = "whether it is blank tells" if worst.by_blank else "it tells"
    more = f"; so do {', '.join(others)}" if others else ""
    raise ProxyInput(
        f"{worst.column} stands for {worst.attribute}: {how} {worst.group} from all others "
        f"(AUC {worst.auc:.2f}, limit {rule.leaks.proxy_auc:.2f}){more}",
        where=f"{task}: {worst.column}",
        mend="Take the column out of the inputs; it may serve the audit under columns.groups.",
    )
