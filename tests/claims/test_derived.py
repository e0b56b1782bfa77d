# ruff: noqa: RUF001  (the marks that texts and formulas are written with)
from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accord.claims import derived, state
from accord.claims.derived import BASE, CHANGE
from accord.model import Claim, Codebook, Interval, Reading, Source, Span

SOURCE = Source(file="a.txt", sha256="0", text="from 4 to 5")


def operand(value, place=0, **fields):
    fields = {"kind": "duration", "unit": "d", "resolution": Decimal(1), **fields}
    return Claim(
        id=f"c{place}",
        source="a.txt",
        span=Span(place, place + 1),
        text=str(value),
        sentence=Span(0, 11),
        value=Interval.exactly(Decimal(value)),
        interval=Interval.exactly(Decimal(value)),
        **fields,
    )


def test_a_change_is_signed_and_keeps_ten_digits():
    found = derived.change(SOURCE, operand(30), operand(20, 5))

    assert found.value == Interval.exactly(Decimal("-33.33333333"))
    assert (found.unit, found.direction, found.kind) == ("%", "down", "percent")
    assert found.formula == "100 × (20 d − 30 d) ÷ 30 d"


def test_a_change_spans_its_operands_and_names_them():
    found = derived.change(SOURCE, operand(30), operand(20, 5))

    assert (found.span, found.derived_from, found.rule) == (Span(0, 6), ("c0", "c5"), CHANGE)


def test_a_plain_number_is_no_wider_as_an_operand():
    found = derived.change(SOURCE, operand(4), operand(5, 5))

    assert found.interval == Interval.exactly(Decimal(25))


def test_from_percent_to_percent_is_so_many_points():
    old, new = operand(4, kind="percent", unit="%"), operand(3, 5, kind="percent", unit="%")
    found = derived.change(SOURCE, old, new)

    assert (found.kind, found.unit, found.direction) == ("points", "[pp]", "down")
    assert (found.value, found.formula) == (Interval.exactly(Decimal(-1)), "3 % − 4 %")


def test_a_percentage_is_its_rounding_interval_as_an_operand():
    found = derived.change(
        SOURCE, operand(4, kind="percent", unit="%"), operand(8, 5, kind="percent", unit="%")
    )

    assert found.interval == Interval(Decimal(3), Decimal(5), low_closed=False, high_closed=False)


def test_a_level_that_a_percentage_gives_allows_for_its_rounding():
    old = replace(operand(4), interval=Interval(Decimal("3.5"), Decimal("4.5")))
    found = derived.change(SOURCE, old, operand(8, 5))

    assert found.interval.low == Decimal("77.77777778")
    assert found.interval.high == Decimal("128.5714286")


@pytest.mark.parametrize(
    ("old", "new", "derived_"), [(4, 400, True), (4, 408, False), (408, 4, False)]
)
def test_what_grows_a_hundredfold_is_no_change(old, new, derived_):
    assert (derived.change(SOURCE, operand(old), operand(new, 5)) is not None) is derived_


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (operand(0), operand(5, 5)),
        (operand(4), operand(5, 5, unit="km", kind="distance")),
        (operand(4, unit=None), operand(5, 5)),
        (operand(4, kind="date"), operand(5, 5, kind="date")),
        (operand(4, modality="denied"), operand(5, 5)),
    ],
)
def test_a_change_without_meaning_is_not_derived(old, new):
    assert derived.change(SOURCE, old, new) is None


def test_operands_in_unlike_units_are_converted():
    found = derived.change(SOURCE, operand(2, unit="wk"), operand(7, 5))

    assert found.value == Interval.exactly(Decimal(-50))
    assert found.formula == "100 × (7 d − 2 wk) ÷ 2 wk"


def test_a_series_is_read_across_units_where_the_verb_tells_a_change(claims):
    changed = claims("The trip was cut from 2 years to 73 days.")
    ranged = claims("The path leads from 2 years to 73 days.")

    assert [one.text for one in changed if one.derived_from] == ["2 years to 73 days"]
    assert not [one for one in ranged if one.derived_from]


def test_a_multiple_beside_its_level_is_a_change():
    times = operand(2, kind="ratio", unit="{time}", direction="up", measure="output")
    level = operand(90, 5, kind="mass", unit="t", measure="output")
    (found,) = derived.multiples(SOURCE, [times, level])

    assert found.value == Interval.exactly(Decimal(100))
    assert (found.measure, found.formula) == ("output", "100 × (2 − 1)")


def test_a_multiple_of_something_else_is_no_change():
    times = operand(2, kind="ratio", unit="{time}", direction="up", measure="rent")
    level = operand(90, 5, kind="mass", unit="t", measure="output")

    assert derived.multiples(SOURCE, [times, level]) == []


def test_a_growth_and_its_total_imply_the_level_before(claims):
    found = [
        one
        for one in claims("Sales rose 25% to $100 in 2011, up from the previous year.")
        if one.rule == BASE
    ]

    assert [one.value for one in found] == [Interval.exactly(Decimal(80))]
    assert found[0].period == "2010"
    assert found[0].formula == "100 USD ÷ (1 + 25 %)"


@pytest.mark.parametrize(
    ("text", "bases"),
    [
        ("Sales rose 25% to $100.", 1),
        ("Sales reached $100, a 25% increase.", 1),
        ("Sales reached $100, after a 25% increase.", 0),
        ("Sales rose 25% to $100 after a fall of 20% in May.", 1),
        ("Sales rose 25% to $100, more than making up for their fall of 20%.", 1),
        ("The dollar rose 25% to 100.", 0),
        ("The crown bond rose 25% to 100 against the euro.", 0),
        ("The bond rose 25% to 100 yen per U.S. dollar.", 0),
        ("The bond rose 25% to $100 against $80 in May.", 1),
    ],
)
def test_only_the_change_that_led_to_a_level_tells_the_one_before(text, bases, claims):
    found = [one for one in claims(text) if one.rule == BASE]

    assert len(found) == bases


def test_the_level_before_allows_for_the_rounding_of_the_growth():
    level = operand(80, kind="money", unit="USD", measure="sales")
    growth = operand(21, 5, kind="percent", unit="%", direction="up", measure="sales")
    found = derived.base(SOURCE, level, growth)

    assert found.interval.low == Decimal("65.84362140")
    assert found.interval.high == Decimal("66.39004149")
    assert (found.interval.low_closed, found.interval.high_closed) == (False, True)


def test_a_growth_of_something_else_implies_nothing(claims):
    found = claims("Sales reached $100 while wages rose 25%.")

    assert not [one for one in found if one.derived_from]


def test_a_series_is_read_from_the_quantities(build):
    source, (old, new) = build("The milling time was cut from 30 days to 20 days.")
    reading = Reading(quantities=(old(), new(series=old().span)))
    claims = state(source, reading, Codebook()).claims
    found = [one for one in claims if one.derived_from]

    assert [(one.text, one.measure) for one in found] == [("30 days to 20 days", "milling time")]


@given(st.decimals(1, 1000000, places=3), st.decimals(0, 1000000, places=3))
def test_a_change_never_leaves_what_its_operands_allow(old, new):
    found = derived.change(SOURCE, operand(old), operand(new, 5))

    assert found is None or found.interval.holds(found.value.low)
    assert found is None or found.value.low >= -100


def test_a_change_to_below_zero_holds_every_quotient_of_its_operands():
    old = replace(operand(4), interval=Interval(Decimal("3.5"), Decimal("4.5")))
    new = replace(operand(-6, 5), interval=Interval(Decimal("-6.5"), Decimal("-5.5")))
    found = derived.change(SOURCE, old, new)

    assert (found.interval.low, found.interval.high) == (
        Decimal("-285.7142857"),
        Decimal("-222.2222222"),
    )
