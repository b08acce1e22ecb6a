"""Every sentence that the audits can say keeps to plain words and labels no student."""

import itertools
import math

import numpy as np
import pytest

from models.drift.base_rate import BaseRate, sentence
from models.evaluation.comparators import TITLES
from models.fairness.price import Price
from models.fairness.promise import About, Judgement, Verdict
from models.fairness.rates import Gap
from models.fairness.words import price_sentence, promise_sentence
from models.gate.rule import written_rule
from models.trial.trial import hold_trial
from models.trial.words import headline

BANNED = (
    "at risk", "high risk", "failing", "drop out", "dropout", "truant", "achievement gap",
    "because of", "caused", "significant", "bottom", "the algorithm", "non-compliant",
)  # fmt: skip


def sentences() -> list[str]:
    return [*of_promises(), *of_base_rates(), *of_trials()]


def of_promises() -> list[str]:
    verdicts: tuple[Verdict, ...] = ("kept", "broken", "cannot tell yet")
    abouts: tuple[About, ...] = ("false alarms", "missed")
    prices = ((True, 9, 9, 0), (True, 9, 8, 3), (False, 9, 9, 0))
    return [
        promise_sentence(Judgement("sex", "F", about, 40, Gap(value, -1.0, 12.0), 5.0, verdict))
        for verdict, value, about in itertools.product(verdicts, (-3.0, 9.0, math.nan), abouts)
    ] + [price_sentence(Price("sex", *price)) for price in prices]


def of_base_rates() -> list[str]:
    return [
        sentence(BaseRate(0.15, now, now - 0.01, now + wide, measured))
        for measured, now, wide in itertools.product((True, False), (0.10, 0.20), (0.01, 0.2))
    ]


def of_trials() -> list[str]:
    rng = np.random.default_rng(1)
    y = (rng.random(400) < 0.2).astype(np.float64)
    same = rng.integers(0, 2, 400).astype(np.float64)
    lists = {"ours": rng.random(400) + y, "plain": rng.random(400), "same": same}
    trials = [hold_trial(lists, ours, y, 0.1, written_rule().list, 1) for ours in lists]
    return [
        headline(trial, other, title)
        for trial, other, title in itertools.product(trials, lists, TITLES.values())
    ]


@pytest.mark.parametrize("word", BANNED)
def test_no_sentence_holds_a_word_that_labels_or_claims_too_much(word: str) -> None:
    assert [text for text in sentences() if word in text.lower()] == []


def test_sentences_are_short() -> None:
    """Parentheses with an interval are not counted; 25 words are the limit."""
    for text in sentences():
        for part in text.replace("; ", ". ").split(". "):
            outside = part if "(" not in part else part[: part.index("(")] + part[part.rindex(")") + 1 :]
            assert len(outside.split()) <= 25, part
