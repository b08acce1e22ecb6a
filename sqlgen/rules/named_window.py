"""A named window stands alone in `over name`: one engine refuses a frame that is added to it."""

from collections.abc import Iterator

from sqlglot import exp

from sqlgen.rules.finding import Finding, Query


def find(query: Query) -> Iterator[Finding]:
    for node in query.find(exp.Window):
        added = any(node.args.get(part) for part in ("spec", "partition_by", "order"))
        if node.alias and added and node.arg_key != "windows":
            yield Finding(
                node, f"the window `{node.alias}` with additions", "write the whole window in over (…)"
            )
