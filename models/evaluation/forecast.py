"""A candidate that forecasts a number, judged on the newest matured cohort."""

from dataclasses import dataclass
from typing import Any

import numpy as np

from models.arrays import Floats
from models.conformal.coverage import coverage, held
from models.conformal.intervals import Correction, fit_correction, intervals
from models.evaluation.comparators import TITLES
from models.evaluation.material import Material, grades
from models.evaluation.probability import mean_interval
from models.gate.evidence import Against, Candidate, Gain


@dataclass(frozen=True)
class Forecast:
    """Of every case of the frame: the middle, and the ends of the interval; (n,) each."""

    middle: Floats
    low: Floats
    high: Floats
    correction: Correction


def widen(margins: Floats, material: Material) -> Forecast:
    """`margins` (n, 3): raw low, middle and high; the calibration cohort says how far to widen them."""
    rule, rows, grade = material.rule.coverage, material.part.calibrate, grades(material.frame)
    low, middle, high = margins.T
    correction = fit_correction(
        low[rows], high[rows], material.frame.y[rows], grade[rows], rule.level, rule.grade_minimum
    )
    return corrected(margins, material, correction)


def corrected(margins: Floats, material: Material, correction: Correction) -> Forecast:
    low, high = intervals(margins[:, 0], margins[:, 2], grades(material.frame), correction)
    return Forecast(margins[:, 1], low, high, correction)


def judge_forecast(name: str, forecast: Forecast, material: Material) -> Candidate:
    rule, day, y = material.rule, material.day, material.y
    inside = held(y, forecast.low[day], forecast.high[day])
    rows = coverage(
        inside,
        grades(material.frame)[day],
        rule.coverage.level,
        rule.coverage.binomial,
        forecast.correction.n,
    )
    plain = "now" if "now" in material.others else "base rate"
    saved = np.abs(material.others[plain] - y) - np.abs(forecast.middle[day] - y)
    gain = mean_interval(saved, rule.list.plain_confidence)
    words = TITLES[plain] if plain == "now" else "the mean of earlier years"
    return Candidate(name, Gain(words, gain.estimate, gain.low, gain.estimate), None, tuple(rows), (), ())


def compare_forecasts(new: Forecast, old: Forecast, material: Material) -> Against:
    worse = np.abs(new.middle[material.day] - material.y) - np.abs(old.middle[material.day] - material.y)
    return Against(None, None, mean_interval(worse, material.rule.list.confidence))


def correction_document(correction: Correction, family: str) -> dict[str, Any]:
    """What calibration.json holds for a forecast."""
    return {
        "chosen": family,
        "level": correction.level,
        "everyone": correction.everyone,
        "by_grade": dict(correction.by_grade),
        "n": correction.n,
    }


def correction_from(document: dict[str, Any]) -> Correction:
    return Correction(document["level"], document["everyone"], document["by_grade"], document["n"])
