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
}


@pytest.mark.parametrize(("text", "modality"), EXAMPLES)
def test_every_row_of_marks_has_an_example_that_needs_it(text, modality, claim):
    assert claim(text).modality == modality


@pytest.mark.parametrize("text", FIRM)
def test_a_number_is_as_firm_as_the_words_that_govern_it(text, claim):
    assert claim(text).modality == FIRM[text]


def test_an_age_beside_a_name_is_known_whatever_its_bearer_plans():
    source = source_of("Olin Vass, 52, plans to open a mill.")
    [number] = reading_of(source).quantities
    aged = Reading(quantities=(replace(number, kind="age", unit="a"),))

    assert [c.modality for c in state(source, aged, Codebook()).claims] == ["asserted"]
