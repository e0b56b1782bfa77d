"""What a number's context holds, on sentences made up for it."""

import re
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accord.claims import context
from accord.claims.context import scene
from accord.claims.context.tables import listed, stem, table
from accord.model import Codebook, Interval, Quantity, Reading, Sentence, Source, Span

NUMBER = re.compile(r"[$£]?\d[\d.,]*(?: (?:million|km|days))?%?")


def contexts(text, codebook=None, kind="count"):
    """The contexts of all numbers of a one-paragraph text."""
    sentences = tuple(
        Sentence(span=Span(match.start(), match.end()))
        for match in re.finditer(r"(?:[A-Z]\.|[^.])+\.?", text)
    )
    source = Source(file="a.txt", sha256="0", text=text, sentences=sentences)
    value = Interval.exactly(Decimal(1))
    found = [
        Quantity(
            span=Span(match.start(), match.end()),
            extent=Span(match.start(), match.end()),
            sentence=max(i for i, s in enumerate(sentences) if s.span.start <= match.start()),
            kind="percent" if match[0].endswith("%") else "money" if match[0][0] in "$£" else kind,
            value=value,
            interval=value,
        )
        for match in NUMBER.finditer(text)
    ]
    reading = Reading(quantities=tuple(found))
    return [context.of(source, q, reading, codebook or Codebook()) for q in found]


HEADS = {
    "20 armed guards stood there": "guard",
    "20 town or village clerks signed": "clerk",
    "the $4 million Lund bridge opened": "bridge",
    "a loss of $4 million on timber": "timber",
    "timber exports grew by 8%": "export",
    "an 8% increase in rents": "rent",
    "8% of the harvest rotted": "harvest",
    "20 sheep last summer": "sheep",
    "20 farmers aged over 60": "farmer",
}
ACTIONS = {
    "the firm paid $4 million for it": "pay",
    "the fire killed 20 miners": "kill",
    "20 miners died": "kill",
    "sales rose 8%": "rise",
    "flooded farms lost 20 barns": "lose",
}
MARKS = {
    "a further 20 guards": ("further",),
    "$4 million in the second stage": ("stage",),
    "the other 20 guards": ("other",),
    "20 of the guards": ("part",),
    "it fell, of which 20 broke": ("part",),
    "20 guards": (),
    "20 goats in the phase 2 of it": ("stage",),
    "20 goats in a phase 2 trial": (),
}


@pytest.mark.parametrize(("text", "head"), HEADS.items(), ids=HEADS)
def test_the_head_is_the_counted_or_priced_thing(text, head):
    assert contexts(text)[0].head == stem(head)


@pytest.mark.parametrize(("text", "action"), ACTIONS.items(), ids=ACTIONS)
def test_the_action_is_the_verb_that_governs_the_number(text, action):
    assert contexts(text)[0].action == action


@pytest.mark.parametrize(("text", "marks"), MARKS.items(), ids=MARKS)
def test_marks_name_the_scope(text, marks):
    assert contexts(text)[0].marks == marks


def test_a_price_right_before_its_thing_is_attributive():
    attributive, plain = contexts("The $4 million bridge cost the town $5 million.")

    assert (attributive.attributive, plain.attributive) == (True, False)


def test_weights_fall_with_distance_and_with_clauses():
    (found,) = contexts("Lund sold timber, and later 20 miners dug copper ore.")
    weight = dict(found.words)

    assert weight["miner"] > weight["copper"] > weight["timber"] > 0


def test_the_words_of_another_number_do_not_count():
    first, _ = contexts("It lies 9 km from Lund and 5 days from Tarn.")

    assert "km" not in dict(first.words)
    assert "day" not in dict(first.words)


def test_the_sentence_before_counts_a_tenth():
    (found,) = contexts("Copper prices soared. Later 20 miners came.")

    assert dict(found.words)["copper"] == 0.1


def test_names_stand_nearest_first_without_the_first_word():
    (found,) = contexts("Yesterday Lund and Tarn sent 20 guards to Orvel.")

    assert found.names == ("tarn", "orvel", "lund")


def test_aliases_are_one_name():
    codebook = Codebook(aliases=(("Orvel dam", ("the Great Wall of Tarn", "Orvel barrage")),))
    (found,) = contexts("Near the Orvel barrage 20 guards sleep.", codebook)

    assert "orvel dam" in found.names


def test_both_spellings_of_an_abbreviation_are_one_name():
    (left,), (right,) = contexts("The US sent 20 guards."), contexts("The U.S. sent 20 guards.")

    assert left.names == right.names == ("u.s.",)


@pytest.mark.parametrize("group", table()["same"], ids=lambda group: group["words"][0])
def test_words_for_one_thing_share_a_stem(group):
    left, right = ({stem(w) for w in re.findall(r"[a-z-]+", t.lower())} for t in group["example"])

    assert stem(group["words"][0]) in left & right


def test_what_a_firm_sells_in_all_is_its_revenue():
    assert stem("sales") == stem("turnover") != stem("sale")


@pytest.mark.parametrize("group", table()["same"], ids=lambda group: group["words"][0])
def test_no_word_for_a_thing_is_passed_over(group):
    assert not set(group["words"]) & listed("stop")


def test_a_sentence_is_tokenised_once_for_all_its_numbers(monkeypatch):
    text = "Tarn sent 20 guards. Lund sent 30 guards and 40 carts."
    asked = []
    read = scene.tokens_of
    monkeypatch.setattr(scene, "tokens_of", lambda *one: asked.append(one[1]) or read(*one))
    sentences = (Sentence(span=Span(0, 20)), Sentence(span=Span(21, len(text))))
    scenes = context.Scenes(
        Source(file="a.txt", sha256="0", text=text, sentences=sentences), Codebook()
    )
    for place, sentence in enumerate(sentences):
        scenes.of(place, sentence.span, ())

    assert asked == [Span(0, 20), Span(21, len(text))]


@given(st.text(alphabet="abc XY.,()20%$\u2019\n", max_size=60))
def test_any_text_gives_a_context_with_falling_weights(text):
    for found in contexts(text):
        weights = [weight for _, weight in found.words]

        assert weights == sorted(weights, reverse=True)
        assert all(0 < weight <= 1 for weight in weights)
