import sys
import tomllib
from collections import Counter
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accord import units
from accord.model import day
from accord.quantities import find, foreign
from accord.quantities import vocabulary as words
from accord.quantities.foreign import marks, vocabulary

from .texts import PARAMETERS, source

ROOM = Path(foreign.__file__).parent
TABLES = {
    path.stem: tomllib.loads(path.read_text(encoding="utf-8")) for path in ROOM.glob("*.toml")
}
EXAMPLES = [
    (code, text, says) for code in sorted(TABLES) for text, says in TABLES[code]["examples"].items()
]


def spoken(text, code):
    whole = replace(source(text), language=code, sentences=())
    return find(whole, PARAMETERS).quantities


def only(text, code):
    found = spoken(text, code)
    assert len(found) == 1, [q.span.of(text) for q in found]
    return found[0]


def value(quantity):
    low = quantity.value.low
    return day(low).isoformat() if quantity.kind == "date" else Decimal(low)


def meant(written):
    return written if written[4:5] == "-" else Decimal(written)


@pytest.mark.parametrize(("code", "text", "says"), EXAMPLES, ids=[row[1] for row in EXAMPLES])
def test_a_language_reads_its_own_examples_and_nothing_else_in_them(code, text, says):
    found = [[q.span.of(text), value(q), q.unit or ""] for q in spoken(text, code)]

    assert found == [[span, meant(number), unit] for span, number, unit in says]


SCALES = {
    "es": [("3 mil", "3e3"), ("3 mil millones", "3e9"), ("3 billones", "3e12")],
    "pt": [("3 mil", "3e3"), ("3 bilhões", "3e9"), ("3 mil milhões", "3e9"), ("3 biliões", "3e12")],
    "fr": [("3 mille", "3e3"), ("3 milliards", "3e9"), ("3 billions", "3e12")],
    "de": [("3 Milliarden", "3e9"), ("3 Billionen", "3e12"), ("3 Billiarden", "3e15")],
    "it": [("3 mila", "3e3"), ("3 miliardi", "3e9"), ("3 bilioni", "3e12")],
    "nl": [("3 miljard", "3e9"), ("3 biljoen", "3e12"), ("3 biljard", "3e15")],
}


@pytest.mark.parametrize(
    ("code", "written", "worth"),
    [(code, *row) for code, rows in SCALES.items() for row in rows],
)
def test_a_scale_is_that_of_its_language(code, written, worth):
    assert only(f"{written} euro", code).value.low == Decimal(worth)


KNOWN = {
    *vocabulary.SCALES, *words.MONTHS, *words.NUMBERS, *words.PARTS, *words.STOP, *words.PERSONS,
    *words.NAME_BEFORE, *" ".join((*words.BEFORE, *units.load_units().names)).split(),
    "de", *units.load_currencies().codes, *" ".join(units.load_currencies().names).split(),
}  # fmt: skip


@pytest.mark.parametrize("code", sorted(TABLES))
def test_what_a_phrase_stands_for_is_english_that_the_rules_know(code):
    said = {word for meant in vocabulary.load(code).phrases.meanings.values() for word in meant}

    assert said <= KNOWN


NO_NUMBERS = {
    "de": "hundertund undzwanzig zweiund tausendtausend hundertzig zwanzigzwei Elfen Achtung",
    "nl": "honderden entwintig tweeen duizendduizend twintigtwee drievoudig achteren",
    "it": "centesimo ventura milanese dueventi ottone milamila novella centinaia",
    "es": "treintauno cienmil",
}


@pytest.mark.parametrize(
    ("code", "word"), [(code, word) for code, words in NO_NUMBERS.items() for word in words.split()]
)
def test_a_word_that_only_begins_or_ends_like_a_number_is_none(code, word):
    assert spoken(word, code) == ()


HEDGES = {
    "es": "más de 300 barcos", "pt": "mais de 300 barcos", "fr": "plus de 300 bateaux",
    "de": "mehr als 300 Boote", "it": "più di 300 barche", "nl": "meer dan 300 boten",
}  # fmt: skip


@pytest.mark.parametrize("code", HEDGES)
def test_more_than_leaves_the_upper_end_open(code):
    quantity = only(HEDGES[code], code)

    assert (quantity.modifier, quantity.interval.low, quantity.interval.high) == ("over", 300, None)


GROUPED = [
    ("de", "Dort leben 1.300 Leute.", 1300, ()),
    ("de", "Dort gilt 1,300.", Decimal("1.3"), (marks.DECIMAL,)),
    ("de", "Es sind 1,300 Mrd. Euro.", Decimal("1.3e9"), ()),
    ("de-CH", "Er zahlt 1'300'000 Franken.", 1_300_000, ()),
    ("de-CH", "Er zahlt 1'300.50 Franken.", Decimal("1300.5"), ()),
    ("es", "Viven 1.300 gatos.", 1300, (marks.GROUP,)),
    ("es", "Viven 1,300 gatos.", 1300, (marks.GROUP,)),
    ("es-MX", "Viven 1,300 gatos.", 1300, ()),
    ("es", "Cayó 0,125 %.", Decimal("0.125"), ()),
    ("fr", "Il y a 1 300 chats.", 1300, ()),
    ("fr", "Il y a 1\u202f300\u202f000 chats.", 1_300_000, ()),
    ("ca", "Hi ha 1.300 gats.", Decimal("1.3"), None),
    ("en", "It has 1.300 cats.", Decimal("1.3"), None),
    (None, "It has 1.300 cats.", Decimal("1.3"), None),
]


@pytest.mark.parametrize(("code", "text", "number", "doubts"), GROUPED)
def test_a_mark_before_three_digits_is_read_as_its_language_writes_it(code, text, number, doubts):
    quantity = only(text, code)

    assert quantity.value.low == number
    if doubts is not None:
        assert quantity.doubts == doubts


SETTLED = [
    ("La tasa es 21.5 % y viven 1,300 gatos.", 1300, ()),
    ("La tasa es 21,5 % y viven 1.300 gatos.", 1300, ()),
    ("La tasa es 21.5 % y viven 1.300 gatos.", Decimal("1.3"), (marks.DECIMAL,)),
    ("La tasa es 21.5 % o 21,5 % y viven 1.300 gatos.", 1300, (marks.GROUP,)),
]


@pytest.mark.parametrize(("text", "number", "doubts"), SETTLED)
def test_the_other_numbers_of_a_text_settle_its_marks(text, number, doubts):
    cats = spoken(text, "es")[-1]

    assert (cats.value.low, cats.doubts) == (number, doubts)


def test_a_quotation_in_english_is_read_as_english():
    text = 'El jefe dijo: "We had 3 billion dollars and 1,300 people". Quedan 2 billones de euros.'
    found = spoken(text, "es")

    assert [q.value.low for q in found] == [Decimal("3e9"), 1300, Decimal("2e12")]


def test_a_scale_that_english_has_for_less_carries_a_doubt():
    assert foreign.LONGER in only("La dette est de 3 billions d'euros.", "fr").doubts
    assert only("La dette est de 3 milliards d'euros.", "fr").doubts == ()


@pytest.mark.parametrize(
    "title", ["El puente cuesta 3 mil millones", "Piden 12 mil para la torre de los gatos"]
)
def test_a_spanish_title_over_an_english_text_says_thousand_with_a_doubt(title):
    quantity = only(title, "en")

    assert quantity.value.low in (Decimal("3e9"), Decimal("12e3"))
    assert any("thousand" in doubt for doubt in quantity.doubts)


def test_in_english_mil_is_a_million():
    assert only("It cost $12 mil to build.", "en").value.low == Decimal("12e6")


PARTS = [
    "1",
    "300",
    "1.300",
    "1,5",
    " ",
    " ",
    "'",
    "-",
    ".",
    "mil",
    "millones",
    "y",
    "cien",
    "de",
    "a",
]


@given(st.lists(st.sampled_from([*PARTS, "Millionen", "und", "d'", "mille", "%", "mayo", "euros"])))
def test_whatever_the_text_its_numbers_follow_one_another_inside_it(parts):
    text = "".join(parts)
    for code in sorted(TABLES):
        found = spoken(text, code)

        assert all(0 <= q.span.start < q.span.end <= len(text) for q in found)
        assert all(a.span.end <= b.span.start for a, b in pairwise(found))


@pytest.mark.parametrize("part", ["1,1", "1 000 ", "1.000", "mil ", "1 millón 200 mil ", "de 3 a "])
def test_the_time_that_a_long_text_takes_grows_with_its_length(part):
    steps = []
    for times in (500, 1000):
        trace = Counter()
        sys.setprofile(lambda *_, t=trace: t.update(("calls",)))
        try:
            spoken(part * times, "es")
        finally:
            sys.setprofile(None)
        steps.append(trace["calls"])

    assert steps[1] < 3 * steps[0]


def test_units_and_nouns_are_told_as_the_text_has_them():
    quantity = only("Dort leben rund 300 Menschen.", "de")

    assert (quantity.unit, quantity.unit_text, quantity.noun) == (
        "{person}",
        "Menschen",
        "Menschen",
    )
