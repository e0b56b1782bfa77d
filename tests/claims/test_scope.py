import pytest

from accord.claims import state, tables
from accord.model import Codebook, Reading

STAGES = tables.read("scope")["stages"]
NARROWED = {
    "The king will invest $4 million in the first stage of construction.": ("first stage",),
    "Phase 2 of the dam cost $4 million.": ("phase 2",),
    "A phase 2 trial of the dam cost $4 million.": (),
    "The mill is 4 km north of Arden.": ("north of Arden",),
    "The sailing time from Arden to Byron was cut to 4 days.": ("from Arden to Byron",),
    "Exports to Arden grew by 4%.": ("to Arden",),
    "The mill cost $4 million.": (),
}


def test_the_row_of_stages_has_an_example_that_needs_it(claim):
    assert claim(STAGES["example"]).scope == (STAGES["scope"],)


@pytest.mark.parametrize("text", NARROWED)
def test_what_narrows_a_number_is_its_scope(text, claim):
    assert claim(text, -1).scope == NARROWED[text]


def test_a_part_names_its_whole(build):
    source, (part, whole) = build("The king opened 4 of its 9 gates.")
    reading = Reading(quantities=(part(part_of=whole().span), whole()))
    stated = state(source, reading, Codebook()).claims

    assert [one.scope for one in stated] == [("of its 9 gates",), ()]


def test_a_number_said_again_speaks_of_the_same_thing(build):
    source, (first, second) = build("The mill is 20 km (4 leagues) north of Arden.")
    reading = Reading(quantities=(first(), second(restates=first().span)))
    one, other = state(source, reading, Codebook()).claims

    assert other.restates == one.id
    assert (other.measure, other.subject, other.scope) == (one.measure, one.subject, one.scope)
    assert one.measure == "distance"
