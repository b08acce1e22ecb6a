"""The network: a masked LSTM reads the weeks, a layer joins its last state with the static inputs, one logit.

h_t, c_t = LSTM(x_t, h_{t-1}, c_{t-1})    where the mask says the week was known; else carried over
z        = relu(W [h_last; static] + b)
logit    = v z + d
"""

from typing import Any

import keras

from models.sequence.settings import Settings


def build(settings: Settings, weeks: int, weekly: int, static: int) -> Any:
    """A Keras model of inputs (n, weeks, weekly), (n, weeks) mask and (n, static) to (n, 1) logits."""
    sequence = keras.Input((weeks, weekly), name="weekly")
    mask = keras.Input((weeks,), dtype="bool", name="mask")
    inputs = [sequence, mask]
    joined = keras.layers.LSTM(settings.hidden, name="lstm")(sequence, mask=mask)
    if static:
        beside = keras.Input((static,), name="static")
        inputs.append(beside)
        joined = keras.layers.Concatenate()([joined, beside])
    joined = keras.layers.Dense(settings.dense, activation="relu", name="join")(joined)
    joined = keras.layers.Dropout(settings.dropout, seed=settings.seed)(joined)
    return keras.Model(inputs, keras.layers.Dense(1, name="logit")(joined))
