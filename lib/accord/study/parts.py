"""Texts read in parts, side by side; each part is kept, so that a killed study resumes."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from itertools import islice, repeat
from pathlib import Path
from typing import Any

from accord import agreement, claims, facts, quantities, sources, store
from accord.editions.manifest import File, Recipe
from accord.engines import Engine
from accord.model import Claim, Codebook, Source, Statement
from accord.parameters import TOLD, Parameters
from accord.sources import Entry, Listing, language
from accord.store import Store
from accord.study import packing

SIZE = 100  # texts in a part: enough to be worth a task, few enough to lose little
NAMES = ("sources", "statements", "mentions")  # the files that a part is kept in
# what shapes only that which follows the reading of single texts
_LATER = {
    "corpus", "leave_out", "until", "largest_text", "codebook", "references", "reviews",
    "link_claims",
    "link_share", "link_wording", "minimum_sources", *TOLD,
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """How texts are read: parameters, codebook, and where parts are kept (None: nowhere)."""

    given: Parameters
    codebook: Codebook
    made: Recipe | None = None
    root: Path | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """Some entries of a corpus in their order, and the key that their reading is kept on."""

    entries: tuple[Entry, ...]
    key: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Done:
    """A part that was read: its sources, what they state and what is to be compared.

    Packed, or where that is kept, so that no text passes between processes.
    """

    files: tuple[str, ...]
    sources: bytes | Path
    statements: bytes | Path
    mentions: bytes | Path
    key: str | None = None

    def opened(self) -> Iterator[Source]:
        """Every source, in order."""
        return packing.unpack_sources(packing.content(self.sources))

    def stated(self, distinct: Container[str], same: dict[Any, Any]) -> Iterator[Statement]:
        """What each of the `distinct` sources states; `same` holds what many claims share, once."""
        which = [file in distinct for file in self.files]
        return packing.unpack_statements(packing.content(self.statements), which, same)


def read(found: Listing, how: Reading, engine: Engine) -> Iterator[Done]:
    """Every part of a corpus, in the order of the listing."""
    return engine.map(partial(_done, how), _parts(found, how))


def texts(found: Listing, how: Reading) -> Iterator[Source]:
    """Every text of a corpus; those of a part that is kept are not read again."""
    for part in _parts(found, how):
        if part.key and how.root and Store(how.root).holds(part.key):
            folder = Store(how.root).fetch(part.key, lambda _: None)
            yield from packing.unpack_sources((folder / "sources").read_bytes())
        else:
            yield from map(sources.open_text, part.entries)


def _parts(found: Listing, how: Reading) -> Iterator[Part]:
    digests = dict(how.made.files) if how.made else {}
    waiting = iter(found.entries)
    while entries := tuple(islice(waiting, SIZE)):
        yield Part(entries=entries, key=_key(entries, how, digests))


def _key(entries: Iterable[Entry], how: Reading, digests: dict[str, File]) -> str | None:
    if how.made is None or how.root is None:
        return None
    code, versions = dict(how.made.code[:1]), dict(how.made.versions)
    shaping = how.given.model_dump(exclude=_LATER)
    told = [_told(entry, digests) for entry in entries]
    return store.key("part", shaping, repr(how.codebook), code, versions, told)


def _told(entry: Entry, digests: dict[str, File]) -> list[Any]:
    """All that the text of an entry depends on."""
    file = digests.get(entry.file) or digests.get(entry.path.name)
    return [entry.file, entry.refused, entry.row, entry.about, file.sha256 if file else None]


def _done(how: Reading, part: Part) -> Done:
    """The part, read: where it is kept, else itself."""
    files = tuple(entry.file for entry in part.entries)
    if part.key is None or how.root is None:
        return Done(files=files, key=None, **_packed(how, part))
    folder = Store(how.root).fetch(part.key, partial(_fill, how, part))
    return Done(files=files, key=part.key, **{name: folder / name for name in NAMES})


def _fill(how: Reading, part: Part, folder: Path) -> None:
    for name, content in _packed(how, part).items():
        (folder / name).write_bytes(content)


def _packed(how: Reading, part: Part) -> dict[str, Any]:
    opened = [sources.open_text(entry) for entry in part.entries]
    stated = [_stated(how, source) for source in opened]
    told = map(facts.prepare, opened, (one.claims for one in stated), repeat(how.codebook))
    packed = (
        packing.pack_sources(opened),
        packing.pack_statements(map(_wordless, stated) if how.root else stated),
        packing.pack_mentions(told),
    )
    return dict(zip(NAMES, packed, strict=True))


def _stated(how: Reading, source: Source) -> Statement:
    if source.status != "read":
        return Statement()
    found = claims.state(source, quantities.find(source, how.given), how.codebook)
    doubted = agreement.doubted(found.claims, source.text)
    return replace(found, claims=tuple(_spoken(source, doubted)))


def _spoken(source: Source, stated: Iterable[Claim]) -> Iterable[Claim]:
    """The claims, each with a doubt where its text is not in the language of the rules."""
    if language.is_read(source.language):
        return stated
    doubt = f"the text is in {language.name(source.language)}; rules for English read it"
    return (replace(claim, doubts=(*claim.doubts, doubt)) for claim in stated)


def _wordless(stated: Statement) -> Statement:
    """A statement without the words around its claims, which `mentions` holds."""
    told = (replace(c, context=replace(c.context, words=(), names=())) for c in stated.claims)
    return replace(stated, claims=tuple(told))
