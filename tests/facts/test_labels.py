"""What a fact is called where no rule knows its measure."""

from accord.facts import making
from accord.model import Claim, Span


def label(text, number):
    start = text.index(number)
    claim = Claim(
        id="c1",
        source="a.txt",
        span=Span(start, start + len(number)),
        text=number,
        sentence=Span(0, len(text)),
        kind="date",
    )
    return making.fact_of([claim], [], None, {"a.txt": text}).label


def test_the_words_stop_at_a_clause_mark_with_nothing_before_it():
    assert label("Built within one year, which pleased the town.", "one year") == (
        "“Built within one year”"
    )


def test_what_is_cut_is_marked_at_its_side():
    text = "the old ferry line between both towns closed for good in 1987 after a storm that broke"

    assert label(text, "1987") == "“… for good in 1987 after a storm …”"


def test_a_mark_within_a_number_ends_no_clause():
    assert label("Of 2.5 t, the U.S. took 3,100 by 1987 alone.", "1987") == (
        "“took 3,100 by 1987 alone”"
    )


def test_without_its_text_the_claim_names_itself():
    claim = Claim(
        id="c1", source="b.txt", span=Span(0, 4), text="1987", sentence=Span(0, 4), kind="date"
    )

    assert making.fact_of([claim], [], None, {}).label == "“1987”"
