"""What charts draw: a value of a source as an interval, and the words beside it."""

from __future__ import annotations

from dataclasses import dataclass, field

from accord.charts.scale import Axis, words
from accord.model import Interval

GLYPHS = ("exact", "range", "bound", "about", "computed")
ROLES = ("agree", "conflict", "single", "outside", "other_scope")
ROLE_WORDS = {
    "agree": "agrees",
    "conflict": "conflicts",
    "single": "stated once",
    "outside": "outside check",
    "other_scope": "not comparable",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One value of one source, as a row of a chart.

    `source` is the short id and `note` what it is; `label` the value as written ("up to 20");
    `group` is shared by linked sources; `remark` stands beside the mark, below a computed one;
    `extra` is a second value at the far right, in charts that have such a column.
    """

    source: str
    label: str
    interval: Interval
    note: str = ""
    glyph: str = "exact"
    role: str = "single"
    group: str = ""
    remark: str = ""
    extra: str = ""

    def __post_init__(self) -> None:
        if self.glyph not in GLYPHS or self.role not in ROLES:
            message = (
                f"a row's glyph is one of {', '.join(GLYPHS)} and its role one of "
                f"{', '.join(ROLES)}; got {self.glyph!r} and {self.role!r}"
            )
            raise ValueError(message)

    @property
    def name(self) -> str:
        """Source and note in one phrase."""
        return (
            f"{self.source} ({self.note})"
            if self.source and self.note
            else self.source or self.note
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Rows:
    """Rows over one axis, with what spans them all.

    `core` is the common core or an implied interval, drawn as a band with `core_label` on top;
    `gap_label` ("gap 57 %") stands on a bracket between the rival values of the conflict rows;
    `captions` head the source, value and extra columns.
    """

    rows: tuple[Row, ...]
    axis: Axis = field(default_factory=Axis)
    core: Interval | None = None
    core_label: str = ""
    gap_label: str = ""
    captions: tuple[str, str, str] = ("", "", "")


def glyph_of(interval: Interval, modifier: str = "exact") -> str:
    """The glyph that shows an interval: what is open is a bound, what is wide a range."""
    if interval.low is None or interval.high is None:
        return "bound"
    if modifier in ("about", "nearly"):
        return "about"
    return "exact" if interval.is_point else "range"


def ends(axis: Axis, interval: Interval) -> tuple[str, str]:
    """Both ends of an interval in words, for a table."""
    low, high = words(axis, interval.low), words(axis, interval.high)
    return (
        low if interval.low_closed or interval.low is None else f"{low} (not included)",
        high if interval.high_closed or interval.high is None else f"{high} (not included)",
    )


def table(chart: Rows) -> tuple[tuple[str, ...], tuple[tuple[str, ...], ...]]:
    """Columns and rows of the numbers behind a chart of rows."""
    columns = ("Source", "Note", "As written", "Low", "High", "Standing", "Linked group", "Remark")
    rows = tuple(
        (
            row.source,
            row.note,
            row.label,
            *ends(chart.axis, row.interval),
            ROLE_WORDS[row.role],
            row.group,
            row.remark,
        )
        for row in chart.rows
    )
    return columns, rows


def spoken(chart: Rows) -> str:
    """Every row of a chart in one sentence each, for alt text."""
    return " ".join(f"{row.name}: {row.label}, {ROLE_WORDS[row.role]}." for row in chart.rows)
