"""Reads the written rule strictly: a key that is missing, unknown or of another type is named in a fault."""

import dataclasses
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TypeVar

from models.strict_table import StrictTable

Part = TypeVar("Part")
FILE = Path(__file__).with_name("rule.toml")


@dataclass(frozen=True)
class ListRule:
    working: float
    confidence: float
    redraws: int
    plain_confidence: float


@dataclass(frozen=True)
class Enough:
    students: int
    events: int
    errors: int


@dataclass(frozen=True)
class Regret:
    log_loss: float
    per_100: float
    absolute_error: float


@dataclass(frozen=True)
class CalibrationRule:
    ece: float
    slope_low: float
    slope_high: float
    chance: float
    redraws: int


@dataclass(frozen=True)
class Coverage:
    level: float
    binomial: float
    grade_minimum: int


@dataclass(frozen=True)
class Promise:
    """What a district promises about every group, per 100 students, against all other students."""

    false_alarms_per_100: float
    missed_per_100: float
    confidence: float


@dataclass(frozen=True)
class Groups:
    fewest: int
    ratio_low: float
    permutations: int
    permutation_point: float
    bins: int


@dataclass(frozen=True)
class Leaks:
    copy_auc: float
    near_auc: float
    near_margin: float
    blank_auc: float
    newest_blank: float
    chance: float
    proxy_watch: float
    proxy_auc: float
    events: int


@dataclass(frozen=True)
class Drift:
    bins: int
    watch: float
    moved: float
    broken: float
    chance: float
    ece: float
    base_rate_confidence: float


@dataclass(frozen=True)
class Rule:
    list: ListRule
    enough: Enough
    regret: Regret
    calibration: CalibrationRule
    coverage: Coverage
    promise: Promise
    groups: Groups
    leaks: Leaks
    drift: Drift


def _part(kind: type[Part], table: StrictTable) -> Part:
    fields = dataclasses.fields(kind)  # type: ignore[arg-type]
    found = {f.name: table.whole(f.name) if f.type is int else table.number(f.name) for f in fields}
    table.done()
    return kind(**found)


def parse_rule(text: str, file: str) -> Rule:
    """@raises TaskFileWrong naming the file and the key"""
    top = StrictTable(tomllib.loads(text), file)
    rule = Rule(**{f.name: _part(f.type, top.table(f.name, required=True)) for f in dataclasses.fields(Rule)})  # type: ignore[arg-type]
    top.done()
    return rule


def parse_promise(text: str, file: str) -> Promise:
    """A district's own promise: the keys of [promise], at the top of a file."""
    return _part(Promise, StrictTable(tomllib.loads(text), file))


@cache
def written_rule() -> Rule:
    return parse_rule(FILE.read_text("utf-8"), FILE.name)
