"""The trees learn what is planted, twice the same, and their reasons are exact."""

import json
from dataclasses import replace
from itertools import combinations
from math import factorial
from pathlib import Path

import numpy as np
import pytest
import xgboost as xgb

from models.arrays import Floats, Singles
from models.artifact import read_model, write_model
from models.boosted.explain import contributions
from models.boosted.model import fit, kept_inputs, margins, settings, signs
from models.boosted.score import score_boosted
from models.boosted.train import Trained, train_boosted
from models.faults import ModelChanged, ModelOfAnotherKind, NoInputs
from models.frame.cohorts import parts
from models.leaks.made_up import clean_frame, made_up_task
from models.measures.ranking import auc

TASK = made_up_task()
FRAME = clean_frame(600, seed=3)


@pytest.fixture(scope="module")
def trained() -> Trained:
    return train_boosted(TASK, FRAME)


def test_later_cohorts_are_ranked_nearly_as_well_as_by_the_planted_truth(trained: Trained) -> None:
    test = FRAME.cohort == "2024"
    assert auc(FRAME.y[test], trained.raw[test]) > 0.75


def test_twice_the_same_inputs_give_the_same_bytes(trained: Trained) -> None:
    again = train_boosted(TASK, FRAME)
    assert again.weights == trained.weights
    assert np.array_equal(again.raw, trained.raw)
    assert again.facts == trained.facts


def test_a_constant_input_is_left_out_and_named() -> None:
    static = np.column_stack([FRAME.static, np.ones(len(FRAME), np.float32)])
    static[::3, 2] = np.nan  # its blanks must not become a signal
    found = train_boosted(TASK, replace(FRAME, static=static, static_names=[*FRAME.static_names, "country"]))
    assert found.facts.left_out == ["country"] and "country" not in found.facts.inputs


def test_nothing_but_constants_is_refused() -> None:
    none = replace(FRAME, static=np.ones_like(FRAME.static), weekly=None, week_mask=None, weekly_names=[])
    with pytest.raises(NoInputs):
        train_boosted(TASK, none)


def test_signs_hold_for_the_sums_of_a_weekly_column_but_not_for_its_slope() -> None:
    task = replace(TASK, monotone={"absent_days": 1, "mark": -1})
    assert signs(task, ["absent_days.sum", "absent_days.slope", "mark", "failed_courses"]) == (1, 0, -1, 0)


def test_a_known_sign_is_obeyed_for_every_value() -> None:
    task = replace(TASK, monotone={"failed_courses": 1})
    found = train_boosted(task, FRAME)
    assert "Known signs are kept" in found.facts.notes[0]
    booster = booster_of(found)
    ladder = np.tile(np.zeros(len(found.facts.inputs), np.float32), (9, 1))
    ladder[:, found.facts.inputs.index("failed_courses")] = np.arange(9)
    assert (np.diff(margins(booster, ladder)) >= 0).all()


def test_a_wrong_sign_is_given_up_and_said() -> None:
    found = train_boosted(replace(TASK, monotone={"mark": 1, "failed_courses": -1}), FRAME)
    assert "given up" in found.facts.notes[0] and "monotone_constraints" not in found.facts.settings


def test_a_forecast_has_a_middle_between_its_ends() -> None:
    marks = replace(FRAME, y=70 - 8 * FRAME.static[:, 0].astype(np.float64) + np.arange(len(FRAME)) % 7)
    found = train_boosted(replace(TASK, kind="regression"), marks)
    low, middle, high = found.raw.mean(axis=0)
    assert low < middle < high and len(found.raw) == len(FRAME)


def test_a_stored_model_scores_the_same_and_a_changed_byte_is_refused(
    trained: Trained, tmp_path: Path
) -> None:
    write_model(tmp_path, trained.facts, {"weights.ubj": trained.weights})
    facts = read_model(tmp_path, TASK, "boosted")
    assert np.array_equal(score_boosted(TASK, facts, tmp_path, FRAME), trained.raw)
    with pytest.raises(ModelOfAnotherKind):
        read_model(tmp_path, TASK, "sequence")
    with pytest.raises(ModelOfAnotherKind, match="changed after training"):
        read_model(tmp_path, replace(TASK, digest="other"), "boosted")
    content = bytearray(trained.weights)
    content[len(content) // 2] ^= 1
    (tmp_path / "weights.ubj").write_bytes(content)
    with pytest.raises(ModelChanged, match=r"weights\.ubj"):
        read_model(tmp_path, TASK, "boosted")


def test_a_frame_without_an_input_is_refused_by_its_name(trained: Trained, tmp_path: Path) -> None:
    less = replace(FRAME, static=FRAME.static[:, :1], static_names=FRAME.static_names[:1])
    write_model(tmp_path, trained.facts, {"weights.ubj": trained.weights})
    with pytest.raises(ModelOfAnotherKind, match="mark"):
        score_boosted(TASK, trained.facts, tmp_path, less)


def booster_of(found: Trained) -> xgb.Booster:
    booster = xgb.Booster({"nthread": 1})
    booster.load_model(bytearray(found.weights))
    return booster


def test_parts_add_up_to_the_margin(trained: Trained) -> None:
    x = np.random.default_rng(1).normal(size=(200, len(trained.facts.inputs))).astype(np.float32)
    x[x > 1] = np.nan
    found, gap = contributions(booster_of(trained), x)
    assert gap <= 1e-5
    assert np.allclose(found.sum(axis=1), margins(booster_of(trained), x), atol=1e-5)


def test_parts_are_the_shapley_values_of_a_brute_force_count_on_a_small_tree() -> None:
    rng = np.random.default_rng(4)
    x = rng.normal(size=(300, 3)).astype(np.float32)
    y = ((x[:, 0] > 0) & (x[:, 1] > 0.3)).astype(np.float64)
    plain = {**settings(TASK), "max_depth": 2, "subsample": 1.0, "colsample_bytree": 1.0}
    booster = fit(plain, x, y, None, 1)
    found, _ = contributions(booster, x[:20])
    for row in range(20):
        assert np.allclose(found[row, :3], brute_force(booster, x[row]), atol=1e-5)


def brute_force(booster: xgb.Booster, case: Singles) -> Floats:
    """Shapley values by their definition, over all subsets of inputs, walking the one tree."""
    nodes = dump(booster)
    n = len(case)
    value = {
        s: expected(nodes, 0, case, s)
        for k in range(n + 1)
        for s in map(frozenset, combinations(range(n), k))
    }
    phi = np.zeros(n)
    for i in range(n):
        for known in [s for s in value if i not in s]:
            weight = factorial(len(known)) * factorial(n - len(known) - 1) / factorial(n)
            phi[i] += weight * (value[known | {i}] - value[known])
    return phi


Nodes = dict[int, dict[str, float]]


def dump(booster: xgb.Booster) -> Nodes:
    tree = json.loads(booster.save_raw("json").decode())["learner"]["gradient_booster"]["model"]["trees"][0]
    keys = (
        "left_children",
        "right_children",
        "split_indices",
        "split_conditions",
        "sum_hessian",
        "base_weights",
    )
    return {at: {key: tree[key][at] for key in keys} for at in range(len(tree["left_children"]))}


def expected(nodes: Nodes, at: int, case: Singles, known: frozenset[int]) -> float:
    """The tree's mean over the inputs not known, weighted by the training cases that went each way."""
    node = nodes[at]
    left, right = int(node["left_children"]), int(node["right_children"])
    if left == -1:
        return node["split_conditions"]
    split = int(node["split_indices"])
    if split in known:
        return expected(nodes, left if case[split] < node["split_conditions"] else right, case, known)
    share = nodes[left]["sum_hessian"] / node["sum_hessian"]
    return share * expected(nodes, left, case, known) + (1 - share) * expected(nodes, right, case, known)


def test_kept_inputs_vary_among_the_known_values() -> None:
    x = np.array([[1, np.nan, 2, 5], [1, 3, 2, 6], [1, np.nan, np.nan, 7]], dtype=np.float32)
    assert kept_inputs(x, np.ones(3, np.bool_)).tolist() == [False, False, False, True]


def test_the_parts_of_the_split_are_those_of_the_facts(trained: Trained) -> None:
    part = parts(TASK, FRAME)
    assert trained.facts.rows == {
        "train": part.train.sum(),
        "calibrate": part.calibrate.sum(),
        "test": part.test.sum(),
    }
