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
    ("text", "said"),
    [
        ("The fair opens on 15.08.2032.", ["2032-08-15"]),
        ("The fair opens on 5.8.2032, a Thursday.", ["2032-08-05"]),
        ("It runs from 15.08.2032 to 20.08.2032.", ["2032-08-15", "2032-08-20"]),
        ("It runs 15.08.2032-20.08.2032 in Arden.", ["2032-08-15", "2032-08-20"]),
        ("Arden (15.08.2032) burned.", ["2032-08-15"]),
        ("It burned on the night of 24/25 August 2032.", ["2032-08-24", "2032-08-25"]),
        ("It burned on the night of 24th/25th August 2032.", ["2032-08-24", "2032-08-25"]),
        ("It burned on 3/4 May.", ["2031-05-03", "2031-05-04"]),
        ("It burned on August 24/25, 2032.", ["2032-08-24", "2032-08-25"]),
        ("It ran August 24-25, 2032.", ["2032-08-24", "2032-08-25"]),
        ("It ran on Aug. 24 and 25, 2032.", ["2032-08-24", "2032-08-25"]),
        ("It ran on May 24-25.", ["2031-05-24", "2031-05-25"]),
        ("It burned on 31 May/1 June 2031.", ["2031-05-31", "2031-06-01"]),
    ],
)
def test_days_with_points_and_two_days_with_a_stroke_are_dates(text, said):
    found = read(text).quantities

    assert [q.kind for q in found] == ["date"] * len(said)
    assert [day(q.value.low).isoformat() for q in found] == said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("It ran from 28 May to 3 June 2028.", ["2028-05-28", "2028-06-03"]),
        ("It ran from May 28 to June 3, 2028.", ["2028-05-28", "2028-06-03"]),
        ("It ran May 28-June 3, 2028.", ["2028-05-28", "2028-06-03"]),
        ("It ran from 28 December to 3 January 2028.", ["2027-12-28", "2028-01-03"]),
        ("It burned on 31 July/1 August 2028.", ["2028-07-31", "2028-08-01"]),
        ("It rained in May and June 2028.", ["2028-05-01", "2028-06-01"]),
        ("Sales rose in April/January 2028/29.", ["2031-04-01", "2028-01-01"]),
        ("ARDEN, June 9 - December 2028 was wet.", ["2031-06-09", "2028-12-01"]),
        ("It shut on 28 May and opened on 3 June 2028.", ["2031-05-28", "2028-06-03"]),
        ("It shut on 28 May 2027 and 3 June 2028.", ["2027-05-28", "2028-06-03"]),
    ],
)
def test_two_dates_that_are_joined_share_a_year(text, said):
    found = [q.value.low for q in read(text).quantities if q.kind == "date"]

    assert [day(low).isoformat() for low in found] == said


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("ARDEN, 15.08.2027. The barn burned on 11 August.", 2027),
        ("Version 31.31.2027 is out. The barn burned on 11 August 2029.", 2029),
        ("At 7.15.08.2027 it is. The barn burned on 11 August 2029, a Monday.", 2029),
    ],
)
def test_a_day_with_points_dates_a_text(text, year):
    found = read(text, date=None).quantities

    assert day(found[-1].value.low).year == year


@pytest.mark.parametrize(
    "text",
    [
        "Version 1.12.2020 is out.",
        "The file v1.12.2020 is out.",
        "It is 1.2.2027.4 now.",
        "It is 15.18.2027 now.",
        "It is 31.2.2027 now.",
        "See mill.example/15.08.2027 now.",
        "Some 24/25 of it burned.",
        "It lay 3/4 up the road.",
    ],
)
def test_versions_and_fractions_are_no_days(text):
    assert "date" not in {q.kind for q in read(text).quantities}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Some 21/25 May be lost.", "percent"),
        ("On August 24 and 25 goats were sold.", "count"),
        ("In August 24-25 percent of it burned.", "percent"),
        ("On August 24, 25 goats were sold.", "count"),
        ("From May 3 to 20 goats were sold.", "count"),
    ],
)
def test_what_is_counted_beside_a_day_is_no_second_day(text, kind):
    found = read(text).quantities

    assert kind in {q.kind for q in found}
    assert "date: one day of a pair" not in {q.rule for q in found}


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("By the end of 2032 it will close.", "2032-12-31"),
        ("By the end of June it will close.", "2031-06-30"),
        ("By the end of the year it will close.", "2031-12-31"),
        ("By the end of next year it will close.", "2032-12-31"),
        ("By the end of this month it will close.", "2031-06-30"),
        ("By end-2032 it will close.", "2032-12-31"),
        ("By end-June it will close.", "2031-06-30"),
        ("By the end of fiscal 2032 it will close.", "2032-12-31"),
        ("By the end of the third quarter of 2032 it will close.", "2032-09-30"),
        ("Until the end of 2032 it is shut.", "2032-12-31"),
    ],
)
def test_by_a_part_of_a_period_has_no_first_day(text, last):
    quantity = only(text)

    assert quantity.modifier == "by"
    assert ends(quantity) == ("", last)


@pytest.mark.parametrize(
    ("text", "modifier", "first", "last"),
    [
        ("At the end of 2032 it shut.", "late", "2032-10-01", "2032-12-31"),
        ("It closes early next year.", "early", "2032-01-01", "2032-03-31"),
        ("It closes late this year.", "late", "2031-10-01", "2031-12-31"),
        ("It shut early this month.", "early", "2031-06-01", "2031-06-10"),
        ("It shut in mid-last month.", "mid", "2031-05-11", "2031-05-20"),
        ("At the end of last year it shut.", "late", "2030-10-01", "2030-12-31"),
        ("It shut early in 2030.", "early", "2030-01-01", "2030-03-31"),
        ("Stocks fell at end-2030.", "late", "2030-10-01", "2030-12-31"),
        ("The hay will be late this year.", "exact", "2031-01-01", "2031-12-31"),
        ("Spring came early this year.", "exact", "2031-01-01", "2031-12-31"),
        ("It closed by early June.", "early", "2031-06-01", "2031-06-10"),
        ("It closes later this year.", "exact", "2031-01-01", "2031-12-31"),
        ("A rise by the 2030 champion.", "exact", "2030-01-01", "2030-12-31"),
    ],
)
def test_a_part_of_a_period_is_read_by_what_stands_before(text, modifier, first, last):
    quantity = only(text)

    assert quantity.modifier == modifier
    assert ends(quantity) == (first, last)


@pytest.mark.parametrize(
    ("text", "said", "minutes"),
    [
        ("At a quarter past four it fell.", "a quarter past four", 255),
        ("It shut at quarter past 4.", "quarter past 4", 255),
        ("By half past five it fell.", "half past five", 330),
        ("It shut at half past five p.m. on Monday.", "half past five p.m.", 1050),
        ("It shut at a quarter to nine.", "a quarter to nine", 525),
        ("It shut at ten past four.", "ten past four", 250),
        ("It shut at twenty-five to six.", "twenty-five to six", 335),
        ("It shut at 20 past four.", "20 past four", 260),
        ("It shut at seven minutes past four.", "seven minutes past four", 247),
        ("It shut at half past midnight.", "half past midnight", 30),
        ("It shut at a quarter to midnight.", "a quarter to midnight", 1425),
        ("It shut at ten to four.", "ten to four", 230),
        ("It shut at five minutes to six.", "five minutes to six", 355),
        ("It shut at a quarter to one.", "a quarter to one", 765),
        ("It shut at half past twelve.", "half past twelve", 750),
        ("It closes at half six.", "half six", 390),
        ("It is open until half six on Mondays.", "half six", 390),
    ],
)
def test_times_of_day_are_told_in_words(text, said, minutes):
    quantity = only(text)

    assert (quantity.kind, quantity.span.of(text)) == ("time", said)
    assert quantity.value.low == minutes


@pytest.mark.parametrize(
    "text",
    [
        "Sales fell a quarter to four million.",
        "It fell by a quarter to four.",
        "It fell by half six times.",
        "In the third quarter to four mills it sold hay.",
        "It cut output in half to four tonnes.",
        "They walked half six miles.",
        "It rose from five to six.",
        "They sat at half six tables.",
        "About five to ten were hurt.",
        "Around 10 to 12 left.",
        "Hay sold at 10 to 12, he said.",
        "It stood at half 6 % of it.",
        "About half nine in ten left.",
        "They went 20 past four barns.",
    ],
)
def test_parts_and_ranges_are_no_times_of_day(text):
    assert "time" not in {q.kind for q in read(text).quantities}


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("There were zero deaths.", 0),
        ("On that day zero carts came.", 0),
        ("It made zero emissions.", 0),
        ("An UPDATE 3-Barn burns.", 3),
        ("UPDATE 3 barns burned.", 3),
        ("Update 3-day passes.", 3),
    ],
)
def test_a_zero_or_a_number_that_counts_is_no_term_or_label(text, count):
    assert only(text).value.low == count


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


@pytest.mark.parametrize(
    "text",
    [
        "Viewers numbered 3.4m on Sunday.",
        "Turnout was a record, at 3.4m.",
        "Arden sold 3.4m last year.",
        "They would have sold 3.4m at such a share.",
        "Its population will reach 3.4m.",
        "The union lost 3.4m more.",
        "A further 3.4m are out of work, and 2.1 million are ill.",
        "A 3.4m majority stood.",
        "A 3.4m-strong union met.",
        "The Byron had most (3.4m). It cost £40m.",
    ],
)
def test_an_m_where_things_are_counted_is_a_million(text):
    number = read(text).quantities[0]

    assert (number.value.low, number.kind) == (3_400_000, "count")
    assert any("million" in doubt for doubt in number.doubts)


@pytest.mark.parametrize(
    "text",
    [
        "A 3.4m wall stood in front of 4 million voters.",
        "She jumped 3.4m. It cost £40m.",
        "Waves of 3.4m hit the voters.",
        "Voters stood 3.4m apart.",
        "A 3.4m-high fence kept 4 million voters out.",
        "They sold a rug with a depth of 3.4m.",
        "It sold one 3.4m (11ft) long.",
        "Residents saw the river rise 3.4m. It cost £40m.",
        "The village lay under 3.4m of mud. It cost £40m.",
        "Voters queue 3.4m from the door.",
        "The stage is 3.4m by 2m. It cost £40m.",
        "The stage is 3.4m high. Byron had 2m. It cost £40m.",
        "It was 3.4m.",
    ],
)
def test_an_m_where_lengths_are_told_is_a_metre(text):
    assert {q.value.low: q.unit for q in read(text).quantities}[Decimal("3.4")] == "m"


def test_the_100m_is_a_race():
    found = {
        q.span.of(text): q.unit
        for text in ["The men's 100m cost £40m."]
        for q in read(text).quantities
    }

    assert found["100m"] == "m"


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("The bank cut its main interest rate by a quarter point.", "0.25", "0.25"),
        ("The bank raised rates by three-quarters of a point.", "0.75", "0.75"),
        ("It made a quarter-point cut to its lending rate.", "0.25", "0.25"),
        ("Yields fell a tenth of a point.", "0.1", "0.1"),
        ("Every quarter point on rates costs it dearly.", "0.25", "0.25"),
        ("It cut rates by 1.5 points.", "1.5", "1.5"),
        ("Stocks rose as the bank cut rates by half a point.", "0.5", "0.5"),
        ("Rates may fall by another half to three quarters of a percentage point.", "0.5", "0.75"),
        ("It cut its rate by a half to three-quarters of a point.", "0.5", "0.75"),
        ("The fee rose by a quarter of one percentage point.", "0.25", "0.25"),
    ],
)
def test_points_of_a_rate_are_percentage_points(text, low, high):
    number = only(text)

    assert (number.kind, number.unit) == ("points", "[pp]")
    assert (number.value.low, number.value.high) == (Decimal(low), Decimal(high))


@pytest.mark.parametrize(
    "text",
    [
        "The share index fell by half a point.",
        "As rates rose, the index fell by half a point.",
        "Arden gained a half-point in the table.",
        "Arden won by two points.",
        "Rates rose, and the gauge lost 64 points.",
    ],
)
def test_points_of_an_index_or_a_game_are_points(text):
    assert only(text).unit == "{point}"


def test_a_part_of_one_percent_is_of_percent():
    assert only("Rents rose by three quarters of one percent.").value.low == Decimal("0.75")


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("Each mill uses 70 litres per person per day.", "L/{person}/d"),
        ("Each mill uses 70 litres a person a day.", "L/{person}/d"),
        ("Each mill uses 70 litres per day and per person.", "L/{person}/d"),
        ("They get 70 litres of milk per capita per year.", "L/{person}/a"),
        ("It yields 70 t per hectare per year.", "t/har/a"),
        ("It costs €70 per month per user.", "EUR/{user}/mo"),
        ("They make 70 trips per person per week.", "{trip}/{person}/wk"),
        ("He earned €70 a week a year ago.", "EUR/wk"),
        ("He earned €70 a week, a month less.", "EUR/wk"),
        ("He earned €70 a day per week.", "EUR/d"),
        ("It sold 70 litres a day a mile away.", "L/d"),
    ],
)
def test_a_rate_is_over_all_that_it_names(text, unit):
    assert {q.value.low: q.unit for q in read(text).quantities}[70] == unit


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("The line carries 70 Gbps.", "Gbit/s"),
        ("The line carries 70Mbps.", "Mbit/s"),
        ("The line carries 70 gigabits per second.", "Gbit/s"),
        ("The line carries 70 gigabits a second.", "Gbit/s"),
        ("The fine was 70 rand.", "ZAR"),
        ("Flour costs 70 rand a kilogram.", "ZAR/kg"),
        ("It fined 70 Rand employees.", "{person}"),
        ("It sold 70 US gallons.", "[gal_us]"),
        ("It sold 70 imperial gallons.", "[gal_br]"),
        ("It sold 70 US tons.", "[ston_av]"),
        ("Water costs €70 per kilolitre.", "EUR/kL"),
        ("The plant gives 70 Ml/day.", "ML/d"),
        ("The dam let out 70 cusecs.", "[cft_i]/s"),
        ("It has a daily output of about 70 cubic metres.", "m3/d"),
        ("It has a daily need, out of 70 cubic metres.", "m3"),
        ("The rent is €70 per calendar month.", "EUR/mo"),
        ("It costs €70 a dose.", "EUR/{dose}"),
        ("It charges €70 a seat on Mondays.", "EUR/{seat}"),
        ("He gave €70 a friend had lent.", "EUR"),
        ("For €70 a bag had been sold.", "EUR"),
        ("He owed €70 a month ago.", "EUR"),
    ],
)
def test_units_of_trade_and_flow(text, unit):
    assert {q.value.low: q.unit for q in read(text).quantities}[70] == unit


def test_won_is_money_where_it_closes_a_sum():
    assert only("Tickets cost 20,000 won.").unit == "KRW"
    assert only("It kept the 20,000 won by Arden.").unit is None


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("Temperatures reached 41 degrees.", "Cel"),
        ("The mercury reached 41 degrees.", "Cel"),
        ("It was 41 degrees at noon. The heatwave goes on.", "Cel"),
        ("The temperature was 41 degrees. It was 30 degrees Celsius in Byron.", "Cel"),
        ("Temperatures reached 41 degrees. It was 30 degrees Fahrenheit in Byron.", "[degF]"),
        ("The forecast is 91 degrees, from 41 degrees.", "[degF]"),
        ("The tower leans at 41 degrees in the heat.", "deg"),
        ("The mill turned 41 degrees in hot weather.", "deg"),
        ("The barn stands at 41 degrees north.", "deg"),
        ("Set the temperature to 41 degrees.", "deg"),
    ],
)
def test_degrees_of_the_weather_have_a_scale(text, unit):
    number = {q.value.low: q for q in read(text).quantities}[41]

    assert number.unit == unit
    assert bool(number.doubts) == (unit != "deg")


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


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("It rose from 4.9 per cent a year and a half ago.", "4.9 per cent"),
        ("It cost 4 euros a month and a half earlier.", "4 euros"),
        ("It was 4.9% a year or so ago.", "4.9%"),
        ("It was 4.9% a year or two before.", "4.9%"),
    ],
)
def test_a_time_that_has_passed_is_no_rate(text, said):
    found = {q.span.of(text): q for q in read(text).quantities}

    assert found[said].kind in ("percent", "money")
    assert "a half" not in found


def test_what_is_told_by_the_day_stays_a_rate():
    assert read("It costs 4 euros a day and a half of it is tax.").quantities[0].unit == "EUR/d"


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("The zloty slid to 4.315 against the euro.", "PLN/EUR"),
        ("The rupee closed at 61.12 to the dollar.", "INR/USD"),
        ("The zloty fell to 4.31 per euro.", "PLN/EUR"),
        ("The euro traded at 1.31 against the U.S. dollar.", "USD/EUR"),
        ("The rand was at 10.54 against the dollar.", "ZAR/USD"),
        ("It pays 60 rubles to the dollar.", "RUB/USD"),
        ("It stood at 98.12 yen per dollar.", "JPY/USD"),
        ("It stood at $1.31 to the euro.", "USD/EUR"),
        ("It gave 60 rubles to the dollar fund.", "RUB"),
        ("It turned 60 rubles to dollars.", "RUB"),
        ("It sells at 60 rubles per pound.", "RUB/[lb_av]"),
        ("The ruble shed 2 rubles to the dollar.", "RUB"),
        ("Against the yen, the dollar rose to 98.12 to the dollar.", None),
        ("The pound traded at 1.2512 against the euro.", None),  # either is priced in the other
        ("The currency fell to 4.31 per euro.", None),
        ("The rupee shed 40 to the dollar.", None),
        ("The riyal stood at 3.7495/98 to the dollar.", None),
        ("The zloty won 40 to the euro index.", None),
    ],
)
def test_a_quote_of_a_currency_is_a_rate(text, unit):
    assert read(text).quantities[-1].unit == unit


def test_each_quote_of_a_sentence_is_of_what_it_is_held_against():
    text = "The dollar rose to 98.12 against the yen and to 1.25 against the pound."

    assert [q.unit for q in read(text).quantities] == ["JPY/USD", "USD/GBP"]


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("It stood at $1.31 to the euro, up from $1.29.", ["USD/EUR", "USD/EUR"]),
        ("It fell to 98 yen to the dollar from 97 yen.", ["JPY/USD", "JPY/USD"]),
        ("It fell from 98 yen to the dollar to 97 yen.", ["JPY/USD", "JPY/USD"]),
        ("It paid $40 a day, up from $30.", ["USD/d", "USD"]),
    ],
)
def test_a_sum_that_a_quote_changed_from_is_a_quote(text, units):
    assert [q.unit for q in read(text).quantities] == units


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("It paid well ($1 = 0.7312 euros).", "EUR/USD"),
        ("It paid well (1 euro = 1.31 dollars).", "USD/EUR"),
        ("It paid well (61.12 rupees = $1).", "INR/USD"),
    ],
)
def test_the_one_of_an_exchange_rate_is_no_claim(text, unit):
    reading = read(text)

    assert [q.unit for q in reading.quantities] == [unit]
    assert [a.reason for a in reading.set_aside] == ["one of a currency that is priced in another"]


@pytest.mark.parametrize(
    "text",
    [
        "The oldest of them claimed to be over 100.",
        "The boy, believed to be about 12, fled.",
        "The suspect is thought to be between 25 and 30.",
        "It gave the age of the man as 85.",
        "They are aged from 60 to 75.",
        "Those aged at least 60 wait.",
        "Those between the ages of 60 and 75 wait.",
        "The over-65s wait.",
        "It is free for under-5s.",
    ],
)
def test_ages_are_told_in_many_ways(text):
    assert {q.kind for q in read(text).quantities} == {"age"}


@pytest.mark.parametrize(
    "text",
    [
        "The toll is believed to be over 100.",
        "The dead are thought to be 12.",
        "He claims to be 12 votes ahead.",
        "The ages of 60 boys differ.",
        "The Under-21s lost.",
        "The under-16s team lost.",
    ],
)
def test_what_may_be_no_age_is_none(text):
    assert "age" not in {q.kind for q in read(text).quantities}


@pytest.mark.parametrize("text", ["It took 10-14 days.", "It took 10\u201314 days."])
def test_a_range_that_begins_at_ten_is_no_power(text):
    assert (only(text).value.low, only(text).value.high) == (10, 14)
