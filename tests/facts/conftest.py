"""Small stories with their numbers marked, read as alignment receives them."""

import hashlib
import re
from dataclasses import replace
from decimal import Decimal

import pytest

from accord import facts
from accord.claims import context
from accord.model import Claim, Codebook, Interval, Quantity, Reading, Sentence, Source, Span
from accord.parameters import Parameters

MARK = re.compile(r"\{([^|{}]+)\|([^|{}]+)\|([^|{}]+)(?:\|([^|{}]*))?(?:\|([^{}]*))?\}")
MODIFIERS = {"~": "about", "<": "less_than", ">": "over"}


def read(marked, file, codebook):
    """One source and its claims.

    `{as written|kind|value|unit|period}` marks a number; the unit of a count is its noun.
    """
    text, found, at = "", [], 0
    for match in MARK.finditer(marked):
        text += marked[at : match.start()]
        found.append((Span(len(text), len(text) + len(match[1])), match))
        text += match[1]
        at = match.end()
    text += marked[at:]
    sentences = tuple(
        Sentence(span=Span(m.start(), m.end()))
        for m in re.finditer(r"[^.\n]+(?:\.\d+[^.\n]*)*\.?", text)
    )
    digest = hashlib.sha256(text.encode()).hexdigest()
    source = Source(file=file, sha256=digest, chars=len(text), text=text, sentences=sentences)
    quantities = [quantity(span, match, sentences) for span, match in found]
    reading = Reading(quantities=tuple(quantities))
    claims = tuple(
        claim(source, made, match, context.of(source, made, reading, codebook))
        for made, (_, match) in zip(quantities, found, strict=True)
    )
    return source, claims


def quantity(span, match, sentences):
    written, allowed = interval(match[3])
    return Quantity(
        span=span,
        extent=span,
        sentence=max(i for i, s in enumerate(sentences) if s.span.start <= span.start),
        kind=match[2],
        value=written,
        interval=allowed,
        unit=f"{{{match[4]}}}" if match[2] == "count" else match[4] or None,
        resolution=Decimal(match[2] not in ("date", "time", "percent", "money")),
        modifier=MODIFIERS.get(match[3][0], "exact"),
    )


def interval(written):
    low, _, high = written.lstrip("~<>").partition("..")
    low, high = Decimal(low), Decimal(high or low)
    if written[0] == "<":
        return Interval(None, high), Interval(None, high, high_closed=False)
    if written[0] == ">":
        return Interval(low, high), Interval(low, None, low_closed=False)
    if written[0] == "~":
        return Interval(low, high), Interval(low * Decimal("0.9"), high * Decimal("1.1"))
    return Interval(low, high), Interval(low, high)


def claim(source, made, match, around):
    name = f"{source.file} {made.span.start}"
    return Claim(
        id="c" + hashlib.blake2b(name.encode(), digest_size=6).hexdigest(),
        source=source.file,
        span=made.span,
        text=match[1],
        sentence=source.sentences[made.sentence].span,
        kind=made.kind,
        value=made.value,
        interval=made.interval,
        unit=made.unit,
        modifier=made.modifier,
        resolution=made.resolution,
        period=match[5] or None,
        context=around,
    )


class Story:
    """The sources and claims of a few marked texts, and what aligning them gives."""

    def __init__(self, *marked, codebook=None, names=None, change=lambda claim: claim):
        self.codebook = codebook or Codebook()
        names = names or [f"{i}.txt" for i in range(len(marked))]
        made = [read(text, name, self.codebook) for text, name in zip(marked, names, strict=True)]
        self.sources = [source for source, _ in made]
        self.claims = [change(claim) for _, claims in made for claim in claims]

    def copy(self, file, claims):
        """Add an exact copy of the first source."""
        self.sources.append(replace(self.sources[0], file=file, copy_of=self.sources[0].file))
        self.claims += [replace(c, source=file, id=c.id + "x") for c in claims]

    def align(self):
        return facts.align(self.claims, self.codebook, self.sources, Parameters())

    def prepared(self):
        """The mentions of each source, as they are compared."""
        stated = [[c for c in self.claims if c.source == s.file] for s in self.sources]
        both = zip(self.sources, stated, strict=True)
        return [facts.prepare(source, claims, self.codebook) for source, claims in both]

    def groups(self):
        """The texts of each fact's claims, with the place of their source."""
        places = {source.file: i for i, source in enumerate(self.sources)}
        aligned = self.align()
        return sorted(
            sorted((places[c.source], c.span.start, c.text) for c in fact.claims)
            for fact in aligned.facts
        )

    def joined(self):
        """The groups that hold more than one source, as written."""
        return [
            [text for _, _, text in group]
            for group in self.groups()
            if len({place for place, _, _ in group}) > 1
        ]

    def differs(self):
        return {miss.differs for miss in self.align().near_misses}


@pytest.fixture
def story():
    return Story
