"""What was computed once and need not be again: a folder for each key, whole or not there."""

from __future__ import annotations

import json
import os
import tempfile
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from accord.editions import disk, manifest
from accord.editions.manifest import Recipe
from accord.errors import EditionError
from accord.model import lines

_SEAL = "seal.json"
_RUNS = "runs"  # holds an empty file for each run; its time is when that run began
_DAY = 86_400 * 10**9  # in nanoseconds
LAST = 20  # runs whose folders are kept

Fill = Callable[[Path], None]


@dataclass(frozen=True, slots=True)
class Store:
    """Folders under `root`, named by the digest of everything that shaped them."""

    root: Path

    def fetch(self, key: str, compute: Fill) -> Path:
        """The folder of `key`; `compute` fills it where it is missing or was damaged.

        Processes that ask for one key at once wait for the first; a killed one leaves nothing.
        """
        folder = self.root / key[:2] / key
        if _used(folder):
            return folder
        with disk.workshop(folder, wait=True) as work:
            if not _whole(folder):
                disk.clear(folder)
                _fill(work / "new", compute)
                disk.appear(work / "new", folder)
        return folder

    def holds(self, key: str) -> bool:
        """Whether the folder of `key` is there and whole."""
        return _used(self.root / key[:2] / key)

    def begin(self) -> None:
        """Note that a run begins, and forget what none of the last `LAST` runs used.

        What was used within a day before this one stays too: a long run may still be at it.
        """
        marks = self.root / _RUNS
        with suppress(EditionError), disk.workshop(marks, wait=True) as work:
            marks.mkdir(exist_ok=True)
            os.close(tempfile.mkstemp(dir=marks)[0])
            *older, now = sorted(map(_time, marks.iterdir()))
            if len(older) >= LAST:
                self._forget(min(older[-LAST], now - _DAY), work)

    def _forget(self, before: int, work: Path) -> None:
        """Move what was last used before a moment to `work`, which its owner clears."""
        for path in sorted(self.root.glob(f"{_RUNS}/*")):
            if _time(path) < before:
                path.unlink()
        for seal in sorted(self.root.glob(f"??/*/{_SEAL}")):
            if _time(seal) < before:
                disk.appear(seal.parent, work / seal.parent.name)


def key(*parts: Any) -> str:
    """The key of anything that JSON can say: names, parameters, digests."""
    return manifest.digest([_plain(part) for part in parts])


def _plain(part: Any) -> Any:
    if not isinstance(part, Recipe):
        return part
    return [part.inputs, dict(part.code), dict(part.versions)]


def _fill(folder: Path, compute: Fill) -> None:
    folder.mkdir()
    compute(folder)
    seal = {name: one.sha256 for name, one in _files(folder).items()}
    (folder / _SEAL).write_text(lines.pretty(seal), encoding="utf-8")


def _used(folder: Path) -> bool:
    """Whether the folder is whole; if so, it is used from now on."""
    with suppress(OSError):  # another's store may be read-only
        os.utime(folder / _SEAL)
    return _whole(folder)


def _time(path: Path) -> int:
    return path.stat().st_mtime_ns


def _whole(folder: Path) -> bool:
    try:
        seal = json.loads((folder / _SEAL).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return False
    return bool(seal == {name: one.sha256 for name, one in _files(folder).items()})


def _files(folder: Path) -> dict[str, manifest.File]:
    names = (path.relative_to(folder).as_posix() for path in folder.rglob("*"))
    return manifest.files(folder, (name for name in names if name != _SEAL))
