"""One network, fitted as often as asked: compiled once, started each time from the same weights."""

import models.threads  # isort: skip  # noqa: F401  (before any numerical library)

from typing import Any

import keras
import numpy as np

from models.arrays import Flags, Floats, Singles, Wholes
from models.measures.probability import log_loss
from models.sequence.forward import Weights, logits
from models.sequence.model import build
from models.sequence.scales import Scales
from models.sequence.settings import Settings


class Trainer:
    """Holds the scaled inputs (n, weeks, q), (n, weeks), (n, p) of all cases and the weights last kept."""

    def __init__(
        self, chosen: Settings, inputs: tuple[Singles, Flags, Singles], y: Floats, scale: Scales
    ) -> None:
        keras.utils.set_random_seed(chosen.seed)
        weekly, _, static = inputs
        self._chosen, self._inputs, self._y, self._scale = chosen, inputs, y, scale
        self._network = build(chosen, weekly.shape[1], weekly.shape[2], static.shape[1])
        self._network.compile(
            optimizer=keras.optimizers.Adam(chosen.rate, clipnorm=1.0),
            loss=keras.losses.BinaryCrossentropy(from_logits=True),
        )
        self._network.optimizer.build(self._network.trainable_variables)
        self._start = [keras.ops.convert_to_numpy(one).copy() for one in self._variables()]
        self.weights = weights_of(self._network, scale)

    def _variables(self) -> list[Any]:
        return [*self._network.variables, *self._network.optimizer.variables]

    def margins(self) -> Floats:
        return logits(self.weights, *self._inputs)

    def fit(self, rows: Flags, epochs: int, later: Flags | None) -> int:
        """Keeps the weights with the lowest loss on the later cases, or the last; returns their epoch."""
        at = spaced(rows, self._chosen.rows)
        batch = min(self._chosen.batch, len(at))
        # Whole batches only: one shape is one compilation, and that costs more than the cases are worth.
        at = at[: len(at) // batch * batch]
        keras.utils.set_random_seed(self._chosen.seed)
        for one, value in zip(self._variables(), self._start, strict=True):
            one.assign(value)
        _start_at_base_rate(self._network, self._y[rows])
        weekly, mask, static = (part[at] for part in self._inputs)
        given = [weekly, mask, static] if static.shape[1] else [weekly, mask]
        y = self._y[at].astype(np.float32)
        lowest, kept = np.inf, 0
        for epoch in range(1, epochs + 1):
            self._network.fit(given, y, batch_size=batch, epochs=1, verbose=0)
            now = weights_of(self._network, self._scale)
            loss = 0.0 if later is None else self._loss(now, later)
            if later is None or loss < lowest:
                self.weights, lowest, kept = now, loss, epoch
            elif epoch - kept >= self._chosen.patience:
                break
        return kept

    def _loss(self, weights: Weights, later: Flags) -> float:
        weekly, mask, static = self._inputs
        margin = logits(weights, weekly[later], mask[later], static[later])
        return log_loss(self._y[later], np.asarray(1 / (1 + np.exp(-margin))))


def spaced(rows: Flags, most: int) -> Wholes:
    """At most so many of the rows, evenly spaced over the sorted cases: the same ones each time."""
    at = np.flatnonzero(rows)
    return at if len(at) <= most else at[np.linspace(0, len(at) - 1, most).astype(np.int64)]


def _start_at_base_rate(network: Any, y: Floats) -> None:
    """Rare outcomes would otherwise spend their first epochs on learning that they are rare."""
    layer = network.get_layer("logit")
    rate = min(max(float(y.mean()), 1e-4), 1 - 1e-4)
    layer.set_weights([layer.get_weights()[0], np.array([np.log(rate / (1 - rate))], dtype=np.float32)])


def weights_of(network: Any, scale: Scales) -> Weights:
    """Copies, as plain arrays."""
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
