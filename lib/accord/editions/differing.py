"""What is not as published, and where two files of one name part."""

from __future__ import annotations

import json
from dataclasses import dataclass
from itertools import zip_longest
from typing import Any

_TEXT = (".csv", ".html", ".ipynb", ".json", ".jsonld", ".md", ".svg", ".toml", ".txt")


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """A file that is not as published; `record` is its line, record or byte where that is known."""

    file: str
    what: str
    record: str | None = None


def first_difference(name: str, old: bytes, new: bytes) -> str:
    """Where two files of one name part: the record and its field, the line, or the byte."""
    if name.endswith(".jsonl"):
        return _first_record(old, new)
    if name.endswith(_TEXT):
        return f"line {_first(old.splitlines(), new.splitlines()) + 1}"
    return f"byte {_first(list(old), list(new))}"


def _first_record(old: bytes, new: bytes) -> str:
    before, after = old.split(b"\n"), new.split(b"\n")
    place = _first(before, after)
    one, other = (_row(rows, place) for rows in (before, after))
    fields = [name for name in one if one[name] != other.get(name)]
    key = next(
        (str(row[n]) for row in (one, other) for n in ("id", "fact", "source", "a") if n in row), ""
    )
    return f"line {place + 1} {key} {fields[0] if fields else ''}".strip()


def _row(rows: list[bytes], place: int) -> dict[str, Any]:
    try:
        row = json.loads(rows[place])
    except (IndexError, ValueError):
        return {}
    return row if isinstance(row, dict) else {}


def _first(old: list[Any], new: list[Any]) -> int:
    pairs = enumerate(zip_longest(old, new))
    return next((place for place, (one, other) in pairs if one != other), 0)
