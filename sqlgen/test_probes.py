"""What the linter allows is what the engines were asked about: each allowed construct stands in a probe."""

from pathlib import Path

from sqlgen.probes import build_probes
from sqlgen.rules.allow_list import ALLOWED

ROOT = Path(__file__).resolve().parent.parent
# Syntax without a meaning of its own, and what the parser never makes of Athena's words.
WITHOUT_PROBE = {"Var", "TableAlias", "Tuple", "DataType"}


def test_every_allowed_construct_is_probed() -> None:
    _, compiled = build_probes(ROOT)
    seen = {type(node).__name__ for probe in compiled for node in probe.source.tree.walk()}
    assert sorted(ALLOWED - seen - WITHOUT_PROBE) == []
