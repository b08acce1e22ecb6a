"""The written rule is read whole or not at all."""

import pytest

from models.faults import TaskFileWrong
from models.gate.rule import FILE, parse_promise, parse_rule, written_rule

TEXT = FILE.read_text("utf-8")


def test_the_written_rule_is_readable() -> None:
    rule = written_rule()
    assert rule.enough.events < rule.enough.students
    assert rule.drift.watch < rule.drift.moved < rule.drift.broken


def test_every_key_says_its_unit_or_reason() -> None:
    bare = [line for line in TEXT.splitlines() if "=" in line and "#" not in line]
    assert bare == []


def test_an_unknown_key_is_named() -> None:
    with pytest.raises(TaskFileWrong, match=r"Unknown key .*calibration\.mercy"):
        parse_rule(TEXT.replace("[calibration]", "[calibration]\nmercy = 1.0"), "rule.toml")


def test_a_missing_key_is_named() -> None:
    with pytest.raises(TaskFileWrong, match=r"regret\.log_loss"):
        parse_rule(TEXT.replace("log_loss", "# log_loss"), "rule.toml")


def test_a_share_written_as_text_is_refused() -> None:
    with pytest.raises(TaskFileWrong, match=r"coverage\.level"):
        parse_rule(TEXT.replace("level = 0.90", 'level = "0.90"'), "rule.toml")


def test_a_district_writes_its_own_promise() -> None:
    text = "false_alarms_per_100 = 2\nmissed_per_100 = 8\nconfidence = 0.95"
    promise = parse_promise(text, "promise.toml")
    assert (promise.false_alarms_per_100, promise.missed_per_100) == (2.0, 8.0)
    with pytest.raises(TaskFileWrong, match="Unknown key"):
        parse_promise(text + "\nexcept = 1", "promise.toml")
