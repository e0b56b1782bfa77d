"""Texts opened in parts, side by side; each part is kept, so that a killed study resumes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from itertools import islice
from pathlib import Path
from typing import Any

from accord import loading, sources, store
from accord.editions.manifest import File, Recipe
from accord.engines import Workers
from accord.model import Source
from accord.sources import Entry, Listing
from accord.store import Store
from accord.study import columns

SIZE = 100  # texts in a part: enough to be worth a task, few enough to lose little
NAME = "sources.parquet"  # the file that a part is kept in


@dataclass(frozen=True, slots=True, kw_only=True)
class Keeping:
    """Where parts are kept, and the recipe of the study that they are parts of."""

    root: Path
    made: Recipe


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """Some entries of a corpus in their order, and the key that they are kept on."""

    entries: tuple[Entry, ...]
    key: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened:
    """The sources of a part: packed, or where that is kept, so that no text is sent about."""

    number: int
    sources: bytes | Path
    key: str | None

    def read(self) -> list[Source]:
        """Every source, in order."""
        return columns.unpacked(self.sources, Source, {})


def opened(found: Listing, keeping: Keeping | None, workers: Workers) -> Iterator[Opened]:
    """Every part of a corpus, in the order of the listing."""
    root = keeping.root if keeping else None
    return workers.map(partial(_opened, root), _parts(found, keeping))


def texts(found: Listing, keeping: Keeping) -> Iterator[Source]:
    """Every text of a corpus; those of a part that is kept are not opened again."""
    for part in _parts(found, keeping):
        if part.key and Store(keeping.root).holds(part.key):
            yield from _opened(keeping.root, part).read()
        else:
            yield from map(sources.open_text, part.entries)


def _parts(found: Listing, keeping: Keeping | None) -> Iterator[Part]:
    digests = dict(keeping.made.files) if keeping else {}
    waiting = iter(found.entries)
    while entries := tuple(islice(waiting, SIZE)):
        yield Part(entries=entries, key=_key(entries, keeping.made, digests) if keeping else None)


def _key(entries: Iterable[Entry], made: Recipe, digests: dict[str, File]) -> str:
    code, versions = dict(made.code[:1]), dict(made.versions)
    return store.key("part", code, versions, [_told(entry, digests) for entry in entries])


def _told(entry: Entry, digests: dict[str, File]) -> list[Any]:
    """All that the text of an entry depends on."""
    file = digests.get(entry.file) or digests.get(entry.path.name)
    return [entry.file, entry.refused, entry.row, entry.about, file.sha256 if file else None]


@loading.uncollected()
def _opened(root: Path | None, part: Part) -> Opened:
    """The part, opened: where it is kept, else itself."""
    if part.key is None or root is None:
        return Opened(number=len(part.entries), sources=_packed(part), key=None)
    folder = Store(root).fetch(part.key, lambda work: _write(work / NAME, part))
    return Opened(number=len(part.entries), sources=folder / NAME, key=part.key)


def _write(path: Path, part: Part) -> None:
    path.write_bytes(_packed(part))


def _packed(part: Part) -> bytes:
    return columns.packed([[*map(sources.open_text, part.entries)]], Source)
