"""Margins of a trained booster for new cases, by the inputs' names."""

from pathlib import Path

import numpy as np
import xgboost as xgb

from models.arrays import Floats, Singles
from models.artifact import ModelFacts
from models.boosted.model import margins
from models.frame.align import aligned
from models.frame.frame import Frame
from models.frame.tabular import tabular
from models.task import Task
from models.threads import threads


def load_booster(folder: Path) -> xgb.Booster:
    """Call after the checksums were checked."""
    booster = xgb.Booster({"nthread": threads()})
    booster.load_model(folder / "weights.ubj")
    return booster


def inputs_of(task: Task, facts: ModelFacts, frame: Frame) -> Singles:
    """(n, m) in the order of the weights. @raises ModelOfAnotherKind"""
    x, names = tabular(frame)
    return aligned(task, x, names, facts.inputs)


def score_boosted(task: Task, facts: ModelFacts, folder: Path, frame: Frame) -> Floats:
    """(n,) log-odds, or (n, quantiles) of a forecast."""
    return margins(load_booster(folder), np.ascontiguousarray(inputs_of(task, facts, frame)))
