"""Measure `facts.align` against the hand-coded stories: pairs of claims that speak of one thing.

    python bench/alignment.py [--perfect] [--codebook] [--show FP FN] [story ...]

Own reading runs the whole flow on the texts; `--perfect` gives alignment the gold mentions, so that
reading and aligning are measured apart. The weights of alignment are fitted on these very stories:
`python -m bench.weights` says how each fares with weights fitted on the others. Beside each story
stands the baseline to beat: the same value in the same unit is the same fact. Four stories lie
outside the repository (`../shared`), and none of their text is printed unless `--show` asks for it;
those of `bench/stories` are invented.
"""

from __future__ import annotations

import argparse
import json
from collections import ChainMap
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from functools import partial
from itertools import combinations, repeat
from pathlib import Path
from typing import Any

import numpy as np

from accord import claims, facts, quantities, sources
from accord.claims import context
from accord.facts import blocks
from accord.facts.mention import values
from accord.facts.pairs import Pairs
from accord.facts.table import Table
from accord.model import (
    KINDS,
    Alignment,
    Claim,
    Codebook,
    Interval,
    Quantity,
    Reading,
    Source,
    Span,
)
from accord.parameters import Parameters

TOP = Path(__file__).resolve().parent.parent
SHARED = TOP.parent / "shared"
STORIES = {
    "seeds": (SHARED / "gold/seeds_mentions.json", SHARED / "seeds"),
    **{
        folder.name: (folder / "gold.json", folder)
        for folder in sorted((SHARED / "bench/corpora").glob("*"))
    },
    **{
        folder.name: (folder / "gold.json", folder)
        for folder in sorted((TOP / "bench/stories").glob("*/"))
    },
}
say = partial(print, flush=True)
CODEBOOK = TOP / "seeds"
Pair = frozenset[str]
Gold = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Story:
    """One hand-coded story, read: its claims, and the gold mention that each claim stands for."""

    name: str
    gold: Gold
    texts: tuple[Source, ...]
    stated: tuple[Claim, ...]
    home: dict[str, str]
    codebook: Codebook


def main() -> None:
    """Print one line a story and the mean."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("stories", nargs="*")
    parser.add_argument("--perfect", action="store_true")
    parser.add_argument("--codebook", action="store_true")
    parser.add_argument("--show", nargs="*", default=[])
    given = parser.parse_args()
    rows = []
    for name in given.stories or STORIES:
        story = load(name, perfect=given.perfect, coded=given.codebook)
        rows.append(report(story, given.show))
    say(f"{'mean':20} all {_mean(rows, 0):.3f} / {_mean(rows, 1):.3f}", end="   ")
    say(f"baseline {_mean(rows, 2):.3f} / {_mean(rows, 3):.3f}")


def _mean(rows: list[tuple[float, ...]], column: int) -> float:
    return sum(row[column] for row in rows) / len(rows)


def load(name: str, *, perfect: bool, coded: bool) -> Story:
    """A story by name, with accord's own reading or with the gold mentions."""
    gold_path, folder = STORIES[name]
    gold: Gold = json.loads(gold_path.read_text(encoding="utf-8"))
    wanted = {entry["file"] for entry in gold["files"]}
    parameters = Parameters()
    texts = tuple(s for s in sources.read(folder, parameters).sources if s.file in wanted)
    codebook = sources.read(CODEBOOK, parameters).codebook if coded else Codebook()
    if perfect:
        stated, home = _from_gold(gold, texts, codebook)
    else:
        stated = tuple(c for s in texts for c in _read(s, parameters, codebook))
        home = _matched(stated, gold)
    return Story(name, gold, texts, stated, home, codebook)


def _read(source: Source, parameters: Parameters, codebook: Codebook) -> Iterable[Claim]:
    return claims.state(source, quantities.find(source, parameters), codebook).claims


def _matched(stated: Iterable[Claim], gold: Gold) -> dict[str, str]:
    """Claim ids to gold mention ids, by largest overlap of spans, each used once."""
    overlaps = sorted(
        (-shared, -claim.span.start, claim.id, mention["id"])
        for claim in stated
        if claim.is_quantity and not claim.derived_from
        for mention in gold["mentions"]
        if mention["file"] == claim.source
        and (
            shared := min(claim.span.end, mention["end"]) - max(claim.span.start, mention["start"])
        )
        > 0
    )
    home: dict[str, str] = {}
    for _, _, claim, mention in overlaps:
        if claim not in home and mention not in home.values():
            home[claim] = mention
    return home


def report(story: Story, show: list[str]) -> tuple[float, ...]:
    """Precision and recall of all pairs, then of the baseline; printed with their parts."""
    aligned = facts.align(story.stated, story.codebook, story.texts, Parameters())
    right = wanted(story.gold)
    optional = free(story.gold) - right
    ours = set(paired(aligned, story.home)) - optional
    meeting = _meeting(story)
    baseline = set(_same_value(story)) - optional
    traps = _traps(story.gold) - right
    say(
        f"{story.name:20} all {_score(ours, right)}"
        f"  meeting {_score(ours & meeting, right & meeting)}"
        f"  disjoint {_score(ours - meeting, right - meeting)}"
        f"  traps {len(traps & ours)}/{len(traps)}"
        f"  baseline {_score(baseline, right)}"
    )
    for name, pairs in (("FP", ours - right), ("FN", right - ours)):
        if name in show:
            _show(name, pairs, story)
    return (*ratio(ours, right), *ratio(baseline, right))


def wanted(gold: Gold) -> set[Pair]:
    """The pairs that the hand coding brings together."""
    return {
        frozenset((pair["a"], pair["b"]))
        for fact in gold["facts"]
        for pair in fact["pairs"]
        if pair["cross_source"]
    }


def free(gold: Gold) -> set[Pair]:
    """Pairs with an optional mention, which are neither rewarded nor punished."""
    optional = {mention["id"] for mention in gold["mentions"] if mention["tier"] == "optional"}
    return {frozenset((m, other["id"])) for m in optional for other in gold["mentions"]}


def paired(aligned: Alignment, home: dict[str, str]) -> Iterator[Pair]:
    """Cross-source pairs of one fact; a claim that stands for no gold mention keeps its own id."""
    for fact in aligned.facts:
        stated = [c for c in fact.claims if c.kind != "category" and not c.derived_from]
        for a, b in combinations(stated, 2):
            if a.source != b.source:
                yield frozenset((home.get(a.id, a.id), home.get(b.id, b.id)))


def _same_value(story: Story) -> Iterator[Pair]:
    for a, b in combinations(story.stated, 2):
        same = (a.kind, a.value, a.unit) == (b.kind, b.value, b.unit)
        if same and a.source != b.source and a.kind != "category":
            yield frozenset((story.home.get(a.id, a.id), story.home.get(b.id, b.id)))


def _meeting(story: Story) -> set[Pair]:
    homes = ChainMap(
        *(blocks.of([c for c in story.stated if c.source == text.file]) for text in story.texts)
    )
    sides = [(story.home.get(c.id, c.id), homes[c.id], *values(c)[:2]) for c in story.stated]
    return {
        frozenset((one, other))
        for (one, kind, low, high), (other, like, least, most) in combinations(sides, 2)
        if kind == like and low <= most and least <= high
    }


def tables(story: Story) -> Iterator[Table]:
    """The numbers of a story, block by block, as alignment compares them."""
    stated = ([c for c in story.stated if c.source == text.file] for text in story.texts)
    told = map(facts.prepare, story.texts, stated, repeat(story.codebook))
    yield from map(Table, facts.by_block(told).values())


def every_two(table: Table) -> Pairs:
    """Every two numbers of a block."""
    return Pairs(table, *np.triu_indices(len(table), 1))


def pairs_of(p: Pairs, story: Story) -> list[Pair]:
    """The pairs by the gold mentions that they stand for."""
    names = [story.home.get(mention.id, mention.id) for mention in p.of.mentions]
    return [frozenset((names[a], names[b])) for a, b in zip(p.a, p.b, strict=True)]


def _traps(gold: Gold) -> set[Pair]:
    return {
        frozenset(pair)
        for trap in gold["traps"]
        if trap["kind"].startswith(("same_number", "similar"))
        for pair in combinations(trap["mentions"], 2)
    }


def ratio(ours: set[Pair], right: set[Pair]) -> tuple[float, float]:
    """Precision and recall."""
    both = len(ours & right)
    return both / max(1, len(ours)), both / max(1, len(right))


def _score(ours: set[Pair], right: set[Pair]) -> str:
    precision, recall = ratio(ours, right)
    return f"{precision:.2f}/{recall:.2f} ({len(ours)}, {len(right)})"


def _show(name: str, pairs: set[Pair], story: Story) -> None:
    texts = {source.file: source.text for source in story.texts}
    back = {story.home.get(claim.id, claim.id): claim for claim in story.stated}
    for pair in sorted(pairs, key=sorted):
        say(name, *sorted(pair))
        for claim in (back[side] for side in sorted(pair) if side in back):
            text = texts[claim.source]
            start, end = claim.span.start, claim.span.end
            around = f"{text[max(0, start - 70) : start]}[[{claim.text}]]{text[end : end + 60]}"
            c = claim.context
            say("   ", claim.source[:8], " ".join(around.split()))
            say(
                "       ",
                claim.kind,
                claim.unit,
                c.head,
                c.action,
                c.marks,
                claim.period,
                claim.measure,
            )


def _from_gold(
    gold: Gold, texts: Iterable[Source], codebook: Codebook
) -> tuple[tuple[Claim, ...], dict[str, str]]:
    """The gold mentions as claims, each with the context that its text gives it."""
    stated: list[Claim] = []
    for source in texts:
        mentions = [
            m for m in gold["mentions"] if m["file"] == source.file and m["kind"] != "vague"
        ]
        found = [_quantity(mention, source) for mention in mentions]
        reading = Reading(quantities=tuple(found))
        for mention, quantity in zip(mentions, found, strict=True):
            around = context.of(source, quantity, reading, codebook)
            stated.append(replace(_claim(mention, quantity, source), context=around))
    return tuple(stated), {claim.id: claim.id for claim in stated}


def _quantity(mention: Gold, source: Source) -> Quantity:
    span = Span(mention["start"], mention["end"])
    starts = [i for i, s in enumerate(source.sentences) if s.span.start <= span.start]
    kind = "distance" if mention["kind"] == "measure" else mention["kind"]
    return Quantity(
        span=span,
        extent=span,
        sentence=starts[-1] if starts else 0,
        kind=kind if kind in KINDS else "count",
        value=_interval(mention, "value_low", "value_high"),
        interval=_interval(mention, "low", "high"),
        unit=mention["unit"],
        resolution=_resolution(mention),
    )


def _claim(mention: Gold, quantity: Quantity, source: Source) -> Claim:
    classes = {"approx": "about", "more_than": "over", "at_most": "up_to", None: "exact"}
    return Claim(
        id=mention["id"],
        source=source.file,
        span=quantity.span,
        text=mention["text"],
        sentence=source.sentences[quantity.sentence].span,
        kind=quantity.kind,
        value=quantity.value,
        interval=quantity.interval,
        unit=quantity.unit,
        modifier=classes.get(mention.get("mod_class"), mention.get("mod_class")),
        resolution=quantity.resolution,
        period=mention.get("period"),
    )


def _interval(mention: Gold, low: str, high: str) -> Interval:
    closed = low == "value_low" or not mention.get("low_open"), not mention.get("high_open")
    return Interval(_bound(mention, low), _bound(mention, high), *closed)


def _bound(mention: Gold, name: str) -> Decimal | None:
    value = mention[name]
    if value is None:
        return None
    if mention["kind"] == "date":
        return Decimal(date.fromisoformat(value).toordinal())
    if mention["kind"] == "time":
        hours, minutes = str(value).strip("TZ").split(":")[:2]
        return Decimal(int(hours) * 60 + int(minutes))
    return Decimal(str(value))


def _resolution(mention: Gold) -> Decimal:
    """The worth of the last written digit of a number written in digits."""
    if mention["kind"] in ("date", "time", "ordinal"):
        return Decimal(0)
    digits = "".join(c for c in mention["text"].split()[0] if c.isdigit() or c == ".").strip(".")
    if not digits or not Decimal(digits):
        return Decimal(mention["kind"] != "percent")
    end = mention["value_low"] if mention["value_low"] is not None else mention["value_high"]
    places = len(digits.partition(".")[2])
    return abs(Decimal(str(end))) / Decimal(digits) * Decimal(10) ** -places


if __name__ == "__main__":
    main()
