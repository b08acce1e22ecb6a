"""The trained network in NumPy: the same numbers as Keras, for scoring without it and as its oracle."""

import io
from dataclasses import dataclass, fields

import numpy as np

from models.arrays import Flags, Floats, Singles
from models.sequence.scales import Scales

ROWS_AT_ONCE = 4096


@dataclass(frozen=True)
class Weights:
    """Gates stand in the order input, forget, candidate, output; h hidden units, d joined units."""

    kernel: Singles  # (q, 4h)
    recurrent: Singles  # (h, 4h)
    bias: Singles  # (4h,)
    join_kernel: Singles  # (h + p, d)
    join_bias: Singles  # (d,)
    logit_kernel: Singles  # (d, 1)
    logit_bias: Singles  # (1,)
    weekly_mean: Floats
    weekly_scale: Floats
    static_mean: Floats
    static_scale: Floats

    @property
    def scales(self) -> Scales:
        return Scales(self.weekly_mean, self.weekly_scale, self.static_mean, self.static_scale)

    def to_npz(self) -> bytes:
        """Plain arrays; the same weights give the same bytes."""
        written = io.BytesIO()
        np.savez(written, **{field.name: getattr(self, field.name) for field in fields(self)})
        return written.getvalue()


def from_npz(content: bytes) -> Weights:
    """Refuses anything but plain arrays: objects would need pickle."""
    with np.load(io.BytesIO(content), allow_pickle=False) as arrays:
        return Weights(**{field.name: arrays[field.name] for field in fields(Weights)})


def logits(weights: Weights, weekly: Singles, mask: Flags, static: Singles) -> Floats:
    """(n,) from scaled inputs (n, weeks, q), (n, weeks), (n, p)."""
    parts = [
        _some(
            weights,
            weekly[at : at + ROWS_AT_ONCE],
            mask[at : at + ROWS_AT_ONCE],
            static[at : at + ROWS_AT_ONCE],
        )
        for at in range(0, len(weekly), ROWS_AT_ONCE)
    ]
    return np.concatenate(parts).astype(np.float64) if parts else np.zeros(0)


def _some(weights: Weights, weekly: Singles, mask: Flags, static: Singles) -> Singles:
    units = weights.recurrent.shape[0]
    h = np.zeros((len(weekly), units), dtype=np.float32)
    c = np.zeros_like(h)
    # The inputs' share of every week at once; only the recurrence has to wait for the week before.
    arriving = weekly @ weights.kernel + weights.bias
    for week in range(weekly.shape[1]):
        gates = arriving[:, week] + h @ weights.recurrent
        let_in, keep, let_out = (_sigmoid(gates[:, k * units : (k + 1) * units]) for k in (0, 1, 3))
        new_c = keep * c + let_in * np.tanh(gates[:, 2 * units : 3 * units])
        there = mask[:, week, None]
        h, c = np.where(there, let_out * np.tanh(new_c), h), np.where(there, new_c, c)
    joined = np.concatenate([h, static], axis=1) @ weights.join_kernel + weights.join_bias
    return np.asarray((np.maximum(joined, 0) @ weights.logit_kernel + weights.logit_bias)[:, 0])


def _sigmoid(x: Singles) -> Singles:
    return np.asarray(0.5 * (1 + np.tanh(0.5 * x)), dtype=np.float32)
