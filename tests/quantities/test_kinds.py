import tomllib
from decimal import Decimal
from pathlib import Path

import pytest

import accord.quantities
from accord.model import KINDS, MODIFIERS, day
from accord.quantities import vocabulary

from .texts import only, read

ROOM = Path(accord.quantities.__file__).parent
TABLE = tomllib.loads((ROOM / "kinds.toml").read_text(encoding="utf-8"))
VETOES = tomllib.loads((ROOM / "vetoes.toml").read_text(encoding="utf-8"))["examples"]
EXAMPLES = [(kind, row) for kind, rows in TABLE.items() for row in rows["examples"]]


def ends(quantity):
    low, high = quantity.interval.low, quantity.interval.high
    if quantity.kind == "date":
        return tuple("" if end is None else day(end).isoformat() for end in (low, high))
    return tuple("" if end is None else Decimal(end) for end in (low, high))


@pytest.mark.parametrize(("kind", "row"), EXAMPLES, ids=[row["text"] for _, row in EXAMPLES])
def test_a_kind_reads_its_own_example(kind, row):
    text, low, high, unit = row["says"]
    found = [q for q in read(row["text"]).quantities if q.span.of(row["text"]) == text]

    assert [q.kind if q.kind != "rate" else kind for q in found] == [kind]
    wanted = (low, high) if kind == "date" else tuple(Decimal(e) if e else "" for e in (low, high))
    assert ends(found[0]) == wanted
    assert (found[0].unit or "") == unit


@pytest.mark.parametrize("row", VETOES, ids=[row["text"] for row in VETOES])
def test_a_veto_names_its_reason(row):
    reading = read(row["text"])

    assert [q.span.of(row["text"]) for q in reading.quantities] == []
    assert row["reason"] in {aside.reason for aside in reading.set_aside}


def test_every_kind_that_is_a_number_has_an_example():
    assert set(TABLE) >= set(KINDS) - {"category"}


@pytest.mark.parametrize(("phrase", "modifier"), vocabulary.MODIFIER_ROWS.items())
def test_a_phrase_before_a_number_moves_its_bounds(phrase, modifier):
    blank = "" if phrase in "~≈<>≤≥" else " "
    quantity = only(f"They saw {phrase}{blank}40 goats.")

    assert quantity.modifier == modifier
    assert modifier in MODIFIERS


@pytest.mark.parametrize(("phrase", "modifier"), vocabulary.AFTER_ROWS.items())
def test_a_phrase_after_a_number_moves_its_bounds(phrase, modifier):
    assert only(f"They saw 40 kilometres {phrase}.").modifier == modifier


@pytest.mark.parametrize(
    ("text", "said", "value", "unit"),
    [
        ("It stood half a metre above the dyke.", "half a metre", "0.5", "m"),
        ("They waited three quarters of an hour.", "three quarters of an hour", "0.75", "h"),
        ("Rates rose by a quarter of a percentage point.", "a quarter of a percentage point",
         "0.25", "[pp]"),
        ("Half a million people left.", "Half a million", "500000", "{person}"),
        ("Half the voters stayed away.", "Half", "50", "%"),
        ("Four in ten voters stayed away.", "Four in ten", "40", "%"),
        ("Some say 3 in 10 adults smoke.", "3 in 10", "30", "%"),
        ("One in four of the patients died.", "One in four", "25", "%"),
        ("One in every 20 homes is empty.", "One in every 20", "5", "%"),
        ("It cut the 37,000-strong workforce.", "37,000", "37000", "{person}"),
        ("A 40-strong fleet sailed.", "40", "40", "{fleet}"),
        ("He turned 30 on Monday.", "30", "30", "a"),
        ("She turned 30 pages.", "30", "30", "{page}"),
        ("Prices rose by 3.4pc last year.", "3.4pc", "3.4", "%"),
        ("He was fined 2,000 pounds.", "2,000 pounds", "2000", "GBP"),
        ("She went for 65 million pounds.", "65 million pounds", "65000000", "GBP"),
        ("She is paid 900 pounds a week.", "900 pounds a week", "900", "GBP/wk"),
        ("It paid for 900 pounds of tin.", "900 pounds", "900", "[lb_av]"),
        ("The calf weighed 90 pounds.", "90 pounds", "90", "[lb_av]"),
        ("It cost her 12 pounds (5.4 kg) of meat.", "12 pounds", "12", "[lb_av]"),
    ],
)  # fmt: skip
def test_parts_of_units_shares_by_the_head_and_pounds(text, said, value, unit):
    found = {q.span.of(text): q for q in read(text).quantities}

    assert (found[said].value.low, found[said].unit) == (Decimal(value), unit)


def test_two_in_three_games_is_no_share():
    assert [q.unit for q in read("He scored two in three games.").quantities] == [None, "{game}"]


def test_two_hundred_odd_is_about_two_hundred():
    odd = only("The hall has 200-odd seats.")

    assert (odd.unit, odd.modifier, odd.value.low) == ("{seat}", "about", 200)


@pytest.mark.parametrize(
    ("text", "said", "first", "last"),
    [
        ("Sales grew from January to June 2031.", "January to June 2031", (1, 1), (6, 30)),
        ("In January-June 2031 sales grew.", "January-June 2031", (1, 1), (6, 30)),
        ("Rain fell between May and July 2031.", "May and July 2031", (5, 1), (7, 31)),
        ("It rained in May and July 2031.", "July 2031", (7, 1), (7, 31)),
    ],
)
def test_months_of_a_year_are_one_period(text, said, first, last):
    found = {q.span.of(text): q.value for q in read(text).quantities}

    ends = (found[said].low, found[said].high)
    assert tuple((d.month, d.day) for d in map(day, ends)) == (first, last)


@pytest.mark.parametrize(
    ("text", "said", "value", "unit"),
    [
        ("It passed within 44m km of us.", "44m km", "44000000", "km"),
        ("He ran 100m in nine seconds.", "100m", "100", "m"),
        ("He got 12 years and six months.", "12 years and six months", "150", "mo"),
    ],
)
def test_scales_before_signs_and_units_that_add_up(text, said, value, unit):
    found = {q.span.of(text): q for q in read(text).quantities}

    assert (found[said].value.low, found[said].unit) == (Decimal(value), unit)


@pytest.mark.parametrize(
    "text",
    [
        "Guards put the crowd at 210.",
        "Guards said 210 had marched.",
        "The new parliament of 210 meets in the barn.",
        "The squad of 210 includes a cook.",
        "Carts took 210 to hospital.",
        "The number of dead stands at 210.",
        "The death toll rose to 210.",
        "Some 210 took part.",
        "The mill is to hire about 210.",
        "The clinic treated 210, a nurse said.",
    ],
)
def test_people_are_known_by_what_they_do_and_what_befalls_them(text):
    (number,) = read(text).quantities

    assert number.unit == "{person}"


@pytest.mark.parametrize(
    "text",
    ["The toll on carts rose to 210.", "The clinic treated 210 cows.", "It moved 210 to it."],
)
def test_what_may_be_no_people_is_not_taken_for_them(text):
    (number,) = read(text).quantities

    assert number.unit != "{person}"


YEARS = {  # in a text of 4 March 2028
    "The fair opens on 20 May.": 2028,
    "The rule enters into force on 1 July.": 2028,
    "The ballot takes place on 10 October.": 2028,
    "The ballot is on 10 October.": 2028,
    "The ballot is likely before November.": 2028,
    "The barn is due to open in November.": 2028,
    "The barn will be closed by November.": 2028,
    "The barn could run dry as soon as October.": 2028,
    "The opening is planned for October.": 2028,
    "A dry spell is forecast from April to June.": 2028,
    "Prices of wool for September delivery fell.": 2028,
    "The barn shut in a fire next February.": 2029,
    "A board heard the cases in November and decided by lot.": 2027,
    "He was hit by a cart in November.": 2027,
    "He was arrested by guards on 12 November.": 2027,
    "The report, published by the mill in December, was grim.": 2027,
    "Sales fell in the June quarter.": 2027,
    "The barn burned in May.": 2027,
    "The barn, which burned in May, will be rebuilt.": 2027,
    "In May the barn was closed.": 2027,
    "In May, the mill said it will close.": 2027,
    "The barn was to open in November.": 2027,
    "The barn may have been lit in November.": 2027,
    "The barn will close, the mill said in December.": 2027,
    "The mill has made hay since May.": 2027,
    "It shrank more than expected in November.": 2027,
    "The barn shut last April.": 2027,
    "The work was put off until June.": 2028,
    "The owner agreed to pay by June.": 2028,
    "The barn closed in February.": 2028,
    "He was fined and faces a judge on 20 May.": 2028,
    "The islands split off after a vote on it in a May ballot.": 2027,
    "The islands will split off after a May ballot.": 2028,
    "The barn was hit in March.": 2028,
    "Wool of this June is dear.": 2028,
}  # fmt: skip


@pytest.mark.parametrize("text", YEARS)
def test_the_clause_of_a_date_without_a_year_tells_the_year(text):
    (found, *_) = [q for q in read(text, date="2028-03-04").quantities if q.kind == "date"]

    assert day(found.interval.high).year == YEARS[text]


@pytest.mark.parametrize("text", ["MILL TAX MAY CLOSE BARN", "Mill Tax May Close Barn"])
def test_may_as_the_verb_of_a_headline_is_no_month(text):
    assert read(text).quantities == ()


@pytest.mark.parametrize("text", ["May sales rose.", "BARN SHUT IN MAY", "May 9 was dry."])
def test_may_as_a_month_is_one(text):
    assert only(text).kind == "date"
