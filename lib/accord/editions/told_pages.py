"""What a comparison shows of the two reports: drawings, the numbers behind them, and the prose."""

from __future__ import annotations

import base64
import csv
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from accord.editions import redline
from accord.editions.comparison import Comparison
from accord.editions.redline import Piece
from accord.errors import EditionError
from accord.model import lines

_LINES = 5_000  # of a report or of a table that are compared: a page that opens
_SHOWN = 400  # of those, that are shown
_MARKUP = re.compile(r"\\(.)|\*\*")
_RULE = re.compile(r"[|\s:-]+")

Cells = tuple[tuple[Piece, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """A drawing before and after, as data addresses; the rows of its numbers that differ first."""

    name: str
    columns: tuple[str, ...]
    rows: tuple[Cells, ...]
    old: str | None
    new: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A section of the report, and its lines that differ as words kept, gone and new."""

    title: str
    lines: tuple[tuple[Piece, ...], ...]


def pictures(comparison: Comparison, old: Path, new: Path) -> Iterator[Picture]:
    """Every figure of which the drawing or the numbers differ."""
    labels = {**_labels(old), **_labels(new)}
    names = [c.field for c in comparison.files if c.field.startswith("figures/")]
    for stem in sorted({name.rpartition(".")[0] for name in names}):
        columns, rows = _numbers(old / f"{stem}.csv", new / f"{stem}.csv")
        before, after = _address(old / f"{stem}.svg"), _address(new / f"{stem}.svg")
        yield Picture(name=_named(stem, labels), columns=columns, rows=rows, old=before, new=after)


def report(old: Path, new: Path) -> list[Passage]:
    """The prose of the two reports, section by section, where it differs; what moved is left out.

    A line is told under the new title of its section, a removed one under the old title.
    """
    before, after = ([*_prose(folder / "report.md")] for folder in (old, new))
    told = [
        (("", "") if one is None else before[one], ("", "") if other is None else after[other])
        for one, other in redline.aligned([t for _, t in before], [t for _, t in after])
    ]
    moved = _moved((gone, came) for (_, gone), (_, came) in told)
    found: dict[str, list[tuple[Piece, ...]]] = {}
    shown = [(gone, came) for gone, came in told if gone[1] != came[1]]
    for gone, came in shown[:_SHOWN]:
        if gone[1] not in moved and came[1] not in moved:
            found.setdefault(came[0] or gone[0], []).append(redline.words(gone[1], came[1]))
    return [Passage(title=title, lines=tuple(lines_)) for title, lines_ in found.items()]


def _moved(told: Iterable[tuple[str, str]]) -> set[str]:
    """Lines that were taken out in one place and put back in another."""
    alone = [pair for pair in told if not all(pair)]
    return {gone for gone, _ in alone if gone} & {came for _, came in alone if came}


def _labels(folder: Path) -> dict[str, str]:
    try:
        return {row["id"]: row["label"] for row in lines.read_rows(folder / "facts.jsonl")}
    except EditionError:
        return {}


def _named(stem: str, labels: dict[str, str]) -> str:
    name = stem.removeprefix("figures/")
    kind, _, key = name.partition("-")
    return lines.escape(f"{labels[key]} ({name})" if key in labels else name or kind)


def _address(path: Path) -> str | None:
    """A drawing as a data address: shown as a picture, it runs no script and loads nothing."""
    if not path.is_file():
        return None
    return f"data:image/svg+xml;base64,{base64.b64encode(path.read_bytes()).decode('ascii')}"


def _numbers(old: Path, new: Path) -> tuple[tuple[str, ...], tuple[Cells, ...]]:
    """The columns of a table, and its rows that differ, cell by cell."""
    before, after = _table(old), _table(new)
    if (before[:1] or after[:1]) != (after[:1] or before[:1]):
        columns = tuple("" for _ in max(before[0], after[0], key=len))
        return columns, tuple(_cells(before, after))
    head = (after or before or [[]])[0]
    return tuple(map(lines.escape, head)), tuple(_cells(before[1:], after[1:]))


def _cells(before: Sequence[Sequence[str]], after: Sequence[Sequence[str]]) -> Iterator[Cells]:
    old, new = (["\x1f".join(row) for row in rows] for rows in (before, after))
    told = [("" if one is None else old[one], "" if other is None else new[other])
            for one, other in redline.aligned(old, new)]  # fmt: skip
    moved = _moved(told)
    shown = [(gone, came) for gone, came in told if gone != came and not moved & {gone, came}]
    for gone, came in shown[:_SHOWN]:
        pairs = _padded(gone.split("\x1f"), came.split("\x1f"))
        yield tuple(_cell(*pair) for pair in pairs)


def _padded(old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[str, str]]:
    for place in range(max(len(old), len(new))):
        yield (old[place] if place < len(old) else ""), (new[place] if place < len(new) else "")


def _cell(old: str, new: str) -> tuple[Piece, ...]:
    """A cell as it is, or as it was and is: a number is one word."""
    if old == new:
        return (("", lines.escape(old)),)
    told = (("delete", lines.escape(old)), ("insert", lines.escape(new)))
    return tuple(piece for piece in told if piece[1])


def _table(path: Path) -> list[list[str]]:
    if not path.is_file():
        return []
    with path.open(encoding="utf-8", newline="") as stream:
        return [row for row, _ in zip(csv.reader(stream), range(_LINES), strict=False)]


def _prose(path: Path) -> Iterator[tuple[str, str]]:
    """Each line of a report without its markup, with the title of the section it stands in."""
    title = ""
    for line in _text(path)[:_LINES]:
        said = _plain(line)
        title = said if line.startswith("#") else title
        if said:
            yield title, said


def _plain(line: str) -> str:
    """A line of Markdown as words; a row of a table with its cells apart."""
    if not line.strip() or _RULE.fullmatch(line):
        return ""
    said = line.lstrip("# ").removeprefix("- ")
    if said.startswith("| "):
        said = " · ".join(cell.strip() for cell in _split(said) if cell.strip())
    return lines.escape(_MARKUP.sub(lambda mark: mark[1] or "", said)).strip()


def _split(row: str) -> Iterable[str]:
    return re.split(r"(?<!\\)\|", row)


def _text(path: Path) -> list[str]:
    return path.read_text(encoding="utf-8").splitlines() if path.is_file() else []
