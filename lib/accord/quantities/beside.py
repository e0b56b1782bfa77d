"""What the reader makes of a date, and what it looks for beside a figure."""

from __future__ import annotations

from decimal import Decimal

from accord.quantities.dated import NO_YEAR, Dated
from accord.quantities.draft import Aside, Draft
from accord.quantities.figure import Figure
from accord.quantities.line import Line
from accord.quantities.vocabulary import ORDINALS

_MINUSES = frozenset(("minus", "-", "\u2212", "\u2013"))


def of_date(line: Line, dated: Dated) -> Draft | Aside:
    """A date as a draft, or set aside where its year or day is wanting."""
    if dated.reason is not None or dated.days is None:
        return Aside(dated.i, dated.j, dated.reason or NO_YEAR)
    low = dated.days.low or Decimal(0)
    high = dated.days.high or low
    draft = Draft(
        dated.i, dated.j, dated.i, dated.j, dated.kind, low, high, dated.rule,
        modifier=dated.modifier, days=dated.days, unit_text=dated.unit_text, doubts=dated.doubts,
    )  # fmt: skip
    if dated.kind == "date":
        _by_or_since(line, draft)
    return draft


def _by_or_since(line: Line, draft: Draft) -> None:
    i = _opening(line, draft)
    before = line.lows[i - 1]
    if draft.modifier != "exact" and "end" not in line.lows[i : i + 2]:
        return
    if before in ("by", "until", "till"):
        draft.modifier, draft.xi = "by", i - 1
    elif before == "since" and draft.modifier == "exact":
        draft.modifier, draft.xi = "since", i - 1


def _opening(line: Line, draft: Draft) -> int:
    """Where the words of a date begin: end- before June, the end of before fiscal 2031."""
    lows, i = line.lows, draft.i
    if draft.modifier != "exact":
        return i - 2 if lows[i - 2 : i] == ["end", "-"] else i
    quarter = i - (lows[i - 1] == "the" and lows[i] in ORDINALS)
    ended = lows[quarter - 2 : quarter] == ["end", "of"]
    return quarter - 2 - (lows[quarter - 3] == "the") if ended else quarter


def foreign(line: Line, figure: Figure) -> bool:
    """Whether the figure stands beside a word of a script that is not read."""
    before, after = line.words[figure.i - 1], line.words[figure.j]
    return _is_foreign(before[-1:]) or _is_foreign(after[:1])


def _is_foreign(mark: str) -> bool:
    return mark > "\u036f" and mark.isalpha()


def before_name(line: Line, figure: Figure) -> bool:
    """A bare whole number before a capital, not at an end of a clause: the 340 Swift."""
    word, j = line.words[figure.j], figure.j + 1
    models = line.words[j].isdecimal() and line.lows[j + 1] == "s"  # 40 Dorn 747s
    return (
        word[:1].isupper()
        and len(word) > 2
        and word[1:].islower()
        and line.words[figure.i].isdecimal()
        and not models
    )


def sign(line: Line, figure: Figure) -> bool:
    """Whether a minus stands before the figure."""
    i = figure.i
    if line.lows[i - 1] not in _MINUSES:
        return False
    before, earlier = line.words[i - 1], line.words[i - 2]
    if line.lows[i - 1] == "minus":
        return line.lows[i - 3 : i - 1] != ["plus", "or"]
    if before == "-" and line.lows[i - 2] == "minus":
        return True
    if not line.joined(i):
        return False
    return i - 1 == line.first or not line.joined(i - 1) or earlier in ("(", "[")
