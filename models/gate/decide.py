"""The decision: the challenger, yesterday's champion, or the plain rule; always with its reasons in words."""

from dataclasses import asdict, dataclass
from typing import Any, Literal

from models.gate.checks import Check, no_landmine, not_worse, own_checks, undrifted
from models.gate.evidence import Candidate, Evidence
from models.gate.rule import Rule

Use = Literal["challenger", "champion", "plain rule"]
Approval = Literal["by rule", "by hand"]


@dataclass(frozen=True)
class Decision:
    task: str
    use: Use
    model: str | None  # the name of the model in use from now on; None with the plain rule
    waits: bool  # the challenger has passed, and a person has to approve it
    challenger: tuple[Check, ...]
    champion: tuple[Check, ...]
    text: str

    def document(self) -> dict[str, Any]:
        return asdict(self)


def decide(evidence: Evidence, rule: Rule, approval: Approval = "by rule") -> Decision:
    new = _challenger_checks(evidence, rule)
    old = _champion_checks(evidence, rule)
    passed = evidence.challenger is not None and all(check.passed for check in new)
    goes_on = evidence.champion is not None and all(check.passed for check in old)
    waits = passed and approval == "by hand"
    use: Use = "challenger" if passed and not waits else "champion" if goes_on else "plain rule"
    chosen: Candidate | None = {
        "challenger": evidence.challenger,
        "champion": evidence.champion,
        "plain rule": None,
    }[use]
    model = None if chosen is None else chosen.name
    text = "\n".join(_text(evidence, use, model, waits, new, old))
    return Decision(evidence.task, use, model, waits, tuple(new), tuple(old), text)


def _challenger_checks(evidence: Evidence, rule: Rule) -> list[Check]:
    if evidence.challenger is None:
        refused = Check("trained", False, evidence.refusal or "There is no new model.")
        return [refused] if not evidence.leaks else [no_landmine(evidence), refused]
    against = not_worse(evidence.against, rule) if evidence.against is not None else []
    return [no_landmine(evidence), *against, *own_checks(evidence.challenger, evidence, rule)]


def _champion_checks(evidence: Evidence, rule: Rule) -> list[Check]:
    if evidence.champion is None:
        return []
    if evidence.students == 0:
        # No cohort can judge it: it stays, unless today's data are not what it was made for.
        # A model has no last day; each of its scores has one.
        return [undrifted(evidence.champion)]
    return own_checks(evidence.champion, evidence, rule)


def _text(
    evidence: Evidence, use: Use, model: str | None, waits: bool, new: list[Check], old: list[Check]
) -> list[str]:
    first = {
        "challenger": f"{evidence.task}: the new model {model} comes into use.",
        "champion": f"{evidence.task}: the model in use, {model}, goes on.",
        "plain rule": f"{evidence.task}: no model is used. The list is made by the plain rule, and says so.",
    }[use]
    lines = [first]
    if waits and evidence.challenger is not None:
        lines.append(
            f"The new model {evidence.challenger.name} has passed and waits for a person's approval."
        )
    if evidence.students:
        size = f"{evidence.students} students of {evidence.cohort}"
        events = f", {evidence.events} with the outcome" if evidence.kind == "classification" else ""
        lines.append(f"Judged on {size}{events}.")
    if evidence.challenger is not None or use != "champion":
        lines += ["The new model:", *map(_line, new)]
    elif evidence.refusal:
        lines.append(f"There is no new model: {evidence.refusal}")
    if old and use != "challenger":
        lines += ["The model in use:", *map(_line, old)]
    return lines


def _line(check: Check) -> str:
    return f"- {'yes' if check.passed else 'NO'}, {check.name}: {check.words}"
