"""The row of published editions, and the append-only list of them."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from accord.editions import manifest
from accord.editions.manifest import Manifest
from accord.errors import EditionError
from accord.model import lines

NAME = "editions.jsonl"
HEADLINE = ("multi_source", "agreeing", "corroborated", "disputed")


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One line of the ledger; `headline` counts facts, `parameters` are those not by default."""

    edition: int
    date: str
    digest: str
    inputs: str
    previous: str | None
    parameters: dict[str, Any]
    headline: dict[str, int]


def folders(root: Path) -> tuple[Path, ...]:
    """The published editions under `root`, in order of their numbers."""
    if not root.is_dir():
        return ()
    named = (path for path in root.iterdir() if path.name.isascii() and path.name.isdigit())
    whole = (path for path in named if (path / manifest.NAME).is_file())
    return tuple(sorted(whole, key=lambda path: int(path.name)))


def newest(root: Path) -> Path | None:
    """The last published edition, or None where there is none."""
    return (folders(root) or (None,))[-1]


def entries(root: Path) -> tuple[Entry, ...]:
    """Every line of the ledger, oldest first.

    Raises:
        EditionError: where a line is not as accord writes it.
    """
    return tuple(_entry(place, line) for place, line in enumerate(_lines(root), 1))


def mend(root: Path, today: date) -> None:
    """Append a line for each edition that a killed run published without one."""
    path = root / NAME
    if path.is_file() and (text := path.read_bytes()) and not text.endswith(b"\n"):
        os.truncate(path, text.rfind(b"\n") + 1)
    known = {entry.edition for entry in entries(root)}
    for folder in folders(root):
        if int(folder.name) not in known:
            _append(path, row(folder, manifest.read(folder), today))


def row(folder: Path, one: Manifest, today: date) -> dict[str, Any]:
    """The line of the edition in a folder, published today."""
    return {
        "edition": one.edition,
        "date": today.isoformat(),
        "digest": one.digest,
        "inputs": one.recipe.inputs,
        "previous": one.previous and one.previous[1],
        "parameters": {s.name: s.value for s in one.recipe.settings if s.origin != "default"},
        "headline": _headline(folder / "summary.json"),
    }


def _lines(root: Path) -> Iterator[str]:
    path = root / NAME
    if path.is_file():
        yield from filter(None, path.read_text(encoding="utf-8", errors="replace").split("\n"))


def _entry(place: int, line: str) -> Entry:
    try:
        entry = Entry(**json.loads(line))
        return replace(entry, edition=int(entry.edition))
    except (ValueError, TypeError) as error:
        message = f"{NAME} line {place} is broken ({error}). Restore the file from git."
        raise EditionError(message) from None


def _headline(path: Path) -> dict[str, int]:
    if not path.is_file():
        return {}
    summary = json.loads(path.read_text(encoding="utf-8"))
    return {name: summary[name]["count"] for name in HEADLINE if name in summary}


def _append(path: Path, told: dict[str, Any]) -> None:
    handle = os.open(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o644)
    try:
        os.write(handle, f"{lines.dumps(told)}\n".encode())
    finally:
        os.close(handle)
