from dataclasses import replace

import pytest

from accord.claims import state
from accord.claims.modality import EXAMPLES
from accord.model import Codebook, Reading

from .conftest import reading_of, source_of

FIRM = {
    "The mill cost $4 million.": "asserted",
    "The mill will cost $4 million.": "asserted",
    "The king may open its 4 gates.": "asserted",
    "The king might visit the $4 million mill.": "asserted",
    "Sales rose 4% and could rise further.": "asserted",
    "Should the deal fail, it may cost $4 million.": "potential",
    "If the deal holds, 4 guards leave.": "potential",
    "Up to 4 guards could be stationed there.": "potential",
    "The mayor asked if the mill cost $4 million.": "asserted",
    "The king is on track to open 4 gates.": "potential",
    "The ford could shorten trips by cutting 4 days.": "potential",
    "The mill has not cost $4 million.": "denied",
    "The mill has not burned since 2011.": "asserted",
    "The mill did not open before 2011.": "asserted",
    "The mill did not open in 2011.": "denied",
    "Rings estimated to be worth $4 million burned.": "asserted",
    "The potential sale is worth $4 million.": "potential",
    "The mill, which could burn, cost $4 million.": "asserted",
    "Open since 2011, the mill could burn.": "asserted",
    "The miller said 4 carts left.": "reported",
    "Debt was 3% higher than forecast, or $4 million more than forecast.": "asserted",
    "Millers were 4 times more likely to leave.": "asserted",
    "The chamber rejected the motion by 4 votes.": "asserted",
    "The mayor rejected claims of 4 coins.": "denied",
    "The miller said 4 carts could leave.": "potential",
    "The miller said 4 carts had not left.": "denied",
    "The mill will not claim on its insurance of $4 million.": "asserted",
    "At $4 million the mill was not cheap.": "asserted",
    "The mill, worth $4 million, was not burned.": "asserted",
    "The mill did not sell 4 carts.": "denied",
    "The sum was not $4 million.": "denied",
    "Output did not rise by 4%.": "denied",
    "The guards did not cause the grief of a 4 year old girl.": "asserted",
    "The mill has not run for 4 years.": "asserted",
    "The mill could not meet the other $4 million.": "asserted",
    "The mill did not pay the king $4 million.": "denied",
    "The mill did not sell coins totalling $4 million.": "asserted",
    "The mill did not burn and 4 guards left.": "asserted",
    "Growth in 2011 did not look strong.": "asserted",
    "In 2011 the mill did not open.": "denied",
    "The mayor denied taking coins of $4 million.": "denied",
    "The mayor denied a role in the deaths of 4 guards.": "reported",
    "The mayor denied guilt and lost 4 carts.": "reported",
    "Sales were 4% above the target.": "asserted",
    "Sales slid below the target for the first time in 4 years.": "asserted",
    "The mill lies 4 km from the target.": "asserted",
    "Sales of $4 million beat the target.": "asserted",
    "Sales grew 4% against the forecast.": "asserted",
    "The bank has a target of 4%.": "potential",
    "The 4% target is high.": "potential",
    "The target is to sell 4 carts.": "potential",
    "The mill set a sales target for the year of $4 million.": "potential",
    "The $4 million is the target.": "potential",
}
STANDINGS = {
    "The fire took 92 barns (not 86, as we told you).": ("asserted", "denied"),
    "This corrects the toll to 92, not 86.": ("asserted", "denied"),
    "Not 40 but 50 guards came.": ("denied", "asserted"),
    "The fire took not 40 barns but 50.": ("denied", "asserted"),
    "The fire took 50 barns and not the 40 named.": ("asserted", "denied"),
    "Not only 40 but 50 guards came.": ("asserted", "asserted"),
    "It took 50 barns, not just 40.": ("asserted", "asserted"),
    "It burned in June, not 40 years after the flood.": ("asserted",),
    "The inn burned, not 40 km from Byron.": ("asserted",),
    "It took 50 barns rather than 40 as first thought.": ("asserted", "denied"),
    "It took 50 barns rather than 40.": ("asserted", "asserted"),
    "It took 50 barns instead of 40 as previously given.": ("asserted", "denied"),
    "It has 50 barns instead of 40.": ("asserted", "asserted"),
    "Corrects profit to $50 million from $40 million.": ("asserted", "denied"),
    "Profit rose to $50 million from $40 million.": ("asserted", "asserted"),
    "An earlier version of this story put the toll at 40 and the fires at 30.": ("denied",) * 2,
    "An earlier version of the bill gave millers $40 million.": ("asserted",),
    "An earlier report put the toll at 40.": ("asserted",),
    "An earlier report, in error, put the toll at 40.": ("denied",),
    "This corrects an earlier report that gave the toll as 40, when it was 50.": (
        "denied",
        "reported",
    ),
    "The toll was wrongly put at 40, but it is 50.": ("denied", "asserted"),
}


@pytest.mark.parametrize(("text", "modality"), EXAMPLES)
def test_every_row_of_marks_has_an_example_that_needs_it(text, modality, claim):
    assert claim(text).modality == modality


@pytest.mark.parametrize("text", FIRM)
def test_a_number_is_as_firm_as_the_words_that_govern_it(text, claim):
    assert claim(text).modality == FIRM[text]


@pytest.mark.parametrize("text", STANDINGS)
def test_what_a_text_takes_back_is_denied_and_what_it_puts_there_is_not(text, claims):
    stated = [one.modality for one in claims(text) if not one.derived_from]

    assert tuple(stated) == STANDINGS[text]


def test_what_is_taken_back_is_no_end_of_a_change(build):
    source, (new, old) = build("Corrects profit to $50 million from $40 million.")
    reading = Reading(quantities=(new(series=old().span), old()))
    stated = state(source, reading, Codebook()).claims

    assert [one.modality for one in stated] == ["asserted", "denied"]


def test_an_age_beside_a_name_is_known_whatever_its_bearer_plans():
    source = source_of("Olin Vass, 52, plans to open a mill.")
    [number] = reading_of(source).quantities
    aged = Reading(quantities=(replace(number, kind="age", unit="a"),))

    assert [c.modality for c in state(source, aged, Codebook()).claims] == ["asserted"]
