"""The built-in study read and aligned: the known answers, and what must not change them."""

from dataclasses import replace
from pathlib import Path

import pytest

from accord import claims, facts, quantities, sources
from accord.model import Codebook
from accord.parameters import Parameters

SEEDS = Path(__file__).resolve().parents[2] / "seeds"
KNOWN = {
    "value of the sale": {
        ("000", "1.5 billion"),
        ("000", "$1.5 billion"),
        ("002", "$1.5 billion"),
        ("004", "$1.5 billion"),
    },
    "staff": {("000", "20"), ("002", "20"), ("004", "20")},
    "stay": {("000", "ten years"), ("002", "10 years"), ("004", "ten years")},
    "distance": {("002", "50 miles"), ("004", "50 miles")},
    "opening": {("000", "November 2024"), ("000", "2024"), ("001", "2024"), ("004", "2024")},
    "passage": {("000", "33 days to 23 days"), ("001", "30%")},
    "cost": {("002", "$1.3 billion"), ("003", "US$3 billion"), ("004", "$1.3 billion")},
}
OTHER = """Bakers in Lorn raised prices by 4% on Tuesday.
About 80 ovens in 12 villages were rebuilt last spring, the guild said."""


def texts():
    return sources.read(SEEDS, Parameters()).sources


def aligned(read, *, coded=False):
    codebook = sources.read(SEEDS, Parameters()).codebook if coded else Codebook()
    stated = [
        claim
        for source in read
        if source.status == "read"
        for claim in claims.state(source, quantities.find(source, Parameters()), codebook).claims
    ]
    return facts.align(stated, codebook, read, Parameters())


def shared(alignment):
    """The numbers and dates that two or more texts speak of, as (text, words) sets."""
    return [
        {(claim.source[:3], claim.text) for claim in fact.claims}
        for fact in alignment.facts
        if len(fact.sources) > 1 and fact.is_quantity
    ]


def test_the_codebook_gives_the_seven_known_facts_and_no_other():
    found = shared(aligned(texts(), coded=True))

    assert len(found) == len(KNOWN)
    for known in KNOWN.values():
        assert known in found


def test_words_alone_give_at_least_five_of_the_seven():
    found = shared(aligned(texts()))

    assert sum(any(known <= group for group in found) for known in KNOWN.values()) >= 5
    assert len(found) <= len(KNOWN)


def test_shuffled_texts_change_nothing():
    read = texts()

    assert aligned(read) == aligned(tuple(reversed(read)))


def test_an_exact_copy_changes_no_fact():
    read = texts()
    copy = replace(read[0], file="zzz.txt", copy_of=read[0].file)

    assert aligned((*read, copy)).facts == aligned(read).facts


def test_renamed_texts_keep_their_facts():
    read = texts()
    renamed = tuple(replace(s, file=f"{9 - i}-{s.file}") for i, s in enumerate(read))

    def groups(alignment):
        return sorted(sorted((c.text, c.span) for c in fact.claims) for fact in alignment.facts)

    assert groups(aligned(renamed)) == groups(aligned(read))


@pytest.mark.parametrize("coded", [False, True])
def test_an_unrelated_text_changes_no_shared_fact(coded, tmp_path):
    (tmp_path / "bakers.txt").write_text(OTHER, encoding="utf-8")
    other = sources.read(tmp_path, Parameters()).sources
    read = texts()

    assert shared(aligned((*read, *other), coded=coded)) == shared(aligned(read, coded=coded))
