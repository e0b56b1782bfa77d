"""Texts that changed: sentence by sentence, with what became of the claims in each."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from accord.editions import redline
from accord.editions.comparison import ClaimChange, Effect, SentenceChange, TextChange
from accord.editions.content import Content, Row
from accord.editions.redline import Pair
from accord.model import Source, Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Rewritten:
    """A text before and after (`name` is the new one), its sentences paired."""

    name: str
    old: Source
    new: Source
    pairs: tuple[Pair, ...]


def rewritten(old: Content, new: Content, renamed: Mapping[str, str]) -> dict[str, Rewritten]:
    """The texts that are in both under one name with other bytes, where both are at hand."""
    names = [name for name in old.sources if name in new.sources and name not in renamed]
    names = [n for n in names if _other(old.sources[n], new.sources[n])]
    if not names:
        return {}
    before, after = old.texts(names), new.texts(names)
    both = [name for name in names if name in before and name in after]
    return {
        name: Rewritten(name=name, old=before[name], new=after[name],
                        pairs=redline.pairs(before[name], after[name]))
        for name in both
    }  # fmt: skip


class Places:
    """In which pair of sentences a claim of a rewritten text stands, before and after."""

    def __init__(self, texts: Mapping[str, Rewritten]) -> None:
        """Take the rewritten texts by name."""
        self._starts: dict[tuple[str, bool], tuple[list[int], list[int]]] = {}
        for name, text in texts.items():
            for new in (False, True):
                stand = [(pair[new], n) for n, pair in enumerate(text.pairs)]
                found = sorted((span.start, n) for span, n in stand if span is not None)
                self._starts[name, new] = ([s for s, _ in found], [n for _, n in found])

    def old(self, row: Row) -> int | None:
        """The number of the pair that an old claim stands in; None where its text stands."""
        return self._of(row, new=False)

    def new(self, row: Row) -> int | None:
        """The number of the pair that a new claim stands in; None where its text stands."""
        return self._of(row, new=True)

    def _of(self, row: Row, *, new: bool) -> int | None:
        starts, pairs = self._starts.get((row["source"], new), ((), ()))
        place = bisect_right(starts, row["start"]) - 1
        return pairs[place] if place >= 0 else None


def changes(
    texts: Mapping[str, Rewritten],
    rows: tuple[Content, Content],
    claim: Mapping[str, str],
    told: Iterable[ClaimChange],
) -> Iterator[TextChange]:
    """Each rewritten text: its sentences that differ, each with the effect on its claims."""
    places = Places(texts)
    effects: dict[tuple[str, int], list[Effect]] = {}
    for one in _effects(texts, rows, claim, {c.id: c for c in told}):
        gone = one.how == "removed"
        row = rows[0 if gone else 1].claims[one.id]
        place = places.old(row) if gone else places.new(row)
        effects.setdefault((row["source"], -1 if place is None else place), []).append(one)
    for name, text in texts.items():
        found = tuple(_sentences(text, effects))
        yield TextChange(source=name, sentences=found, kept=len(text.pairs) - len(found))


def _effects(
    texts: Mapping[str, Rewritten],
    rows: tuple[Content, Content],
    claim: Mapping[str, str],
    told: Mapping[str, ClaimChange],
) -> Iterator[Effect]:
    """What became of every claim of the rewritten texts, removed ones last."""
    old, new = rows
    for key, row in new.claims.items():
        if row["source"] in texts:
            before = claim.get(key)
            how = "added" if before is None else "changed" if key in told else "same"
            was = old.claims[before]["text"] if before else None
            yield Effect(id=key, old_id=before, how=how, old=was, new=row["text"])
    kept = set(claim.values())
    for key, row in old.claims.items():
        if row["source"] in texts and key not in kept:
            yield Effect(id=key, old_id=key, how="removed", old=row["text"], new=None)


def _sentences(
    text: Rewritten, effects: Mapping[tuple[str, int], list[Effect]]
) -> Iterator[SentenceChange]:
    for place, (old, new) in enumerate(text.pairs):
        before, after = _words(text.old, old), _words(text.new, new)
        if before != after:
            yield SentenceChange(
                how="added" if old is None else "removed" if new is None else "changed",
                old=before,
                new=after,
                words=redline.words(before or "", after or ""),
                claims=tuple(effects.get((text.name, place), ())),
            )


def _words(source: Source, span: Span | None) -> str | None:
    return None if span is None else " ".join(span.of(source.text).split())


def _other(old: Row, new: Row) -> bool:
    return bool(old["sha256"] != new["sha256"] and old["status"] == new["status"] == "read")
