"""What models cost: `npm run bench:models`, or `python -m models.bench.speed [--cases N] [--students N]`.

Two ratios against XGBoost alone: both sides run in this process, in turns, and both make the matrix from the
frame; processor time counts, the least of three, so that other work on the machine does not. Then a planted
district (planted.py) in a process of its own, by the clock.
"""

import models.threads  # isort: skip  # noqa: F401  (before any numerical library)

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
import xgboost as xgb

from models.artifact import seal
from models.bench.planted import NEAR, Measured, in_words
from models.bench.planted_frame import PLANTED
from models.boosted.model import PATIENCE, most_rounds, settings
from models.boosted.score import inputs_of, load_booster
from models.boosted.train import train_boosted
from models.calibration.choose import calibrate, calibration_json
from models.frame.cohorts import parts
from models.frame.frame import Frame
from models.frame.tabular import tabular
from models.leaks.made_up import clean_frame, made_up_task
from models.score import explain_cases, open_champion
from models.task import FactWords, Task
from models.threads import threads
from models.train import train

WEEKS, WEEKLY, STATIC = 36, 8, 12
TRAINING_AT_MOST, REASONS_AT_MOST = 1.3, 1.2
TURNS = 3
Row = tuple[str, float, float, str, str]  # figure, measured, at most, unit, note


def wide_task() -> Task:
    """As many inputs as a district has: 12 static ones and 8 of each week; a few hundred trees."""
    task = made_up_task()
    weekly = tuple(f"weekly_{k}" for k in range(WEEKLY))
    numeric = tuple(f"static_{k}" for k in range(STATIC))
    facts = [
        FactWords(name, (name,), f"had {{sum:{name}:4}} lately", f"had {{sum:{name}}}") for name in weekly
    ]
    facts += [FactWords(name, (name,), f"stood at {{value:{name}}}", None) for name in numeric]
    columns = replace(task.columns, weekly=weekly, numeric=numeric)
    return replace(task, columns=columns, facts=tuple(facts), minimum_weeks=0, boosted={"eta": 0.02})


def wide_frame(cases: int) -> Frame:
    """Five cohorts; outcomes follow the first inputs."""
    frame = clean_frame(cases // 5, seed=1)
    rng = np.random.default_rng(2)
    weekly = rng.poisson(0.6, (len(frame), WEEKS, WEEKLY)).astype(np.float32)
    static = rng.normal(size=(len(frame), STATIC)).astype(np.float32)
    risk = -2.2 + 0.15 * (weekly[:, :, 0].sum(axis=1) - 21) + 0.6 * static[:, 0] + 0.3 * static[:, 1]
    y = (rng.random(len(frame)) < 1 / (1 + np.exp(-risk))).astype(np.float64)
    return replace(
        frame,
        y=np.where(np.isnan(frame.y), np.nan, y),
        static=static,
        static_names=[f"static_{k}" for k in range(STATIC)],
        weekly=weekly,
        week_mask=np.ones(weekly.shape[:2], dtype=np.bool_),
        weekly_names=[f"weekly_{k}" for k in range(WEEKLY)],
        last_week=np.full(len(frame), WEEKS - 1, dtype=np.int64),
    )


def seconds(ours: Callable[[], object], theirs: Callable[[], object]) -> tuple[float, float]:
    """The least processor time of each, run in turns."""
    found: list[list[float]] = [[], []]
    for _ in range(TURNS):
        for side, work in enumerate((ours, theirs)):
            started = time.process_time()
            work()
            found[side].append(time.process_time() - started)
    return min(found[0]), min(found[1])


def training(task: Task, frame: Frame) -> tuple[float, float]:
    part = parts(task, frame)
    params = settings(task)

    def bare() -> xgb.Booster:
        x, _ = tabular(frame)
        matrix = xgb.DMatrix(x[part.train], frame.y[part.train], nthread=threads())
        later = xgb.DMatrix(x[part.calibrate], frame.y[part.calibrate], nthread=threads())
        return xgb.train(
            params,
            matrix,
            most_rounds(task),
            evals=[(later, "later")],
            early_stopping_rounds=PATIENCE,
            verbose_eval=False,
        )

    return seconds(lambda: train_boosted(task, frame), bare)


def reasoning(task: Task, frame: Frame, folder: Path) -> tuple[float, float]:
    facts, raw = train(task, frame, "boosted", folder / "boosted", folder / "boosted")
    rows = parts(task, frame).calibrate
    (folder / "calibration.json").write_text(
        calibration_json(calibrate(frame.y[rows], {"boosted": raw[rows]}))
    )
    seal(folder, ["calibration.json"])
    champion, cases = open_champion(folder, task), np.arange(len(frame))
    booster = load_booster(folder / "boosted")

    def bare() -> object:
        x = np.ascontiguousarray(inputs_of(task, facts, frame))
        return booster.predict(xgb.DMatrix(x, nthread=threads()), pred_contribs=True)

    print(f"reasons: {facts.rounds} trees")
    return seconds(lambda: explain_cases(task, champion, frame, cases), bare)


def ratios(cases: int) -> list[Row]:
    task, frame = wide_task(), wide_frame(cases)
    inputs = tabular(frame)[0].shape[1]
    print(f"{cases} cases x {inputs} inputs, {threads()} thread(s), the least of {TURNS}")
    with tempfile.TemporaryDirectory() as folder:
        found = (
            ("our training over xgboost.train", training(task, frame), TRAINING_AT_MOST),
            ("exact reasons over pred_contribs", reasoning(task, frame, Path(folder)), REASONS_AT_MOST),
        )
    return [
        (name, ours / bare, most, "×", f"{ours:.2f} s, XGBoost alone {bare:.2f} s")
        for name, (ours, bare), most in found
    ]


def planted(students: int) -> list[Row]:
    """A process of its own, for its memory and its threads; what it missed is printed."""
    command = [sys.executable, "-m", "models.bench.planted", "--students", str(students), "--json"]
    out = subprocess.run(command, check=True, stdout=subprocess.PIPE).stdout
    found = Measured(**{k: v for k, v in json.loads(out).items() if k != "missed"})
    print(in_words(found))
    count = f"{students:,} students"

    def cpu(name: str) -> str:
        return f"cpu {found.processor[name]:.1f} s"

    reached = found.aucs[found.chosen]
    below = f"AUC {reached:.4f}, ceiling {found.ceiling:.4f}, bound {found.ceiling_high:.4f}"
    first = list(found.reasons)[: len(PLANTED)]
    return [
        (
            f"{count}: boosted training",
            found.training["boosted"],
            60,
            "s",
            f"{found.rounds['boosted']} trees; {cpu('boosted')}",
        ),
        (
            f"{count}: LSTM",
            found.training["sequence"],
            600,
            "s",
            f"{found.rounds['sequence']} epochs; {cpu('sequence')}",
        ),
        (
            f"{count}: scores, reasons of the listed fifth",
            found.scoring,
            90,
            "s",
            f"what a day does; {cpu('scoring')}",
        ),
        (
            f"{count}: exact reasons of everybody",
            found.everybody,
            90,
            "s",
            f"both families; {cpu('everybody')}",
        ),
        (f"{count}: peak memory", found.megabytes, 8192, "MB", f"{found.cases:,} cases"),
        (f"{count}: AUC off the planted ceiling", abs(found.ceiling - reached), NEAR, "", below),
        (f"{count}: AUC over the ceiling's 99 % bound", max(0.0, reached - found.ceiling_high), 0, "", ""),
        (
            f"{count}: null inputs among the first {len(PLANTED)} reasons",
            len(set(first) - set(PLANTED)),
            0,
            "",
            ", ".join(first),
        ),
    ]


def line(row: Row) -> str:
    name, value, most, unit, note = row
    digits = 4 if unit == "" else 2 if unit == "×" else 1
    verdict = "met" if value <= most else "MISSED"
    return f"| {name} | {value:,.{digits}f} {unit} | ≤ {most:g} | {verdict} | {note} |"


def main() -> None:
    given = argparse.ArgumentParser(description=__doc__)
    given.add_argument("--cases", type=int, default=50_000, help="of the ratios; 0 leaves them out")
    given.add_argument(
        "--students", type=int, default=100_000, help="of the planted district; 0 leaves it out"
    )
    args = given.parse_args()
    rows = ratios(args.cases) if args.cases else []
    rows += planted(args.students) if args.students else []
    load = " ".join(f"{one:.1f}" for one in os.getloadavg())
    print(f"\nload at the end {load}, {os.cpu_count()} cores\n")
    print(
        "\n".join(
            ["| figure | measured | target | | note |", "| --- | --- | --- | --- | --- |", *map(line, rows)]
        )
    )
    if any(value > most for _, value, most, _, _ in rows):
        raise SystemExit(1)


if __name__ == "__main__":
    main()
