"""How a row's interval becomes a mark: shape first, colour second."""

from __future__ import annotations

from accord.charts.records import Row
from accord.charts.scale import Scale
from accord.charts.sheet import DASHED, GROUND, Fill, Pen, Point, Sheet

COLORS = {
    "agree": ("agree", "agree0"),
    "conflict": ("conflict", "conflict0"),
    "single": ("ink", "sunk"),
    "outside": ("ink2", GROUND),
    "other_scope": ("ink3", GROUND),
}
BAR = 9.0
LINE = 4.0
SMALLEST_BAR = 7.0
REACH = 11.0


def draw(sheet: Sheet, scale: Scale, row: Row, y: float) -> tuple[float, float]:
    """Draw the mark of a row at height `y`; its left and right px."""
    low, high = scale.ends(row.interval)
    if row.interval.low is None or row.interval.high is None:
        _bound(sheet, row, (low, high, y), at_zero=scale.low == 0)
    elif row.glyph == "about":
        low, high = _about(sheet, row, (low, high, y))
    elif high - low < SMALLEST_BAR:
        point(sheet, row.role, ((low + high) / 2, y))
    else:
        _range(sheet, row, (low, high, y))
    return low - REACH, high + REACH


def middle(scale: Scale, row: Row) -> float:
    """Where a line to the mark of a row should end, in px."""
    low, high = scale.ends(row.interval)
    if row.interval.low is None:
        return high
    return low if row.interval.high is None else (low + high) / 2


def point(sheet: Sheet, role: str, at: Point, *, closed: bool = True, radius: float = 6.0) -> None:
    """Draw a value: disc, diamond in conflict, ring of another scope, outside square."""
    strong = COLORS[role][0]
    fill = Fill(strong) if closed else Fill(GROUND, strong, 2)
    if role == "outside":
        sheet.square(at, strong, radius - 1)
    elif role == "other_scope":
        sheet.disc(at, Fill(GROUND, strong, 1.8), radius - 1)
    elif role == "conflict":
        sheet.diamond(at, fill, radius + 1.5 if closed else radius)
    else:
        sheet.disc(at, fill, radius if closed else radius - 1)


def _bound(sheet: Sheet, row: Row, place: tuple[float, float, float], *, at_zero: bool) -> None:
    low, high, y = place
    interval = row.interval
    pen = Pen(COLORS[row.role][0], LINE if _is_own(row) else 2.0)
    if interval.low is None and interval.high is None:
        center = ((low + high) / 2, y)
        sheet.arrow(center, (low, y), pen)
        sheet.arrow(center, (high, y), pen)
    elif interval.low is None:
        _shaft(sheet, (high, y), (low, y), pen, headless=at_zero)
        point(sheet, row.role, (high, y), closed=interval.high_closed)
    else:
        _shaft(sheet, (low, y), (high, y), pen, headless=False)
        point(sheet, row.role, (low, y), closed=interval.low_closed)


def _shaft(sheet: Sheet, start: Point, tip: Point, pen: Pen, *, headless: bool) -> None:
    if headless:
        sheet.line((start, tip), pen)
    else:
        sheet.arrow(start, tip, pen)


def _about(sheet: Sheet, row: Row, place: tuple[float, float, float]) -> tuple[float, float]:
    low, high, y = place
    strong, soft = COLORS[row.role]
    center = (low + high) / 2
    low, high = min(low, center - REACH), max(high, center + REACH)
    dashes = () if _is_own(row) else DASHED
    sheet.rect((low, y - 8, high, y + 8), Fill(soft, strong, 1.2), dashes)
    if _is_own(row):
        point(sheet, row.role, (center, y), radius=3.5)
    return low, high


def _range(sheet: Sheet, row: Row, place: tuple[float, float, float]) -> None:
    low, high, y = place
    strong = COLORS[row.role][0]
    half = BAR / 2
    if not _is_own(row):
        sheet.rect((low, y - half, high, y + half), Fill(GROUND, strong, 1.6))
        return
    if row.role == "conflict":
        sheet.line(((low, y), (high, y)), Pen(strong, LINE))
    else:
        sheet.rect((low, y - half, high, y + half), Fill(strong))
    open_ended = not (row.interval.low_closed and row.interval.high_closed)
    if open_ended or row.role == "conflict":
        point(sheet, row.role, (low, y), closed=row.interval.low_closed)
        point(sheet, row.role, (high, y), closed=row.interval.high_closed)


def _is_own(row: Row) -> bool:
    """Whether the value is one of the compared texts' own; outside and other scope stay hollow."""
    return row.role not in ("outside", "other_scope")
