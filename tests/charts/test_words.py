"""Alt text and table say what the picture shows, from the same records."""

from decimal import Decimal

import pytest

from accord.charts import base, dependence, exports, forest, look, matrix, passage
from accord.charts.cells import Cell
from accord.charts.exports import Bar, Bars
from accord.charts.matrix import Column, Line, Matrix
from accord.charts.passage import Passage
from accord.charts.records import Row, Rows, glyph_of
from accord.charts.scale import Axis
from accord.charts.ties import Node, Tie, Ties
from accord.model import Interval


def row(source, label, low, high=None, **more):
    interval = Interval(*(None if v == "" else Decimal(v) for v in (low, high or low)))
    return Row(source=source, label=label, interval=interval, **more)


RIVALS = Rows(
    rows=(
        row("a1", "$4 m", "4000000", role="conflict", note="daily", group="a1"),
        row("b2", "$9 m", "9000000", role="conflict", note="weekly"),
        row("b2", "$4 m", "4000000", role="other_scope", remark="first half only"),
    ),
    axis=Axis(prefix="$"),
    gap_label="gap 56 %",
)


def test_a_forest_is_told_row_by_row_with_its_gap():
    assert forest.alt(RIVALS) == (
        "A row for each of 3 values: gap 56 %. a1 (daily): $4 m, conflicts. "
        "b2 (weekly): $9 m, conflicts. b2: $4 m, not comparable."
    )


def test_a_forests_table_keeps_ends_and_groups():
    columns, rows = forest.table(RIVALS)

    assert columns[:5] == ("Source", "Note", "As written", "Low", "High")
    assert rows[0] == ("a1", "daily", "$4 m", "4,000,000", "4,000,000", "conflicts", "a1", "")


def test_an_open_or_excluded_end_is_said_in_the_table():
    under = Row(source="a", label="under 9", interval=Interval(None, Decimal(9), high_closed=False))

    assert forest.table(Rows(rows=(under,)))[1][0][3:5] == ("open", "9 (not included)")


def test_a_base_chart_says_which_totals_lie_inside():
    rows = (row("x", "51", "51", role="outside"), row("y", "60", "60", role="outside"))

    said = base.alt(Rows(rows=rows, core=Interval(Decimal(50), Decimal(52))))

    assert said == "Implied: 50 to 52. x: 51, inside. y: 60, not inside."


def test_bars_say_the_change_between_two_periods():
    bars = (
        Bar(period="2001", label="40", interval=Interval.exactly(Decimal(40))),
        Bar(period="2002", label="50", interval=Interval.exactly(Decimal(50)), claimed=True),
    )
    chart = Bars(bars=bars, change="+25 %", base=0, to=1, claimed_note="stated by a1")

    assert exports.alt(chart).endswith("2002: 50 (stated by a1). +25 % from 2001 to 2002.")
    assert exports.table(chart)[1][1] == ("2002", "50", "50", "50", "stated by a1")


def test_a_passage_tells_the_pair_and_the_change():
    chart = Passage(
        title="Hours by rail",
        before=Decimal(8),
        after=Decimal(6),
        before_label="8",
        after_label="6",
        difference="2 hours less",
        change_title="Change",
        rows=(row("a1", "\u221225 %", "-25", glyph="computed", role="agree"),),
    )

    assert passage.alt(chart) == (
        "Hours by rail: from 8 to 6, 2 hours less. Change: a1: \u221225 %, agrees."
    )
    assert passage.table(chart)[1][0][1:3] == ("Hours by rail, before", "8")


def test_arcs_tell_links_groups_and_who_stands_alone():
    chart = Ties(
        nodes=(Node(source="a", group="a"), Node(source="c"), Node(source="b", group="a")),
        ties=(Tie(a="a", b="b", label="3 of 5", share=0.6),),
    )

    assert dependence.alt(chart) == "a and b share 3 of 5. One group: a, b. On their own: c."
    assert dependence.table(chart)[1] == (("a", "b", "3 of 5", "0.60"),)


@pytest.mark.parametrize("width", [look.WIDE, look.NARROW])
def test_a_name_too_long_for_its_disc_stands_beside_it_whole(width, words_of):
    nodes = (Node(source="tribune", group="a"), Node(source="gazette", note="Daily", group="a"))
    tie = Tie(a="tribune", b="gazette", label="3 of 5", share=0.6)
    told = words_of(dependence.draw(Ties(nodes=nodes, ties=(tie,)), width))

    assert {"tribune", "gazette, Daily"} <= set(told)


@pytest.mark.parametrize("texts", [5, 6, 7])
def test_a_long_arc_touches_no_label_under_it(texts):
    nodes = tuple(Node(source=n, group="a" if n in "abc" else "") for n in "abcdefg"[:texts])
    pairs = (("a", "b", "one named origin"), ("b", "c", "67 % of claims"), ("a", "c", "33 %"))
    ties = tuple(Tie(a=a, b=b, label=label, share=0.5) for a, b, label in pairs)
    sheet = dependence.draw(Ties(nodes=nodes, ties=ties, apart="nothing")).axes[0]
    drawn = [list(zip(*line.get_data(), strict=True)) for line in sheet.lines]
    arcs = [points for points in drawn if len(points) > dependence.STEPS]
    longest = max(arcs, key=lambda points: points[-1][0] - points[0][0])

    for label in (one for one in sheet.texts if one.get_text().startswith(("one named", "67 %"))):
        x, y = label.get_position()
        half = look.measure(label.get_text(), dependence.WORDS) / 2 + 4
        assert not any(abs(at - x) < half and abs(up - (y - 4)) < 9 for at, up in longest)


def test_a_matrix_is_silent_about_silence():
    line = Line(
        label="Length",
        value="7 km",
        cells=(Cell(glyph="agrees", value="7 km"), Cell()),
        verdict="once",
        word="Stated once",
    )
    chart = Matrix(columns=(Column(short="a"), Column(short="b")), lines=(line,))

    assert matrix.alt(chart) == "Length: Stated once. a 7 km (agrees)."
    assert matrix.table(chart)[1] == (
        ("Length", "7 km", "7 km (agrees)", "silent", "Stated once", ""),
    )


@pytest.mark.parametrize(
    ("low", "high", "modifier", "expected"),
    [
        ("5", "5", "exact", "exact"),
        ("", "5", "up_to", "bound"),
        ("4", "6", "about", "about"),
        ("4", "6", "between", "range"),
    ],
)
def test_the_glyph_follows_from_the_interval(low, high, modifier, expected):
    assert glyph_of(row("a", "", low, high).interval, modifier) == expected


def test_an_unknown_role_is_refused_by_name():
    with pytest.raises(ValueError, match="role one of agree, conflict"):
        row("a", "", "1", role="friend")
