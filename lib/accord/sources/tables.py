"""One table in, its rows as texts out: JSON Lines or Parquet with a row for each text."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from accord.errors import CorpusError
from accord.sources.decoding import clean
from accord.sources.folder import Entry, too_long
from accord.sources.notes.catalogue import is_date, is_language, is_url
from accord.sources.rows import READERS, ColumnError, Row

# what a column means -> the names it goes by
COLUMNS: Mapping[str, tuple[str, ...]] = {
    "id": ("id", "doc_id"),
    "outlet": ("outlet", "publisher", "source"),
    "date": ("date", "published"),
    "title": ("title", "headline"),
    "url": ("url",),
    "language": ("language",),
}
# what a column must be like -> how to write it
_FORMS: Mapping[str, tuple[Callable[[str], bool], str]] = {
    "date": (is_date, "write 2025-01-31, 2025-01 or 2025."),
    "url": (is_url, "write one that starts with https://."),
    "language": (is_language, "write a code such as en."),
}
_LONGEST = 300
_MOMENT = re.compile(r"\d{4}-\d\d-\d\d[T ]\d\d:")
_PACKED = re.compile(r"(?:19|20)\d{6}")
_TOLD = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """The rows of a table by the name of their text, and what in them was passed over."""

    entries: list[Entry]
    complaints: tuple[str, ...] = ()


def open_table(path: Path, largest: int) -> Table | None:
    """The rows of a table; None where `path` does not end as a table does, or is a folder.

    One whose text has more than `largest` bytes is refused.

    Raises:
        CorpusError: the table cannot be read, or has no text column.
    """
    reader = READERS.get(path.suffix.lower())
    if reader is None or not path.is_file():
        return None
    passed: dict[str, list[str]] = {}
    found: dict[str, Entry] = {}
    for number, row in enumerate(_rows(path), 1):
        long = too_long(row.size, largest)
        entry = _entry(path, number, replace(row, refused=row.refused or long), passed)
        if entry.file in found:
            name = f"row {number} of {path.name}"
            reason = f"{name} has the id of another row; give each text its own."
            entry = Entry(file=name, path=path, refused=reason)
        found[entry.file] = entry
    ordered = sorted(found.values(), key=lambda entry: entry.file)
    return Table(entries=ordered, complaints=tuple(_complaints(path, passed)))


def _rows(path: Path) -> Iterator[Row]:
    try:
        yield from READERS[path.suffix.lower()].rows(path)
    except PermissionError:
        raise CorpusError(f"{path} may not be read; allow it with chmod u+r.") from None
    except ColumnError as columns:
        raise CorpusError(f"{path} {columns}") from None
    except (OSError, ValueError) as error:
        kind = type(error).__name__
        message = (
            f"{path} is no readable table ({kind}). Write it again as UTF-8 JSON Lines or Parquet."
        )
        raise CorpusError(message) from None


def _entry(path: Path, number: int, row: Row, passed: dict[str, list[str]]) -> Entry:
    name = f"row {number} of {path.name}"
    stated = _first(row.fields, COLUMNS["id"])
    file = "" if stated is None or _holds_many(stated) else _one_line(stated)
    if row.refused:
        return Entry(file=file or name, path=path, refused=f"{file or name} {row.refused}")
    if not file:
        reason = f"{name} has no id; give each row a name in the column id."
        return Entry(file=name, path=path, refused=reason)
    return Entry(file=file, path=path, row=row.place, about=tuple(_about(row.fields, file, passed)))


def _about(
    fields: Mapping[str, Any], file: str, passed: dict[str, list[str]]
) -> Iterator[tuple[str, str]]:
    for name, spellings in COLUMNS.items():
        value = _first(fields, spellings)
        if name == "id" or value is None or not str(value).strip():
            continue
        text = _day(_one_line(value)) if name == "date" else _one_line(value)
        is_sound, _ = _FORMS.get(name, (bool, ""))
        if _holds_many(value) or not is_sound(text):
            passed.setdefault(name, []).append(file)
        else:
            yield name, text


def _day(text: str) -> str:
    """The day of a moment, as tables often write dates: 2031-02-03T04:05:06Z, 20310203."""
    if _MOMENT.match(text):
        return text[:10]
    return f"{text[:4]}-{text[4:6]}-{text[6:]}" if _PACKED.fullmatch(text) else text


def _one_line(value: Any) -> str:
    """A value as one line of text; a whole number is written without a point, 7.0 as 7."""
    if isinstance(value, bytes):
        value = value.decode("utf-8", "replace")
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return " ".join(clean(str(value)).split())[:_LONGEST]


def _holds_many(value: Any) -> bool:
    return isinstance(value, list | dict)


def _first(fields: Mapping[str, Any], spellings: Iterable[str]) -> Any:
    """The first value that is there; not-a-number stands for none, as pandas writes it."""
    found = (fields.get(name) for name in spellings)
    return next((value for value in found if value is not None and value == value), None)  # noqa: PLR0124


def _complaints(path: Path, passed: Mapping[str, list[str]]) -> Iterator[str]:
    for name, files in sorted(passed.items()):
        shown = ", ".join(files[:_TOLD]) + (" ..." if len(files) > _TOLD else "")
        rows = f"{len(files):,} row{'s' if len(files) > 1 else ''}"
        _, repair = _FORMS.get(name, (bool, "write it as plain text."))
        yield f"{path.name}: the {name} of {rows} is passed over ({shown}); {repair}"
