"""One .toml file, read without trust: what cannot be used is a complaint that names the file."""

from __future__ import annotations

import datetime as dt
import tomllib
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from accord.sources.decoding import clean
from accord.sources.folder import inside, too_long

LIMIT = 1_000_000
_SHOWN = 60
_MESSAGE = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """The content of one file, and the complaints that grow while it is read."""

    name: str
    content: dict[str, Any] = field(default_factory=dict)
    complaints: list[str] = field(default_factory=list)

    @classmethod
    def open(cls, folder: Path, name: str, largest: int = LIMIT, *, wanted: bool = True) -> Table:
        """The file's content; empty when it is not there, not wanted or not to be read.

        It has at most `LIMIT` bytes, or `largest` where that is more.
        """
        table = cls(name=name)
        path = folder / name
        if wanted and (path.exists() or path.is_symlink()):
            table.content.update(_parsed(path, folder.resolve(), max(LIMIT, largest), table))
        return table

    def complain(self, where: str, what: str) -> None:
        """Note what is wrong with one entry; `what` ends with the repair."""
        self.complaints.append(f"{self.name}: {where} {what}")

    def entries(self, kind: str) -> Iterator[Entry]:
        """The `[[kind]]` entries that are tables."""
        found = self.content.get(kind, [])
        if not isinstance(found, list):
            self.complain(f"[{kind}]", f"is no list of entries; write [[{kind}]].")
            return
        for number, fields in enumerate(found, 1):
            if isinstance(fields, dict):
                yield Entry(table=self, where=f"{kind} {number}", fields=fields)
            else:
                self.complain(f"{kind} {number}", f"is no table; write [[{kind}]].")

    def only(self, kinds: Collection[str]) -> None:
        """Complain of every top-level name that is not among `kinds`."""
        for name in self.content:
            if name not in kinds:
                self.complain(
                    brief(name), f"is not known here; known are {', '.join(sorted(kinds))}."
                )


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One entry of a file: its fields come out checked, or not at all."""

    table: Table
    where: str
    fields: dict[str, Any]

    def complain(self, what: str) -> None:
        """Note what is wrong with this entry; `what` ends with the repair."""
        self.table.complain(self.where, what)

    def only(self, names: Collection[str]) -> None:
        """Complain of every field that is not among `names`; the others still count."""
        for name in self.fields:
            if name not in names:
                self.complain(f"has an unknown field {brief(name)}; known are {', '.join(names)}.")

    def text(self, name: str, limit: int = 200) -> str | None:
        """A string of at most `limit` characters, or None with a complaint where it is none."""
        if name not in self.fields:
            return None
        return self.as_text(self.fields[name], name, limit)

    def texts(self, name: str, limit: int = 200) -> tuple[str, ...]:
        """A string or a list of strings as a tuple; what is neither is left out."""
        value = self.fields.get(name, [])
        found = value if isinstance(value, list) else [value]
        texts = (self.as_text(one, name, limit) for one in found)
        return tuple(dict.fromkeys(text for text in texts if text))

    def as_text(self, value: object, name: str, limit: int) -> str | None:
        """The value as a clean string, cut to `limit`; dates and whole numbers are written out."""
        if isinstance(value, (dt.date, dt.datetime)):
            value = value.isoformat()
        if isinstance(value, int) and not isinstance(value, bool) and name in ("date", "period"):
            value = f"{value:04d}" if 0 < value < 10_000 else None
        if not isinstance(value, str):
            self.complain(f"has {brief(name)} that is no text; put it in quotes.")
            return None
        if len(value) > limit:
            self.complain(f"has {brief(name)} of {len(value):,} characters; it was cut to {limit}.")
        return clean(value[:limit]).strip() or None


def brief(value: object) -> str:
    """A value as a message shows it, cut short."""
    shown = repr(value)
    return shown if len(shown) <= _SHOWN else f"{shown[:_SHOWN]}..."


def _parsed(path: Path, root: Path, largest: int, table: Table) -> dict[str, Any]:
    try:
        return tomllib.loads(_content(path, root, largest))
    except UnicodeDecodeError as error:
        line = error.object.count(b"\n", 0, error.start) + 1
        table.complain(f"line {line}", "is not UTF-8, the file was left out; save it as UTF-8.")
    except RecursionError:
        table.complain("the file", "is nested too deeply and was left out; flatten it.")
    except OSError as error:
        table.complain("the file", f"was left out, {error}")
    except ValueError as error:
        table.complain("the file", f"was left out, mend its TOML: {str(error)[:_MESSAGE]}.")
    return {}


def _content(path: Path, root: Path, largest: int) -> str:
    """The file as text.

    Raises:
        OSError: it is not to be read, with the repair.
    """
    if not inside(path, root) or not path.is_file():
        raise OSError("it leads out of the corpus or is no file; put the file itself there.")
    if reason := too_long(path.stat().st_size, largest):
        raise OSError(f"it {reason}")
    try:
        return path.read_bytes().removeprefix(b"\xef\xbb\xbf").decode("utf-8")
    except PermissionError:
        raise OSError("it may not be read; allow it with chmod u+r.") from None
