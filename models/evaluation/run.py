"""From what was trained to a decision, in order; too little history is a decision, not an error."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from models.arrays import Floats
from models.calibration.band import fit_band
from models.calibration.choose import calibrate
from models.evaluation.band_check import check_band
from models.evaluation.champion import Champion, read_champion
from models.evaluation.document import about, forecast_part, named, plain, probability_part
from models.evaluation.forecast import compare_forecasts, correction_document, judge_forecast, widen
from models.evaluation.level import mend_level
from models.evaluation.material import Material, gather
from models.evaluation.probability import compare_probabilities, judge_probabilities
from models.evaluation.silence import check_silence
from models.evaluation.trained import Trained, read_all, refusals
from models.faults import ModelFault
from models.frame.frame import Frame
from models.gate.decide import Approval, decide
from models.gate.evidence import Against, Candidate, Evidence
from models.gate.rule import Promise, Rule
from models.leaks.proxies import find_proxies
from models.leaks.walk import leaks_in_words
from models.measures.regression import mean_absolute_error
from models.task import Task

Document = dict[str, Any]
MENDED = "level mended"


@dataclass(frozen=True)
class Judgement:
    challenger: Candidate | None
    champion: Candidate | None
    against: Against | None
    part: Document  # its part of evaluation.json
    calibration: Document | None


def evaluate(
    task: Task,
    frame: Frame,
    folders: Mapping[str, Path],
    champion_folder: Path | None,
    promise: Promise,
    approval: Approval,
    rule: Rule,
) -> tuple[Document, Document | None]:
    """evaluation.json, and calibration.json or None when there is no new model."""
    champion, notes = _champion(champion_folder, task, frame)
    try:
        material = gather(task, frame, rule, promise)
    except ModelFault as fault:
        return _unjudged(task, champion, fault, rule, approval), None
    try:
        families, refusal = read_all(folders, task, frame), ""
        notes += [f"{family} was not trained: {told}" for family, told in refusals(folders).items()]
    except ModelFault as fault:
        families, refusal = {}, str(fault)
    proxies = find_proxies(material.inputs, material.names, frame.groups, rule)
    judge = _probabilities if task.kind == "classification" else _forecasts
    found = judge(material, families, champion)
    evidence = Evidence(
        task.name,
        task.kind,
        material.cohort,
        material.students,
        int(material.y.sum()) if task.kind == "classification" else 0,
        found.challenger,
        refusal,
        leaks_in_words(task, frame, proxies, rule) if families else (),
        found.champion,
        found.against,
    )
    document = {**about(material, families), "proxies": plain(proxies), **found.part}
    if found.calibration is not None and found.challenger is not None:
        document["model"] = {"name": found.challenger.name, "chosen": found.calibration["chosen"]}
        notes = [*found.calibration.get("notes", []), *notes]
    decision = decide(evidence, rule, approval)
    return {**document, "notes": notes, "decision": plain(decision.document())}, found.calibration


def _probabilities(material: Material, families: dict[str, Trained], champion: Champion | None) -> Judgement:
    before = None if champion is None else champion.probabilities()
    old = None
    if champion is not None and before is not None:
        old = judge_probabilities(champion.name, before, material).candidate
    if not families:
        return Judgement(None, old, None, {}, None)
    rows = material.part.calibrate
    margins = {name: trained.margins for name, trained in families.items()}
    found = calibrate(material.frame.y[rows], {name: margin[rows] for name, margin in margins.items()})
    shown, chosen, calibration = found.by_name(margins), found.chosen, found.document()
    mended = mend_level(found, margins, material)
    if mended is not None:
        shown, chosen, calibration = {**shown, MENDED: mended.p}, MENDED, mended.calibration.document()
        calibration["notes"] = [*calibration["notes"], mended.note]
    p = shown[chosen]
    # Levels that were moved to the newest outcomes are as sure as these are.
    fitted = material.part.calibrate if mended is None else material.part.test
    calibration["band"] = fit_band(p[fitted], material.frame.y[fitted]).document()
    new = judge_probabilities(model_name(material.task, families, calibration), p, material)
    against = None if before is None else compare_probabilities(p, before, material)
    part = probability_part(shown, chosen, new, material)
    part["band"] = plain(check_band(p, material, fitted))
    part["silence"] = _silence(p, material)
    return Judgement(new.candidate, old, against, part, calibration)


def _forecasts(material: Material, families: dict[str, Trained], champion: Champion | None) -> Judgement:
    before = None if champion is None else champion.forecast(material)
    old = None
    if champion is not None and before is not None:
        old = judge_forecast(champion.name, before, material)
    if not families:
        return Judgement(None, old, None, {}, None)
    rows = material.part.calibrate
    middles = {name: trained.margins[:, 1] for name, trained in families.items()}
    errors = {name: mean_absolute_error(material.frame.y[rows], m[rows]) for name, m in middles.items()}
    chosen = min(errors, key=lambda name: errors[name])
    forecast = widen(families[chosen].margins, material)
    calibration = correction_document(forecast.correction, chosen)
    new = judge_forecast(model_name(material.task, families, calibration), forecast, material)
    against = None if before is None else compare_forecasts(forecast, before, material)
    part = forecast_part(middles, forecast, new.coverage, material)
    part["silence"] = _silence(forecast.middle, material)
    return Judgement(new, old, against, part, calibration)


def _silence(values: Floats, material: Material) -> Document:
    found = check_silence(values, material)
    return {**plain(found), "sentence": found.sentence}


def _champion(folder: Path | None, task: Task, frame: Frame) -> tuple[Champion | None, list[str]]:
    """A champion that cannot be read is none: it must not stop its successor, but it is said."""
    if folder is None:
        return None, []
    try:
        return read_champion(folder, task, frame), []
    except ModelFault as fault:
        return None, [f"The model in use cannot be judged: {fault}"]


def _unjudged(
    task: Task, champion: Champion | None, fault: ModelFault, rule: Rule, approval: Approval
) -> Document:
    """No cohort to judge on: nothing new comes into use, and what is in use goes on until its date."""
    old = None if champion is None else Candidate(champion.name, None, None, (), (), ())
    evidence = Evidence(task.name, task.kind, "", 0, 0, None, str(fault), (), old, None)
    decision = decide(evidence, rule, approval)
    refusal = {"code": fault.code, "what": fault.what, "where": fault.where, "mend": fault.mend}
    return {**named(task), "refusal": refusal, "notes": [], "decision": plain(decision.document())}


def model_name(task: Task, families: dict[str, Trained], calibration: Document) -> str:
    """From the checksums of the weights and the calibration: the same model has the same name."""
    total = hashlib.sha256(json.dumps(calibration, sort_keys=True).encode())
    for name in sorted(families):
        total.update((families[name].folder / "SHA256SUMS").read_bytes())
    return f"{task.name}-{total.hexdigest()[:12]}"
