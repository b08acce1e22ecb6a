"""The measures of an evaluation as rows: one a group and measure, for people who ask in SQL."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import numpy as np

from models.parquet import write_parquet

Row = tuple[str, str, str, float, float | None, float | None, float | None, str]
COLUMNS = ("attribute", "attribute_value", "measure", "students", "value", "low", "high", "verdict")
_AUDITED = ("recall", "false_alarms", "listed", "flag_ratio", "calibration")


def measure_rows(document: Mapping[str, Any]) -> list[Row]:
    """Of the model that was chosen; an evaluation without a new model has none."""
    return list(_rows(document)) if "model" in document else []


def _rows(document: Mapping[str, Any]) -> Iterator[Row]:
    measures = document["measures"]
    # Where the level was moved to the newest outcomes, these are the chances that are shown.
    chosen = measures.get("level mended", measures[document["model"]["chosen"]])
    n = float(chosen["n"])
    for name, value in chosen.items():
        if name != "n":
            yield ("all", "all", name, n, value, None, None, "")
    for group in document.get("by_group", []):
        if group["n"] == 0:
            continue
        told = group["measures"] or {}
        if not told:
            yield (
                group["attribute"],
                group["group"],
                "all measures",
                float(group["n"]),
                None,
                None,
                None,
                "cannot tell yet",
            )
        for name, value in told.items():
            if name != "n":
                yield (group["attribute"], group["group"], name, float(group["n"]), value, None, None, "")
    for row in document.get("fairness", {}).get("groups", []):
        if row["n"] == 0:
            continue
        for name in _AUDITED:
            rate = row.get(name)
            if rate is not None:
                yield (
                    row["attribute"],
                    row["group"],
                    f"list: {name}",
                    float(row["n"]),
                    rate["value"],
                    rate["low"],
                    rate["high"],
                    row["verdict"],
                )


def write_measures(path: Path, document: Mapping[str, Any]) -> None:
    """With the task and the model in front, as the table model_measure has them."""
    rows = measure_rows(document)
    if not rows:
        return
    names = {
        "task": np.array([document["task"]["name"]] * len(rows), dtype=object),
        "model_id": np.array([document["model"]["name"]] * len(rows), dtype=object),
    }
    write_parquet(path, names | {name: _column(rows, i) for i, name in enumerate(COLUMNS)})


def _column(rows: list[Row], place: int) -> Any:
    values = [row[place] for row in rows]
    if any(isinstance(value, str) for value in values):
        return np.array(values, dtype=object)
    return np.array([np.nan if value is None else value for value in values], dtype=np.float64)
