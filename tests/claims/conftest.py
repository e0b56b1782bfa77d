"""Sources and readings made by hand, so that this room is tested without the one below it."""

import re
from datetime import date
from decimal import Decimal

import pytest

from accord.claims import state
from accord.model import Codebook, Interval, Quantity, Reading, Sentence, Source, Span

NUMBER = re.compile(
    r"\$?\d+(?:\.\d+)?(?: (?:million|billion))?%?(?: (?:km|metres|days|years|hectares)\b)?"
)
KINDS = {"%": ("percent", "%"), "$": ("money", "USD")}
WORDS = {
    "hectares": ("area", "har"),
    "km": ("distance", "km"),
    "metres": ("distance", "m"),
    "days": ("duration", "d"),
    "years": ("duration", "a"),
}


def quantity(text, match, sentence=0, **fields):
    written = match.group()
    kind, unit = (
        KINDS.get(written[-1])
        or KINDS.get(written[0])
        or WORDS.get(written.split()[-1], ("count", None))
    )
    value = Decimal(re.search(r"\d+(?:\.\d+)?", written).group())
    if kind == "count" and 1900 < value < 2100:
        span = Span(match.start(), match.end())
        days = Interval(Decimal(day(int(value))), Decimal(day(int(value) + 1) - 1))
        return Quantity(
            span=span,
            extent=span,
            sentence=sentence,
            kind="date",
            value=days,
            interval=days,
            **fields,
        )
    span = Span(match.start(), match.end())
    change = re.search(
        r"\b(rose|grew|up|rise|increase|higher)\b|\b(fell|shrank|down|fall|cut|cutting|drop)\b",
        text,
    )
    direction = None if kind != "percent" or not change else "up" if change.group(1) else "down"
    return Quantity(
        span=span,
        extent=span,
        sentence=sentence,
        kind=kind,
        value=Interval.exactly(value),
        interval=Interval.exactly(value),
        unit=unit,
        direction=direction,
        resolution=Decimal(1),
        rule="test",
        **fields,
    )


def day(year):
    return date(year, 1, 1).toordinal()


def source_of(text, file="a.txt"):
    spans = [match.span() for match in re.finditer(r"[^\n]+", text)]
    sentences = tuple(Sentence(span=Span(start, end)) for start, end in spans)
    return Source(file=file, sha256="0", chars=len(text), text=text, sentences=sentences)


def reading_of(source):
    found = []
    for place, sentence in enumerate(source.sentences):
        text = sentence.span.of(source.text)
        numbers = NUMBER.finditer(source.text, sentence.span.start, sentence.span.end)
        found.extend(quantity(text, match, place) for match in numbers)
    return Reading(quantities=tuple(found))


def claims_of(text, codebook=None, file="a.txt"):
    source = source_of(text, file)
    return state(source, reading_of(source), codebook or Codebook()).claims


@pytest.fixture(scope="session")
def claims():
    return claims_of


@pytest.fixture(scope="session")
def claim():
    def only(text, place=0, codebook=None):
        return claims_of(text, codebook)[place]

    return only


@pytest.fixture(scope="session")
def build():
    """A source, and a maker of each of its quantities that takes further fields."""

    def made(text):
        found = [
            lambda match=match, **fields: quantity(text, match, **fields)
            for match in NUMBER.finditer(text)
        ]
        return source_of(text), found

    return made
