"""A file opens with one sentence, its grain, and for tables and views keys, owner and partition."""

from collections.abc import Iterator

from sqlgen.rules.finding import Finding, Query

PARTITIONS = ("month", "school_year", "all")
_SHAPE = "-- One sentence.  then  -- grain: …  keys: a, b  owner: …  partition: month | school_year | all"


def find(query: Query) -> Iterator[Finding]:
    source, header = query.source, query.source.header
    if source.layer == "history":
        return
    needed: dict[str, object] = {"a sentence": header.sentence}
    if source.layer != "probe":
        needed |= {"grain": header.grain}
    if source.layer in ("core", "mart", "views", "features"):
        needed |= {"keys": header.keys, "owner": header.owner}
    if source.layer in ("core", "mart"):
        needed |= {"partition": header.partition}
    for word, value in needed.items():
        if not value:
            yield Finding(query.written, f"the header does not give {word}", _SHAPE)
    if header.partition and header.partition not in PARTITIONS:
        yield Finding(query.written, f"the partition `{header.partition}` is unknown", ", ".join(PARTITIONS))
    if header.affects and header.partition != "all":
        yield Finding(query.written, "only a table with partition: all affects dates", "drop `affects`")
