from datetime import date

import pytest

from accord.claims import state
from accord.claims.period import written
from accord.model import Codebook, Interval, Reading

WRITTEN = {
    (date(2011, 1, 1), date(2011, 12, 31)): "2011",
    (date(2011, 2, 1), date(2011, 2, 28)): "2011-02",
    (date(2011, 1, 1), date(2011, 11, 30)): "2011-01/2011-11",
    (date(2010, 1, 1), date(2011, 12, 31)): "2010/2011",
    (date(2011, 2, 3), date(2011, 2, 3)): "2011-02-03",
    (date(2011, 2, 3), date(2011, 3, 1)): "2011-02-03/2011-03-01",
    (date(9999, 12, 31), date(9999, 12, 31)): "9999-12-31",
}
DATED = {
    "Sales reached $4 million in 2011.": "2011",
    "In 2011, the mill's sales grew by 4%.": "2011",
    "Sales reached $4 million in 2011, a 7% increase.": "2011",
    "Since the fire in 2011, sales grew by 4%.": None,
    "After its opening in 2011, sales grew by 4%.": None,
    "In 2011, the mill announced that sales reached $4 million.": None,
    "The mill opened in 2011; it cost $4 million.": None,
    "The mill, which opened in 2011, cost $4 million.": None,
    "Sales were $4 million, above the 2011 target.": None,
    "Sales were $4 million, more than in 2011.": None,
    "Sales reached $4 million in 2011, up from $3 million.": None,
    "In 2011 sales rose to $4 million from $3 million.": None,
    "Sales were $4 million in 2011, up from year-earlier $3 million.": None,
    "In 2011 sales rose from $3 million to $4 million.": "2011",
    "The mill is 4 km off and is set to open in 2011.": None,
    "Sales were $4 million, twice as much as after the 2011 fair.": None,
}


@pytest.mark.parametrize("days", WRITTEN)
def test_a_period_is_written_as_the_coarsest_whole(days):
    assert written(Interval.days(*days)) == WRITTEN[days]


def test_an_open_period_shows_its_open_end():
    assert (
        written(Interval(None, Interval.days(date(2011, 12, 31), date(2011, 12, 31)).high))
        == "../2011-12-31"
    )


@pytest.mark.parametrize("text", DATED)
def test_a_date_in_the_clause_dates_the_number(text, claims):
    numbers = [one for one in claims(text) if one.kind != "date" and not one.derived_from]

    assert numbers[-1].period == DATED[text]


COMPARED = {
    "Turnout rose to 68% from 61.9% in 2010.": [None, "2010"],
    "Sales were $4 million, against $3 million in 2010.": [None, "2010"],
    "Sales were $4 million in 2011, up from $3 million in 2010.": ["2011", "2010"],
    "The mill sold 7% more than in 2010.": [None],
    "The mill sold 400 carts, compared with 300 in 2010.": [None, "2010"],
    "There were 400 fires, 2.6 times the number of the same month of 2010.": [None, None],
    "Rents rose 4% from May in the year 2010.": ["2010"],
    "The mill sold 400 carts and more than 300 sleds in 2010.": ["2010", "2010"],
}


@pytest.mark.parametrize("text", COMPARED)
def test_a_date_of_what_a_number_is_compared_with_is_not_its_own(text, claims):
    numbers = [one for one in claims(text) if one.kind != "date" and not one.derived_from]

    assert [one.period for one in numbers] == COMPARED[text]


def test_a_year_that_dates_a_number_measures_nothing_itself(claims):
    year = next(
        one for one in claims("Trade in exports reached $4 million in 2011.") if one.kind == "date"
    )

    assert year.measure is None


def test_what_follows_a_number_at_once_dates_it(claims):
    dated = [one.period for one in claims("Sales were $4 million in 2011 and $3 million in 2010.")]

    assert dated == ["2011", None, "2010", None]


def test_a_date_behind_the_start_of_a_change_does_not_date_its_end(build):
    source, (first, second, year) = build("Sales were $4 million, up from $3 million in 2011.")
    start = second()
    numbers = (first(series=start.span), start, year())
    found = state(source, Reading(quantities=numbers), Codebook()).claims

    assert [one.period for one in found if not one.derived_from] == [None, "2011", None]
