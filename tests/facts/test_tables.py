"""The word tables of the room, each row beside its own example."""

import tomllib
from importlib.resources import files

import pytest

from accord.claims.context.tables import listed, stem
from accord.facts.comparable import ranks
from accord.facts.contrast import opposed
from accord.facts.stems import stems
from accord.model import Claim, Span

OPPOSITES = tomllib.loads((files("accord.facts") / "opposites.toml").read_text(encoding="utf-8"))[
    "opposites"
]
ORDINALS = {
    "It is the {first} tidal dam in Europe": True,
    "Europe's {first} tidal dam": True,
    "the {second} largest dam in Europe": True,
    "the {first} district of Lund": False,
    "for the {first} time in years": False,
    "the {second} phase of the works": False,
    "He came {first}.": False,
}


@pytest.mark.parametrize("row", OPPOSITES, ids=lambda row: row["words"][0])
def test_opposites_set_their_examples_apart(story, row):
    marked = (f"{text[:1]}{text[1:]} {{7|percent|7|%}}" for text in row["example"])
    told = story(*marked)
    left, right = (one.mentions[0] for one in told.prepared())

    assert opposed(left, right)


@pytest.mark.parametrize("row", OPPOSITES, ids=lambda row: row["words"][0])
def test_opposites_are_words_that_a_context_can_hold(row):
    for word in row["words"]:
        assert word not in listed("stop")
        assert (stem(word),) == stems(word)


@pytest.mark.parametrize(("marked", "expected"), ORDINALS.items(), ids=ORDINALS)
def test_an_ordinal_ranks_only_among_its_like(marked, expected):
    start, end = marked.index("{"), marked.index("}") - 1
    text = marked.replace("{", "").replace("}", "")
    span = Span(start, end)
    claim = Claim(id="c", source="a", span=span, text=span.of(text), sentence=span, kind="ordinal")

    assert ranks(claim, text) is expected
