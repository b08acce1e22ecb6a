"""Rules of the rules: each is one file that opens with its sentence and has planted offenders beside it."""

from pathlib import Path
from types import ModuleType

import pytest

from sqlgen.lint import all_rules


@pytest.mark.parametrize("rule", all_rules(), ids=lambda r: r.__name__.rpartition(".")[2])
def test_a_rule_opens_with_one_sentence_and_has_offenders_beside_it(rule: ModuleType) -> None:
    path = Path(str(rule.__file__))
    first = path.read_text().splitlines()[0]
    assert first.startswith('"""') and first.endswith('."""')
    assert path.with_name(f"test_{path.name}").is_file()


def test_there_are_rules() -> None:
    assert len(all_rules()) > 20
