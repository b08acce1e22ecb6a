"""Compares the generated files with those on disk, and writes the ones that differ."""

from pathlib import Path

from sqlgen.probes import FOLDER


def _on_disk(root: Path, folders: list[str] | None) -> dict[str, Path]:
    if folders is None:
        places = [*root.glob("modules/*/generated"), root / "sql/generated", root / f"{FOLDER}/generated"]
    else:
        places = [root / f for f in folders]
    files = [p for place in places for p in place.rglob("*.sql")]
    return {p.relative_to(root).as_posix(): p for p in files}


def drifted(root: Path, files: dict[str, str], folders: list[str] | None) -> list[str]:
    """Paths whose text differs from a fresh generation, is missing, or is generated no more."""
    stale = set(_on_disk(root, folders)) - set(files)
    for path, text in files.items():
        at = root / path
        if not at.is_file() or at.read_text() != text:
            stale.add(path)
    return sorted(stale)


def write(root: Path, files: dict[str, str], folders: list[str] | None, prune: bool) -> int:
    """Writes what differs; `prune` removes what is generated no more. Returns how many files changed."""
    changed = 0
    for path in drifted(root, files, folders):
        at = root / path
        if path in files:
            at.parent.mkdir(parents=True, exist_ok=True)
            at.write_text(files[path])
        elif prune:
            at.unlink()
        else:
            continue
        changed += 1
    return changed
