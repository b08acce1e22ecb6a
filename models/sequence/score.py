"""Margins of a trained sequence model for new cases, in NumPy."""

from pathlib import Path

import numpy as np

from models.arrays import Flags, Floats, Singles
from models.artifact import ModelFacts
from models.faults import ModelOfAnotherKind
from models.frame.align import aligned
from models.frame.frame import Frame
from models.sequence.forward import Weights, from_npz, logits
from models.task import Task


def load_weights(folder: Path) -> Weights:
    """Call after the checksums were checked."""
    return from_npz((folder / "weights.npz").read_bytes())


def inputs_of(
    task: Task, facts: ModelFacts, weights: Weights, frame: Frame
) -> tuple[Singles, Flags, Singles]:
    """Scaled weeks (n, weeks, q), their mask and scaled static inputs (n, p). @raises ModelOfAnotherKind"""
    weekly_names = facts.inputs[len(facts.settings["static"]) :]
    if frame.weekly is None or frame.week_mask is None or frame.weekly_names != weekly_names:
        mend = "Score with the frame of the same task, or train again."
        raise ModelOfAnotherKind("Other weekly inputs than in training", where=task.name, mend=mend)
    static = aligned(task, frame.static, frame.static_names, facts.settings["static"])
    return weights.scales.weekly(frame.weekly), frame.week_mask, weights.scales.static(static)


def score_sequence(task: Task, facts: ModelFacts, folder: Path, frame: Frame) -> Floats:
    """(n,) log-odds."""
    weights = load_weights(folder)
    return np.asarray(logits(weights, *inputs_of(task, facts, weights, frame)))
