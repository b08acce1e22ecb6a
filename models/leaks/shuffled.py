"""A run on shuffled labels must be no better than chance; if it is, the label reaches the inputs."""

from collections.abc import Callable, Sequence

import numpy as np
from scipy.stats import norm

from models.arrays import Flags, Floats, Singles
from models.faults import ModelFault
from models.gate.rule import Leaks
from models.leaks.columns import all_aucs
from models.leaks.faults import ShuffledLearnt
from models.measures.ranking import auc

# From the labels (n,), nan = hidden, to the inputs that the run would use and its scores for all rows.
Pipeline = Callable[[Floats], tuple[Singles, Sequence[str], Floats]]


def chance_interval(events: int, others: int, confidence: float) -> tuple[float, float]:
    """AUC of scores that know nothing (Mann & Whitney's variance)."""
    spread = ((events + others + 1) / (12 * events * others)) ** 0.5
    half = float(norm.ppf((1 + confidence) / 2)) * spread
    return 0.5 - half, 0.5 + half


def shuffled_labels(
    task: str, label: str, run: Pipeline, y: Floats, test: Flags, rule: Leaks, seed: int
) -> list[ModelFault]:
    """`y` (n,) 0 or 1, `test` (n,): rows that a fair run does not learn from. Shuffled over all rows.

    The fault names the input that carries the labels, or the label's own column if no single one does.
    """
    shuffled = np.random.default_rng(seed).permutation(y)
    inputs, names, score = run(shuffled)
    events = int(shuffled[test].sum())
    others = int(test.sum()) - events
    if min(events, others) < rule.events:
        return []
    low, high = chance_interval(events, others, rule.chance)
    reached = auc(shuffled[test], score[test])
    if low <= reached <= high:
        return []
    alone = all_aucs(inputs[test], shuffled[test][:, None], rule.events)[:, 0]
    # One column among many: the interval is widened to their number.
    bar = chance_interval(events, others, 1 - (1 - rule.chance) / max(1, len(names)))[1]
    column = names[int(alone.argmax())] if len(names) and alone.max() > bar else label
    return [
        ShuffledLearnt(
            f"On shuffled labels the AUC is {reached:.3f}, chance allows {low:.3f} to {high:.3f}: {column}",
            where=f"{task}: {column}",
            mend="Find where the label, or rows of the test cohort, enter the inputs.",
        )
    ]
