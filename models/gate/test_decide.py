"""A challenger comes into use only when every point holds; otherwise the champion, or the plain rule."""

import dataclasses

import pytest

from models.conformal.coverage import Covered
from models.fairness.price import Price
from models.fairness.promise import Judgement
from models.fairness.rates import Gap
from models.gate.decide import decide
from models.gate.evidence import Against, Candidate, Evidence, Gain, Honesty
from models.gate.rule import written_rule
from models.measures.bootstrap import Interval

RULE = written_rule()
KEPT = Judgement("sex", "F", "false alarms", 800, Gap(1.0, -2.0, 4.0), 5.0, "kept")
BROKEN = Judgement("race", "B", "false alarms", 500, Gap(9.0, 3.0, 15.0), 5.0, "broken")
UNCLEAR = Judgement("race", "C", "missed", 6, Gap(40.0, -20.0, 70.0), 5.0, "cannot tell yet")
PLAIN = Gain("the list by absences and courses not passed", 8.0, 3.1, 7.5)
HONEST = Honesty(0.012, 0.02, Interval(1.02, 0.9, 1.14))
NEW = Candidate("new", PLAIN, HONEST, (), (KEPT, UNCLEAR), ())
OLD = dataclasses.replace(NEW, name="old")
SAME = Against(Interval(-0.001, -0.003, 0.001), Interval(-1.0, -3.0, 1.0), None)
GOOD = Evidence("dropout", "classification", "2024", 1900, 170, NEW, "", (), OLD, SAME)


def with_new(**changes: object) -> Evidence:
    return dataclasses.replace(GOOD, challenger=dataclasses.replace(NEW, **changes))  # type: ignore[arg-type]


def test_when_every_point_holds_the_challenger_comes_into_use() -> None:
    decision = decide(GOOD, RULE)
    assert (decision.use, decision.model, decision.waits) == ("challenger", "new", False)
    assert decision.text.startswith("dropout: the new model new comes into use.")
    assert "NO" not in decision.text


def test_the_first_model_needs_no_champion() -> None:
    assert decide(dataclasses.replace(GOOD, champion=None, against=None), RULE).use == "challenger"


FAILING = {
    "a landmine": dataclasses.replace(GOOD, leaks=("exit_code ranks the outcomes almost perfectly.",)),
    "worse by log loss": dataclasses.replace(
        GOOD, against=dataclasses.replace(SAME, log_loss=Interval(0.003, 0.0, 0.0051))
    ),
    "a worse list": dataclasses.replace(
        GOOD, against=dataclasses.replace(SAME, per_100=Interval(1, -1, 3.2))
    ),
    "not better than the plain list": with_new(plain=dataclasses.replace(PLAIN, low=-0.1)),
    "better only by the other list's ties": with_new(plain=dataclasses.replace(PLAIN, even=-1.0)),
    "no plain list": with_new(plain=None),
    "not calibrated": with_new(honesty=dataclasses.replace(HONEST, ece=0.05)),
    "a slope that is too flat": with_new(honesty=dataclasses.replace(HONEST, slope=Interval(0.7, 0.6, 0.8))),
    "a broken promise": with_new(promise=(KEPT, BROKEN)),
    "drift": with_new(drift=("minutes.sum is broken.",)),
}


@pytest.mark.parametrize("evidence", FAILING.values(), ids=FAILING.keys())
def test_one_point_that_fails_keeps_yesterdays_champion(evidence: Evidence) -> None:
    decision = decide(evidence, RULE)
    assert (decision.use, decision.model) == ("champion", "old")
    assert sum(not check.passed for check in decision.challenger) == 1
    assert "- NO, " in decision.text and "goes on" in decision.text


ALONE = {name: evidence for name, evidence in FAILING.items() if evidence.against is SAME}


@pytest.mark.parametrize("evidence", ALONE.values(), ids=ALONE.keys())
def test_without_a_champion_the_plain_rule_takes_over_visibly(evidence: Evidence) -> None:
    decision = decide(dataclasses.replace(evidence, champion=None, against=None), RULE)
    assert (decision.use, decision.model) == ("plain rule", None)
    assert "no model is used" in decision.text


def test_a_champion_that_has_itself_gone_wrong_does_not_go_on() -> None:
    for change in (
        {"drift": ("The scores as a whole have moved.",)},
        {"promise": (BROKEN,)},
        {"honesty": dataclasses.replace(HONEST, ece=0.09)},
    ):
        old = dataclasses.replace(OLD, **change)
        evidence = dataclasses.replace(FAILING["a landmine"], champion=old)
        assert decide(evidence, RULE).use == "plain rule"


def test_too_little_history_falls_back_to_the_plain_rule_and_says_so() -> None:
    for students, events in ((199, 60), (1000, 29), (0, 0)):
        evidence = dataclasses.replace(GOOD, students=students, events=events, champion=None, against=None)
        decision = decide(evidence, RULE)
        assert decision.use == "plain rule"
        assert "at least 200 students and 30 with the outcome are needed" in decision.text


def test_a_refused_training_leaves_the_champion_in_use_with_the_reason() -> None:
    refused = dataclasses.replace(
        GOOD, challenger=None, against=None, refusal="2 matured cohorts, 3 are needed."
    )
    decision = decide(refused, RULE)
    assert decision.use == "champion"
    assert "There is no new model: 2 matured cohorts, 3 are needed." in decision.text
    alone = decide(dataclasses.replace(refused, champion=None), RULE)
    assert alone.use == "plain rule" and "3 are needed" in alone.text


def test_approval_by_hand_keeps_what_is_in_use_until_somebody_approves() -> None:
    decision = decide(GOOD, RULE, "by hand")
    assert (decision.use, decision.waits) == ("champion", True)
    assert "waits for a person's approval" in decision.text


def test_at_small_n_chance_is_not_called_miscalibration() -> None:
    small = with_new(honesty=Honesty(0.06, 0.07, Interval(1.0, 0.6, 1.4)))
    assert decide(small, RULE).use == "challenger"


def test_a_forecast_is_judged_by_its_error_and_its_intervals() -> None:
    rows = (
        Covered("all", 900, 0.91, 0.87, 0.93, 0.86, 0.94),
        Covered("09", 300, 0.88, 0.85, 0.94, 0.84, 0.95),
    )
    gain = Gain("the same grade point average as now", 0.03, 0.01, 0.03)
    new = Candidate("new", gain, None, rows, (), ())
    against = Against(None, None, Interval(0.0, -0.01, 0.015))
    old = dataclasses.replace(new, name="old")
    evidence = Evidence("gpa", "regression", "2024", 900, 0, new, "", (), old, against)
    assert decide(evidence, RULE).use == "challenger"
    off = dataclasses.replace(new, coverage=(dataclasses.replace(rows[0], share=0.80), rows[1]))
    assert decide(dataclasses.replace(evidence, challenger=off), RULE).use == "champion"


def test_a_broken_promise_is_said_with_its_price() -> None:
    price = Price("race", True, 61, 58, 14)
    text = decide(with_new(promise=(KEPT, BROKEN), prices=(price,)), RULE).text
    assert "race B (500 students): 9.0 per 100 more are listed without need" in text
    assert (
        "14 students on the list would have given way to others. It would have found 58 instead of 61" in text
    )


def test_the_words_of_a_decision_label_nobody() -> None:
    texts = [decide(e, RULE).text for e in [GOOD, *FAILING.values()]]
    for banned in ("at risk", "high risk", "failing student", "drop out", "caused by", "significant"):
        assert all(banned not in text.lower() for text in texts)
