"""A planted district through training, calibration, judging and scores: `python -m models.bench.planted`.

It is a frame drawn in memory (planted_frame.py), not files through the lake: features are timed elsewhere.
`--students` is the size of each of its four cohorts. Prints what it measured as words, or with --json.
"""

import os

# Before any numerical library: a district's own jobs use every core that they have.
if __name__ == "__main__":
    os.environ.setdefault("HOMEROOM_THREADS", str(os.cpu_count() or 1))

import models.threads  # isort: skip  # noqa: F401

import argparse
import json
import resource
import tempfile
import time
from collections import Counter
from dataclasses import asdict, dataclass
from pathlib import Path

import numpy as np

from models.bench.planted_frame import PLANTED, Planted, planted_frame, planted_task
from models.calibration.choose import calibration_from
from models.evaluate import write
from models.evaluation.days import today
from models.evaluation.run import evaluate
from models.frame.cohorts import parts
from models.frame.frame import Frame
from models.gate.rule import written_rule
from models.measures.bootstrap import interval
from models.measures.honesty import ece
from models.measures.ranking import auc
from models.score import explain_cases, listed, open_champion, score_cases
from models.task import Task
from models.threads import threads
from models.train import train

FAMILIES = ("boosted", "sequence")
NEAR = 0.01  # how far below the ceiling a model may stay
SURE = 0.99
DRAWS = 200


@dataclass(frozen=True)
class Measured:
    """Seconds, megabytes, and how near the model in use comes to the truth that was planted."""

    students: int
    cases: int
    threads: int
    drawing: float
    training: dict[str, float]
    judging: float
    scoring: float  # everybody's chance, and reasons of those whom a list may hold: what a day does
    everybody: float  # reasons of everybody
    processor: dict[
        str, float
    ]  # seconds of all threads together: what other work on the machine does not move
    megabytes: float
    rounds: dict[str, int]
    chosen: str
    aucs: dict[str, float]  # on the test cohort
    ceiling: float  # AUC of the true probability on the same rows
    ceiling_high: float  # upper end of its 99 % bootstrap interval
    ece: float
    wrong_by: float  # mean distance of the probability shown from the true one
    reasons: dict[str, int]  # how often each fact is a reason; facts in order
    decision: str

    @property
    def missed(self) -> list[str]:
        """What a planted frame must show, and this one does not."""
        reached = self.aucs[self.chosen]
        first = list(self.reasons)[: len(PLANTED)]
        found = []
        if self.ceiling - reached > NEAR:
            found.append(f"AUC {reached:.4f} is more than {NEAR} below the ceiling {self.ceiling:.4f}")
        if reached > self.ceiling_high:
            found.append(f"AUC {reached:.4f} lies above what can be known, {self.ceiling_high:.4f}")
        if sorted(first) != sorted(PLANTED):
            found.append(f"the reasons given most are {', '.join(first)}")
        return found


class Clock:
    """Seconds by the wall, and by the processor under the names that were timed."""

    def __init__(self) -> None:
        self.processor = dict[str, float]()
        self._began = time.perf_counter(), time.process_time()

    def lap(self, name: str) -> float:
        began, self._began = self._began, (time.perf_counter(), time.process_time())
        self.processor[name] = self._began[1] - began[1]
        return self._began[0] - began[0]


def run(students: int, folder: Path) -> Measured:
    task, clock = planted_task(), Clock()
    planted = planted_frame(students)
    frame, drawing = planted.frame, clock.lap("drawing")
    training, rounds, raw = dict[str, float](), dict[str, int](), {}
    for family in FAMILIES:
        facts, raw[family] = train(task, frame, family, folder / family, folder / family)
        training[family], rounds[family] = clock.lap(family), facts.rounds
    rule = written_rule()
    folders = {family: folder / family for family in FAMILIES}
    document, calibration = evaluate(task, frame, folders, None, rule.promise, "by rule", rule)
    write(folder, document, calibration)
    judging = clock.lap("judging")
    assert calibration is not None
    scoring, everybody, counts = _scored(task, frame, folder, clock)
    test = parts(task, frame).test
    shown = calibration_from(calibration).by_name(raw)
    y, chosen = frame.y[test], calibration["chosen"]
    bound = interval(auc, y, planted.truth[test], draws=DRAWS, level=SURE)
    return Measured(
        students=students,
        cases=len(frame),
        threads=threads(),
        drawing=drawing,
        training=training,
        judging=judging,
        scoring=scoring,
        everybody=everybody,
        processor=clock.processor,
        megabytes=resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
        rounds=rounds,
        chosen=chosen,
        aucs={name: auc(y, p[test]) for name, p in shown.items()},
        ceiling=bound.estimate,
        ceiling_high=bound.high,
        ece=ece(y, shown[chosen][test]),
        wrong_by=_wrong_by(planted, shown[chosen], test),
        reasons=counts,
        decision=document["decision"]["text"].splitlines()[0],
    )


def _scored(task: Task, frame: Frame, folder: Path, clock: Clock) -> tuple[float, float, dict[str, int]]:
    """Seconds of a day's scores, of everybody's reasons, and how often a fact is a reason of those listed."""
    champion, coming = open_champion(folder, task), frame.where(today(frame))
    scores = score_cases(task, champion, coming)
    found, _ = explain_cases(task, champion, coming, listed(task, scores))
    scoring = clock.lap("scoring")
    explain_cases(task, champion, coming, np.arange(len(coming)))
    counts = Counter(found.fact[found.kind == "reason"].tolist())
    return scoring, clock.lap("everybody"), dict(counts.most_common())


def _wrong_by(planted: Planted, shown: np.ndarray, test: np.ndarray) -> float:
    return float(np.abs(shown[test] - planted.truth[test]).mean())


def in_words(m: Measured) -> str:
    given = sum(m.reasons.values())
    nulls = sum(n for fact, n in m.reasons.items() if fact not in PLANTED)
    lines = [
        f"Planted frame, drawn in memory and not through the lake: {m.students} students a cohort, "
        f"{m.cases} cases, {m.threads} thread(s)",
        f"drawn in {m.drawing:.1f} s; judged in {m.judging:.1f} s; {m.decision}",
        *(
            f"{family}: trained in {seconds:.1f} s, {m.rounds[family]} rounds, AUC {m.aucs[family]:.4f}"
            for family, seconds in m.training.items()
        ),
        f"in use: {m.chosen}, AUC {m.aucs[m.chosen]:.4f}; ceiling {m.ceiling:.4f}, "
        f"its 99 % bound {m.ceiling_high:.4f}; ECE {m.ece:.4f}; off the true chance by {m.wrong_by:.4f}",
        f"{m.students} students scored, the listed fifth with reasons: {m.scoring:.1f} s; "
        f"reasons of everybody: {m.everybody:.1f} s; peak {m.megabytes:.0f} MB",
        f"reasons of those listed: {', '.join(f'{fact} {n}' for fact, n in m.reasons.items())}; "
        f"of null inputs {nulls / max(1, given) * 100:.2f} of 100",
    ]
    return "\n".join([*lines, *(f"MISSED: {what}" for what in m.missed)])


def main() -> None:
    given = argparse.ArgumentParser(description=__doc__)
    given.add_argument("--students", type=int, default=100_000)
    given.add_argument("--json", action="store_true")
    args = given.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        measured = run(args.students, Path(folder))
    print(json.dumps(asdict(measured) | {"missed": measured.missed}) if args.json else in_words(measured))
    if measured.missed and not args.json:
        raise SystemExit(1)


if __name__ == "__main__":
    main()
