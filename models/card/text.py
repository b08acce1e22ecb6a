"""The model card as Markdown; a section whose values were not measured says so or is left out."""

from collections.abc import Mapping
from typing import Any

Card = Mapping[str, Any]


def card_text(card: Card) -> str:
    sections = [_head(card), _decision(card), _data(card), _measures(card), _trial(card), _intervals(card)]
    sections += [_silence(card), _groups(card), _drift(card), _training(card)]
    return "\n\n".join(section for section in sections if section) + "\n"


def _head(card: Card) -> str:
    task = card["task"]
    title = card.get("model", {}).get("name") or f"{task['name']}: no new model"
    unused = ", ".join(task["not_used"]) or "none listed"
    return f"# {title}\n\n{task['sentence']}\n\nNever used as inputs: {unused}."


def _decision(card: Card) -> str:
    refusal = card.get("refusal")
    why = f"\n\nNot judged: {refusal['what']}. {refusal['mend']}" if refusal else ""
    return f"## Decision\n\n{card['decision']['text']}{why}"


def _data(card: Card) -> str:
    data = card.get("data")
    if data is None:
        return ""
    rows = [
        [name, ", ".join(data["cohorts"][name]), f"{data['cases'][name]}"]
        for name in ("train", "calibrate", "test")
    ]
    day = f" on {data['judged_day']}" if data["judged_day"] else ""
    return "\n\n".join(
        [
            "## Data",
            table(["part", "cohorts", "cases"], rows),
            f"Lists are judged by {data['judged_students']} students{day}, each counted once.",
        ]
    )


_COLUMNS = {
    "auc": "AUC",
    "average_precision": "average precision",
    "brier": "Brier",
    "log_loss": "log loss",
    "ece": "ECE",
    "slope": "slope",
    "intercept": "intercept",
    "mae": "mean absolute error",
    "rmse": "root mean squared error",
    "r2": "share explained",
}


def _measures(card: Card) -> str:
    measures = card.get("measures")
    if not measures:
        return ""
    keys = [key for key in _COLUMNS if any(key in row for row in measures.values())]
    rows = [[name, *[number(row.get(key)) for key in keys]] for name, row in measures.items()]
    chosen = card["model"]["chosen"]
    head = "## Measures on the test cohort"
    judged = table(["model", *[_COLUMNS[k] for k in keys]], rows)
    return f"{head}\n\n{judged}\n\nThe one put before the gate: {chosen}."


def _trial(card: Card) -> str:
    trials = card.get("trial")
    if not trials:
        return ""
    parts = ["## Lists of the same length"]
    for trial in trials:
        rows = [
            [
                one["name"],
                number(one["per_100"], 1),
                f"{number(one['low'], 1)} to {number(one['high'], 1)}",
                number(one["found"]["even"] * 100 / trial["contacts"], 1),
            ]
            for one in trial["lists"]
        ]
        parts.append(f"{trial['contacts']} contacts of {trial['students']} students. {trial['sentence']}")
        parts.append(table(["list", "found per 100 contacts", "interval", "ties shared evenly"], rows))
    return "\n\n".join(parts)


def _intervals(card: Card) -> str:
    rows = card.get("intervals")
    if not rows:
        return _band(card)
    cells = [
        [r["group"], f"{r['n']}", number(r["share"]), f"{number(r['low'])} to {number(r['high'])}"]
        for r in rows
    ]
    return "## Intervals\n\n" + table(["grade", "students", "share held", "accepted"], cells)


def _band(card: Card) -> str:
    band = card.get("band")
    if not band:
        return ""
    return (
        "## How sure\n\n"
        f"The band around a chance is {number(band['width_of_20'], 1)} students of 20 wide on average, made "
        f"to hold in {band['level'] * 100:.0f} of 100. Of {band['groups']} groups of like chances it "
        f"explains what was seen in {band['held']}."
    )


def _silence(card: Card) -> str:
    silence = card.get("silence")
    return f"## Not enough data\n\n{silence['sentence']}" if silence else ""


def _groups(card: Card) -> str:
    fairness = card.get("fairness")
    if not fairness:
        return ""
    head = [
        "attribute",
        "group",
        "students",
        "recall",
        "false alarms",
        "shown − seen",
        "listed ratio",
        "ABROCA",
    ]
    rows = [
        [
            r["attribute"],
            r["group"],
            f"{r['n']}",
            _spread(r["recall"]),
            _spread(r["false_alarms"]),
            _spread(r["calibration"]),
            _spread(r["flag_ratio"]),
            "–"
            if r["abroca"] is None
            else f"{number(r['abroca']['value'])} (point {number(r['abroca']['point'])})",
            r["verdict"],
        ]
        for r in fairness["groups"]
    ]
    lines = [f"- {one['sentence']}" for one in [*fairness["promise"], *fairness["price"]]]
    lines += [
        f"- Input {p['column']} goes with {p['attribute']} {p['group']} (AUC {number(p['auc'], 2)})."
        for p in card.get("proxies", [])
    ]
    listed = f"{fairness['length'] * 100:g} of 100 students are listed."
    return "\n\n".join(["## Groups", listed, table([*head, "verdict"], rows), "\n".join(lines)])


def _drift(card: Card) -> str:
    drift, history = card.get("drift"), card.get("base_rate_history")
    lines = [*drift["reasons"], *drift["notes"]] if drift else []
    lines += [history] if history else []
    if not lines:
        return ""
    return "## This cycle's students\n\n" + "\n".join(f"- {line}" for line in lines)


def _training(card: Card) -> str:
    parts = [
        f"- {name}: {facts['inputs']} inputs, {facts['rounds']} rounds, seed {facts['seed']}, "
        f"{', '.join(f'{k} {v}' for k, v in (facts['libraries'] or {}).items())}"
        for name, facts in card["training"].items()
    ]
    parts += [f"- {note}" for note in card.get("notes", [])]
    return "## Training\n\n" + "\n".join(parts) if parts else ""


def table(head: list[str], rows: list[list[str]]) -> str:
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join(f"| {' | '.join(cell.replace('|', '/') for cell in line)} |" for line in lines)


def number(value: float | None, digits: int = 3) -> str:
    return "–" if value is None else f"{value:.{digits}f}"


def _spread(value: Mapping[str, Any]) -> str:
    if value["value"] is None:
        return "–"
    return f"{number(value['value'], 2)} ({number(value['low'], 2)} to {number(value['high'], 2)})"
