"""Cases in memory: what is known of each on its prediction date, and what became of it."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

import numpy as np

from models.arrays import Anything, Dates, Flags, Floats, Singles, Wholes, Words


@dataclass(frozen=True)
class Frame:
    """n cases, sorted by id. Blank is nan (numbers) or "" (words), never 0."""

    ids: Anything  # (n, len(columns.id)) objects, as the files have them
    id_names: list[str]
    cohort: Words  # (n,)
    y: Floats  # (n,) nan = outcome not matured
    static: Singles  # (n, p)
    static_names: list[str]  # a categorical column is one name a level: "module=AAA"
    weekly: Singles | None  # (n, weeks, q)
    week_mask: Flags | None  # (n, weeks) the case existed in this week and its data were known
    weekly_names: list[str]
    last_week: Wholes | None  # (n,) the last week before the prediction date; -1 = none
    groups: dict[str, Words]  # audit columns, never inputs
    school: Words | None
    as_of: Dates | None  # datetime64[D]
    known_from: Dates | None  # newest knowledge date among the case's rows
    # Which summaries of a weekly column serve the trees; all where nothing is said.
    summaries: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def __len__(self) -> int:
        return len(self.y)

    @property
    def matured(self) -> Flags:
        """(n,) the outcome is known."""
        return ~np.isnan(self.y)

    def where(self, keep: Flags | Wholes) -> "Frame":
        """The cases of a mask or of a list of row numbers, in its order."""
        picked: dict[str, Any] = {
            name: None if (values := getattr(self, name)) is None else values[keep]
            for name in ("weekly", "week_mask", "last_week", "school", "as_of", "known_from")
        }
        return replace(
            self,
            ids=self.ids[keep],
            cohort=self.cohort[keep],
            y=self.y[keep],
            static=self.static[keep],
            groups={name: values[keep] for name, values in self.groups.items()},
            **picked,
        )

    def weeks_known(self) -> Wholes:
        """(n,) how many weeks of each case are known; 0 without a weekly table."""
        if self.week_mask is None:
            return np.zeros(len(self), dtype=np.int64)
        return np.asarray(self.week_mask.sum(axis=1), dtype=np.int64)

    def digest(self) -> str:
        """sha256 over inputs, outcomes and cohorts: the same rows give the same digest."""
        total = hashlib.sha256("\0".join([*self.static_names, *self.weekly_names]).encode())
        for part in (self.static, self.weekly, self.week_mask, self.y):
            if part is not None:
                total.update(np.ascontiguousarray(part).ravel().view(np.uint8).data)
        total.update("\0".join(self.cohort.tolist()).encode())
        return total.hexdigest()
