"""The sequence family's training, from a frame to a network and its margins, in the order it happens."""

import models.threads  # isort: skip  # noqa: F401  (before any numerical library)

from dataclasses import asdict

from models.arrays import Flags, Floats
from models.artifact import FORMAT, ModelFacts, libraries
from models.boosted.train import Trained
from models.faults import NoInputs, TaskFileWrong
from models.frame.cohorts import PARTS, parts
from models.frame.frame import Frame
from models.rehearsal import refit_note, rehearse
from models.sequence.fit import Trainer
from models.sequence.scales import scales
from models.sequence.settings import settings
from models.task import Task


def train_sequence(task: Task, frame: Frame) -> Trained:
    """@raises HistoryTooShort, NothingMatured, OneClassOnly, TooFewCases, NoInputs, TaskFileWrong"""
    if task.kind != "classification":
        mend = "Forecasts of a number are the trees' work."
        raise TaskFileWrong("The sequence family classifies only", where=f"{task.name}: kind", mend=mend)
    part = parts(task, frame)
    if frame.weekly is None or frame.week_mask is None or frame.weekly.shape[1] == 0:
        mend = "Give a weekly table, or train the boosted family alone."
        raise NoInputs("No weeks to read", where=f"{task.name}: data.weekly", mend=mend)
    chosen_settings = settings(task)
    scale = scales(frame, part.train)
    weekly, static, mask = scale.weekly(frame.weekly), scale.static(frame.static), frame.week_mask
    trainer = Trainer(chosen_settings, (weekly, mask, static), frame.y, scale)

    def chosen(rows: Flags, later: Flags) -> tuple[Floats, int]:
        epochs = trainer.fit(rows, chosen_settings.epochs, later)
        return trainer.margins(), epochs

    def again(rows: Flags, epochs: int) -> Floats:
        trainer.fit(rows, epochs, None)
        return trainer.margins()

    raw, epochs = rehearse(task, frame, part, chosen, again)
    facts = ModelFacts(
        format=FORMAT,
        family="sequence",
        task=task.name,
        task_digest=task.digest,
        inputs=[*frame.static_names, *frame.weekly_names],
        left_out=[],
        seed=chosen_settings.seed,
        rounds=epochs,
        rows={name: int(getattr(part, name).sum()) for name in PARTS},
        cohorts={name: list(part.cohorts[name]) for name in PARTS},
        training_digest=frame.digest(),
        settings={**asdict(chosen_settings), "weeks": weekly.shape[1], "static": frame.static_names},
        notes=refit_note(task),
        libraries=libraries("keras", "jax"),
    )
    return Trained(facts, trainer.weights.to_npz(), raw)
