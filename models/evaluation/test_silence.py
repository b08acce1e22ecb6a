"""Silence is judged by what it kept back: planted cases whose error is larger, equal or smaller."""

from dataclasses import replace

import numpy as np
import pytest

from models.evaluation.material import Material, gather
from models.evaluation.silence import check_silence
from models.gate.rule import written_rule
from models.leaks.made_up import clean_frame, made_up_task

RULE = written_rule()
TASK = replace(made_up_task(), minimum_weeks=8)


@pytest.fixture(scope="module")
def material() -> Material:
    return gather(TASK, clean_frame(900, seed=4), RULE, RULE.promise)


@pytest.mark.parametrize(
    ("off_silent", "off_scored", "said"),
    [
        (0.5, 0.2, "it was right to be silent"),
        (0.3, 0.3, "we cannot tell"),
        (0.1, 0.4, "silence was not needed"),
    ],
)
def test_a_planted_difference_of_error_is_found_with_its_sign(
    material: Material, off_silent: float, off_scored: float, said: str
) -> None:
    frame = material.frame
    silent = frame.weeks_known() < TASK.minimum_weeks
    noise = np.random.default_rng(1).normal(0, 0.05, len(frame))
    off = np.where(silent, off_silent, off_scored) + noise
    found = check_silence(np.abs(np.nan_to_num(frame.y) - off), material)
    assert said in found.sentence
    assert (found.silent, found.scored) == (
        int((silent & material.part.test).sum()),
        int((~silent & material.part.test).sum()),
    )
    assert found.error_silent == pytest.approx(off_silent**2 + 0.05**2, abs=0.02)


def test_too_few_silent_cases_say_nothing(material: Material) -> None:
    all_scored = replace(material, task=replace(TASK, minimum_weeks=0))
    found = check_silence(np.full(len(material.frame), 0.1), all_scored)
    assert found.difference is None and "too few to say" in found.sentence
