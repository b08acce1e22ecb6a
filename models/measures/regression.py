"""How far forecasts of a number are from it."""

import numpy as np

from models.arrays import Floats


def mean_absolute_error(y: Floats, forecast: Floats) -> float:
    return float(np.mean(np.abs(forecast - y)))


def root_mean_squared_error(y: Floats, forecast: Floats) -> float:
    return float(np.sqrt(np.mean((forecast - y) ** 2)))


def share_explained(y: Floats, forecast: Floats) -> float:
    """R squared: 1 - squared error / spread around the mean; nan if the outcome does not vary."""
    spread = float(((y - y.mean()) ** 2).sum())
    return 1 - float(((y - forecast) ** 2).sum()) / spread if spread > 0 else float("nan")
