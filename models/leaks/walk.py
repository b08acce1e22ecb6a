"""Walks a frame over every landmine before it trains; the first one that goes off stops the run."""

from collections.abc import Callable, Sequence
from dataclasses import replace

import numpy as np

from models.arrays import Floats
from models.faults import ModelFault
from models.frame.cohorts import parts
from models.frame.frame import Frame
from models.frame.tabular import tabular
from models.gate.rule import Rule
from models.leaks.columns import family
from models.leaks.faults import ProxyInput
from models.leaks.landmines import columns_that_know, filled_after_the_cut, known_too_late
from models.leaks.proxies import Proxy, find_proxies, refuse_proxies
from models.leaks.shuffled import shuffled_labels
from models.task import Task

Train = Callable[[Frame], Floats]  # a whole training: from a frame to its (n,) margins

_ROWS = 8_000  # enough to be told from chance; every step-th case of more
_SEED = 11


def walk(task: Task, frame: Frame, rule: Rule) -> list[ModelFault]:
    """Every leak found, in the order of certainty; empty when the frame is clean."""
    after = None
    if frame.week_mask is not None and frame.last_week is not None:
        after = np.arange(frame.week_mask.shape[1])[None, :] > frame.last_week[:, None]
    found = known_too_late(task.name, task.columns.known_from or "known_from", frame.known_from, frame.as_of)
    found += filled_after_the_cut(task.name, frame.weekly_names, frame.weekly, after)
    if int(frame.matured.sum()) == 0:
        return found
    inputs, names = tabular(frame)
    newest = ~np.isin(frame.cohort, np.unique(frame.cohort[frame.matured]))
    plain = {family(column) for column in task.baseline.values()}
    found += columns_that_know(
        task.name,
        names,
        inputs,
        frame.y,
        newest,
        rule.leaks,
        classification=task.kind == "classification",
        trusted=plain,
    )
    return found


def walk_shuffled(task: Task, frame: Frame, train: Train, rule: Rule) -> list[ModelFault]:
    """Trains once more on shuffled labels, on every step-th case of a large frame; classification only."""
    if task.kind != "classification":
        return []
    matured = np.flatnonzero(frame.matured)
    some = frame.where(matured[:: max(1, len(matured) // _ROWS)])
    test = parts(task, some).test
    inputs, names = tabular(some)
    return shuffled_labels(
        task.name,
        task.columns.label,
        lambda y: (inputs, names, train(replace(some, y=y))),
        some.y,
        test,
        rule.leaks,
        _SEED,
    )


def stop_at_landmines(task: Task, frame: Frame, rule: Rule, train: Train | None = None) -> None:
    """@raises the first leak, or ProxyInput"""
    for fault in walk(task, frame, rule):
        raise fault
    inputs, names = tabular(frame)
    refuse_proxies(task.name, find_proxies(inputs, names, frame.groups, rule), rule)
    if train is not None:
        for fault in walk_shuffled(task, frame, train, rule):
            raise fault


def leaks_in_words(task: Task, frame: Frame, proxies: Sequence[Proxy], rule: Rule) -> tuple[str, ...]:
    """The same for the gate, which says every leak instead of stopping at the first."""
    found = walk(task, frame, rule)
    try:
        refuse_proxies(task.name, proxies, rule)
    except ProxyInput as proxy:
        found.append(proxy)
    return tuple(f"{fault.what}. {fault.mend}" for fault in found)
