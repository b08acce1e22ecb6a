"""The district's written promise, judged: kept, broken, or too few students to tell."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from models.arrays import Flags, Floats, Words
from models.fairness.audit import members, share
from models.fairness.rates import Gap, newcombe
from models.gate.rule import Promise

About = Literal["false alarms", "missed"]
Verdict = Literal["kept", "broken", "cannot tell yet"]


@dataclass(frozen=True)
class Judgement:
    """One group and one side of the promise; gaps in students per 100, the group minus all others."""

    attribute: str
    group: str
    about: About
    n: int  # students of the group in the denominator
    gap: Gap
    promised: float
    verdict: Verdict


@dataclass(frozen=True)
class _Side:
    attribute: str
    group: str
    about: About
    inside: Flags  # the group's students in the denominator
    outside: Flags

    def testable(self, fewest: int) -> bool:
        return min(int(self.inside.sum()), int(self.outside.sum())) >= fewest


def judge_promise(
    y: Floats, listed: Flags, groups: Mapping[str, Words], promise: Promise, fewest: int
) -> list[Judgement]:
    """Broken: larger than promised, and we can tell, over all comparisons together, that it is not nil."""
    sides = [side for attribute, labels in groups.items() for side in _sides(attribute, labels, y)]
    tests = max(1, sum(side.testable(fewest) for side in sides))
    # One-sided, shared among the comparisons (Bonferroni), so that equal groups rarely break a promise.
    confidence = 1 - 2 * (1 - promise.confidence) / tests
    return [_judge(side, listed, promise, confidence, fewest) for side in sides]


def _sides(attribute: str, labels: Words, y: Floats) -> list[_Side]:
    among: dict[About, Flags] = {"false alarms": y == 0, "missed": y == 1}
    return [
        _Side(attribute, name, about, inside & whom, ~inside & whom)
        for name, inside in members(labels).items()
        for about, whom in among.items()
    ]


def _judge(side: _Side, listed: Flags, promise: Promise, confidence: float, fewest: int) -> Judgement:
    counted = listed if side.about == "false alarms" else ~listed
    gap = newcombe(share(counted, side.inside, confidence), share(counted, side.outside, confidence))
    per_100 = Gap(gap.value * 100, gap.low * 100, gap.high * 100)
    promised = promise.false_alarms_per_100 if side.about == "false alarms" else promise.missed_per_100
    verdict: Verdict = "kept"
    if not side.testable(fewest):
        verdict = "cannot tell yet"
    elif per_100.value > promised:
        verdict = "broken" if per_100.low > 0 else "cannot tell yet"
    return Judgement(
        side.attribute, side.group, side.about, int(side.inside.sum()), per_100, promised, verdict
    )


def broken(judgements: list[Judgement]) -> list[Judgement]:
    return [j for j in judgements if j.verdict == "broken"]
