"""Traps that are armed in every training: each stops the run with the name of the column that knows too much.

A column that knows a little of the future, and is no better than honest ones, cannot be told from them by
looking at data: knowledge dates are there for that. Kapoor & Narayanan 2023 describe the usual leaks.
"""

from collections.abc import Collection, Sequence

import numpy as np

from models.arrays import Dates, Flags, Floats, Singles
from models.baselines.linear import linear_score
from models.faults import ModelFault
from models.gate.rule import Leaks
from models.leaks.columns import all_aucs, aucs, blank_aucs, family
from models.leaks.faults import BlankForLeavers, FutureColumn, KnownTooLate, LabelCopied

_ROWS = 40_000  # enough to judge a column; every step-th case of more


def known_too_late(task: str, column: str, known_from: Dates | None, as_of: Dates | None) -> list[ModelFault]:
    if known_from is None or as_of is None:
        return []
    late = int((known_from > as_of).sum())
    if not late:
        return []
    mend = "Build the inputs from rows with known_from on or before the prediction date."
    what = f"{column}: {late} cases hold rows known only later"
    return [KnownTooLate(what, where=f"{task}: {column}", mend=mend)]


def filled_after_the_cut(
    task: str, names: Sequence[str], weekly: Singles | None, after: Flags | None
) -> list[ModelFault]:
    """`weekly` (n, weeks, q); `after` (n, weeks): weeks past the prediction date, where all must be blank."""
    if weekly is None or after is None:
        return []
    mend = "Cut first, join after: weeks past the prediction date stay blank."
    return [
        FutureColumn(f"{name} is filled in weeks after the cut", where=f"{task}: {name}", mend=mend)
        for q, name in enumerate(names)
        if (~np.isnan(weekly[:, :, q]) & after).any()
    ]


def columns_that_know(
    task: str,
    names: Sequence[str],
    inputs: Singles,
    y: Floats,
    newest: Flags,
    rule: Leaks,
    *,
    classification: bool,
    trusted: Collection[str] = (),
) -> list[ModelFault]:
    """`inputs` (n, m), `y` (n,) nan = not matured; `newest` (n,): those to be scored, outcome still to come.

    `trusted`: columns that the plain list ranks by; schools check them daily, they may be the best of all.
    """
    some = slice(None, None, max(1, len(y) // _ROWS))
    inputs, y, newest = inputs[some], y[some], newest[some]
    known = ~np.isnan(y)
    x, label = inputs[known], y[known]
    marks = (label if classification else (label > np.median(label)).astype(np.float64))[:, None]
    alone, blank = all_aucs(x, marks, rule.events)[:, 0], blank_aucs(x, marks, rule.events)[:, 0]
    found: list[ModelFault] = []
    for j, name in enumerate(names):
        column = family(name)
        fault: type[ModelFault]
        if _copies(x[:, j].astype(np.float64), label, float(alone[j]), rule, classification):
            fault, what = LabelCopied, "ranks the outcomes almost perfectly"
            mend = f"Take {column} out: it is the label, or was made from it."
        elif blank[j] >= rule.blank_auc:
            fault, what = BlankForLeavers, "is blank for one outcome and not for the other"
            mend = f"Take {column} out, or fill it by a rule that does not look at who stayed."
        elif _only_in_the_past(inputs[:, j], known, newest, rule):
            fault, what = FutureColumn, "is filled for the past only"
            mend = f"Take {column} out: it is known only later, or its source has stopped."
        elif classification and column not in trusted and _stands_out(names, x, label, j, alone[j], rule):
            fault, what = FutureColumn, "alone is better than all other inputs"
            mend = f"Take {column} out, or show when it is known."
        else:
            continue
        found.append(fault(f"{name} {what}", where=f"{task}: {name}", mend=mend))
    return found


def _copies(column: Floats, label: Floats, alone: float, rule: Leaks, classification: bool) -> bool:
    if classification:
        return alone >= rule.copy_auc
    both = ~np.isnan(column)
    if both.sum() < 2 * rule.events or np.ptp(column[both]) == 0 or np.ptp(label[both]) == 0:
        return False
    # The same bar on the scale of a correlation: 0.5 … 1 becomes 0 … 1.
    return abs(float(np.corrcoef(column[both], label[both])[0, 1])) >= 2 * rule.copy_auc - 1


def _only_in_the_past(column: Singles, known: Flags, newest: Flags, rule: Leaks) -> bool:
    if min(int(known.sum()), int(newest.sum())) < rule.events:
        return False
    blank = np.isnan(column)
    return float(blank[newest].mean() - blank[known].mean()) >= rule.newest_blank


def _stands_out(names: Sequence[str], x: Singles, label: Floats, j: int, alone: float, rule: Leaks) -> bool:
    """Against a straight line through all other columns, fitted on one half and tried on the other."""
    others = [i for i, name in enumerate(names) if family(name) != family(names[j])]
    if alone < rule.near_auc or not others:
        return False
    train = np.arange(len(label)) % 2 == 0
    score = linear_score(x[:, others], label, train, classification=True)
    rest = aucs(score[~train], label[~train][:, None], rule.events)[0]
    return bool(alone >= rest + rule.near_margin)
