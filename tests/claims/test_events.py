import pytest

from accord.claims import tables

ROWS = {name: row for name, row in tables.read("events").items() if "example" in row}
DATED = {
    "After its opening in 2011, the mill burned.": ("opening", None),
    "The mill's opening in 2011 was late.": ("opening", "mill"),
    "Work on the mill started in 2011.": ("start of work", None),
    "It has thrived since its operation began in 2011.": ("start of operation", None),
    "Operational since 2011, the mill is rich.": ("start of operation", "mill"),
    "The king approved the sale in 2011.": ("approval of the sale", "king"),
    "In 2011, the king approved a plan.": ("approval of the plan", "king"),
    "The mill was founded in 2011.": ("founding of the mill", None),
    "The kingdom has been rich since 2011.": (None, None),
    "The 2011 treaty was kept.": ("treaty", None),
    "In a 2011 interview the king wept.": ("interview", None),
    "A plan dating back to 2011 was found.": ("start of the plan", None),
    "South Arden gained independence in 2011.": ("independence", "South Arden"),
    "With elections coming in 2011, the king rests.": ("elections", None),
    "Byron saw a drought beginning in 2011.": ("start of the drought", None),
    "The guards got rations in 2011.": (None, None),
    "The king left Arden in 2011.": ("departure of Arden", "king"),
    "The king left the levy on hold in 2011.": (None, None),
    "The levy was left unchanged in 2011.": (None, None),
    "The storm left the guards homeless in 2011.": (None, None),
    "The king left the sale to the guards in 2011.": (None, None),
}


@pytest.mark.parametrize("text", DATED)
def test_a_date_dates_an_event(text, claim):
    stated = claim(text)

    assert (stated.measure, stated.subject) == DATED[text]


@pytest.mark.parametrize("name", ROWS)
def test_every_row_of_events_has_an_example_that_needs_it(name, claim):
    assert claim(ROWS[name]["example"], -1).measure == ROWS[name]["measure"]
