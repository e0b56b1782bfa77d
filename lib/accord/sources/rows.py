"""How the rows of a table are listed, and how the text of one is fetched again."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any

from accord.sources import decoding

TEXT = ("text", "body", "content")
_LONGEST_LINE = 64_000_000
_LARGEST_GROUP = 1_000_000_000  # bytes of a Parquet row group, unpacked
_BATCH = 100  # rows that are unpacked at once
_TOLD = 12  # columns that a message names


class ColumnError(ValueError):
    """The columns of a table are not those of texts; it says why, with the repair."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One row without its text: where it stands, how large its text is, its other columns."""

    place: tuple[int, int] = (0, 0)
    size: int = 0
    refused: str | None = None
    fields: Mapping[str, Any] = field(default_factory=dict[str, Any])


@dataclass(frozen=True, slots=True, kw_only=True)
class Reader:
    """A kind of table: its rows in order, and the text at one row's place."""

    rows: Callable[[Path], Iterator[Row]]
    text: Callable[[Path, tuple[int, int]], str]


def _lines(path: Path) -> Iterator[Row]:
    with path.open("rb") as stream:
        start = 0
        while line := stream.readline(_LONGEST_LINE):
            if line.strip():
                yield _line(line, start)
            start += len(line)


def _line(line: bytes, start: int) -> Row:
    place = (start, start + len(line))
    try:
        row = json.loads(line.decode("utf-8-sig"), parse_constant=_none)
    except (ValueError, RecursionError):
        return Row(place=place, refused="is no line of JSON in UTF-8; write the table again.")
    if not isinstance(row, dict):
        return Row(place=place, refused="is no JSON object; write one {...} a line.")
    text = _text_of(row)
    if text is None:
        return Row(place=place, fields=row, refused="has no text; put it in the column text.")
    others = {name: value for name, value in row.items() if name not in TEXT}
    return Row(place=place, size=len(text.encode("utf-8", "replace")), fields=others)


def _text_of(row: Mapping[str, Any]) -> str | None:
    found = next((row[name] for name in TEXT if row.get(name) is not None), None)
    return found if isinstance(found, str) else None


def _text_of_line(path: Path, place: tuple[int, int]) -> str:
    with path.open("rb") as stream:
        stream.seek(place[0])
        row = json.loads(stream.read(place[1] - place[0]).decode("utf-8-sig"))
    return _text_of(row) or ""


def _groups(path: Path) -> Iterator[Row]:
    with _parquet(path) as table:
        name = _text_column(table.schema_arrow.names)
        for group in range(table.num_row_groups):
            for place, (cell, fields) in enumerate(_cells(table, group, name)):
                size = _bytes(cell)
                refused = None if size is not None else "has no text; put it in the column text."
                yield Row(place=(group, place), size=size or 0, fields=fields, refused=refused)


def _cells(table: Any, group: int, name: str) -> Iterator[tuple[Any, dict[str, Any]]]:
    """Each text of a row group with its other columns, read a few at a time.

    Raises:
        ColumnError: the group is too large to be held, however small its file is.
    """
    held = 0
    for batch in table.iter_batches(batch_size=_BATCH, row_groups=[group]):
        held += batch.nbytes
        if held > _LARGEST_GROUP:
            message = (
                f"has a row group of over {_LARGEST_GROUP:,} bytes. "
                "Write it with fewer rows in each, such as row_group_size=1000."
            )
            raise ColumnError(message)
        columns = {column: _values(batch.column(column)) for column in batch.schema.names}
        for place, cell in enumerate(columns.pop(name)):
            yield cell, {column: values[place] for column, values in columns.items()}


def _values(column: Any) -> list[Any]:
    """The cells of a column; what Python cannot hold, as a day of the year 100,000, as text."""
    try:
        return list(column.to_pylist())
    except (ArithmeticError, ValueError):
        return [_value(cell) for cell in column]


def _value(cell: Any) -> Any:
    try:
        return cell.as_py()
    except (ArithmeticError, ValueError):
        return f"{cell.value} as {cell.type}"


def _bytes(cell: Any) -> int | None:
    """How long a cell is as UTF-8, without a copy where it is ASCII; None where it is no text."""
    if isinstance(cell, str):
        return len(cell) if cell.isascii() else len(cell.encode("utf-8", "replace"))
    return len(cell) if isinstance(cell, bytes) else None


def _text_of_group(path: Path, place: tuple[int, int]) -> str:
    status = path.stat()
    column = _column(path, place[0], status.st_mtime_ns, status.st_size)
    cell = column[place[1]].as_py()
    return (decoding.decode(cell)[0] or "") if isinstance(cell, bytes) else str(cell)


@lru_cache(maxsize=1)
def _column(path: Path, group: int, _changed: int, _size: int) -> Any:
    with _parquet(path) as table:
        name = _text_column(table.schema_arrow.names)
        return table.read_row_group(group, columns=[name]).column(name)


def _parquet(path: Path) -> Any:
    from pyarrow import parquet  # noqa: PLC0415  # a tenth of a second that folders do not need

    return parquet.ParquetFile(path)


def _text_column(names: list[str]) -> str:
    found = next((name for name in TEXT if name in names), None)
    if found is None:
        there = ", ".join(names[:_TOLD]) or "none"
        message = f"has no column text, only {there}. Rename the one that holds the texts."
        raise ColumnError(message)
    if len(set(names)) < len(names):
        message = "names a column twice. Rename one of the two."
        raise ColumnError(message)
    return found


def _none(_constant: str) -> None:
    """Not-a-number and infinity, which stand for no value where tables are written from numbers."""


READERS = {
    ".jsonl": Reader(rows=_lines, text=_text_of_line),
    ".parquet": Reader(rows=_groups, text=_text_of_group),
}
