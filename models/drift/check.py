"""The switch: whether the model may go on this cycle, or the plain rule takes over, and why in words."""

from dataclasses import dataclass

from models.arrays import Floats, Singles
from models.drift.base_rate import BaseRate, estimated, measured, sentence
from models.drift.psi import Shift, shift, shifts
from models.gate.rule import Rule
from models.measures.chance import ece_by_chance
from models.measures.honesty import ece

_REDRAWS = 200


@dataclass(frozen=True)
class Matured:
    """Probabilities as they were shown, and what then happened; (n,) each."""

    p: Floats
    y: Floats


@dataclass(frozen=True)
class DriftReport:
    inputs: tuple[Shift, ...]
    scores: Shift
    base_rate: BaseRate
    calibration_error: float | None  # on matured outcomes
    calibration_limit: float | None
    reasons: tuple[str, ...]  # why the plain rule takes over; empty = the model goes on
    notes: tuple[str, ...]  # to be looked at

    @property
    def tripped(self) -> bool:
        return bool(self.reasons)


def check_drift(
    then: Singles,
    now: Singles,
    names: list[str],
    p_then: Floats,
    p_now: Floats,
    before: float,
    matured: Matured | None,
    rule: Rule,
    seed: int,
) -> DriftReport:
    """`then`, `p_then`: the training students' inputs (n, m) and the calibration students' probabilities;
    `now`, `p_now`: those of this cycle; `before`: the share with the outcome in the calibration cohort.
    """
    inputs = tuple(shifts(then, now, names, rule.drift))
    scores = shift("score", p_then, p_now, rule.drift)
    rate = _rate(p_now, p_then, before, matured, rule, seed)
    reasons = [
        f"{row.name} is broken: its values are not those of earlier cohorts ({_psi(row)})."
        for row in inputs
        if row.verdict == "broken"
    ]
    if scores.verdict in ("moved", "broken"):
        reasons.append(f"The scores as a whole have moved ({_psi(scores)}).")
    error = limit = None
    if matured is not None:
        error = ece(matured.y, matured.p)
        limit = max(
            rule.drift.ece, ece_by_chance(matured.p, rule.calibration.chance, rule.calibration.redraws, seed)
        )
        if error > limit:
            reasons.append(
                f"Shown probabilities and outcomes differ by {error * 100:.1f} per 100 on average; "
                f"the limit is {limit * 100:.1f}."
            )
    notes = [f"{row.name} has moved ({_psi(row)})." for row in inputs if row.verdict == "moved"]
    notes.append(sentence(rate))
    return DriftReport(inputs, scores, rate, error, limit, tuple(reasons), tuple(notes))


def _rate(
    p_now: Floats, p_then: Floats, before: float, matured: Matured | None, rule: Rule, seed: int
) -> BaseRate:
    confidence = rule.drift.base_rate_confidence
    if matured is not None:
        return measured(matured.y, before, confidence)
    return estimated(p_now, p_then, confidence, _REDRAWS, seed)


def _psi(row: Shift) -> str:
    return f"PSI {row.psi:.2f}"
