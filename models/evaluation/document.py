"""evaluation.json: every measure, comparison and reason; a number that does not exist is null."""

import dataclasses
import math
from collections.abc import Mapping
from typing import Any

import numpy as np

from models.arrays import Floats
from models.evaluation.comparators import PLAIN, TITLES
from models.evaluation.drifting import by_cohort, history_sentence
from models.evaluation.forecast import Forecast
from models.evaluation.material import Material
from models.evaluation.probability import Judged
from models.evaluation.trained import Trained
from models.fairness.audit import members
from models.fairness.words import price_sentence, promise_sentence
from models.measures.honesty import reliability
from models.measures.summary import classification_measures, regression_measures
from models.task import Task
from models.trial.words import headline

FORMAT = 1


def plain(value: Any) -> Any:
    """Dataclasses and arrays as JSON's own kinds; nan and infinity become null."""
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {f.name: plain(getattr(value, f.name)) for f in dataclasses.fields(value)}
    if isinstance(value, Mapping):
        return {str(key): plain(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [plain(item) for item in value]
    if isinstance(value, np.generic):
        return plain(value.item())
    return None if isinstance(value, float) and not math.isfinite(value) else value


def named(task: Task) -> dict[str, Any]:
    return {
        "format": FORMAT,
        "task": {
            "name": task.name,
            "kind": task.kind,
            "sentence": task.sentence,
            "source": task.source,
            "digest": task.digest,
            "expiry_days": task.expiry_days,
            "not_used": list(task.never),
        },
    }


def about(material: Material, families: Mapping[str, Trained]) -> dict[str, Any]:
    """What was asked, of whom, and what trained."""
    part = material.part
    return {
        **named(material.task),
        "data": {
            "cohorts": {name: list(cohorts) for name, cohorts in part.cohorts.items()},
            "cases": {name: int(getattr(part, name).sum()) for name in ("train", "calibrate", "test")},
            "judged_students": material.students,
            "judged_day": _day(material),
            "by_cohort": plain(by_cohort(material)) if material.task.kind == "classification" else None,
        },
        "families": {name: plain(trained.facts) for name, trained in families.items()},
    }


def _day(material: Material) -> str | None:
    as_of = material.frame.as_of
    return None if as_of is None else str(as_of[material.day][0])


def probability_part(
    shown: Mapping[str, Floats], chosen: str, judged: Judged, material: Material
) -> dict[str, Any]:
    """`shown`: model name to probabilities (n,) of every case; measures are of the test cohort."""
    test, y = material.part.test, material.frame.y[material.part.test]
    trials = [{**plain(trial), "sentence": headline(trial, PLAIN, TITLES[PLAIN])} for trial in judged.trials]
    return {
        "measures": {name: plain(classification_measures(y, p[test])) for name, p in shown.items()},
        "reliability": plain(reliability(y, shown[chosen][test])),
        "by_group": _by_group(shown[chosen], material),
        "trial": trials,
        "fairness": {
            "length": material.share,
            "groups": [{**plain(row), "verdict": row.verdict} for row in judged.groups],
            "promise": [{**plain(j), "sentence": promise_sentence(j)} for j in judged.candidate.promise],
            "price": [{**plain(p), "sentence": price_sentence(p)} for p in judged.prices],
        },
        "drift": None if judged.drift is None else plain(judged.drift),
        "base_rate_history": history_sentence(material),
    }


def forecast_part(
    forecasts: Mapping[str, Floats], chosen: Forecast, coverage: Any, material: Material
) -> dict[str, Any]:
    test, y = material.part.test, material.frame.y[material.part.test]
    return {
        "measures": {name: plain(regression_measures(y, middle[test])) for name, middle in forecasts.items()},
        "others": {
            name: plain(regression_measures(material.y, values)) for name, values in material.others.items()
        },
        "by_group": _errors_by_group(chosen.middle, material),
        "intervals": plain(coverage),
        "interval_width": plain(float(np.mean((chosen.high - chosen.low)[test]))),
    }


def _by_group(p: Floats, material: Material) -> list[dict[str, Any]]:
    """Every group stays in the table; its measures are null where there are too few to say."""
    return _grouped(p, material, classification_measures, classification=True)


def _errors_by_group(middle: Floats, material: Material) -> list[dict[str, Any]]:
    return _grouped(middle, material, regression_measures, classification=False)


def _grouped(
    values: Floats, material: Material, measure: Any, *, classification: bool
) -> list[dict[str, Any]]:
    test, frame, fewest = material.part.test, material.frame, material.rule.groups.fewest
    rows = []
    for attribute, labels in frame.groups.items():
        for group, inside in members(labels).items():
            mine = inside & test
            y = frame.y[mine]
            sizes = [int((y == 1).sum()), int((y == 0).sum())] if classification else [len(y)]
            told = plain(measure(y, values[mine])) if min(sizes) >= fewest else None
            rows.append({"attribute": attribute, "group": group, "n": len(y), "measures": told})
    return rows
