"""Shape tells the kind of a value before colour does."""

from decimal import Decimal

import pytest
from matplotlib.patches import Circle, Polygon, Rectangle

from accord.charts import forest, look
from accord.charts.records import Row, Rows
from accord.charts.scale import Axis
from accord.model import Interval

POINT = Interval.exactly(Decimal(5))


def shapes(row, axis=None):
    """(class, number of corners, hollow) of each patch that a lone row draws."""
    figure = forest.draw(Rows(rows=(row,), axis=axis or Axis()), 620)
    ground = look.palette()["paper"]
    found = []
    for patch in figure.axes[0].patches:
        corners = len(patch.get_xy()) - 1 if isinstance(patch, Polygon) else 0
        red, green, blue, _ = patch.get_facecolor()
        face = "#" + "".join(f"{round(part * 255):02x}" for part in (red, green, blue))
        found.append((type(patch), corners, face == ground))
    return found


def row(interval, glyph="exact", role="agree"):
    return Row(source="a", label="x", interval=interval, glyph=glyph, role=role)


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        (row(POINT), [(Circle, 0, False)]),
        (row(POINT, role="conflict"), [(Polygon, 4, False)]),
        (row(POINT, role="outside"), [(Rectangle, 0, True)]),
        (row(POINT, role="other_scope"), [(Circle, 0, True)]),
        (row(Interval(Decimal(2), Decimal(8)), "range"), [(Rectangle, 0, False)]),
        (row(Interval(None, Decimal(8)), "bound"), [(Circle, 0, False)]),
        (row(Interval(None, Decimal(8), high_closed=False), "bound"), [(Circle, 0, True)]),
        (row(Interval(Decimal(8), None), "bound"), [(Polygon, 3, False), (Circle, 0, False)]),
        (
            row(Interval(Decimal(4), Decimal(6)), "about"),
            [(Rectangle, 0, False), (Circle, 0, False)],
        ),
    ],
)
def test_each_kind_of_value_has_its_own_shape(given, expected):
    assert shapes(given) == expected


def test_an_open_low_end_has_an_arrow_where_the_axis_does_not_begin_at_zero():
    drawn = shapes(row(Interval(None, Decimal(8)), "bound"), Axis(zero=False))

    assert (Polygon, 3, False) in drawn


def test_linked_rows_stand_together_and_what_is_not_compared_stands_last(words_of):
    rows = (
        Row(source="a", label="1", interval=POINT, group="a"),
        Row(source="z", label="2", interval=POINT, role="other_scope"),
        Row(source="c", label="3", interval=POINT),
        Row(source="b", label="4", interval=POINT, group="a"),
    )

    found = [w for w in words_of(forest.draw(Rows(rows=rows), 620)) if w in "abcz"]

    assert found == ["a", "b", "c", "z"]


def test_a_mark_never_takes_its_colour_from_the_source():
    figure = forest.draw(Rows(rows=(row(POINT), row(POINT))), 620)
    faces = {patch.get_facecolor() for patch in figure.axes[0].patches}

    assert len(faces) == 1


def test_the_gap_stands_over_rival_values_only(words_of):
    near = Row(source="a", label="5", interval=POINT, role="conflict")
    far = Row(source="b", label="9", interval=Interval.exactly(Decimal(9)), role="conflict")

    assert "gap 44 %" in words_of(forest.draw(Rows(rows=(near, far), gap_label="gap 44 %"), 620))
    assert "gap 44 %" not in words_of(forest.draw(Rows(rows=(near,), gap_label="gap 44 %"), 620))


def test_the_common_core_ends_above_what_is_not_compared():
    own, other = row(POINT), row(POINT, role="other_scope")
    bands = [
        forest.draw(Rows(rows=rows, core=POINT), 620).axes[0].patches[0].get_bbox()
        for rows in ((own, other), (own, own))
    ]

    assert abs(bands[1].height) - abs(bands[0].height) > 40
