"""Which rule took the number at one place of a text, and which others were asked."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from accord.model import Quantity, SetAside, Source
from accord.parameters import Parameters
from accord.quantities import (
    ages,
    anchor,
    digits,
    foreign,
    moments,
    months,
    ordering,
    spelled,
    stopwatch,
    years,
)
from accord.quantities.find import find, sentences
from accord.quantities.line import Line, fold, lines
from accord.quantities.vetoes import veto


@dataclass(frozen=True, slots=True, kw_only=True)
class Explanation:
    """What became of the number at `offset`; `tried` names each rule asked and its answer."""

    offset: int
    quantity: Quantity | None
    set_aside: SetAside | None
    tried: tuple[tuple[str, str], ...]

    def __str__(self) -> str:
        """A few lines for a reader."""
        rows = [self._outcome(), *(f"  asked {rule}: {answer}" for rule, answer in self.tried)]
        return "\n".join(rows)

    def _outcome(self) -> str:
        if self.quantity is not None:
            known = self.quantity
            doubts = f"; doubts: {', '.join(known.doubts)}" if known.doubts else ""
            return (
                f"[{known.span.start}, {known.span.end}) is a quantity ({known.kind}, unit "
                f"{known.unit or 'unknown'}, {known.modifier}), read by {known.rule!r}{doubts}"
            )
        if self.set_aside is not None:
            return f"{self.set_aside.text!r} is set aside: {self.set_aside.reason}"
        return f"no number stands at {self.offset}; give the offset of a digit or a number word"


def explain(source: Source, offset: int, parameters: Parameters) -> Explanation:
    """What the number at `offset` of the text was read as, or why it was set aside."""
    reading = find(source, parameters)
    known = [q for q in reading.quantities if q.extent.start <= offset < q.extent.end]
    known.sort(key=lambda q: not q.span.start <= offset < q.span.end)
    aside = [a for a in reading.set_aside if a.start <= offset < a.end]
    return Explanation(
        offset=offset,
        quantity=known[0] if known else None,
        set_aside=aside[0] if aside and not known else None,
        tried=_tried(source, offset),
    )


def _tried(source: Source, offset: int) -> tuple[tuple[str, str], ...]:
    text = fold(source.text)
    spoken = foreign.of(source, text)
    for sentence in sentences(source):
        if sentence.span.start <= offset < sentence.span.end:
            [line] = lines(text, [sentence.span])
            line = line if spoken is None else spoken.read(line)[0]
            for k in range(line.first, line.last):
                if line.start(k) <= offset < line.ends[k]:
                    return tuple(_asked(source, text, line, k))
    return ()


def _asked(source: Source, text: str, line: Line, k: int) -> list[tuple[str, str]]:
    when = anchor.of(source)
    rules: list[tuple[str, Callable[[], object]]]
    if line.words[k][0].isdecimal():
        rules = [
            ("a time on a stopwatch", lambda: stopwatch.read(line, k)),
            ("a decade of life", lambda: ages.decade(line, k)),
            ("a date in digits", lambda: moments.numeric(line, k, when)),
            ("a time of day", lambda: moments.clock(line, k)),
            ("a thing that is no quantity", lambda: veto(text, line, k)),
            ("a rank", lambda: ordering.numbered(line, k)),
            ("a year", lambda: years.from_year(line, k)),
            ("a number in digits", lambda: digits.read(line, k)),
        ]
    else:
        rules = [
            ("a date with a month", lambda: months.from_month(line, k, when)),
            ("a date told by the text's own", lambda: moments.relative(line, k, when)),
            ("a number in words", lambda: spelled.read(line, k)),
        ]
    return [(name, "yes" if ask() is not None else "no") for name, ask in rules]
