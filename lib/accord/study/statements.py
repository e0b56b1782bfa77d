"""What each text states, part by part, side by side; kept. A copy states nothing of its own."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import islice, repeat
from pathlib import Path

from accord import agreement, claims, facts, loading, quantities, store
from accord.engines import Workers
from accord.model import Claim, Codebook, SetAside, Source, Statement
from accord.parameters import TOLD, Parameters
from accord.sources import language
from accord.store import Store
from accord.study import columns, mentions
from accord.study.parts import Opened

NAMES = ("claims.parquet", "set_aside.parquet", mentions.NAME)  # the files of a part
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


@dataclass(frozen=True, slots=True)
class Stated:
    """What the texts of a part state, and what of it is to be compared; packed, or where kept.

    `blocks` tells how many of the texts speak of each block.
    """

    claims: bytes | Path
    set_aside: bytes | Path
    mentions: bytes | Path
    blocks: Counter[str]
    key: str | None

    def read(self, same: columns.Same) -> Statement:
        """What the texts state, in their order; `same` holds what many claims share, once."""
        return Statement(
            claims=tuple(columns.unpacked(self.claims, Claim, same)),
            set_aside=tuple(columns.unpacked(self.set_aside, SetAside, same)),
        )


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
        return _told(_packed(how, part, files), key=None)
    shaping = how.given.model_dump(exclude=_ELSEWHERE)
    key = store.key("stated", part.key, files, shaping, repr(how.codebook))
    folder = Store(how.root).fetch(key, partial(_fill, how, part, files))
    return _told([folder / name for name in NAMES], key)


def _told(packed: Sequence[bytes | Path], key: str | None) -> Stated:
    claims, aside, told = packed
    return Stated(claims, aside, told, blocks=mentions.sizes(told), key=key)


def _fill(how: Reading, part: Opened, files: Collection[str], folder: Path) -> None:
    for name, content in zip(NAMES, _packed(how, part, files), strict=True):
        (folder / name).write_bytes(content)


def _packed(how: Reading, part: Opened, files: Collection[str]) -> tuple[bytes, bytes, bytes]:
    sources = [source for source in part.read() if source.file in files]
    said = [statement(how, source) for source in sources]
    told = map(facts.prepare, sources, (one.claims for one in said), repeat(how.codebook))
    kept = _wordless(said) if how.root else (claim for one in said for claim in one.claims)
    aside = (aside for one in said for aside in one.set_aside)
    return (
        columns.packed([[*kept]], Claim),
        columns.packed([[*aside]], SetAside),
        mentions.packed(told),
    )


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


def _wordless(stated: Iterable[Statement]) -> Iterator[Claim]:
    """The claims without the words around them, which the mentions hold."""
    for claim in (claim for one in stated for claim in one.claims):
        yield replace(claim, context=replace(claim.context, words=(), names=()))
