"""Reads a TOML table key by key and refuses what nobody asked for: a misspelt key never passes in silence."""

from typing import Any, Self

from models.faults import TaskFileWrong


class StrictTable:
    """One table of a file; call `done()` after the last key."""

    def __init__(self, values: dict[str, Any], file: str, path: str = "") -> None:
        self._left, self._file, self._path = dict(values), file, path

    def _where(self, key: str) -> str:
        return f"{self._file}: {self._path}{key}"

    def wrong(self, key: str, what: str, mend: str) -> TaskFileWrong:
        return TaskFileWrong(what, where=self._where(key), mend=mend)

    def table(self, key: str, *, required: bool = False) -> Self:
        value = self._take(key, dict, "a table", {} if not required else None)
        return type(self)(value, self._file, f"{self._path}{key}.")

    def tables(self, key: str) -> dict[str, Self]:
        """Named sub-tables, as in [facts.attendance]."""
        group = self.table(key)
        return {name: group.table(name) for name in group.names()}

    def names(self) -> list[str]:
        """Those not read yet."""
        return list(self._left)

    def text(self, key: str, default: str | None = None) -> str:
        return str(self._take(key, str, "a text", default))

    def optional_text(self, key: str) -> str | None:
        return self.text(key) if key in self._left else None

    def whole(self, key: str, default: int | None = None) -> int:
        value = self._take(key, int, "a whole number", default)
        if isinstance(value, bool):
            raise self.wrong(key, "True or false where a whole number belongs", "Write a whole number.")
        return int(value)

    def optional_whole(self, key: str) -> int | None:
        return self.whole(key) if key in self._left else None

    def number(self, key: str, default: float | None = None) -> float:
        value = self._take(key, (int, float), "a number", default)
        if isinstance(value, bool):
            raise self.wrong(key, "True or false where a number belongs", "Write a number.")
        return float(value)

    def flag(self, key: str, default: bool) -> bool:
        return bool(self._take(key, bool, "true or false", default))

    def texts(self, key: str, default: tuple[str, ...] | None = ()) -> tuple[str, ...]:
        value = self._take(key, list, "a list of texts", None if default is None else list(default))
        if not all(isinstance(item, str) for item in value):
            raise self.wrong(key, "Not every item is a text", 'Write a list such as ["a", "b"].')
        if len(set(value)) != len(value):
            raise self.wrong(key, "An item is listed twice", "Leave one of them.")
        return tuple(value)

    def numbers(self, key: str, default: tuple[float, ...]) -> tuple[float, ...]:
        value = self._take(key, list, "a list of numbers", list(default))
        if not all(isinstance(item, int | float) and not isinstance(item, bool) for item in value):
            raise self.wrong(key, "Not every item is a number", "Write a list such as [0.05, 0.10].")
        return tuple(float(item) for item in value)

    def scalars(self, key: str) -> dict[str, str | int | float]:
        """A table of names to plain values."""
        return self._mapping(key, (str, int, float), "a text or a number")

    def text_by_name(self, key: str) -> dict[str, str]:
        return self._mapping(key, (str,), "a text")

    def sign_by_name(self, key: str) -> dict[str, int]:
        found = self._mapping(key, (int,), "1 or -1")
        for name, sign in found.items():
            if sign not in (-1, 1):
                raise self.wrong(
                    f"{key}.{name}", "A sign other than 1 or -1", "Write 1 (raises the risk) or -1."
                )
        return found

    def done(self) -> None:
        """@raises TaskFileWrong naming the first key that nothing reads"""
        for key in self._left:
            raise self.wrong(
                key, "Unknown key", "Correct its name or remove it; docs/tasks.md lists all keys."
            )

    def _mapping(self, key: str, kinds: tuple[type, ...], kind: str) -> dict[str, Any]:
        values: dict[str, Any] = self._take(key, dict, "a table", {})
        for name, value in values.items():
            if isinstance(value, bool) or not isinstance(value, kinds):
                raise self.wrong(f"{key}.{name}", f"Not {kind}", f"Write {kind}.")
        return dict(values)

    def _take(self, key: str, kind: type | tuple[type, ...], words: str, default: Any) -> Any:
        if key not in self._left:
            if default is None:
                raise self.wrong(key, "A required key is missing", f"Add it: {words}.")
            return default
        value = self._left.pop(key)
        if not isinstance(value, kind):
            raise self.wrong(key, f"Not {words}", f"Write {words}.")
        return value
