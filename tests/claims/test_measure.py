from dataclasses import replace

import pytest

from accord.claims import state, tables
from accord.model import Codebook, Reading

ROWS = {name: row for name, row in tables.read("measure").items() if "example" in row}
WORDED = {
    "$4 million ring theft in Arden.": ("value of ring theft", None),
    "The mill was robbed of $4 million.": ("robbery", "mill"),
    "A fine of $4 million was paid.": ("fine", None),
    "The king hired 4 farmers working nearby.": ("farmers", None),
    "The king sent 4 farmers aged under thirty.": ("farmers", None),
    "Exports reached $4 billion.": ("exports", None),
    "The kingdom's wool exports reached $4 billion.": ("wool exports", "kingdom"),
    "The direct sailing time from Arden to Byron was cut to 4 days.": ("direct sailing time", None),
    "By cutting milling time between Arden and Byron by about 4%, it saves money.": (
        "milling time",
        None,
    ),
    "Wool exports reached $4 billion, a 7% increase from the previous year.": (
        "wool exports",
        None,
    ),
    "The $4 billion Byron bridge is shut.": ("cost of the Byron bridge", None),
    "The council approved a $4 million rail plan.": ("value of the rail plan", None),
    "The proposed massive sale is valued at up to $4 million.": ("value of the sale", None),
    "The tower cost $4 million.": ("cost of the tower", None),
    "The new tower cost about $4 million.": ("cost of the new tower", None),
    "The mayor would rebuild it and invest over $4 million in it.": ("investment", "mayor"),
    "The mill is 4 km north of Arden.": ("distance", "mill"),
    "The wall is 4 metres high.": ("height", "wall"),
    "Some 4 guards or bakery workers will be stationed in Byron.": (
        "guards or bakery workers stationed",
        None,
    ),
    "Wolves killed 4 sheep.": ("sheep killed", None),
    "The fire claimed 4 lives.": ("lives lost", None),
    "The fire left 4 guards dead.": ("guards dead", None),
    "We mourn the 4 guards who lost their lives.": ("guards died", None),
    "We mourn the 4 guards who were killed.": ("guards killed", None),
    "There were 4 guards who lost their coats.": ("guards", None),
    "There were 4 guards who hired farmers.": ("guards", None),
    "The fever infected 4 farmers.": ("farmers infected", None),
    "Some 4 million farmers were entitled to vote.": ("farmers entitled", None),
    "In the fire 4 guards lost their lives.": ("guards died", None),
    "Some 4 million farmers cast a ballot.": ("farmers", None),
    "The mill burned and 4 guards died.": ("guards died", None),
    "The guards would stay for 4 years.": ("length of stay", "guards"),
    "Half the farms were lost and 4% of the barns burned.": ("share of the barns", None),
    "The mayor raised over $4 million in toll revenue.": ("toll revenue", None),
    "Thieves took rings worth $4 million.": ("value of rings", None),
    "Thieves took $4 million worth of rings.": ("value of rings", None),
    "The king will invest $4 million in the mill.": ("investment", "king"),
    "Thieves made off with $4 million in rings and coins.": ("value of rings and coins", None),
    "Rings and coins worth an estimated $4 million were found.": (
        "value of rings and coins",
        None,
    ),
    "Arden Mill Hit by $4 million Ring Theft": ("value of Ring Theft", None),
    "Robbers in $4 million ring raid": ("value of ring raid", None),
    "It may take 4 days to mend the dam.": ("time to mend the dam", None),
    "The siege lasted for 4 days.": ("length of the siege", None),
    "The flood came 4 days after the fire.": ("time after the fire", None),
    "The council weighed a 4% sales tax.": ("sales tax", None),
    "Wheat output rose to $4 million from $3 million.": ("wheat output", None),
    "Sales hit $4 million compared with $3 million.": ("sales", None),
    "Fees averaging $4 are due.": ("fees", None),
    "The king owns a chain of about 4 weekly papers.": ("weekly papers", None),
    "Three guards and 4 other watches broke.": ("other watches", None),
    "The stock rose a total of $4.": (None, None),
    "Rents went up by 3% to $4.": ("rents", None),
    "Rents rose 3% year on year to $4.": ("rents", None),
    "Rents rose 3%, to $4.": ("rents", None),
    "Rents fell as much as 4%.": ("rents", None),
    "The strike cost the mill $4 million.": ("cost of the strike", None),
    "Rents -- $4 --": (None, None),
    "Farms account for 4% of the valley's output.": ("share of output", "farms"),
    "The ballot drew a turnout of 4%.": ("turnout", None),
    "The town saw a drop of 4%.": (None, None),
    "The new feed was 4% effective in a barn.": ("new feed", None),
    "The mill will cut costs and expects savings of $4 million.": ("savings", None),
    "BYRON, Arden - Guards stayed for 4 years.": ("length of stay", "guards"),
    "Foxes died in the worst fire for 4 years.": (None, None),
    "The ballot has a margin of error of 4%.": ("margin of error", None),
    "The ballot has a margin of error of plus or minus 4%.": ("margin of error", None),
    "The Millers took 34% of the vote, the Bakers 4%.": ("share of the vote", "Bakers"),
    "The Millers had 34%, the Bakers 4%.": ("Bakers", None),
    "The mills spent $9 million, the barns $5 million and Byron $4 million.": ("spending", "Byron"),
    "Ruritania's exports grew 9%, Arcadia's 4%.": ("exports", "Arcadia"),
    "Rents rose 9%, wages 5% and fees 4%.": ("fees", None),
    "Wool closed at $9, rye at $4.": ("rye", None),
    "The Arden fell 9%, the Byron 500 4%.": ("Byron 500", None),
    "Rents rose 9% after sales fell 4%.": ("sales", None),
    "The mill took 9% of sales and, the king said, 4%.": (None, None),
    "Some 4 guards sold their coats.": ("guards", None),
    "Some 4 guards were sold as slaves.": ("guards sold", None),
    "Only one of 4 mills has been sold.": ("mills", None),
    "One of the 4 gates had not opened by noon.": ("gates", None),
    "2 of the remaining 4 guards were arrested.": ("guards", None),
    "2 of Arden's 4 barns were destroyed.": ("barns", None),
    "3 out of 4 mills were sold.": ("mills", None),
    "3 guards out of 4 guards were arrested.": ("guards", None),
    "Most of the 4 guards were killed.": ("guards", None),
    "One of 4 mills opened and a barn burned.": ("mills", None),
    "One of the 4 guards died.": ("guards", None),
    "All but 4 guards were killed.": ("guards", None),
    "The king, who was unable to rescue 4 guards, wept.": ("guards", None),
    "The king hoped to rescue 4 guards.": ("guards rescued", None),
    "All barns except 4 barns were destroyed.": ("barns", None),
    "The 2 of 4 guards killed in Byron were old.": ("guards killed", None),
    "One of the 4 guards who were killed was old.": ("guards killed", None),
    "Each of the 4 guards was killed.": ("guards killed", None),
    "Only 4 of the mills destroyed in the fire have been rebuilt.": ("mills", None),
    "The king rebuilt 4 of the mills destroyed in the fire.": ("mills", None),
    "Only 4 of the mills were destroyed.": ("mills destroyed", None),
    "In the fire 4 of the guards died.": ("guards died", None),
    "In Byron 4 mills were sold.": ("mills sold", None),
    "The shell killed 4 of the guards.": ("guards killed", None),
    "The fire burned 4 hectares of pine.": ("area burned", None),
    "The fire has scorched more than 4 hectares.": ("area burned", None),
    "The blaze charred 4 hectares in Arden.": ("area burned", None),
    "The fire has consumed 4 hectares since noon.": ("area burned", None),
    "The fire tore on and burned through an estimated total area of 4 hectares.": (
        "area burned",
        None,
    ),
    "Some 4 hectares of pine have been burnt.": ("area burned", None),
    "The fire has a burnt area of 4 hectares.": ("area burned", None),
    "The burned area reached 4 hectares.": ("area burned", None),
    "The river flooded 4 hectares of rye.": ("area flooded", None),
    "Hail destroyed 4 hectares.": ("area destroyed", None),
    "The king owns 4 hectares of pine.": ("pine", None),
    "The mill consumed 4 hectares of rye.": ("rye", None),
    "The park has an area of 4 hectares.": ("area", None),
    "A fire broke out in 4 hectares of burned pine.": ("burned pine", None),
    "Wool shares up as much as 4% by noon.": ("wool shares", None),
    "The mill closed with exports down 4%.": ("exports", None),
    "The stock ended the day down 4%.": (None, None),
    "The new tax left the index at $4.": (None, None),
    "Many fell ill with fatigue, headache ($4) and a cough.": ("headache", None),
    "The main gains were wool output (4%) and rye.": ("wool output", None),
    "The rye rate 5%; deposit rate 4%.": ("deposit rate", None),
    "Revenue: $4": ("Revenue", None),
    "Turnout: 4%": ("Turnout", None),
    "The wool levy 4%; the rye levy 5%.": ("rye levy", None),
    "The Millers: 4%": (None, None),
    "The main sellers were Arden (4%) and Byron.": (None, None),
    "The wool levy constitutes 4%.": (None, None),
    "In the north (4%) the mills closed.": (None, None),
}


@pytest.mark.parametrize("name", ROWS)
def test_every_row_of_words_has_an_example_that_needs_it(name, claim):
    stated = claim(ROWS[name]["example"])

    assert stated.measure == ROWS[name]["measure"]


@pytest.mark.parametrize("text", WORDED)
def test_a_measure_is_worded_as_the_text_words_it(text, claim):
    stated = claim(text, -1)

    assert (stated.measure, stated.subject) == WORDED[text]


def test_a_change_and_the_level_beside_it_measure_one_thing(claims):
    level, growth, *_ = [
        one
        for one in claims("Wool exports reached $4 billion, a 7% increase on last year.")
        if not one.derived_from
    ]

    assert level.measure == growth.measure == "wool exports"


def test_a_number_that_nothing_explains_has_no_measure(claim):
    assert claim("And 4.").measure is None


def test_an_age_between_commas_is_that_of_the_name_before_it(build):
    source, (number,) = build("Guards gave the miller Ada Byron, 49, a loaf.")
    age = replace(number(), kind="age")
    (stated,) = state(source, Reading(quantities=(age,)), Codebook()).claims

    assert (stated.measure, stated.subject) == ("age", "miller Ada Byron")


@pytest.mark.parametrize(
    ("text", "unit", "measure"),
    [("It has 4.", "{storey}", "storeys"), ("It has 4.", "{box}", "boxes")],
)
def test_what_a_number_counts_alone_is_said_in_the_plural(text, unit, measure, build):
    source, (number,) = build(text)
    count = replace(number(), kind="count", unit=unit)

    assert state(source, Reading(quantities=(count,)), Codebook()).claims[0].measure == measure


@pytest.mark.parametrize(
    "text",
    ["The guards lost a barn and 4 fled.", "It has mills, where 4 work in Byron."],
)
def test_people_told_by_what_they_do_are_people(text, build):
    source, (number,) = build(text)
    count = replace(number(), kind="count", unit="{person}")

    assert state(source, Reading(quantities=(count,)), Codebook()).claims[0].measure == "people"


def test_points_that_something_moved_by_and_the_level_beside_them_measure_one_thing(build):
    source, (first, second) = build("Support for the king slipped 3 points to 24%.")
    moved = replace(first(), kind="count", unit="{point}", noun="points", direction="down")
    found = state(source, Reading(quantities=(moved, second())), Codebook()).claims

    assert {one.measure for one in found if not one.derived_from} == {"Support"}


def test_a_move_told_twice_and_the_level_behind_it_measure_one_thing(build):
    source, (first, second, third) = build("The price rose 3 points, or 4%, to $9.")
    moved = replace(first(), kind="count", unit="{point}", direction="up")
    numbers = (moved, replace(second(), direction="up"), third())
    found = state(source, Reading(quantities=numbers), Codebook()).claims

    assert {one.measure for one in found if not one.derived_from} == {"price"}


@pytest.mark.parametrize(
    ("text", "whose"),
    [
        ("Guards gave the 4-year-old girl a loaf.", "girl"),
        ("Guards freed boys aged 4.", "boys"),
    ],
)
def test_an_age_is_that_of_who_stands_beside_it(text, whose, build):
    source, (number,) = build(text)
    span = number().span
    end = text.find("old") + 3 if "old" in text else span.end
    age = replace(number(), kind="age", span=replace(span, end=end), extent=replace(span, end=end))
    (stated,) = state(source, Reading(quantities=(age,)), Codebook()).claims

    assert (stated.measure, stated.subject) == ("age", whose)


INTERVALS = {
    "Yield was 74% (95% CI, 69 to 78) in May.": "confidence interval of Yield",
    "Yield was 74% (95% CI: 69 to 78) in May.": "confidence interval of Yield",
    "Yield was 74% [95% confidence interval (CI) 69 to 78].": "confidence interval of Yield",
    "Yield was 74% (95% credible interval: 69 , 78).": "confidence interval of Yield",
    "Yield was 74% (CI 69, 78).": "confidence interval of Yield",
    "The 95% CI was 69 to 78.": "confidence interval",
    "Yield was 12% (9, CI).": "confidence interval of Yield",
    "Yield was 12% (9; the king said).": None,
    "Yield was 74% (95% CI, 69 to 78) in 12 mills.": "mills",
    "Yield was 74% (95% CI, 69 to 78), against 60%.": "Yield",
    "The CI Group sold 12 mills.": "mills sold",
    "Shares in CI fetched 12 coins.": "coins",
    "The interval of 12 days was short.": "interval",
}


@pytest.mark.parametrize("text", INTERVALS)
def test_what_stands_behind_the_name_of_an_interval_is_one(text, claim):
    stated = claim(text, -1)
    interval = (INTERVALS[text] or "").startswith("confidence interval")

    assert stated.measure == INTERVALS[text]
    assert ("interval" in stated.context.marks) == interval


def test_the_ends_of_an_interval_are_no_change(build):
    source, (point, level, low, high) = build("Yield was 74% (95% CI, from 69% to 78%).")
    ends = (low(series=level().span), high(series=low().span))
    found = state(source, Reading(quantities=(point(), level(), *ends)), Codebook()).claims

    assert not [one for one in found if one.derived_from]
