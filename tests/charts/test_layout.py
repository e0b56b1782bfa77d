"""Nothing overlaps and nothing is cut off, whatever the sources say."""

from decimal import Decimal

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from accord.charts import base, dependence, exports, forest, matrix, passage
from accord.charts.cells import GLYPHS, Cell
from accord.charts.exports import Bar, Bars
from accord.charts.matrix import Column, Line, Matrix
from accord.charts.passage import Passage
from accord.charts.records import ROLES, Row, Rows, glyph_of
from accord.charts.scale import Axis
from accord.charts.ties import Node, Tie, Ties
from accord.model import Interval

QUICK = settings(
    max_examples=12,
    derandomize=True,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=list(HealthCheck),
)
WIDTHS = st.sampled_from((700, 620, 328))
WORDS = st.one_of(
    st.sampled_from(
        (
            "",
            "harbour gazette",
            "the evening paper of a town with a very long name indeed",
            "W" * 90,
            "$x_1^2$ & <b>",
            "港口建设新闻报道",
            "up to 20",
            "a\nb\tc\u202ed",
        )
    ),
    st.text(max_size=30),
)
NUMBERS = st.one_of(
    st.decimals(-(10**13), 10**13, allow_nan=False, places=2),
    st.sampled_from([Decimal(v) for v in ("0", "1e-12", "7e40", "-3e300", "1e400", "0.1", "42")]),
)
DAYS = st.integers(1, 3_652_059).map(Decimal)


def intervals(values):
    def build(ends, low, high, closed):
        first, last = sorted(ends)
        return Interval(first if low else None, last if high else None, closed[0], closed[1])

    flags = st.tuples(st.booleans(), st.booleans())
    wide = st.builds(build, st.tuples(values, values), st.booleans(), st.booleans(), flags)
    return st.one_of(values.map(Interval.exactly), wide)


def rows(values, most=12):
    def build(interval, role, words, about):
        source, note, label, remark, group = words
        glyph = glyph_of(interval, "about" if about else "exact")
        if remark.startswith("a") and interval.is_point:
            glyph = "computed"
        return Row(
            source=source[:12],
            note=note,
            label=label,
            remark=remark,
            group=group[:1],
            interval=interval,
            glyph=glyph,
            role=role,
        )

    words = st.tuples(WORDS, WORDS, WORDS, WORDS, WORDS)
    row = st.builds(build, intervals(values), st.sampled_from(ROLES), words, st.booleans())
    return st.lists(row, min_size=1, max_size=most).map(tuple)


@pytest.mark.parametrize("kind", ["number", "date", "time"])
def test_a_forest_of_anything_is_readable(kind, faults):
    values = {"number": NUMBERS, "date": DAYS, "time": st.integers(0, 1439).map(Decimal)}[kind]

    @QUICK
    @given(rows(values), WIDTHS, WORDS, st.none() | intervals(values))
    def holds(drawn, width, label, core):
        axis = Axis(kind=kind, prefix="$" if kind == "number" else "", suffix="\u00a0miles")
        chart = Rows(rows=drawn, axis=axis, core=core, core_label=label, gap_label=label)

        assert faults(forest.draw(chart, width)) == ([], [])

    holds()


@QUICK
@given(rows(NUMBERS), WIDTHS, WORDS, WORDS)
def test_a_base_chart_of_anything_is_readable(faults, drawn, width, caption, extra):
    drawn = tuple(
        Row(source=r.source, label=r.label, interval=r.interval, extra=extra) for r in drawn
    )
    core = drawn[0].interval
    chart = Rows(rows=drawn, core=core, captions=(caption, caption, caption))

    assert faults(base.draw(chart, width)) == ([], [])


@QUICK
@given(
    rows(NUMBERS, 4), st.tuples(NUMBERS, NUMBERS), st.lists(WORDS, min_size=8, max_size=8), WIDTHS
)
def test_a_passage_of_anything_is_readable(faults, drawn, pair, words, width):
    chart = Passage(
        title=words[0],
        note=words[1],
        before=pair[0],
        after=pair[1],
        before_label=words[2],
        after_label=words[3],
        difference=words[4],
        change_title=words[5],
        change_note=words[6],
        formula=words[7],
        rows=drawn,
        axis=Axis(suffix=" days"),
    )

    assert faults(passage.draw(chart, width)) == ([], [])


@QUICK
@given(
    st.lists(st.tuples(WORDS, WORDS, intervals(NUMBERS), st.booleans()), min_size=1, max_size=12),
    WORDS,
    WIDTHS,
    st.tuples(st.integers(0, 11), st.integers(0, 11)),
)
def test_bars_of_anything_are_readable(faults, stated, words, width, arrow):
    bars = tuple(Bar(period=p, label=w, interval=i, claimed=c) for p, w, i, c in stated)
    chart = Bars(bars=bars, change=words, base=arrow[0], to=arrow[1], claimed_note=words)

    assert faults(exports.draw(chart, width)) == ([], [])


@QUICK
@given(
    st.lists(st.tuples(WORDS, st.sampled_from(("", "g", "h"))), max_size=12),
    st.lists(st.tuples(st.integers(0, 11), st.integers(0, 11), st.floats(0, 1)), max_size=14),
    st.tuples(WORDS, st.sampled_from(("", " of a long name"))),
    WIDTHS,
)
def test_arcs_between_anything_are_readable(faults, named, tied, words, width):
    words, more = words
    names = [f"{n:03}{more}" for n in range(12)]
    nodes = tuple(Node(source=names[n], note=note, group=g) for n, (note, g) in enumerate(named))
    ties = tuple(Tie(a=names[a], b=names[b], label=words, share=s) for a, b, s in tied)

    assert faults(dependence.draw(Ties(nodes=nodes, ties=ties, apart=words), width)) == ([], [])


@QUICK
@given(
    st.lists(st.tuples(WORDS, st.sampled_from(("", "g"))), min_size=1, max_size=12),
    st.lists(st.tuples(WORDS, WORDS, st.booleans(), st.sampled_from(sorted(GLYPHS))), max_size=6),
    WIDTHS,
)
def test_a_matrix_of_anything_is_readable(faults, named, said, width):
    columns = tuple(Column(short=f"{n:03}", note=w, group=g) for n, (w, g) in enumerate(named))
    lines = tuple(
        Line(
            label=label,
            value=value,
            cells=(Cell(glyph=glyph, value=value, letter="A"),) * len(columns),
            verdict="disputed",
            word=label,
            count=value,
            beyond=beyond,
        )
        for label, value, beyond, glyph in said
    )

    assert faults(matrix.draw(Matrix(columns=columns, lines=lines), width)) == ([], [])
