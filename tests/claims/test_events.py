import pytest

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
}


@pytest.mark.parametrize("text", DATED)
def test_a_date_dates_an_event(text, claim):
    stated = claim(text)

    assert (stated.measure, stated.subject) == DATED[text]
