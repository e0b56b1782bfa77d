"""Tables as CSV that no spreadsheet takes for a formula."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable
from decimal import Decimal
from pathlib import Path
from typing import Any

from accord.model import lines

_NUMBER = re.compile(r"[+-]?[0-9]+(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?")
_LONGEST = 32_000  # a spreadsheet's cell holds 32,767 characters
_CONTROL = re.compile(r"[\x00-\x1f]+")
# What a spreadsheet reads as the start of a formula, in plain and in full width.
_FORMULA = tuple("=+-@|%＝＋－＠")  # noqa: RUF001 - they are what is meant


def write_csv(path: Path, columns: Iterable[str], rows: Iterable[Iterable[Any]]) -> None:
    """Write a table as CSV: UTF-8, a line a row, every cell safe to open."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(to_csv(columns, rows), encoding="utf-8", newline="")


def to_csv(columns: Iterable[str], rows: Iterable[Iterable[Any]]) -> str:
    """A table as CSV text; a cell that is no plain number never begins like a formula."""
    told = io.StringIO()
    writer = csv.writer(told, lineterminator="\n")
    writer.writerow([cell(column) for column in columns])
    writer.writerows([cell(value) for value in row] for row in rows)
    return told.getvalue()


def cell(value: Any) -> str:
    """One value on one line: numbers plain, lists joined by "; ", an apostrophe before formulas.

    What no spreadsheet could hold in one cell is cut; the .jsonl files have it whole.
    """
    text = lines.escape(_CONTROL.sub(" ", _cut(_told(value))))
    return (
        f"'{text}" if text.lstrip().startswith(_FORMULA) and not _NUMBER.fullmatch(text) else text
    )


def _cut(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]} ..."


def _told(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Decimal):
        return lines.number(value)
    return "; ".join(map(_told, value)) if isinstance(value, list | tuple) else str(value)
