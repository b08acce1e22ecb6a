"""The network: NumPy equals Keras, masked weeks do not count, gradients are true, twice is the same."""

from dataclasses import replace

import numpy as np
import pytest

from models.boosted.train import Trained
from models.faults import ModelOfAnotherKind, NoInputs, TaskFileWrong
from models.leaks.made_up import clean_frame, made_up_task
from models.measures.ranking import auc
from models.sequence.explain import TOLERANCE, attribute, gradients
from models.sequence.fit import weights_of
from models.sequence.forward import Weights, from_npz, logits
from models.sequence.scales import scales
from models.sequence.settings import settings
from models.sequence.train import train_sequence

TASK = replace(made_up_task(), sequence={"hidden": 8, "dense": 8, "epochs": 6, "rate": 0.01, "batch": 128})
FRAME = clean_frame(300, seed=3)


@pytest.fixture(scope="module")
def trained() -> Trained:
    return train_sequence(TASK, FRAME)


@pytest.fixture(scope="module")
def weights(trained: Trained) -> Weights:
    return from_npz(trained.weights)


def some(n: int, weights: Weights) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    assert FRAME.weekly is not None and FRAME.week_mask is not None
    scale = weights.scales
    return scale.weekly(FRAME.weekly[:n]), FRAME.week_mask[:n], scale.static(FRAME.static[:n])


def test_it_learns_what_is_planted(trained: Trained) -> None:
    test = FRAME.cohort == "2024"
    assert auc(FRAME.y[test], trained.raw[test]) > 0.7


def test_twice_the_same_inputs_give_the_same_bytes(trained: Trained) -> None:
    again = train_sequence(TASK, FRAME)
    assert again.weights == trained.weights and np.array_equal(again.raw, trained.raw)


def test_numpy_equals_keras() -> None:
    from models.sequence.model import build

    network = build(replace(settings(TASK), hidden=8, dense=8), 12, 1, 2)
    drawn = np.random.default_rng(5)
    network.set_weights([drawn.normal(0, 0.7, w.shape).astype(np.float32) for w in network.get_weights()])
    weights = weights_of(network, scales(FRAME, FRAME.matured))
    given = some(200, weights)
    theirs = np.asarray(network(list(given), training=False))[:, 0]
    assert np.abs(logits(weights, *given) - theirs).max() < 1e-5


def test_what_stands_in_a_masked_week_does_not_count(weights: Weights) -> None:
    weekly, mask, static = some(50, weights)
    other = np.where(mask[:, :, None], weekly, 99).astype(np.float32)
    assert np.array_equal(logits(weights, other, mask, static), logits(weights, weekly, mask, static))


def test_a_blank_is_the_mean_of_the_training_cases() -> None:
    scale = scales(FRAME, FRAME.matured)
    blank = np.full((1, 2), np.nan, dtype=np.float32)
    assert scale.static(blank).tolist() == [[0, 0]]
    assert np.allclose(scale.static(scale.static_mean[None].astype(np.float32)), 0, atol=1e-6)


def test_gradients_agree_with_small_steps(weights: Weights) -> None:
    weekly, mask, static = (part[:5] for part in some(5, weights))
    exact = replace(weights, **{k: v.astype(np.float64) for k, v in weights.__dict__.items()})
    by_week, by_static = gradients(weights, weekly, mask, static)
    step = 1e-2
    for week in range(0, 12, 3):
        up, down = weekly.copy(), weekly.copy()
        up[:, week, 0] += step
        down[:, week, 0] -= step
        slope = (logits(exact, up, mask, static) - logits(exact, down, mask, static)) / (2 * step)
        assert np.allclose(by_week[:, week, 0], slope, atol=5e-3)
    up, down = static.copy(), static.copy()
    up[:, 0] += step
    down[:, 0] -= step
    slope = (logits(exact, weekly, mask, up) - logits(exact, weekly, mask, down)) / (2 * step)
    assert np.allclose(by_static[:, 0], slope, atol=5e-2)


def test_parts_add_up_to_the_logit_within_the_error_that_is_printed(weights: Weights) -> None:
    given = some(300, weights)
    found = attribute(weights, *given)
    gap = np.abs(found.parts.sum(axis=1) - logits(weights, *given)).max()
    assert found.error <= TOLERANCE
    assert gap == pytest.approx(found.error, abs=1e-5)


def test_a_network_of_other_weekly_columns_is_refused(trained: Trained, weights: Weights) -> None:
    from models.sequence.score import inputs_of

    with pytest.raises(ModelOfAnotherKind):
        inputs_of(TASK, trained.facts, weights, replace(FRAME, weekly_names=["tardies"]))


def test_without_weeks_there_is_nothing_to_read() -> None:
    with pytest.raises(NoInputs):
        train_sequence(TASK, replace(FRAME, weekly=None, week_mask=None))


def test_numbers_are_not_forecast_by_sequences() -> None:
    with pytest.raises(TaskFileWrong):
        train_sequence(replace(TASK, kind="regression"), FRAME)


def test_an_unknown_setting_is_named() -> None:
    with pytest.raises(TaskFileWrong, match=r"sequence\.units"):
        settings(replace(TASK, sequence={"units": 3}))
