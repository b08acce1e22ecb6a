"""A candidate that gives probabilities, judged on the newest matured cohort."""

from dataclasses import dataclass

import numpy as np

from models.arrays import Floats
from models.drift.check import DriftReport
from models.evaluation.comparators import PLAIN, TITLES
from models.evaluation.drifting import drift_of
from models.evaluation.material import SEED, Material
from models.fairness.audit import GroupAudit, audit_groups
from models.fairness.price import Price, price_of_promise
from models.fairness.promise import judge_promise
from models.gate.evidence import Against, Candidate, Gain, Honesty
from models.measures.bootstrap import Interval, interval
from models.measures.chance import ece_by_chance, slope_error
from models.measures.honesty import ece, slope_intercept
from models.measures.probability import log_losses
from models.trial.lists import contacts, listed
from models.trial.trial import Trial, hold_trial

OURS = "ours"
_ERRORS = 1.96  # of the slope, to either side


@dataclass(frozen=True)
class Judged:
    candidate: Candidate
    trials: tuple[Trial, ...]
    groups: tuple[GroupAudit, ...]
    prices: tuple[Price, ...]
    drift: DriftReport | None


def judge_probabilities(name: str, p: Floats, material: Material) -> Judged:
    """`p` (n,): probabilities for every case of the frame."""
    rule, y, shown = material.rule, material.y, p[material.day]
    scores = {OURS: shown, **material.others}
    trials = {share: hold_trial(scores, OURS, y, share, rule.list, SEED) for share in material.task.lengths}
    k = contacts(len(y), material.share)
    chosen = listed(shown, y, k)
    groups = {attribute: labels[material.day] for attribute, labels in material.frame.groups.items()}
    fewest, drift = rule.groups.fewest, drift_of(p, material)
    prices = [
        price_of_promise(a, shown, y, labels, k, material.promise, fewest) for a, labels in groups.items()
    ]
    candidate = Candidate(
        name,
        _gain(trials[material.share]),
        _honesty(p, material),
        (),
        tuple(judge_promise(y, chosen, groups, material.promise, fewest)),
        drift.reasons if drift is not None else (),
        tuple(prices),
    )
    audit = audit_groups(shown, shown, y, chosen, groups, rule.groups, rule.list.confidence, SEED)
    return Judged(candidate, tuple(trials.values()), tuple(audit), tuple(prices), drift)


def compare_probabilities(new: Floats, old: Floats, material: Material) -> Against:
    """Positive = the new ones are worse; (n,) each, on the same students."""
    rule = material.rule.list
    worse = log_losses(material.y, new[material.day]) - log_losses(material.y, old[material.day])
    pair = {"old": old[material.day], "new": new[material.day]}
    lists = hold_trial(pair, "old", material.y, material.share, rule, SEED).against("new")
    assert lists is not None
    return Against(
        mean_interval(worse, rule.confidence), Interval(lists.per_100, lists.low, lists.high), None
    )


def mean_interval(values: Floats, level: float) -> Interval:
    return interval(lambda some, _: float(some.mean()), values, values, level=level, seed=SEED)


def _gain(trial: Trial) -> Gain | None:
    plain = trial.against(PLAIN)
    if plain is None:
        return None
    return Gain(TITLES[PLAIN], plain.per_100, plain.plain_low, plain.even_per_100)


def _honesty(p: Floats, material: Material) -> Honesty:
    """The error over all test cases; what chance allows by the number of students, each with one case."""
    rule, test = material.rule.calibration, material.part.test
    slope, intercept = slope_intercept(material.frame.y[test], p[test])
    half = _ERRORS * slope_error(p[material.day], slope, intercept) if np.isfinite(slope) else np.inf
    return Honesty(
        ece(material.frame.y[test], p[test]),
        ece_by_chance(p[material.day], rule.chance, rule.redraws, SEED),
        Interval(slope, slope - half, slope + half),
    )
