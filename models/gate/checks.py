"""The rule, point by point: each check says whether it passed, with the numbers, in words."""

from dataclasses import dataclass

from models.fairness.promise import broken
from models.fairness.words import price_sentence, promise_sentence
from models.gate.evidence import Against, Candidate, Evidence, Gain, Honesty
from models.gate.rule import Rule


@dataclass(frozen=True)
class Check:
    name: str
    passed: bool
    words: str


def enough(evidence: Evidence, rule: Rule) -> Check:
    least = rule.enough
    if evidence.kind == "regression":
        passed = evidence.students >= least.errors
        need = f"{least.errors} forecasts with a known outcome"
        have = f"{evidence.students} of them"
    else:
        passed = evidence.students >= least.students and evidence.events >= least.events
        need = f"{least.students} students and {least.events} with the outcome"
        have = f"{evidence.students} students, {evidence.events} of them with the outcome"
    words = f"Cohort {evidence.cohort or 'none'} has {have}; at least {need} are needed."
    return Check("enough history", passed, words)


def no_landmine(evidence: Evidence) -> Check:
    words = " ".join(evidence.leaks) or "No column knows what nobody could know on the day."
    return Check("no landmine", not evidence.leaks, words)


def not_worse(against: Against, rule: Rule) -> list[Check]:
    """Within the written regret at the end of the interval, not only at its middle."""
    measures = (
        ("log loss", against.log_loss, rule.regret.log_loss, "nats a student", 4),
        ("list", against.per_100, rule.regret.per_100, "students per 100 contacts", 1),
        ("error", against.absolute_error, rule.regret.absolute_error, "units of the forecast", 3),
    )
    found = []
    for name, worse, allowed, unit, digits in measures:
        if worse is None:
            continue
        side = "worse" if worse.estimate > 0 else "better"
        size = f"{abs(worse.estimate):.{digits}f}"
        much = f"{size} {unit} {side}" if float(size) else "The same"
        words = (
            f"{much} on the same students, at worst {worse.high:+.{digits}f}; up to {allowed:g} is accepted."
        )
        found.append(Check(f"not worse than the model in use ({name})", worse.high <= allowed, words))
    return found


def beats_plain(gain: Gain | None, unit: str) -> Check:
    name = "beats the plain list"
    if gain is None:
        words = "The data hold no column for a plain list, so nothing shows that a model is needed."
        return Check(name, False, words)
    passed = gain.low > 0 and gain.even > 0
    more = _MORE[gain.value >= 0]["per 100" in unit]
    value, low = f"{abs(gain.value):.{_digits(unit)}f}", f"{gain.low:+.{_digits(unit)}f}"
    words = f"{value} {unit.format(more=more)} than {gain.other}, at least {low}"
    words += " (lower end of the 90 % interval)."
    if not passed and gain.value > 0:
        words += " We cannot tell the two apart, and then the simpler one is used."
    elif not passed:
        words += " The simpler one is used."
    return Check(name, passed, words)


def calibrated(honesty: Honesty, rule: Rule) -> Check:
    limit = max(rule.calibration.ece, honesty.ece_by_chance)
    slope = honesty.slope
    meets = slope.high >= rule.calibration.slope_low and slope.low <= rule.calibration.slope_high
    words = (
        f"Shown and seen shares differ by {honesty.ece * 100:.1f} per 100 on average "
        f"(limit {limit * 100:.1f}); "
        f"slope {slope.estimate:.2f}, interval {slope.low:.2f} to {slope.high:.2f} "
        f"(must meet {rule.calibration.slope_low:g} to {rule.calibration.slope_high:g})."
    )
    return Check("calibrated", honesty.ece <= limit and meets, words)


def covered(candidate: Candidate) -> Check:
    """Judged with the luck of the calibration rows included; the binomial range is printed beside it."""
    rows = candidate.coverage
    words = "; ".join(
        f"{row.group}: {row.share * 100:.1f} of 100 (n {row.n}, {row.low * 100:.1f} to {row.high * 100:.1f})"
        for row in rows
    )
    passed = all(row.chance_low <= row.share <= row.chance_high for row in rows)
    return Check("intervals hold the outcome as often as they say", passed, words + ".")


def keeps_promise(candidate: Candidate) -> Check:
    failed = broken(list(candidate.promise))
    unclear = sum(j.verdict == "cannot tell yet" for j in candidate.promise)
    kept = sum(j.verdict == "kept" for j in candidate.promise)
    attributes = {j.attribute for j in failed}
    prices = [price_sentence(price) for price in candidate.prices if price.attribute in attributes]
    words = " ".join([*(promise_sentence(j) for j in failed), *prices])
    if not failed:
        words = f"Comparisons of groups: {kept} kept, {unclear} where we cannot tell yet."
        if not candidate.promise:
            words = "No groups are recorded, so nothing can be said about the promise."
    return Check("keeps the promise", not failed, words)


def undrifted(candidate: Candidate) -> Check:
    words = " ".join(candidate.drift) or "Today's students look like those it was judged on."
    return Check("no drift", not candidate.drift, words)


def own_checks(candidate: Candidate, evidence: Evidence, rule: Rule) -> list[Check]:
    """What any model must pass by itself, new or in use."""
    classification = evidence.kind == "classification"
    unit = "students {more} found per 100 contacts" if classification else "units {more} what came"
    found = [enough(evidence, rule), beats_plain(candidate.plain, unit)]
    if candidate.honesty is not None:
        found.append(calibrated(candidate.honesty, rule))
    if candidate.coverage:
        found.append(covered(candidate))
    if classification:
        found.append(keeps_promise(candidate))
    return [*found, undrifted(candidate)]


_MORE = {True: ("nearer to", "more"), False: ("farther from", "fewer")}


def _digits(unit: str) -> int:
    return 1 if "per 100" in unit else 3
