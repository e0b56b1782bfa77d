from hypothesis import given
from hypothesis import strategies as st

from accord.claims import state
from accord.model import Codebook, Reading, SetAside, Source

PIECES = [
    "The mill",
    "4 carts",
    "said",
    "$5 million",
    ",",
    "in 2011",
    "rose 4%",
    "which",
    "(6 km)",
    "“",
    "”",
    ".",
    "to",
    "of",
    "and",
    "the",
    "is",
    "\n",
    "Ärger",
    "日本",
]


def test_a_source_without_numbers_states_nothing():
    assert state(Source(file="a.txt", sha256="0"), Reading(), Codebook()).claims == ()


def test_what_was_set_aside_passes_through():
    aside = SetAside(source="a.txt", start=0, end=1, text="4", reason="list number")
    reading = Reading(set_aside=(aside,))

    assert state(Source(file="a.txt", sha256="0", text="4"), reading, Codebook()).set_aside == (
        aside,
    )


def test_every_quantity_becomes_one_claim(claims):
    stated = [one.text for one in claims("The mill lost 4 carts, 5 hens and 6 ducks in 2011.")]

    assert stated == ["4", "5", "6", "2011"]


def test_adding_a_sentence_changes_no_other_claim(claims):
    text = "The mill lost 4 carts in 2011."

    assert claims(f"{text}\nThe ford fell by 5%.")[:2] == claims(text)


def test_an_overlong_sentence_is_read_in_pieces(claims):
    stated = claims("The mill lost 4 carts and the ford lost 5 hens, " * 300)

    assert len(stated) == 600
    assert {one.measure for one in stated[2:-2]} == {"carts lost", "hens lost"}


@given(st.lists(st.sampled_from(PIECES), max_size=30).map(" ".join))
def test_no_text_breaks_the_room(claims, text):
    for claim in claims(text):
        assert claim.text == claim.span.of(text)
        assert claim.measure is None or claim.measure.strip() == claim.measure != ""
