"""The paired bootstrap: the same students are redrawn for every list, which is then made anew."""

import math
from collections.abc import Iterator, Mapping

import numpy as np

from models.arrays import Floats, Wholes
from models.trial.lists import worst_first


def redraws(n: int, times: int, rng: np.random.Generator) -> Iterator[Wholes]:
    """How often each of n students is drawn, `times` times."""
    for _ in range(times):
        yield np.bincount(rng.integers(n, size=n), minlength=n).astype(np.int64)


def found_in_redraws(
    scores: Mapping[str, Floats], y: Floats, k: int, times: int, rng: np.random.Generator
) -> dict[str, Floats]:
    """(times,) students with the outcome found by each list of length k, ties worst-first."""
    n = len(y)
    # Few more than k rows can be needed: the k-th contact of a redraw lies this near to the k-th row.
    far = min(n, k + 10 * math.isqrt(k) + 100)
    heads = {name: worst_first(score, y)[:far] for name, score in scores.items()}
    found = {name: np.zeros(times) for name in scores}
    for draw, counts in enumerate(redraws(n, times, rng)):
        for name, head in heads.items():
            drawn = counts[head]
            total = np.cumsum(drawn)
            # Within one repeated student the outcome is the same, so the line between two rows is exact.
            found[name][draw] = np.interp(k, np.r_[0, total], np.r_[0.0, np.cumsum(drawn * y[head])])
    return found


def ends(draws: Floats, confidence: float) -> tuple[float, float]:
    low, high = np.quantile(draws, [(1 - confidence) / 2, (1 + confidence) / 2])
    return float(low), float(high)
