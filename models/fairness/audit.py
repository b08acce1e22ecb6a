"""What the list and the probabilities do to each group, with n and interval; no small group is dropped."""

import math
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from scipy.stats import norm

from models.arrays import Flags, Floats, Words
from models.fairness.abroca import Abroca, abroca
from models.fairness.rates import Gap, Rate, ratio, wilson
from models.gate.rule import Groups

NOT_RECORDED = "not recorded"


@dataclass(frozen=True)
class GroupAudit:
    attribute: str
    group: str
    n: int
    events: int
    recall: Rate  # listed, of those with the outcome
    false_alarms: Rate  # listed, of those without
    listed: Rate
    flag_ratio: Gap  # share listed over that of all others
    calibration: Gap  # mean probability minus share with the outcome
    abroca: Abroca | None
    enough: bool  # students with and without the outcome in the group and outside it reach the rule's fewest

    @property
    def verdict(self) -> str:
        """Of the group as a whole; the promise has its own verdicts."""
        if not self.enough or self.abroca is None:
            return "cannot tell yet"
        return "ordered less well" if self.abroca.value > self.abroca.point else "no difference seen"


def members(labels: Words) -> dict[str, Flags]:
    """Every group by name, those without an entry as a group of their own."""
    names = np.where(labels == "", NOT_RECORDED, labels)
    return {str(name): names == name for name in np.unique(names)}


def audit_groups(
    score: Floats,
    p: Floats,
    y: Floats,
    listed: Flags,
    groups: Mapping[str, Words],
    rule: Groups,
    confidence: float,
    seed: int,
) -> list[GroupAudit]:
    """`score`, `p`, `y`, `listed`: (n,) of one matured cohort; `groups`: attribute to (n,) names."""
    found = []
    for attribute, labels in groups.items():
        for name, inside in members(labels).items():
            # A seed of its own: one more group elsewhere moves no other group's point.
            rng = np.random.default_rng([seed, *f"{attribute}={name}".encode()])
            found.append(_audit(attribute, name, score, p, y, listed, inside, rule, confidence, rng))
    return found


def _audit(
    attribute: str,
    name: str,
    score: Floats,
    p: Floats,
    y: Floats,
    listed: Flags,
    inside: Flags,
    rule: Groups,
    confidence: float,
    rng: np.random.Generator,
) -> GroupAudit:
    event = y == 1
    mine = share(listed, inside, confidence)
    parts = (inside & event, inside & ~event, ~inside & event, ~inside & ~event)
    return GroupAudit(
        attribute,
        name,
        n=int(inside.sum()),
        events=int((inside & event).sum()),
        recall=share(listed, inside & event, confidence),
        false_alarms=share(listed, inside & ~event, confidence),
        listed=mine,
        flag_ratio=ratio(mine, share(listed, ~inside, confidence), confidence),
        calibration=_mean_gap(p[inside] - y[inside], confidence),
        abroca=abroca(score, y, inside, rule, rng),
        enough=min(int(part.sum()) for part in parts) >= rule.fewest,
    )


def share(listed: Flags, among: Flags, confidence: float) -> Rate:
    return wilson(float((listed & among).sum()), int(among.sum()), confidence)


def _mean_gap(difference: Floats, confidence: float) -> Gap:
    if len(difference) < 2:
        return Gap(float(difference.mean()) if len(difference) else math.nan, -1.0, 1.0)
    half = float(norm.ppf((1 + confidence) / 2)) * float(difference.std(ddof=1)) / math.sqrt(len(difference))
    value = float(difference.mean())
    return Gap(value, value - half, value + half)
