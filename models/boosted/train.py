"""The boosted family's training, from a frame to a model and its margins, in the order it happens."""

from dataclasses import dataclass
from typing import Any

import numpy as np
import xgboost as xgb

from models.arrays import Flags, Floats, Singles
from models.artifact import FORMAT, ModelFacts, libraries
from models.boosted.model import (
    SEED,
    fit,
    kept_inputs,
    margins,
    most_rounds,
    settings,
    signs,
)
from models.faults import NoInputs
from models.frame.cohorts import PARTS, Parts, parts
from models.frame.frame import Frame
from models.frame.tabular import tabular
from models.measures.probability import log_losses
from models.rehearsal import refit_note, rehearse
from models.task import Task

# What a known sign may cost on the later cohort, in nats a case, before it is given up.
DEAREST_SIGN = 0.002
PROBE_ROWS = 20_000
PROBE_ROUNDS = 60


@dataclass(frozen=True)
class Trained:
    facts: ModelFacts
    weights: bytes
    raw: Floats  # (n,) log-odds or (n, quantiles), for every case of the frame


def train_boosted(task: Task, frame: Frame) -> Trained:
    """@raises HistoryTooShort, NothingMatured, OneClassOnly, TooFewCases, NoInputs"""
    part = parts(task, frame)
    everything, all_names = tabular(frame)
    kept = kept_inputs(everything, part.train)
    names = [name for name, keep in zip(all_names, kept, strict=True) if keep]
    if not names:
        mend = "Give at least one input that differs between cases."
        raise NoInputs("Every input is constant or blank", where=f"{task.name}: split.train", mend=mend)
    x = np.ascontiguousarray(everything[:, kept])
    params, notes = _with_signs(task, settings(task), names, x, frame.y, part)

    def chosen(rows: Flags, later: Flags) -> tuple[Floats, int]:
        booster = fit(params, x[rows], frame.y[rows], (x[later], frame.y[later]), most_rounds(task))
        weights["booster"] = booster
        return margins(booster, x), booster.num_boosted_rounds()

    def again(rows: Flags, rounds: int) -> Floats:
        weights["booster"] = fit(params, x[rows], frame.y[rows], None, rounds)
        return margins(weights["booster"], x)

    weights = dict[str, xgb.Booster]()
    raw, rounds = rehearse(task, frame, part, chosen, again)
    booster = weights["booster"]
    notes += refit_note(task)

    facts = ModelFacts(
        format=FORMAT,
        family="boosted",
        task=task.name,
        task_digest=task.digest,
        inputs=names,
        left_out=[name for name, keep in zip(all_names, kept, strict=True) if not keep],
        seed=SEED,
        rounds=rounds,
        rows={name: int(getattr(part, name).sum()) for name in PARTS},
        cohorts={name: list(part.cohorts[name]) for name in PARTS},
        training_digest=frame.digest(),
        settings=params,
        notes=notes,
        libraries=libraries("xgboost-cpu"),
    )
    return Trained(facts, bytes(booster.save_raw("ubj")), raw)


def _with_signs(
    task: Task, params: dict[str, Any], names: list[str], x: Singles, y: Floats, part: Parts
) -> tuple[dict[str, Any], list[str]]:
    """Known signs are kept unless a short probe on the later cohort loses more than they are worth."""
    known = signs(task, names)
    if not any(known):
        return params, []
    signed = {**params, "monotone_constraints": "(" + ",".join(map(str, known)) + ")"}
    if task.kind == "regression":
        return signed, ["Known signs are kept."]
    rows = np.flatnonzero(part.train)
    step = max(1, len(rows) // PROBE_ROWS)  # every step-th case: the same ones each time
    probe, check = rows[::step], part.calibrate
    loss = {
        name: float(log_losses(y[check], _p(fit(p, x[probe], y[probe], None, PROBE_ROUNDS), x[check])).mean())
        for name, p in (("signed", signed), ("free", params))
    }
    cost = loss["signed"] - loss["free"]
    if cost > DEAREST_SIGN:
        return params, [f"Known signs were given up: they cost {cost:.4f} nats a case on the later cohort."]
    return signed, [f"Known signs are kept: they cost {cost:.4f} nats a case on the later cohort."]


def _p(booster: xgb.Booster, x: Singles) -> Floats:
    return np.asarray(1 / (1 + np.exp(-margins(booster, x))))
