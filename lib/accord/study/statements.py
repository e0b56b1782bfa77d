"""What each text states, part by part, side by side; kept. A copy states nothing of its own."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from itertools import islice, repeat
from pathlib import Path
from typing import Any

from accord import agreement, claims, facts, loading, quantities, store
from accord.engines import Workers
from accord.model import Claim, Codebook, Source, Statement
from accord.parameters import TOLD, Parameters
from accord.sources import language
from accord.store import Store
from accord.study import packing
from accord.study.parts import Opened

NAMES = ("statements", "mentions")  # the files that a part's statements are kept in
# what shapes only that which comes before the numbers of single texts, or after
_ELSEWHERE = {
    "corpus", "leave_out", "until", "largest_text", "codebook", "references", "reviews",
    "link_claims", "link_share", "link_wording", "minimum_sources", *TOLD,
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """How texts are read: parameters, codebook, and where parts are kept (None: nowhere)."""

    given: Parameters
    codebook: Codebook
    root: Path | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Stated:
    """What the texts of a part state, and what of it is to be compared; packed, or where kept."""

    statements: bytes | Path
    mentions: bytes | Path
    key: str | None

    def read(self, same: dict[Any, Any]) -> Iterator[Statement]:
        """What each text states, in order; `same` holds what many claims share, once."""
        return packing.unpack_statements(packing.content(self.statements), same)


Wanted = tuple[Opened, tuple[str, ...]]  # a part, and the files of it that state something


def stated(
    opened: Iterable[Opened], corpus: Iterable[Source], how: Reading, workers: Workers
) -> Iterator[Stated]:
    """What the texts of every part state that are read and no copies, in the order of the corpus.

    `corpus` are the sources of the parts, copies marked.
    """
    return workers.map(partial(_stated, how), _wanted(opened, corpus))


def _wanted(opened: Iterable[Opened], corpus: Iterable[Source]) -> Iterator[Wanted]:
    marked = iter(corpus)
    for part in opened:
        sources = islice(marked, part.number)
        files = tuple(s.file for s in sources if s.status == "read" and s.copy_of is None)
        if files:
            yield part, files


@loading.uncollected()
def _stated(how: Reading, wanted: Wanted) -> Stated:
    """What a part states: where it is kept, else itself."""
    part, files = wanted
    if part.key is None or how.root is None:
        return Stated(key=None, **_packed(how, part, files))
    shaping = how.given.model_dump(exclude=_ELSEWHERE)
    key = store.key("stated", part.key, files, shaping, repr(how.codebook))
    folder = Store(how.root).fetch(key, partial(_fill, how, part, files))
    return Stated(key=key, **{name: folder / name for name in NAMES})


def _fill(how: Reading, part: Opened, files: Collection[str], folder: Path) -> None:
    for name, content in _packed(how, part, files).items():
        (folder / name).write_bytes(content)


def _packed(how: Reading, part: Opened, files: Collection[str]) -> dict[str, Any]:
    sources = [source for source in part.read() if source.file in files]
    said = [statement(how, source) for source in sources]
    told = map(facts.prepare, sources, (one.claims for one in said), repeat(how.codebook))
    kept = map(_wordless, said) if how.root else said
    packed = (packing.pack_statements(kept), packing.pack_mentions(told))
    return dict(zip(NAMES, packed, strict=True))


def statement(how: Reading, source: Source) -> Statement:
    """What one source states, its own arithmetic checked."""
    found = claims.state(source, quantities.find(source, how.given), how.codebook)
    doubted = agreement.doubted(found.claims, source.text)
    return replace(found, claims=tuple(_spoken(source, doubted)))


def _spoken(source: Source, stated: Iterable[Claim]) -> Iterable[Claim]:
    """The claims, each with a doubt where its text is not in the language of the rules."""
    if language.is_read(source.language):
        return stated
    spoken = language.name(source.language)
    read = (
        f"its numbers are read as {spoken} writes them, the words around them by rules for English"
    )
    how = read if quantities.is_known(source.language) else "rules for English read it"
    doubt = f"the text is in {spoken}; {how}"
    return (replace(claim, doubts=(*claim.doubts, doubt)) for claim in stated)


def _wordless(stated: Statement) -> Statement:
    """A statement without the words around its claims, which `mentions` holds."""
    told = (replace(c, context=replace(c.context, words=(), names=())) for c in stated.claims)
    return replace(stated, claims=tuple(told))
