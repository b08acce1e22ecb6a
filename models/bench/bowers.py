"""Draws our ROC over the 110 published early-warning indicators of Bowers, Sprott and Taff 2013, as a table.

    .venv/bin/python -m models.bench.bowers --points ../shared/data/ews-indicators-bowers2013/bowersEWS.csv \
        --predictions NAME=predictions.parquet ... --out docs/results/bowers.md

Each predictions.parquet is what `models.run_task` wrote of a task; only its test part counts.
"""

import models.threads  # isort: skip  # noqa: F401  (before any numerical library)

import argparse
import csv
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from models.arrays import Floats
from models.measures.ranking import auc
from models.parquet import read_parquet

MODELS = ("combination", "sequence", "boosted")


@dataclass(frozen=True)
class Point:
    study: str
    indicator: str
    sensitivity: float
    specificity: float


@dataclass(frozen=True)
class Curve:
    name: str
    y: Floats
    p: Floats

    def sensitivity_at(self, specificity: float) -> float:
        """The share found when the share of false alarms is 1 - specificity, between steps in proportion."""
        order = np.argsort(-self.p, kind="stable")
        hit, last = self.y[order] == 1, np.r_[np.diff(self.p[order]) != 0, True]
        found = np.r_[0.0, np.cumsum(hit)[last] / hit.sum()]
        false = np.r_[0.0, np.cumsum(~hit)[last] / (~hit).sum()]
        return float(np.interp(1 - specificity, false, found))


def read_points(file: Path) -> list[Point]:
    with file.open(newline="", encoding="utf-8") as opened:
        rows = list(csv.DictReader(opened))
    return [
        Point(
            f"{r['study'].strip()} {r['year']}",
            r["dropout_indicator"].strip(),
            float(r["sensitivity"]),
            float(r["specificity"]),
        )
        for r in rows
    ]


def read_curve(name: str, file: Path) -> Curve:
    table = read_parquet(file)
    model = next(m for m in MODELS if m in table)
    test = table["part"].astype(str) == "test"
    return Curve(name, table["outcome"][test].astype(np.float64), table[model][test].astype(np.float64))


def page(points: list[Point], curves: list[Curve]) -> str:
    lines = [
        "# 110 published indicators, and our curves over them",
        "",
        "Sensitivity and specificity of 110 published indicators (Bowers, Sprott and Taff 2013),",
        "beside the sensitivity of our models at the same specificity. Other students, other years, other",
        "outcomes: this says where a curve lies, not that one list would beat another in one school. Made by",
        "`python -m models.bench.bowers`.",
        "",
        "| our model | cases | AUC | points that its curve lies above |",
        "| --- | --- | --- | --- |",
    ]
    for curve in curves:
        above = sum(curve.sensitivity_at(p.specificity) >= p.sensitivity for p in points)
        lines.append(
            f"| {curve.name} | {len(curve.y)} | {auc(curve.y, curve.p):.3f} | {above} of {len(points)} |"
        )
    names = " | ".join(c.name for c in curves)
    lines += [
        "",
        "## Points above a curve",
        "",
        f"| study | indicator | specificity | sensitivity | {names} |",
    ]
    lines.append("| --- " * (4 + len(curves)) + "|")
    for p in sorted(points, key=lambda p: -p.specificity):
        ours = [c.sensitivity_at(p.specificity) for c in curves]
        if any(value < p.sensitivity for value in ours):
            told = " | ".join(f"{value:.3f}" for value in ours)
            lines.append(
                f"| {p.study} | {p.indicator} | {p.specificity:.3f} | {p.sensitivity:.3f} | {told} |"
            )
    return "\n".join(lines) + "\n"


def main() -> None:
    given = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    given.add_argument("--points", type=Path, required=True)
    given.add_argument("--predictions", action="append", required=True, help="NAME=FILE; may be given again")
    given.add_argument("--out", type=Path, required=True)
    args = given.parse_args()
    named = [text.partition("=") for text in args.predictions]
    curves = [read_curve(name, Path(file)) for name, _, file in named]
    args.out.write_text(page(read_points(args.points), curves), encoding="utf-8")


if __name__ == "__main__":
    main()
