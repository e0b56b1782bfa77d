"""Quotes as one line of print."""

from hypothesis import given
from hypothesis import strategies as st

from accord.editions.render.typst import quotes


def piece(text, *styles):
    return {"text": text, "styles": list(styles), "link": "", "anchor": ""}


def quote(before, marked, after, said="exact, asserted"):
    pieces = [piece(before), piece(marked, "mark"), piece(after)]
    return {"pieces": pieces, "place": "002, characters 65-77", "said": said}


def words(told):
    return "".join(piece["text"] for piece in told["pieces"])


def test_a_short_quote_is_left_as_it_is():
    assert words(quotes.line(quote("The ", "€2", " fare"))) == "The €2 fare"


def test_a_long_quote_is_cut_at_words_on_both_sides_of_the_mark():
    told = quotes.line(quote("many words stand before " * 9, "€2 m", " and many words after" * 9))

    assert words(told).startswith("… ")
    assert words(told).endswith(" …")
    assert "€2 m" in words(told)
    assert set(words(told).split()) == {
        "…", "many", "words", "stand", "before", "€2", "m", "and", "after",
    }  # fmt: skip


def test_the_place_leaves_out_the_text_and_the_doubts_stand_elsewhere():
    told = quotes.line(quote("", "$2", "", said="exact, asserted; doubt: a bare $"))

    assert told["place"] == "characters 65-77"
    assert told["said"] == "exact, asserted"


@given(st.text(max_size=400), st.text(min_size=1, max_size=40), st.text(max_size=400))
def test_the_mark_stays_whole_and_the_line_is_short(before, marked, after):
    told = quotes.line(quote(before, marked, after))

    assert [p["text"] for p in told["pieces"] if p["styles"]] == [marked]
    assert len(words(told)) <= 110
