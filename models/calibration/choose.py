"""Which scaling each family gets, and whether both together beat the better one; decided on one cohort."""

import json
from dataclasses import dataclass, fields, replace
from typing import Any

import numpy as np
from scipy.special import logit

from models.arrays import Floats, Wholes
from models.calibration.logistic import fit_logistic
from models.calibration.scaling import KINDS, Scaling, fit_scaling
from models.measures.probability import log_losses

FOLDS = 5
SEED = 11
# One-sided 95 %: what is more complicated has to be better by more than this many standard errors.
SURE = 1.64
# A finite logit for probabilities of 0 and 1.
CLIP = 1e-6


@dataclass(frozen=True)
class Calibration:
    """`chosen`: a family's name or "combination"; weights and intercept join the calibrated logits."""

    chosen: str
    scalings: dict[str, Scaling]
    weights: dict[str, float]
    intercept: float
    notes: list[str]

    def probabilities(self, margins: dict[str, Floats]) -> Floats:
        """(n,) of the chosen model, from each family's (n,) log-odds."""
        return self.by_name(margins)[self.chosen]

    def by_name(self, margins: dict[str, Floats]) -> dict[str, Floats]:
        """Probabilities of each family, and of the combination where there are two."""
        found = {name: scaling.probabilities(margins[name]) for name, scaling in self.scalings.items()}
        if self.weights:
            total = sum(weight * _logit(found[name]) for name, weight in self.weights.items())
            found["combination"] = np.asarray(1 / (1 + np.exp(-(total + self.intercept))))
        return found

    def document(self) -> dict[str, Any]:
        return {
            "chosen": self.chosen,
            "scalings": {name: scaling.document() for name, scaling in self.scalings.items()},
            "weights": self.weights,
            "intercept": self.intercept,
            "notes": self.notes,
        }


def calibration_from(document: dict[str, Any]) -> Calibration:
    """What else stands in calibration.json belongs to others."""
    scalings = {name: Scaling(**scaling) for name, scaling in document["scalings"].items()}
    mine = {field.name: document[field.name] for field in fields(Calibration)}
    return Calibration(**{**mine, "scalings": scalings})


def calibration_json(calibration: Calibration) -> str:
    return json.dumps(calibration.document(), indent=2) + "\n"


def calibrate(y: Floats, margins: dict[str, Floats]) -> Calibration:
    """From the calibrate cohort's outcomes (n,) and each family's margins (n,), made without seeing them."""
    folds = _folds(y)
    kinds, losses, notes = dict[str, str](), dict[str, Floats](), list[str]()
    for name, margin in margins.items():
        kinds[name], losses[name] = _simplest(y, margin, folds)
        notes.append(f"{name}: scaling {kinds[name]}, log loss {losses[name].mean():.4f} held out.")
    best = min(losses, key=lambda name: float(losses[name].mean()))
    joined = _join(y, margins, kinds)
    if len(margins) < 2:
        return replace(joined, chosen=best, notes=notes)
    together = _held_out_losses(y, margins, kinds, folds)
    wins = _surely_better(together, losses[best])
    verdict = "so both are used together" if wins else f"so {best} is used alone"
    numbers = f"{together.mean():.4f} against {losses[best].mean():.4f} of {best}"
    notes.append(f"combination: log loss {numbers} held out, {verdict}.")
    return replace(joined, chosen="combination" if wins else best, notes=notes)


def _simplest(y: Floats, margin: Floats, folds: list[Wholes]) -> tuple[str, Floats]:
    """The first scaling that no more complicated one surely beats, and its held-out losses (n,)."""
    losses = {kind: _held_out_losses(y, {"it": margin}, {"it": kind}, folds) for kind in KINDS}
    kept = KINDS[0]
    for kind in KINDS[1:]:
        if _surely_better(losses[kind], losses[kept]):
            kept = kind
    return kept, losses[kept]


def _held_out_losses(
    y: Floats, margins: dict[str, Floats], kinds: dict[str, str], folds: list[Wholes]
) -> Floats:
    """(n,) log losses of each case by a map fitted on the other folds."""
    found = np.full(len(y), np.nan)
    for at in folds:
        rows = np.setdiff1d(np.arange(len(y)), at)
        fitted = _join(y[rows], {name: m[rows] for name, m in margins.items()}, kinds)
        found[at] = fitted.probabilities({name: m[at] for name, m in margins.items()})
    return log_losses(y, found)


def _join(y: Floats, margins: dict[str, Floats], kinds: dict[str, str]) -> Calibration:
    """Each family's scaling and, of two families, their weights."""
    scalings = {name: fit_scaling(kinds[name], margin, y) for name, margin in margins.items()}
    if len(margins) < 2:
        return Calibration(next(iter(margins)), scalings, {}, 0.0, [])
    logits = {name: _logit(scaling.probabilities(margins[name])) for name, scaling in scalings.items()}
    weights, intercept = _weights(y, logits)
    return Calibration("combination", scalings, weights, intercept, [])


def _weights(y: Floats, logits: dict[str, Floats]) -> tuple[dict[str, float], float]:
    """Not below 0: a family that only serves to be subtracted is left out."""
    names = list(logits)
    found = fit_logistic(np.column_stack([logits[name] for name in names]), y)
    weights = dict(zip(names, map(float, found[1:]), strict=True))
    kept = {name: logits[name] for name in names if weights[name] >= 0}
    if len(kept) == len(names) or not kept:
        return {name: max(weight, 0.0) for name, weight in weights.items()}, float(found[0])
    left, intercept = _weights(y, kept)
    return {name: left.get(name, 0.0) for name in names}, intercept


def _surely_better(new: Floats, old: Floats) -> bool:
    gain = old - new
    return bool(gain.mean() > SURE * gain.std() / np.sqrt(len(gain)) and gain.mean() > 0)


def _folds(y: Floats) -> list[Wholes]:
    """Equal shares of both outcomes in each fold, so that none has one class only."""
    random = np.random.default_rng(SEED)
    folds: list[list[int]] = [[] for _ in range(FOLDS)]
    for outcome in (0.0, 1.0):
        rows = random.permutation(np.flatnonzero(y == outcome))
        for at, share in enumerate(np.array_split(rows, FOLDS)):
            folds[at].extend(share.tolist())
    return [np.array(sorted(fold), dtype=np.int64) for fold in folds]


def _logit(p: Floats) -> Floats:
    return np.asarray(logit(np.clip(p, CLIP, 1 - CLIP)))
