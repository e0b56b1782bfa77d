from decimal import Decimal

import pytest

from .texts import read


def by_text(text):
    return {q.span.of(text): q for q in read(text).quantities}


def test_a_part_of_a_whole_points_to_the_whole_and_shares_its_noun():
    found = by_text("The dock opened four of its 11 cranes.")

    assert found["four"].part_of == found["11"].span
    assert {q.unit for q in found.values()} == {"{crane}"}


def test_the_same_said_in_another_unit_restates_and_keeps_the_modifier():
    found = by_text("The well is about 80km (50 miles) away.")

    assert found["50 miles"].restates == found["80km"].span
    assert found["50 miles"].modifier == "about"


def test_two_ways_of_saying_it_that_differ_carry_a_doubt():
    found = by_text("The well is 80km (20 miles) away.")

    assert any("differ" in doubt for doubt in found["20 miles"].doubts)


def test_a_change_from_one_value_to_another_is_a_series():
    found = by_text("The passage was shortened from 40 days to 31 days.")

    assert found["31 days"].series == found["40 days"].span


def test_the_bare_end_of_a_change_takes_the_unit_of_the_other():
    found = by_text("The passage will shrink from 35 days to 25.")

    assert found["25"].unit == "d"


def test_a_noun_that_stands_once_is_shared_backward():
    found = by_text("The clinic has 3 foreign and 5 local nurses.")

    assert {q.unit for q in found.values()} == {"{person}"}


def test_a_later_number_without_a_noun_takes_that_of_an_earlier_one():
    found = by_text("Nine rockets rose and two exploded.")

    assert found["two"].unit == "{rocket}"
    assert found["two"].doubts


def test_a_rise_by_one_amount_to_another_is_no_range():
    found = by_text("Debt rose by $4 million to $9 million.")

    assert list(found) == ["$4 million", "$9 million"]
    assert found["$4 million"].direction == "up"
    assert found["$9 million"].direction is None


def test_a_scale_that_stands_once_covers_both_ends_of_a_range():
    found = by_text("It will cost 41-44 billion euros.")

    value = found["41-44 billion euros"].value
    assert (value.low, value.high) == (Decimal("41e9"), Decimal("44e9"))


def test_four_digits_that_count_are_no_year():
    found = by_text("It grew from 1500 to 2000 berths.")

    assert [q.kind for q in found.values()] == ["count", "count"]


def test_a_level_shares_the_points_that_it_moved_by():
    found = by_text("The index stood at 1,204.5, and the other (12,480.5 up 31.2 points) rose.")

    assert found["12,480.5"].unit == "{point}"


def test_a_plural_of_capitals_is_a_noun():
    found = by_text("It sold 40 TVs to 12 MPs.")

    assert [q.unit for q in found.values()] == ["{tv}", "{person}"]


@pytest.mark.parametrize(
    ("text", "direction"),
    [
        ("By cutting the cost of travel between Orly and Brae by about 12%, it helps.", "down"),
        ("It raised the pay of nurses and other staff in its clinics by 4%.", "up"),
        ("Costs fell, which the firm explained by 4% of workers leaving.", None),
    ],
)
def test_a_verb_of_change_governs_the_number_after_its_by(text, direction):
    found = by_text(text)

    assert next(q for q in found.values() if q.kind == "percent").direction == direction


def test_a_scale_word_settles_that_the_point_is_decimal():
    found = by_text("Sales came to $71.305 billion, and the ship carried 1.234 tonnes.")

    assert "point" not in " ".join(found["$71.305 billion"].doubts)
    assert "point" in " ".join(found["1.234 tonnes"].doubts)


def test_a_number_that_a_lines_end_splits_is_one_number():
    found = by_text("Some 12,\n000 people and 5,\n300 dogs came.")

    assert found["12,\n000"].value.low == 12000
    assert found["300"].value.low == 300


@pytest.mark.parametrize("word", ["against", "vs", "compared with"])
def test_a_scaled_number_compared_with_money_is_of_that_currency(word):
    found = by_text(f"Sales were 3.1 billion euros {word} 2.5 billion a year earlier.")

    assert (found["2.5 billion"].unit, found["2.5 billion"].kind) == ("EUR", "money")
    assert any("compared" in doubt for doubt in found["2.5 billion"].doubts)


def test_a_sum_is_held_against_a_sum_and_not_against_what_a_share_earns():
    found = by_text("Profit was 214 million euros or 3.25 euros per share, against 177 million.")

    assert found["177 million"].unit == "EUR"


def test_a_range_may_be_held_against_another():
    found = by_text("Rates were between 5 and 6 percent, against 4 to 7 a week ago.")

    assert found["4 to 7"].unit == "%"


def test_a_number_far_from_another_is_not_held_against_it():
    assert by_text("It lasted 9 weeks against 735.2 then.")["735.2"].unit is None


def test_a_number_with_a_noun_of_its_own_keeps_it_in_a_comparison():
    found = by_text("Aid of 3 million euros stood against 2 million homes.")

    assert found["2 million"].unit == "{home}"


def test_a_number_that_another_is_compared_with_is_no_bound():
    found = by_text("More than the 200 expected came, and more than 300 left.")

    assert (found["200"].modifier, found["300"].modifier) == ("exact", "over")


def test_a_range_of_ages_is_one_number():
    found = by_text("The patients were aged 2 to 59.")

    assert (found["2 to 59"].kind, found["2 to 59"].unit) == ("age", "a")


def test_a_list_of_ages_in_words_and_digits_holds_ages():
    found = by_text("They have three children, aged nine, 11 and 14.")

    assert [found[text].kind for text in ("three", "nine", "11", "14")] == ["count", *["age"] * 3]


def test_millions_are_never_of_percent():
    found = by_text(
        "Jobs fell by 2.1 million or 0.15%, and sales rose 3% to 6 million from 5 million."
    )

    assert [found[text].unit for text in ("2.1 million", "6 million", "5 million")] == [None] * 3
    assert by_text("It fell 5 or 6 percent.")["5 or 6 percent"].unit == "%"


def test_a_fraction_counts_no_people_but_may_be_of_points():
    assert by_text("Of 20 people in the study the range was 4.9 to 5.8.")["4.9 to 5.8"].unit is None
    assert by_text("It fell to 463.8 points and rose to 333.1.")["333.1"].unit == "{point}"


def test_a_noun_does_not_begin_with_and():
    assert by_text("It took nine years and cost a lot.")["nine years"].noun is None


def test_what_was_so_a_year_ago_is_no_bound_of_a_year():
    assert "a year" not in by_text("There were 86 more than a year ago.")
    assert by_text("It lasted more than a year.")["a year"].modifier == "over"


@pytest.mark.parametrize(
    ("text", "left", "right"),
    [
        ("Rents slowed to 4.2% in May from 4.6% in April.", "4.2%", "4.6%"),
        ("The herd fell to 310 goats in 2030, down from 420 a year earlier.", "310", "420"),
        ("Debt narrowed to 3% of farm income from 5%.", "3%", "5%"),
        ("Sales rose from $12 million in 2029 to $14 million.", "$14 million", "$12 million"),
        ("The herd fell from a peak of 4,300 in 2019 to 1,900.", "1,900", "4,300"),
        ("Debt fell to $41, or 7 cents a share, from $52, or 9 cents.", "$41", "$52"),
    ],
)
def test_the_ends_of_a_change_may_tell_their_dates_and_their_whole(text, left, right):
    found = by_text(text)

    assert found[left].series == found[right].span
    assert found[left].unit == found[right].unit


@pytest.mark.parametrize(
    "text",
    ["Calls doubled in two weeks, from 310 a day.", "Deaths rose 12% from 310 in May."],
)
def test_a_stretch_of_time_or_a_rise_is_no_end_of_a_change(text):
    found = by_text(text)

    assert found["310"].unit is None
    assert {q.series for q in found.values()} == {None}


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("It sold 5,400 carts in May, against 6,100 a year ago.", "{cart}"),
        ("It took 5,400 days, compared with 6,100 in 2029.", "d"),
        ("It sold 5,400 tons, beating forecasts of 6,100.", "t"),
    ],
)
def test_a_bare_number_compared_with_another_has_its_unit(text, unit):
    assert by_text(text)["6,100"].unit == unit


def test_a_rise_of_two_to_three_is_a_range_that_goes_up():
    assert by_text("Rents rose by 2 to 3 percent.")["2 to 3 percent"].direction == "up"
    assert list(by_text("Output fell by 12 to 340 carts.")) == ["12", "340"]
    assert list(by_text("Rents rose by 0.5% to 0.75%.")) == ["0.5%", "0.75%"]
    assert list(by_text("Rents fell 5% to 7%.")) == ["5% to 7%"]


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("Arden sold 40 million tonnes of rye, Byron 12 million.", "t"),
        ("Arden spent €4bn and Byron 12bn.", "EUR"),
        ("The wall is 40 metres long, the beam 12.", "m"),
        ("Arden grew 4%, Byron by 12.", "%"),
    ],
)
def test_what_a_verb_said_once_is_told_of_has_the_unit_of_the_first(text, unit):
    *_, second = read(text).quantities

    assert second.unit == unit


@pytest.mark.parametrize(
    "text",
    [
        "Arden spent €4bn, and Byron sold 12 million.",
        "Arden spent €4bn, which Byron put at 12bn.",
        "Arden grew 4%, Byron 12 million.",
    ],
)
def test_a_number_of_another_verb_has_no_unit_of_the_first(text):
    *_, second = read(text).quantities

    assert second.unit not in ("EUR", "%")


@pytest.mark.parametrize(
    ("text", "direction"),
    [
        ("The Arden fell 4%, the Byron 3%.", "down"),
        ("Rents rose 4%, the wages of millers 3%.", None),
        ("Rents rose 4%, while wages were 3%.", None),
    ],
)
def test_what_a_verb_said_once_is_told_of_moves_as_the_first(text, direction):
    *_, second = read(text).quantities

    assert second.direction == direction


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Its worth went from 48 to 63 billion.", ("4.8E+10", "6.3E+10")),
        ("Its worth rose from $48 to $63 billion.", ("4.8E+10", "6.3E+10")),
        ("The gap fell from €3.4 to €2.9bn.", ("3.4E+9", "2.9E+9")),
        ("The gap fell from €1.2 to €0.8 billion.", ("1.2E+9", "8E+8")),
        ("Sales were £63 billion, up from £48.", ("6.3E+10", "4.8E+10")),
        ("It grew from 20 to 40 million goats.", ("2.0E+7", "4.0E+7")),
        ("Its debt jumped from $500 to $2 million.", ("500", "2E+6")),
        ("It went from 12 carts to 9 million.", ("12", "9E+6")),
        ("It rose from 20 to two hundred.", ("20", "200")),
        ("It fell from 900,000 to 1.2 million.", ("900000", "1.2E+6")),
        ("It rose from $48 million to $63 billion.", ("4.8E+7", "6.3E+10")),
    ],
)
def test_the_ends_of_a_change_share_a_scale_that_stands_once(text, values):
    found = read(text).quantities

    assert [q.value.low for q in found] == [Decimal(value) for value in values]


def test_a_multiple_in_words_is_no_end_of_a_change():
    found = by_text("Users doubled from 20 to 40 million.")

    assert found["doubled"].series is None
    assert {found["20"].unit, found["40 million"].unit} == {None}
    assert found["20"].value.low == 20_000_000


def test_a_range_below_one_of_its_scale_shares_it():
    assert read("It has 0.4 to 0.8 billion goats.").quantities[0].value.low == 400_000_000


@pytest.mark.parametrize(
    ("text", "said", "unit"),
    [
        ("It worked in 84.6% (95% CI: 77.9-89.4) of goats.", "77.9-89.4", "%"),
        ("It worked in 84.6% (95% CI 77.9 to 89.4) of goats.", "77.9 to 89.4", "%"),
        ("It was 84.6% (95% confidence interval, 77.9-89.4).", "77.9-89.4", "%"),
        ("It was 84.6% (90% credible interval [77.9, 89.4]).", "77.9, 89.4", "%"),
        ("The mean was 12 kg (CI 11.1 to 12.9).", "11.1 to 12.9", "kg"),
        ("The mean was 12 kg (95% CI 10-14).", "10-14", "kg"),
    ],
)
def test_an_interval_of_confidence_has_the_unit_of_what_it_is_of(text, said, unit):
    found = by_text(text)

    assert (found[said].unit, found[said].modifier) == (unit, "between")
    assert len(found) == 2


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("The ratio was 1.4 (95% CI 1.1-1.9).", None),
        ("It grew 4% (95% CI 11.1-12.9).", None),  # it does not hold the number
        ("It grew 4%, and the range was 3.1-5.9.", None),
    ],
)
def test_a_range_that_may_be_of_something_else_takes_no_unit(text, unit):
    assert [q.unit for q in read(text).quantities][-1] == unit


@pytest.mark.parametrize(
    "text",
    [
        "It errs by 3 points at the 95% confidence level.",
        "It holds with 95 percent confidence in 3 points.",
        "Three mills hold at a confidence level of 95%.",
        "The 99% level of confidence held in 3 mills.",
        "With a confidence interval of 95%, it took 3 mills.",
    ],
)
def test_a_level_of_confidence_is_no_claim(text):
    (aside,) = read(text).set_aside

    assert aside.reason == "the level of a confidence interval"


@pytest.mark.parametrize(
    "text",
    [
        "Consumer confidence rose 95% in May.",
        "Some 95% credible tales came.",
        "A 4% confidence interval of it is odd.",
        "It is 95% confident.",
    ],
)
def test_a_share_beside_other_confidence_is_a_claim(text):
    assert "%" in [q.unit for q in read(text).quantities]


@pytest.mark.parametrize(
    ("text", "said", "unit"),
    [
        ("Use fell to 8 kilowatts instead of 16.", "16", "kW"),
        ("They took 11 days instead of 8.", "8", "d"),
        ("They took 11 days, not 8, to mend it.", "8", "d"),
        ("Tea cost 8 euros instead of 16.", "16", "EUR"),
        ("They took 11 days, instead of the usual 8.", "8", "d"),
        ("They took 11 days instead of 8 workers.", "8", "{person}"),
        ("It held 11 tons, and instead 8 came.", "8", None),
    ],
)
def test_what_stands_instead_of_a_number_has_its_unit(text, said, unit):
    assert by_text(text)[said].unit == unit


@pytest.mark.parametrize(
    ("text", "said", "unit"),
    [
        ("They had 200 boats, with 134 damaged ones.", "134", "{boat}"),
        ("They bought 12 more ones.", "12", None),
        ("They lost 40 homes and 12 loved ones.", "12", "{person}"),
    ],
)
def test_ones_are_of_what_was_counted_before(text, said, unit):
    assert by_text(text)[said].unit == unit


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("The probe took a 182 x 35,940 km orbit.", "km"),
        ("The hall is 120 \u00d7 90 m wide.", "m"),
        ("The hall is 120 by 90 m wide.", "m"),
        ("The box is 40 x 30 x 20 cm.", "cm"),
        ("They won the 4 x 100 m relay.", None),
        ("They ran 3 x 5 km.", None),
        ("It has 2 x 250 mm guns.", None),
        ("It shrank from 40 by 12 m.", None),
    ],
)
def test_the_sides_of_a_size_share_its_unit(text, unit):
    assert read(text).quantities[0].unit == unit


@pytest.mark.parametrize(
    "text",
    [
        "The committee voted 7-3 to open it.",
        "In a 7-3 vote, they opened it.",
        "The court ruled 7-3 that it could.",
        "The judges' 7-3 decision came.",
        "The court split 7-3.",
        "It passed by a vote of 7 to 3.",
        "The vote was 7 to 3.",
        "They voted unanimously, by 7-3, to stay.",
        "The council approved the plan 7-3 on it.",
        "They voted seven to three to stay.",
        "The court's 7-to-3 ruling came.",
        "It was a 7-3 party-line vote.",
        "The panel voted, 7 to 3, that it was safe.",
        "The House passed it, 7-3, on it.",
    ],
)
def test_a_vote_is_two_counts(text):
    found = read(text).quantities

    assert [(q.value.low, q.unit) for q in found] == [(7, "{vote}"), (3, "{vote}")]


def test_a_vote_that_was_lost_is_no_range():
    found = read("They voted 3-4 against it.").quantities

    assert [(q.value.low, q.unit) for q in found] == [(3, "{vote}"), (4, "{vote}")]


@pytest.mark.parametrize(
    "text",
    [
        "The Otters beat the Herons 3-1 in the vote of fans.",
        "The Otters lost a 3-1 decision to the Herons.",
        "The board approved a 3-1 stock split.",
        "They voted 55-45 to stay.",  # may be percent
        "Millers have a 12-8 majority on the committee.",
        "They voted 12 to 18 times.",
        "The council voted to fund 10-12 barns.",
    ],
)
def test_two_numbers_that_may_be_no_vote_count_no_votes(text):
    assert "{vote}" not in [q.unit for q in read(text).quantities]
