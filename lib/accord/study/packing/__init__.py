"""Records as bytes and back: small, quick, and nothing in them is ever executed."""

from __future__ import annotations

import io
import zipfile
from array import array
from collections.abc import Iterable, Iterator
from dataclasses import fields
from operator import attrgetter
from pathlib import Path
from typing import Any

from accord.facts import Group, Matched, Mention, Prepared, by_block
from accord.model import NearMiss, Sentence, Source, Span
from accord.study.packing.plain import packed, unpacked
from accord.study.packing.statements import pack_statements, unpack_statements

__all__ = [
    "blocks_of", "content", "pack_matched", "pack_mentions", "pack_sources", "pack_statements",
    "unpack_matched", "unpack_mentions", "unpack_sources", "unpack_statements",
]  # fmt: skip

_SOURCE = tuple(f.name for f in fields(Source) if f.name not in ("sentences", "wording"))
_MENTION = tuple(f.name for f in fields(Mention))
_source, _mention = attrgetter(*_SOURCE), attrgetter(*_MENTION)
_BLOCKS = "blocks"  # the names of the blocks that follow by their places


def pack_sources(sources: Iterable[Source]) -> bytes:
    """Sources with their texts, sentences and wording."""
    return packed([
        (
            _source(one),
            array("L", (at for s in one.sentences for at in (s.span.start, s.span.end))).tobytes(),
            bytes(sentence.heading for sentence in one.sentences),
            array("Q", one.wording).tobytes(),
        )
        for one in sources
    ])  # fmt: skip


def unpack_sources(content: bytes) -> Iterator[Source]:
    """The sources that were packed, their wording as an array."""
    for told, spans, headings, runs in unpacked(content):
        ends, wording = array("L"), array("Q")
        ends.frombytes(spans)
        wording.frombytes(runs)
        yield Source(
            **dict(zip(_SOURCE, told, strict=True)),
            sentences=tuple(
                Sentence(span=Span(start, end), heading=bool(heading))
                for start, end, heading in zip(ends[::2], ends[1::2], headings, strict=True)
            ),
            wording=wording,
        )


def pack_mentions(told: Iterable[Prepared]) -> bytes:
    """What was prepared of some sources, a block at a time, so that one is read without others.

    A block's name may hold a word of a text, so that it is no name of a file.
    """
    whole, found = io.BytesIO(), sorted(by_block(told).items())
    with zipfile.ZipFile(whole, "w") as blocks:
        blocks.writestr(zipfile.ZipInfo(_BLOCKS), packed([name for name, _ in found]))
        for place, (_, sources) in enumerate(found):
            rows = [(s.file, s.text, s.words, list(map(_mention, s.mentions))) for s in sources]
            blocks.writestr(zipfile.ZipInfo(str(place)), packed(rows))
    return whole.getvalue()


def blocks_of(packed: bytes | Path) -> dict[str, int]:
    """The blocks of what was packed, each with its size in bytes."""
    with zipfile.ZipFile(_opened(packed)) as blocks:
        names = unpacked(blocks.read(_BLOCKS))
        return {name: blocks.getinfo(str(place)).file_size for place, name in enumerate(names)}


def unpack_mentions(packed: bytes | Path, block: str, same: dict[Any, Any]) -> Iterator[Prepared]:
    """The mentions of one block, by source; `same` holds what many of them share, once."""
    with zipfile.ZipFile(_opened(packed)) as blocks:
        place = unpacked(blocks.read(_BLOCKS)).index(block)
        rows = unpacked(blocks.read(str(place)))
    for file, text, words, mentions in rows:
        yield Prepared(
            file=file,
            text=text,
            words=_same(words, same),
            mentions=tuple(
                Mention(**dict(zip(_MENTION, _same(told, same), strict=True))) for told in mentions
            ),
        )


def pack_matched(matched: Matched) -> bytes:
    """What one block came to."""
    groups = [(group.stated, group.echoes, group.code) for group in matched.groups]
    return packed([groups, [(miss.a, miss.b, miss.differs) for miss in matched.near_misses]])


def unpack_matched(content: bytes) -> Matched:
    """What one block came to, as it was packed."""
    groups, misses = unpacked(content)
    return Matched(
        groups=tuple(Group(stated=s, echoes=e, code=c) for s, e, c in groups),
        near_misses=tuple(NearMiss(a=a, b=b, differs=differs) for a, b, differs in misses),
    )


def _same(values: tuple[Any, ...], same: dict[Any, Any]) -> tuple[Any, ...]:
    """The tuple with the one copy of each text in it, and in the tuples that it holds."""
    return tuple(
        same.setdefault(one, one)
        if isinstance(one, str)
        else _same(one, same)
        if isinstance(one, tuple)
        else one
        for one in values
    )


def content(packed: bytes | Path) -> bytes:
    """What was packed, from where it is kept."""
    return packed if isinstance(packed, bytes) else packed.read_bytes()


def _opened(packed: bytes | Path) -> Any:
    return io.BytesIO(packed) if isinstance(packed, bytes) else packed
