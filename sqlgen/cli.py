"""The command line: `python -m sqlgen build [--only modules/NAME] [--check] [--keep-going]`, `translate`."""

import argparse
import sys
from pathlib import Path

from sqlgen import dictionary, schema_json
from sqlgen.build import Build, build, module_names
from sqlgen.drift import drifted, write
from sqlgen.faults import SqlgenError
from sqlgen.translate import translate
from sqlgen.transpile import ENGINES

_EXAMPLE = """example:
  python -m sqlgen build                        check and generate everything
  python -m sqlgen build --only modules/clever  one module, while its SQL is being written
  python -m sqlgen build --check                write nothing; exit 1 when a generated file is out of date
  python -m sqlgen translate --to duckdb        a query on standard input, from Athena's dialect
"""


def main(arguments: list[str]) -> int:
    """Exit codes: 0 done, 1 faults found or generated files out of date, 2 wrong call."""
    parser = argparse.ArgumentParser(
        "sqlgen", epilog=_EXAMPLE, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("command", choices=["build", "translate"])
    parser.add_argument(
        "--to", choices=ENGINES, default="duckdb", help="translate: the engine that will read it"
    )
    parser.add_argument("--root", type=Path, default=Path.cwd(), help="the project's folder")
    parser.add_argument("--only", help="one module, as modules/NAME")
    parser.add_argument(
        "--check", action="store_true", help="write nothing, name the files that would change"
    )
    parser.add_argument(
        "--keep-going", action="store_true", help="report the faults of every file, write the good ones"
    )
    options = parser.parse_args(arguments)
    if options.command == "translate":
        return _translate(options.root, options.to)
    only = options.only.rstrip("/").rpartition("/")[2] if options.only else None
    if only is not None and only not in module_names(options.root):
        parser.error(f"there is no module {only!r}; modules: {', '.join(module_names(options.root))}")
    return _run(
        build(options.root, only, options.keep_going), options.root, only, options.check, options.keep_going
    )


def _translate(root: Path, engine: str) -> int:
    try:
        print(translate(root, sys.stdin.read(), engine))
    except SqlgenError as error:
        for fault in error.faults:
            print(fault, file=sys.stderr)
        return 1
    return 0


def _run(made: Build, root: Path, only: str | None, check: bool, keep_going: bool) -> int:
    for fault in sorted(set(made.faults)):
        print(fault, file=sys.stderr)
    if made.faults:
        print(f"{len(set(made.faults))} faults", file=sys.stderr)
    if made.faults and not (keep_going and not check):
        return 1
    if only is None:
        made.files[schema_json.PATH] = schema_json.schema_json(made)
        made.files[dictionary.PATH] = dictionary.dictionary(made)
    folders = [f"modules/{only}/generated"] if only else None
    if check:
        stale = drifted(root, made.files, folders)
        for path in stale:
            print(f"{path}: out of date; run python -m sqlgen build", file=sys.stderr)
        return 1 if stale else 0
    changed = write(root, made.files, folders, prune=not made.faults)
    print(f"{len(made.files)} generated files, {changed} changed")
    return 1 if made.faults else 0
