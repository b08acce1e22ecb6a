"""The sequence family's training, from a frame to a network and its margins, in the order it happens."""

import models.threads  # isort: skip  # noqa: F401  (before any numerical library)

from dataclasses import asdict
from typing import Any

import keras
import numpy as np

from models.arrays import Flags, Floats, Singles
from models.artifact import FORMAT, ModelFacts, libraries
from models.boosted.train import Trained
from models.faults import NoInputs, TaskFileWrong
from models.frame.cohorts import PARTS, parts
from models.frame.frame import Frame
from models.rehearsal import refit_note, rehearse
from models.sequence.forward import Weights, logits
from models.sequence.model import build
from models.sequence.scales import Scales, scales
from models.sequence.settings import Settings, settings
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
    kept = dict[str, Weights]()

    def margins() -> Floats:
        return logits(kept["weights"], weekly, mask, static)

    def chosen(rows: Flags, later: Flags) -> tuple[Floats, int]:
        network, epochs = _fit(chosen_settings, (weekly, mask, static), frame.y, rows, later)
        kept["weights"] = weights_of(network, scale)
        return margins(), epochs

    def again(rows: Flags, epochs: int) -> Floats:
        network, _ = _fit(chosen_settings, (weekly, mask, static), frame.y, rows, None, epochs)
        kept["weights"] = weights_of(network, scale)
        return margins()

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
    return Trained(facts, kept["weights"].to_npz(), raw)


def _fit(
    chosen: Settings,
    inputs: tuple[Singles, Flags, Singles],
    y: Floats,
    rows: Flags,
    later: Flags | None,
    epochs: int | None = None,
) -> tuple[Any, int]:
    """The network with the lowest loss on the later cases, or after a given number of epochs."""
    keras.utils.set_random_seed(chosen.seed)
    network = build(chosen, inputs[0].shape[1], inputs[0].shape[2], inputs[2].shape[1])
    network.compile(
        optimizer=keras.optimizers.Adam(chosen.rate, clipnorm=1.0),
        loss=keras.losses.BinaryCrossentropy(from_logits=True),
    )
    _start_at_base_rate(network, y[rows])
    at = _spaced(rows, chosen.rows)
    stopping = keras.callbacks.EarlyStopping(patience=chosen.patience, restore_best_weights=True)
    check = None if later is None else (_given(inputs, np.flatnonzero(later)), y[later].astype(np.float32))
    told = network.fit(
        _given(inputs, at),
        y[at].astype(np.float32),
        batch_size=chosen.batch,
        epochs=epochs or chosen.epochs,
        validation_data=check,
        validation_batch_size=4096,
        callbacks=[] if later is None else [stopping],
        verbose=0,
    )
    return network, epochs or int(np.argmin(told.history["val_loss"])) + 1


def _given(inputs: tuple[Singles, Flags, Singles], at: np.ndarray[Any, Any]) -> list[Any]:
    weekly, mask, static = (part[at] for part in inputs)
    return [weekly, mask, static] if static.shape[1] else [weekly, mask]


def _start_at_base_rate(network: Any, y: Floats) -> None:
    """Rare outcomes would otherwise spend their first epochs on learning that they are rare."""
    layer = network.get_layer("logit")
    rate = min(max(float(y.mean()), 1e-4), 1 - 1e-4)
    layer.set_weights([layer.get_weights()[0], np.array([np.log(rate / (1 - rate))], dtype=np.float32)])


def _spaced(rows: Flags, most: int) -> np.ndarray[Any, Any]:
    """At most so many of the rows, evenly spaced over the sorted cases: the same ones each time."""
    at = np.flatnonzero(rows)
    return at if len(at) <= most else at[np.linspace(0, len(at) - 1, most).astype(np.int64)]


def weights_of(network: Any, scale: Scales) -> Weights:
    kernel, recurrent, bias = network.get_layer("lstm").get_weights()
    join_kernel, join_bias = network.get_layer("join").get_weights()
    logit_kernel, logit_bias = network.get_layer("logit").get_weights()
    return Weights(
        kernel,
        recurrent,
        bias,
        join_kernel,
        join_bias,
        logit_kernel,
        logit_bias,
        scale.weekly_mean,
        scale.weekly_scale,
        scale.static_mean,
        scale.static_scale,
    )
