"""The order in which tables can be made: each after those that it reads."""

from graphlib import CycleError, TopologicalSorter

from sqlgen.faults import SqlgenError
from sqlgen.source import Source


def in_order(sources: list[Source]) -> list[Source]:
    """@raises SqlgenError when tables read each other in a circle, or two files make one relation."""
    by_name: dict[str, Source] = {}
    for source in sources:
        if source.name in by_name:
            other = by_name[source.name].file
            raise SqlgenError(
                source.fault(1, "relation", f"`{source.name}` is also made by {other}", "rename one")
            )
        by_name[source.name] = source
    graph = {s.name: sorted(set(s.inputs) & set(by_name)) for s in sources}
    sorter = TopologicalSorter(graph)
    try:
        sorter.prepare()
    except CycleError as error:
        circle = error.args[1]
        first = by_name[circle[0]]
        raise SqlgenError(
            first.fault(1, "relation", f"a circle: {' → '.join(circle)}", "break the circle")
        ) from error
    names: list[str] = []
    while sorter.is_active():
        ready = sorted(sorter.get_ready())  # sorted, so that the order is the same on every machine
        names += ready
        sorter.done(*ready)
    return [by_name[n] for n in names]
