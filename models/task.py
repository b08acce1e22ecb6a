"""A question as data: which cases, which outcome, which inputs, which cohorts, and what never is an input."""

import hashlib
import os
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

from models.faults import FileMissing, ProtectedInput, TaskFileWrong
from models.strict_table import StrictTable

Kind = Literal["classification", "regression"]

# What a weekly column becomes for the trees; the last four weeks are weeks of the case, not of the calendar.
SUMMARIES = ("sum", "sum4", "last", "mean", "slope", "since")

_INCLUDED = re.compile(r"\{([\w/]+\.sql)\}")


@dataclass(frozen=True)
class Data:
    """Tables below the data folder (Parquet, CSV), or `.sql` beside the task file: a query that makes one."""

    cases: str
    weekly: str | None
    groups: str | None
    weeks: int | None  # the cut: weeks 0 … weeks-1 may exist
    delimiter: str | None
    values: Mapping[str, str | int | float]  # put for {name} into the queries


@dataclass(frozen=True)
class Columns:
    id: tuple[str, ...]
    label: str
    week: str
    as_of: str | None
    known_from: str | None
    last_week: str | None  # last week known for the case, where the cut differs from case to case
    numeric: tuple[str, ...]
    categorical: tuple[str, ...]
    weekly: tuple[str, ...]
    groups: tuple[str, ...]
    school: str | None

    @property
    def inputs(self) -> tuple[str, ...]:
        return self.numeric + self.categorical + self.weekly


@dataclass(frozen=True)
class Split:
    """Cohorts by name, or rolling: the last matured one tests, the one before calibrates, the rest train."""

    column: str
    train: tuple[str, ...]
    calibrate: tuple[str, ...]
    test: tuple[str, ...]
    rolling: bool
    # Once the number of trees or epochs is chosen on the calibrate cohorts, train again with them included;
    # each calibrate cohort is then predicted by a model that saw every other known cohort but not it.
    refit: bool


@dataclass(frozen=True)
class FactWords:
    """Inputs which belong to one fact, and its words as a reason and as a strength."""

    name: str
    inputs: tuple[str, ...]
    words: str
    strength: str | None
    # "{value:mean_mark} >= 70": said as a strength only where a person would call it one.
    strength_if: str | None = None


@dataclass(frozen=True)
class Task:
    name: str
    kind: Kind
    sentence: str
    source: str
    data: Data
    columns: Columns
    split: Split
    never: tuple[str, ...]
    summaries: Mapping[str, tuple[str, ...]]  # which ones of a weekly column; all where nothing is said
    monotone: Mapping[str, int]
    facts: tuple[FactWords, ...]
    lengths: tuple[float, ...]
    baseline: Mapping[str, str]
    expiry_days: int
    minimum_weeks: int
    boosted: Mapping[str, str | int | float]  # settings that differ from boosted/model.py
    sequence: Mapping[str, str | int | float]  # settings that differ from sequence/settings.py
    folder: Path
    digest: str  # sha256 of the task file and its queries


def find_task(name: str) -> Path:
    """A path, or the name of a task in SM_CHANNEL_TASKS or beside this file."""
    folders = [Path(os.environ["SM_CHANNEL_TASKS"])] if "SM_CHANNEL_TASKS" in os.environ else []
    for folder in [*folders, Path(__file__).parent / "tasks"]:
        if (folder / f"{name}.toml").is_file():
            return folder / f"{name}.toml"
    return Path(name)


def read_task(file: Path) -> Task:
    """@raises TaskFileWrong, ProtectedInput, FileMissing"""
    try:
        raw = file.read_bytes()
    except OSError:
        raise FileMissing("No task file", where=file.name, mend="Give the path of a task file.") from None
    try:
        top = StrictTable(tomllib.loads(raw.decode("utf-8")), file.name)
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise TaskFileWrong("Not TOML", where=file.name, mend=f"Correct its syntax: {error}.") from None
    task = Task(
        name=top.text("name"),
        kind=_kind(top),
        sentence=top.text("sentence"),
        source=top.text("source"),
        data=_data(top.table("data", required=True)),
        columns=_columns(top.table("columns", required=True)),
        split=_split(top.table("split", required=True)),
        never=_only(top.table("never"), "inputs"),
        summaries=_summaries(top.table("summaries")),
        monotone=top.sign_by_name("monotone"),
        facts=_facts(top.tables("facts")),
        lengths=_lengths(top.table("list")),
        baseline=top.text_by_name("baseline"),
        expiry_days=_whole(top.table("expiry"), "days", 14),
        minimum_weeks=_whole(top.table("enough"), "weeks", 0),
        boosted=top.scalars("boosted"),
        sequence=top.scalars("sequence"),
        folder=file.parent,
        digest="",
    )
    top.done()
    _check_inputs(task, file.name)
    return _with_digest(task, raw)


def _kind(top: StrictTable) -> Kind:
    kind = top.text("kind")
    if kind == "classification":
        return "classification"
    if kind == "regression":
        return "regression"
    raise top.wrong("kind", "Not a kind of task", 'Write "classification" or "regression".')


def _data(table: StrictTable) -> Data:
    data = Data(
        cases=table.text("cases"),
        weekly=table.optional_text("weekly"),
        groups=table.optional_text("groups"),
        weeks=table.optional_whole("weeks"),
        delimiter=table.optional_text("delimiter"),
        values=table.scalars("values"),
    )
    table.done()
    return data


def _columns(table: StrictTable) -> Columns:
    columns = Columns(
        id=table.texts("id", None),
        label=table.text("label", "label"),
        week=table.text("week", "week"),
        as_of=table.optional_text("as_of"),
        known_from=table.optional_text("known_from"),
        last_week=table.optional_text("last_week"),
        numeric=table.texts("numeric"),
        categorical=table.texts("categorical"),
        weekly=table.texts("weekly"),
        groups=table.texts("groups"),
        school=table.optional_text("school"),
    )
    table.done()
    return columns


def _split(table: StrictTable) -> Split:
    split = Split(
        column=table.text("column"),
        train=table.texts("train"),
        calibrate=table.texts("calibrate"),
        test=table.texts("test"),
        rolling=table.flag("rolling", False),
        refit=table.flag("refit", False),
    )
    table.done()
    named = split.train + split.calibrate + split.test
    if split.rolling == bool(named):
        mend = "Give train, calibrate and test, or rolling = true, not both."
        raise table.wrong("rolling", "The split is not said once", mend)
    if len(set(named)) != len(named):
        raise table.wrong("train", "A cohort stands in two parts", "Each cohort has one part.")
    return split


def _only(table: StrictTable, key: str) -> tuple[str, ...]:
    found = table.texts(key)
    table.done()
    return found


def _whole(table: StrictTable, key: str, default: int) -> int:
    found = table.whole(key, default)
    table.done()
    return found


def _summaries(table: StrictTable) -> dict[str, tuple[str, ...]]:
    return {column: table.texts(column) for column in table.names()}


def _lengths(table: StrictTable) -> tuple[float, ...]:
    found = table.numbers("lengths", (0.05, 0.10, 0.20))
    table.done()
    if not all(0 < length <= 1 for length in found):
        raise table.wrong("lengths", "A share outside 0 … 1", "Write shares of the cases, such as 0.10.")
    return found


def _facts(tables: dict[str, StrictTable]) -> tuple[FactWords, ...]:
    facts, owner = [], dict[str, str]()
    for name, table in tables.items():
        fact = FactWords(
            name,
            table.texts("inputs", None),
            table.text("words"),
            table.optional_text("strength"),
            table.optional_text("strength_if"),
        )
        table.done()
        for column in fact.inputs:
            if column in owner:
                raise table.wrong(
                    "inputs", f"{column} also belongs to {owner[column]}", "An input has one fact."
                )
            owner[column] = name
        facts.append(fact)
    return tuple(facts)


def _check_inputs(task: Task, file: str) -> None:
    for column in task.never:
        if column in task.columns.inputs:
            mend = "Take it out of the inputs; it may serve the audit under columns.groups."
            raise ProtectedInput(
                f"{column} is an input and never may be", where=f"{file}: columns", mend=mend
            )
    inputs = task.columns.inputs
    for column in inputs:
        if inputs.count(column) > 1:
            raise TaskFileWrong(f"{column} is listed twice", where=f"{file}: columns", mend="List it once.")
    for column, kinds in task.summaries.items():
        where = f"{file}: summaries.{column}"
        if column not in task.columns.weekly:
            raise TaskFileWrong(
                f"{column} is no weekly column", where=where, mend="List it under weekly too."
            )
        for kind in kinds:
            if kind not in SUMMARIES:
                raise TaskFileWrong(f"{kind} is no summary", where=where, mend=f"Of {', '.join(SUMMARIES)}.")
    spoken = [(f"facts.{f.name}", c) for f in task.facts for c in f.inputs]
    spoken += [("monotone", c.rpartition(".")[0] if c not in inputs else c) for c in task.monotone]
    for key, column in spoken:
        if column not in inputs:
            raise TaskFileWrong(f"{column} is no input", where=f"{file}: {key}", mend="Name a listed input.")


def _with_digest(task: Task, raw: bytes) -> Task:
    digest = hashlib.sha256(raw)
    for table in (task.data.cases, task.data.weekly, task.data.groups):
        if table is not None and table.endswith(".sql"):
            digest.update(query_text(task, table).encode())
    return replace(task, digest=digest.hexdigest())


def query_text(task: Task, table: str) -> str:
    """The query beside the task file; {other.sql} in it stands for that query. @raises FileMissing"""
    query = task.folder / table
    if not query.is_file():
        mend = "A query lies beside the task file."
        raise FileMissing("No such query", where=f"{task.name}: {table}", mend=mend)
    text = query.read_text(encoding="utf-8").rstrip().rstrip(";")
    return _INCLUDED.sub(lambda match: query_text(task, match[1]), text)
