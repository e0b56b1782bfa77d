"""A reviewer's decisions, and whether what they were made on is still there."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import replace

from accord.editions.comparison import Decision
from accord.editions.content import Content, Row
from accord.model import Review, fact_id

STANDS, REWORDED = "stands", "its sentence has changed"
GONE = "names nothing that is there"
UNDONE = "is not done, for one of the two facts is not there or they are of different kinds"
_ALIKE = 0.5  # share of words in common from which a sentence is the one that was meant


def of(one: Content) -> tuple[Decision, ...]:
    """Every decision in the order of `reviews.toml`, with how it stands."""
    reviews = one.reviews()
    if not reviews:
        return ()
    sentences = _sentences(one, reviews)
    return tuple(_decision(one, review, sentences) for review in reviews)


def between(old: Content, new: Content, now: Mapping[str, str]) -> Iterator[Decision]:
    """The decisions that are new, other than before, or no longer stand.

    `now` gives the new ids of claims and facts by their old ones: where what was decided on went.
    """
    before = {(d.on, d.decision): d for d in of(old)}
    for one in of(new):
        moved = None if one.standing == STANDS else now.get(one.on, one.now)
        told = replace(one, now=moved if moved != one.on else None)
        if one.standing != STANDS or before.get((one.on, one.decision)) != one:
            yield told


def told(one: Decision) -> str:
    """How a decision stands, with the repair where it does not."""
    if one.standing == STANDS:
        return "stands"
    if one.standing == REWORDED:
        return f"{one.standing} since; decide again"
    near = f"; its sentence now holds {one.now}" if one.now else ""
    return f"{one.standing}{near}; write the id that the report shows"


def _decision(one: Content, review: Review, sentences: Mapping[str, str]) -> Decision:
    standing = _standing(one, review, sentences)
    near = _nearest(review, sentences) if standing == GONE else None
    return Decision(
        on=review.on,
        decision=review.decision,
        target=review.target,
        by=review.by,
        note=review.note,
        about=_about(one, review.on),
        standing=standing,
        now=near,
    )


def _standing(one: Content, review: Review, sentences: Mapping[str, str]) -> str:
    if review.decision == "merge":
        target = one.facts.get(review.target or "", {"claims": ()})
        done = review.on not in one.facts and review.on in map(fact_id, target["claims"])
        return STANDS if done else UNDONE
    if review.on not in one.claims and review.on not in one.facts:
        return GONE
    said = sentences.get(review.on)
    if review.sentence is None or said is None or _folded(review.sentence) == _folded(said):
        return STANDS
    return REWORDED


def _about(one: Content, key: str) -> str | None:
    row = one.claims.get(key) or one.facts.get(key)
    return (row.get("text") or row.get("label")) if row else None


def _sentences(one: Content, reviews: tuple[Review, ...]) -> dict[str, str]:
    """The sentence of each claim by its id, where some decision quotes one."""
    if not any(review.sentence for review in reviews):
        return {}
    texts = one.texts(sorted({row["source"] for row in one.claims.values()}))
    return {key: _sentence(row, texts[row["source"]].text)
            for key, row in one.claims.items() if row["source"] in texts}  # fmt: skip


def _sentence(row: Row, text: str) -> str:
    start, end = map(int, row["sentence"])
    return " ".join(text[start:end].split())


def _nearest(review: Review, sentences: Mapping[str, str]) -> str | None:
    """The claims of the sentence that has most words in common with the one that was quoted."""
    if not review.sentence:
        return None
    wanted = Counter(_folded(review.sentence).split())
    alike = {key: _likeness(wanted, said) for key, said in sentences.items()}
    best = max(alike.values(), default=0.0)
    return ", ".join(sorted(key for key in alike if alike[key] == best >= _ALIKE)) or None


def _likeness(wanted: Counter[str], said: str) -> float:
    words = Counter(_folded(said).split())
    return 2 * (wanted & words).total() / max(1, wanted.total() + words.total())


def _folded(text: str) -> str:
    return " ".join(text.split()).casefold()
