"""What the gate looks at: one cohort, a challenger, the champion if there is one, and how the two differ."""

from dataclasses import dataclass
from typing import Literal

from models.conformal.coverage import Covered
from models.fairness.price import Price
from models.fairness.promise import Judgement
from models.measures.bootstrap import Interval


@dataclass(frozen=True)
class Honesty:
    """Calibration on the cohort."""

    ece: float
    ece_by_chance: float  # what a perfectly calibrated model reaches by chance at this n
    slope: Interval


@dataclass(frozen=True)
class Gain:
    """Better than the plain rule by this much: students found per 100 contacts, or units of the forecast."""

    other: str  # the plain list, in words
    value: float
    low: float  # lower end of the interval that must lie above 0
    even: float  # the same if the other list's ties are shared out evenly


@dataclass(frozen=True)
class Candidate:
    name: str
    plain: Gain | None
    honesty: Honesty | None  # classification
    coverage: tuple[Covered, ...]  # forecasts
    promise: tuple[Judgement, ...]
    drift: tuple[str, ...]  # why this cycle's data are not those it was made for
    prices: tuple[Price, ...] = ()  # of keeping the promise, by attribute


@dataclass(frozen=True)
class Against:
    """Challenger minus champion on the same students; positive = the challenger is worse."""

    log_loss: Interval | None
    per_100: Interval | None
    absolute_error: Interval | None


@dataclass(frozen=True)
class Evidence:
    task: str
    kind: Literal["classification", "regression"]
    cohort: str
    students: int
    events: int
    challenger: Candidate | None  # None: training was refused
    refusal: str  # why, in words; "" when it was not
    leaks: tuple[str, ...]
    champion: Candidate | None
    against: Against | None
