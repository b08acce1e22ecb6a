"""Yesterday's champion on today's cases: the model in use must go on earning its place."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from models.arrays import Floats
from models.artifact import check_sums, read_model
from models.boosted.score import score_boosted
from models.calibration.choose import calibration_from
from models.evaluation.forecast import Forecast, corrected, correction_from
from models.evaluation.material import Material
from models.frame.frame import Frame
from models.task import Task

FAMILIES = ("boosted", "sequence")
CALIBRATION = "calibration.json"


@dataclass(frozen=True)
class Champion:
    name: str
    margins: dict[str, Floats]  # by family, for every case of today's frame
    calibration: dict[str, Any]

    def probabilities(self) -> Floats:
        return calibration_from(self.calibration).probabilities(self.margins)

    def forecast(self, material: Material) -> Forecast:
        margins = self.margins[self.calibration["chosen"]]
        return corrected(margins, material, correction_from(self.calibration))


def read_champion(folder: Path, task: Task, frame: Frame) -> Champion:
    """`folder`: one folder a family, and what `evaluate` wrote when the model came into use.

    @raises ModelChanged, ModelOfAnotherKind
    """
    check_sums(folder)
    calibration = json.loads((folder / CALIBRATION).read_text("utf-8"))
    margins = {
        family: score_family(family, folder / family, task, frame)
        for family in FAMILIES
        if (folder / family).is_dir()
    }
    name = json.loads((folder / "evaluation.json").read_text("utf-8"))["model"]["name"]
    return Champion(str(name), margins, calibration)


def score_family(family: str, folder: Path, task: Task, frame: Frame) -> Floats:
    facts = read_model(folder, task, family)
    if family == "boosted":
        return score_boosted(task, facts, folder, frame)
    from models.sequence.score import score_sequence  # only where a champion has that family

    return score_sequence(task, facts, folder, frame)
