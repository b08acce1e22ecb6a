"""Result tables: what is written is read again, and nothing else of the process changes."""

import sys
from pathlib import Path

import numpy as np
from sklearn.linear_model import LogisticRegression

from models.parquet import read_parquet, write_parquet


def test_words_and_numbers_come_back_and_blanks_stay_blank(tmp_path: Path) -> None:
    words, numbers = np.array(["a", None, "c"], dtype=object), np.array([1.0, np.nan, 3.0])
    write_parquet(tmp_path / "t.parquet", {"word": words, "number": numbers})
    found = read_parquet(tmp_path / "t.parquet")
    assert found["word"].tolist() == ["a", None, "c"]
    assert np.array_equal(found["number"], numbers, equal_nan=True)


def test_libraries_that_look_for_pandas_work_after_a_table_was_written(tmp_path: Path) -> None:
    before = sys.modules.get("pandas", "absent")
    write_parquet(tmp_path / "t.parquet", {"word": np.array(["a"], dtype=object)})
    assert sys.modules.get("pandas", "absent") == before
    LogisticRegression().fit(np.array([[0.0], [1.0], [0.2], [0.9]]), [0, 1, 0, 1])
