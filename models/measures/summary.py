"""All measures of one list of probabilities (or forecasts), under the names used in reports."""

from models.arrays import Floats
from models.measures.honesty import ece, slope_intercept
from models.measures.probability import brier, brier_parts, log_loss
from models.measures.ranking import auc, average_precision
from models.measures.regression import mean_absolute_error, root_mean_squared_error, share_explained


def classification_measures(y: Floats, p: Floats) -> dict[str, float]:
    """y (n,) 0 or 1; p (n,) probabilities."""
    slope, intercept = slope_intercept(y, p)
    return {
        "n": float(len(y)),
        "base_rate": float(y.mean()),
        "mean_predicted": float(p.mean()),
        "auc": auc(y, p),
        "average_precision": average_precision(y, p),
        "brier": brier(y, p),
        **{f"brier_{name}": value for name, value in brier_parts(y, p).items()},
        "log_loss": log_loss(y, p),
        "ece": ece(y, p),
        "slope": slope,
        "intercept": intercept,
    }


def regression_measures(y: Floats, forecast: Floats) -> dict[str, float]:
    return {
        "n": float(len(y)),
        "mean": float(y.mean()),
        "mean_predicted": float(forecast.mean()),
        "mae": mean_absolute_error(y, forecast),
        "rmse": root_mean_squared_error(y, forecast),
        "r2": share_explained(y, forecast),
    }
