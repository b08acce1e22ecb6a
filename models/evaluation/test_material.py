"""Where drift is looked for: nowhere that two school years differ in only by their number of weeks."""

import numpy as np

from models.drift.psi import shift
from models.evaluation.material import steady_inputs
from models.gate.rule import written_rule


def test_inputs_of_the_calendar_and_summaries_of_all_weeks_are_left_out() -> None:
    names = ["mean_mark", "days_since_entry", "tardy.sum", "tardy.sum4", "tardy.mean", "tardy.slope"]
    calendar = np.array([False, True, False, False, False, False])
    assert [names[j] for j in steady_inputs(names, calendar)] == ["mean_mark", "tardy.sum4"]


def test_a_mean_over_all_weeks_would_seem_to_move_in_a_year_that_stands_two_weeks_further() -> None:
    late_days = np.random.default_rng(1).poisson(2, 4000).astype(np.float64)
    rule = written_rule().drift
    assert shift("mean", late_days / 24, late_days / 26, rule).verdict != "as before"
    assert shift("sum4", late_days, late_days, rule).verdict == "as before"
