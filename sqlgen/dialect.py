"""The few words in which the generated history differs between engines."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Dialect:
    """`text` is the type of text; `stamp` prints a timestamp of which `{}` is the place."""

    name: str
    text: str
    stamp: str


ATHENA = Dialect("athena", "varchar", "date_format({}, '%Y-%m-%d %H:%i:%s.%f')")
DUCKDB = Dialect("duckdb", "varchar", "strftime({}, '%Y-%m-%d %H:%M:%S.%f')")
SPARK = Dialect("spark", "string", "date_format({}, 'yyyy-MM-dd HH:mm:ss.SSSSSS')")
DIALECTS = (ATHENA, DUCKDB, SPARK)
