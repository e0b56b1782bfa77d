"""What was computed once and need not be again: a folder for each key, whole or not there."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from accord.editions import disk, manifest
from accord.editions.manifest import Recipe
from accord.model import lines

_SEAL = "seal.json"

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
        if _whole(folder):
            return folder
        with disk.workshop(folder, wait=True) as work:
            if not _whole(folder):
                disk.clear(folder)
                _fill(work / "new", compute)
                disk.appear(work / "new", folder)
        return folder

    def holds(self, key: str) -> bool:
        """Whether the folder of `key` is there and whole."""
        return _whole(self.root / key[:2] / key)


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


def _whole(folder: Path) -> bool:
    try:
        seal = json.loads((folder / _SEAL).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return False
    return bool(seal == {name: one.sha256 for name, one in _files(folder).items()})


def _files(folder: Path) -> dict[str, manifest.File]:
    names = (path.relative_to(folder).as_posix() for path in folder.rglob("*"))
    return manifest.files(folder, (name for name in names if name != _SEAL))
