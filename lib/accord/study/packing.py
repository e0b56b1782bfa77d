"""Records as bytes and back: small, quick, and nothing in them is ever executed."""

from __future__ import annotations

import io
import pickle
import zipfile
from array import array
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import fields
from decimal import Decimal
from operator import attrgetter
from pathlib import Path
from typing import Any

from accord.facts import Group, Matched, Mention, Prepared, by_block
from accord.model import (
    Claim,
    Context,
    Interval,
    NearMiss,
    Sentence,
    SetAside,
    Source,
    Span,
    Statement,
)

_SOURCE = tuple(f.name for f in fields(Source) if f.name not in ("sentences", "wording"))
_CLAIM = tuple(
    f.name
    for f in fields(Claim)
    if f.name not in ("span", "sentence", "value", "interval", "context")
)
_CONTEXT = tuple(f.name for f in fields(Context) if f.name != "words")
_ASIDE = tuple(f.name for f in fields(SetAside))
_MENTION = tuple(f.name for f in fields(Mention))
_source, _claim, _context, _aside, _mention = (
    attrgetter(*names) for names in (_SOURCE, _CLAIM, _CONTEXT, _ASIDE, _MENTION)
)
_SAME = "as written"
_BLOCKS = "blocks"  # the names of the blocks that follow by their places
_ends = attrgetter("low", "high", "low_closed", "high_closed")


def pack_sources(sources: Iterable[Source]) -> bytes:
    """Sources with their texts, sentences and wording."""
    return _packed([
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
    for told, spans, headings, runs in _unpacked(content):
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


def pack_statements(statements: Iterable[Statement]) -> bytes:
    """Statements, their claims with context."""
    same: dict[Any, Any] = {}
    return _packed([
        (
            [_flat(claim, same) for claim in statement.claims],
            [_aside(aside) for aside in statement.set_aside],
        )
        for statement in statements
    ])  # fmt: skip


def unpack_statements(content: bytes, same: dict[Any, Any]) -> Iterator[Statement]:
    """The statements that were packed; `same` holds what many claims share, once."""
    for claims, asides in _unpacked(content):
        yield Statement(
            claims=tuple(_made(told, same) for told in claims),
            set_aside=tuple(SetAside(**dict(zip(_ASIDE, row, strict=True))) for row in asides),
        )


def pack_mentions(told: Iterable[Prepared]) -> bytes:
    """What was prepared of some sources, a block at a time, so that one is read without others.

    A block's name may hold a word of a text, so that it is no name of a file.
    """
    packed, found = io.BytesIO(), sorted(by_block(told).items())
    with zipfile.ZipFile(packed, "w") as blocks:
        blocks.writestr(zipfile.ZipInfo(_BLOCKS), _packed([name for name, _ in found]))
        for place, (_, sources) in enumerate(found):
            rows = [(s.file, s.text, s.words, list(map(_mention, s.mentions))) for s in sources]
            blocks.writestr(zipfile.ZipInfo(str(place)), _packed(rows))
    return packed.getvalue()


def blocks_of(packed: bytes | Path) -> dict[str, int]:
    """The blocks of what was packed, each with its size in bytes."""
    with zipfile.ZipFile(_opened(packed)) as blocks:
        names = _unpacked(blocks.read(_BLOCKS))
        return {name: blocks.getinfo(str(place)).file_size for place, name in enumerate(names)}


def unpack_mentions(packed: bytes | Path, block: str, same: dict[Any, Any]) -> Iterator[Prepared]:
    """The mentions of one block, by source; `same` holds what many of them share, once."""
    with zipfile.ZipFile(_opened(packed)) as blocks:
        place = _unpacked(blocks.read(_BLOCKS)).index(block)
        rows = _unpacked(blocks.read(str(place)))
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
    return _packed([groups, [(miss.a, miss.b, miss.differs) for miss in matched.near_misses]])


def unpack_matched(content: bytes) -> Matched:
    """What one block came to, as it was packed."""
    groups, misses = _unpacked(content)
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


def _flat(claim: Claim, same: dict[Any, Any]) -> tuple[Any, ...]:
    context = claim.context
    return (
        tuple(_once(value, same) for value in _claim(claim)),
        (claim.span.start, claim.span.end, claim.sentence.start, claim.sentence.end),
        claim.value and _ends(claim.value),
        _SAME if claim.interval is claim.value else claim.interval and _ends(claim.interval),
        tuple(same.setdefault(pair, pair) for pair in context.words),
        tuple(_once(value, same) for value in _context(context)),
    )


def _made(told: Sequence[Any], same: dict[Any, Any]) -> Claim:
    plain, (start, end, opens, closes), value, interval, words, context = told
    known = {name: _once(one, same) for name, one in zip(_CLAIM, plain, strict=True)}
    written = Interval(*value) if value else None
    return Claim(
        **known,
        span=Span(start, end),
        sentence=same.setdefault((opens, closes), Span(opens, closes)),
        value=written,
        interval=written if interval == _SAME else interval and Interval(*interval),
        context=Context(
            words=tuple(same.setdefault(pair, pair) for pair in words),
            **{name: _once(one, same) for name, one in zip(_CONTEXT, context, strict=True)},
        ),
    )


def _once(value: Any, same: dict[Any, Any]) -> Any:
    """The one copy of a text or of a tuple; numbers that are equal may be written differently."""
    return same.setdefault(value, value) if isinstance(value, str | tuple) else value


def _packed(rows: Sequence[Any]) -> bytes:
    return pickle.dumps(rows, protocol=5)


def _unpacked(content: bytes) -> list[Any]:
    rows: list[Any] = _Plain(io.BytesIO(content)).load()
    return rows


class _Plain(pickle.Unpickler):
    """It finds no class but Decimal, so nothing can run."""

    def find_class(self, module: str, name: str) -> Any:
        if (module, name) == ("decimal", "Decimal"):
            return Decimal
        message = f"a pack holds no {module}.{name}"
        raise pickle.UnpicklingError(message)
