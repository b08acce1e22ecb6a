"""The audit and the promise in plain sentences: counts per 100, "cannot tell yet" where that is so."""

import math

from models.fairness.price import Price
from models.fairness.promise import Judgement


def promise_sentence(judgement: Judgement) -> str:
    about = _PER_100[judgement.about]
    who = f"{judgement.attribute} {judgement.group} ({judgement.n} students)"
    gap = judgement.gap
    if judgement.verdict == "cannot tell yet":
        if math.isnan(gap.value):
            return f"{who}: we cannot tell yet how many {about}."
        interval = f"(interval {gap.low:+.0f} to {gap.high:+.0f} per 100)"
        return f"{who}: we cannot tell yet how many {about} {interval}."
    more = "more" if gap.value > 0 else "fewer"
    return (
        f"{who}: {abs(gap.value):.1f} per 100 {more} {about} than all others "
        f"(interval {gap.low:+.1f} to {gap.high:+.1f}); promised is at most {judgement.promised:.0f} more. "
        f"The promise is {judgement.verdict}."
    )


_PER_100 = {
    "false alarms": "are listed without need",
    "missed": "are missed by the list",
}


def price_sentence(price: Price) -> str:
    if not price.possible:
        return f"{price.attribute}: no list of this length was found that keeps the promise."
    if price.exchanged == 0:
        return f"{price.attribute}: this list keeps the promise as it is; keeping it costs nothing."
    return (
        f"{price.attribute}: to keep the promise, {price.exchanged} students on the list would have given "
        f"way to others. It would have found {price.found_after} instead of {price.found_before} "
        f"of those for whom the outcome came."
    )
