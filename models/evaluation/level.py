"""Moves the level of a calibration to the newest outcomes, when the share with the outcome has moved.

The calibration cohort is a year older than the cohort that judges. One number, learnt from the first matured
outcomes, mends the level of all probabilities and leaves their order as it is.
"""

from dataclasses import dataclass, replace

import numpy as np

from models.arrays import Floats
from models.calibration.choose import Calibration
from models.calibration.scaling import Scaling
from models.drift.base_rate import measured, moved_to, sentence, stepped
from models.evaluation.material import Material


@dataclass(frozen=True)
class Mended:
    calibration: Calibration
    p: Floats  # (n,) of every case; of the test cohort by a step from the other half of its students
    note: str


def mend_level(found: Calibration, margins: dict[str, Floats], material: Material) -> Mended | None:
    """None where chance explains the difference: then the level stays."""
    p, test, y = found.probabilities(margins), material.part.test, material.frame.y
    confidence = material.rule.drift.base_rate_confidence
    rate = measured(material.y, float(p[material.day].mean()), confidence)
    if not rate.moved:
        return None
    calibration = raised(found, moved_to(p[test], y[test]))
    shown = calibration.probabilities(margins)
    half = half_of_students(material)
    for mine in (test & half, test & ~half):
        other = raised(found, moved_to(p[test & ~mine], y[test & ~mine]))
        shown[mine] = other.probabilities({name: margin[mine] for name, margin in margins.items()})
    return Mended(calibration, shown, f"The level was moved to the newest outcomes. {sentence(rate)}")


def raised(found: Calibration, step: float) -> Calibration:
    """The same calibration with `step` added to the log-odds of what it shows."""
    if found.chosen == "combination":
        return replace(found, intercept=found.intercept + step)
    scaling = _raised(found.scalings[found.chosen], step)
    return replace(found, scalings={**found.scalings, found.chosen: scaling})


def _raised(scaling: Scaling, step: float) -> Scaling:
    if scaling.kind == "none":
        return Scaling("platt", [1.0, step])
    if scaling.kind == "isotonic":
        half = len(scaling.numbers) // 2
        moved = stepped(np.array(scaling.numbers[half:]), step)
        return Scaling("isotonic", [*scaling.numbers[:half], *map(float, moved)])
    return Scaling(scaling.kind, [*scaling.numbers[:-1], scaling.numbers[-1] + step])


def half_of_students(material: Material) -> np.ndarray[tuple[int, ...], np.dtype[np.bool_]]:
    """(n,) all cases of a student in the same half."""
    student = np.unique(material.frame.ids[:, 0].astype(np.str_), return_inverse=True)[1]
    return np.asarray(student % 2 == 0)
