"""Gradient boosted trees: the settings, the signs that are known, fitting and raw predictions (margins)."""

from collections.abc import Mapping
from typing import Any

import numpy as np
import xgboost as xgb

from models.arrays import Flags, Floats, Singles
from models.faults import TaskFileWrong
from models.task import Task
from models.threads import threads

SEED = 20260901
MOST_ROUNDS = 1500
PATIENCE = 40
# The quantiles of a forecast: the middle, and the raw 90 % band that conformal calibration then widens.
QUANTILES = (0.05, 0.5, 0.95)
MEDIAN = QUANTILES.index(0.5)

# Shallow trees: as good as deeper ones on school data, and exact reasons cost a quarter.
DEFAULTS: Mapping[str, Any] = {
    "max_depth": 4,
    "eta": 0.05,
    "subsample": 0.7,
    "colsample_bytree": 0.4,
    "min_child_weight": 10.0,
    "reg_lambda": 5.0,
    "max_bin": 256,
}

# Summaries of a weekly column that grow with it; a slope or a time since does not.
LEVEL_SUMMARIES = ("sum", "sum4", "last", "mean")


def settings(task: Task) -> dict[str, Any]:
    """All of XGBoost's parameters: the same seed and the same number of threads give the same bytes.

    @raises TaskFileWrong naming a setting that does not exist
    """
    for name, value in task.boosted.items():
        if name not in (*DEFAULTS, "rounds") or isinstance(value, str):
            where, mend = f"{task.name}: boosted.{name}", f"Numbers for {', '.join(DEFAULTS)} or rounds."
            raise TaskFileWrong("Unknown key, or not a number", where=where, mend=mend)
    mine = {key: value for key, value in task.boosted.items() if key != "rounds"}
    goal: dict[str, Any] = {"objective": "binary:logistic", "eval_metric": "logloss"}
    if task.kind == "regression":
        goal = {"objective": "reg:quantileerror", "quantile_alpha": list(QUANTILES)}
    return {**DEFAULTS, **goal, "tree_method": "hist", "seed": SEED, "nthread": threads(), **mine}


def most_rounds(task: Task) -> int:
    return int(task.boosted.get("rounds", MOST_ROUNDS))


def signs(task: Task, names: list[str]) -> tuple[int, ...]:
    """The sign of each input on the predicted risk: 1, -1, or 0 = free."""
    return tuple(_sign(task.monotone, name) for name in names)


def _sign(monotone: Mapping[str, int], name: str) -> int:
    if name in monotone:
        return monotone[name]
    column, _, kind = name.rpartition(".")
    return monotone.get(column, 0) if kind in LEVEL_SUMMARIES else 0


def fit(
    params: Mapping[str, Any],
    x: Singles,
    y: Floats,
    later: tuple[Singles, Floats] | None,
    rounds: int,
) -> xgb.Booster:
    """Trees until the later cohort gains nothing for PATIENCE rounds; exactly `rounds` without one."""
    train = xgb.QuantileDMatrix(x, y, nthread=params["nthread"], max_bin=params["max_bin"])
    if later is None:
        return xgb.train(dict(params), train, num_boost_round=rounds)
    check = xgb.QuantileDMatrix(*later, ref=train, nthread=params["nthread"], max_bin=params["max_bin"])
    return xgb.train(
        dict(params),
        train,
        num_boost_round=rounds,
        evals=[(check, "later")],
        callbacks=[xgb.callback.EarlyStopping(rounds=PATIENCE, save_best=True)],
        verbose_eval=False,
    )


def margins(booster: xgb.Booster, x: Singles) -> Floats:
    """(n,) log-odds, or (n, quantiles) for a forecast."""
    found = booster.inplace_predict(x, predict_type="margin", missing=np.nan)
    return np.asarray(found, dtype=np.float64)


def kept_inputs(x: Singles, rows: Flags) -> Flags:
    """(m,) inputs whose known values vary: of others only the blanks could be learnt, by accident."""
    some = x[rows]
    # fmin and fmax pass over blanks; of nothing but blanks both ends are blank, and not less than each other.
    low = np.fmin.reduce(some, axis=0, initial=np.nan)
    return np.asarray(low < np.fmax.reduce(some, axis=0, initial=np.nan))
