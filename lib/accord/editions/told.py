"""A comparison as plain text and as JSON; the words that every form of it uses."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict

from accord.editions import told_words
from accord.editions.causes import REBUILT
from accord.editions.comparison import (
    ClaimChange,
    Comparison,
    Decision,
    Effect,
    FactChange,
    SentenceChange,
    Shift,
    TextChange,
)
from accord.editions.told_words import Row, plain
from accord.model import lines

_NAMED = 12  # names in a list
_KEPT = 60  # characters of unchanged words that are shown beside a change
_SIGNS = {"added": "+", "removed": "-", "changed": "~", "merged": ">", "split": "<", "same": "="}

Entry = tuple[str, list[Row], str]


def text(comparison: Comparison) -> str:
    """What changed, for a terminal; nothing at all where nothing did."""
    return "".join(f"{line}\n" for line in _lines(comparison))


def to_json(comparison: Comparison) -> str:
    """What changed, every field, as one line of JSON."""
    return lines.dumps({"same": comparison.same, **asdict(comparison)}) + "\n"


def title(comparison: Comparison) -> str:
    """Which two are compared, and how much differs."""
    sides = (comparison.old.edition, comparison.new.edition)
    old, new = (f"edition {side}" if side else "a run" for side in sides)
    return f"From {old} to {new}: {_counts(comparison)}"


def _counts(comparison: Comparison) -> str:
    facts_, claims = len(comparison.facts), len(comparison.claims)
    sentences = sum(len(one.sentences) for one in comparison.texts)
    told = f"{many(facts_, 'fact')} and {many(claims, 'claim')}"
    return f"{many(sentences, 'sentence')}, {told} differ" if sentences else f"{told} differ"


def facts(comparison: Comparison) -> list[Entry]:
    """The changed facts, those whose verdict moved first."""
    moved = sorted(comparison.facts, key=lambda fact: not _moved(fact))
    return [of_fact(fact) for fact in moved]


def _moved(fact: FactChange) -> bool:
    return any(one.field == "verdict" for one in fact.fields)


def of_fact(fact: FactChange) -> Entry:
    """A changed fact as heading, rows of (what, before, after), and cause."""
    head = f"{_SIGNS[fact.how]} {plain(fact.label)} ({fact.id})"
    return head, told_words.of_fact(fact), _proven(fact.because, fact.proof)


def of_claim(claim: ClaimChange) -> Entry:
    """A changed claim as heading, rows of (what, before, after), and cause."""
    what = f"{claim.measure}: {claim.text}" if claim.measure else claim.text
    head = f"{_SIGNS[claim.how]} {plain(what)} in {plain(claim.source)} ({claim.id})"
    return head, told_words.of_claim(claim), _proven(claim.because, claim.proof)


def _proven(because: str, proof: str) -> str:
    return f"{plain(because, 400)} (built again)" if proof == REBUILT else plain(because, 400)


def of_text(one: TextChange) -> str:
    """How much of a text differs."""
    count, whole = len(one.sentences), many(len(one.sentences) + one.kept, "sentence")
    return f"~ {plain(one.source)}: {count} of {whole} {'differs' if count == 1 else 'differ'}"


def effects(sentence: SentenceChange) -> list[str]:
    """What became of the claims of a sentence, a line each; those that stand in one."""
    told = [_effect(one) for one in sentence.claims if one.how != "same"]
    stand = [plain(one.new or "") for one in sentence.claims if one.how == "same"]
    if stand:
        word = "claim stands" if len(stand) == 1 else "claims stand"
        told.append(f"= {len(stand)} {word}: {listed(stand)}")
    return told or ["no claim in it"]


def _effect(one: Effect) -> str:
    said = " -> ".join(plain(text_) for text_ in (one.old, one.new) if text_ is not None)
    return f"{_SIGNS[one.how]} {said} ({one.id})"


def rest(comparison: Comparison) -> Iterator[str]:
    """What else differs, a line each: lists, files, and what the two were made with."""
    for change in comparison.others:
        yield f"{change.field}: {len(change.old)} gone, {len(change.new)} new"
    if comparison.files:
        names = [change.field for change in comparison.files]
        yield f"{many(len(names), 'file')} of other bytes: {listed(names)}"
    if comparison.differences:
        yield "made with: " + listed([one.words for one in comparison.differences], "; ")
    if comparison.unproven:
        yield f"causes not told apart by building again: {comparison.unproven}"


def decided(comparison: Comparison) -> list[str]:
    """A reviewer's decisions that are new or no longer stand, a line each."""
    return [_decided(one) for one in comparison.decisions]


def _decided(one: Decision) -> str:
    about = f" ({plain(one.about)})" if one.about else ""
    said = f"{one.decision} {one.on}{about}" + (f" into {one.target}" if one.target else "")
    by = f" by {plain(one.by)}" if one.by else ""
    note = f": {plain(one.note)}" if one.note else ""
    if one.standing == "stands":
        return f"+ {said}{by}{note}"
    now = f"; it is {one.now} now" if one.now else ""
    return f"! {said}{by}{note} - stale: {one.standing}{now}"


def listed(names: Sequence[str], between: str = ", ") -> str:
    """The first names of a list, and how many more there are."""
    more = len(names) - _NAMED
    told = between.join(plain(name) for name in names[:_NAMED])
    return f"{told} and {more} more" if more > 0 else told


def many(count: int, word: str) -> str:
    """A count with its word."""
    return f"{count} {word}" if count == 1 else f"{count} {word}s"


def elided(words: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
    """The words of a sentence, what stayed the same far from a change left out."""
    told = list(words)
    last = len(told) - 1
    return [
        (style, said if style else _short(said, first=n == 0, last=n == last))
        for n, (style, said) in enumerate(told)
    ]


def _short(said: str, *, first: bool, last: bool) -> str:
    if len(said) <= 2 * _KEPT:
        return said
    before = "" if first else f"{said[:_KEPT].rpartition(' ')[0]} "
    after = "" if last else f" {said[-_KEPT:].partition(' ')[2]}"
    return f"{before}…{after}"


def _lines(comparison: Comparison) -> Iterator[str]:
    if comparison.same:
        return
    yield title(comparison)
    yield from _shifted(comparison.headline)
    yield from _section("facts", facts(comparison))
    yield from _section("claims", map(of_claim, comparison.claims))
    yield from _texts(comparison.texts)
    if comparison.links:
        yield "links:"
        yield from _shifted(comparison.links)
    told = decided(comparison)
    yield from ["decisions:", *(f"  {line}" for line in told)] if told else []
    yield from (f"  {line}" for line in rest(comparison))


def _shifted(shifts: Iterable[Shift]) -> Iterator[str]:
    for what, before, after, because in map(shift, shifts):
        yield f"  {what}: {before} -> {after}, because: {because}"


def shift(one: Shift) -> tuple[str, str, str, str]:
    """A change that stands for itself as (what, before, after, cause)."""
    return (*told_words.of_change(one), plain(one.because, 400))


def _section(name: str, entries: Iterable[Entry]) -> Iterator[str]:
    for place, (head, rows, because) in enumerate(entries):
        if place == 0:
            yield f"{name}:"
        yield f"  {head}"
        yield from (f"      {what}: {before} -> {after}" for what, before, after in rows)
        if because:
            yield f"      because: {because}"


def _texts(texts: Iterable[TextChange]) -> Iterator[str]:
    marks = {"": "{}", "delete": "[-{}-]", "insert": "{{+{}+}}"}
    for place, one in enumerate(texts):
        if place == 0:
            yield "texts:"
        yield f"  {of_text(one)}"
        for sentence in one.sentences:
            said = "".join(marks[style].format(word) for style, word in elided(sentence.words))
            yield f"      {_SIGNS[sentence.how]} {plain(said, 2000)}"
            yield from (f"          {line}" for line in effects(sentence))
