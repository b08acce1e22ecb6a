"""The pair of fits agrees with scikit-learn's, and the band holds the true share as often as it says."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sklearn.isotonic import IsotonicRegression

from models.arrays import Floats
from models.calibration.band import LEVEL, Band, fit_band, venn_abers, wilson


def drawn(n: int, seed: int) -> tuple[Floats, Floats]:
    random = np.random.default_rng(seed)
    p = random.beta(1, 4, n)
    return p, (random.random(n) < p).astype(np.float64)


@settings(max_examples=25, deadline=None)
@given(st.integers(0, 10_000), st.integers(2, 60), st.sampled_from([1, 2, 8]))
def test_both_ends_are_two_isotonic_fits_of_scikit_learn(seed: int, n: int, digits: int) -> None:
    p, y = drawn(n, seed)
    p = np.round(p, digits)
    pair = venn_abers(p, y)
    for score in [0.0, *np.random.default_rng(seed).random(4), *p[:3]]:
        place = int(np.searchsorted(pair.edges, score, side="right"))
        for outcome, ours in ((0.0, pair.p0), (1.0, pair.p1)):
            oracle = IsotonicRegression().fit(np.r_[p, score], np.r_[y, outcome])
            assert ours[place] == pytest.approx(float(oracle.predict([score])[0]), abs=1e-9)


def test_the_fit_without_the_outcome_never_lies_above_the_one_with_it() -> None:
    pair = venn_abers(*drawn(700, 3))
    assert (pair.p0 <= pair.p1).all() and (np.diff(pair.p0) >= -1e-12).all()


def test_wilson_is_the_textbooks() -> None:
    low, high = wilson(np.array([0.4]), np.array([50.0]), 0.95)  # 20 of 50: 0.2761 to 0.5382
    assert low[0] == pytest.approx(0.2761, abs=5e-4) and high[0] == pytest.approx(0.5382, abs=5e-4)


def test_a_band_holds_the_true_share_as_often_as_it_says() -> None:
    held = []
    for seed in range(8):
        p = drawn(1500, 100 + seed)[0]
        # What is shown is off, as a bad model's may be: the band still tells of the outcomes.
        band = fit_band(np.sqrt(drawn(1500, seed)[0]), drawn(1500, seed)[1])
        raw = np.searchsorted(np.array(band.edges), np.sqrt(p), side="right")
        held.append(float(((np.array(band.low)[raw] <= p) & (p <= np.array(band.high)[raw])).mean()))
    assert np.mean(held) >= LEVEL


def test_more_past_cases_make_it_narrower() -> None:
    p = np.linspace(0.05, 0.6, 50)
    widths = [float(np.subtract(*fit_band(*drawn(n, 1)).ends(p)[::-1]).mean()) for n in (300, 2000, 20_000)]
    assert widths[0] > widths[1] > widths[2]


def test_what_is_shown_lies_inside_and_a_blank_stays_blank() -> None:
    band = Band([0.5], [0.1, 0.4], [0.3, 0.7])
    low, high = band.ends(np.array([0.05, 0.2, 0.9, np.nan]))
    assert low[:3].tolist() == [0.05, 0.1, 0.4] and high[:3].tolist() == [0.3, 0.3, 0.9]
    assert np.isnan(low[3]) and np.isnan(high[3])
