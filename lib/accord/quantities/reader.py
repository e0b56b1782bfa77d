"""One line read from left to right: which reader takes each number, and what it makes of it."""

from __future__ import annotations

from decimal import Decimal

from accord.quantities import (
    ages,
    beside,
    bounds,
    counting,
    currency,
    digits,
    measures,
    millions,
    moments,
    months,
    ordering,
    pricing,
    proportions,
    spelled,
    spoken,
    stopwatch,
    years,
)
from accord.quantities.anchor import Anchor
from accord.quantities.dated import SUFFIXES, Dated, ordinal_day
from accord.quantities.digits import DIGITS
from accord.quantities.draft import Aside, Draft
from accord.quantities.evidence import Evidence
from accord.quantities.figure import Figure
from accord.quantities.line import Line
from accord.quantities.vetoes import veto
from accord.quantities.vocabulary import (
    MONTHS,
    MULTIPLES,
    NUMBERS,
    ORDINALS,
    PARTS,
    SCALES,
    VAGUE,
    words_of,
)

_SPELLED = frozenset({**NUMBERS, **SCALES, **VAGUE, **PARTS})
_ARTICLES = frozenset(("a", "an"))
_A_UNITS = words_of("a_units")
_AGO = words_of("ago")
_RELATIVE = frozenset(("this", "last", "next"))
_OTHERS = ("the", "all", "lone", "couple")
TRIGGERS = _SPELLED.union(ORDINALS, MULTIPLES, MONTHS, _RELATIVE, _ARTICLES, _OTHERS)
_FOLLOWED = {"a": _A_UNITS, "an": _A_UNITS, "the": frozenset(("year",))}  # and no number without
# Without one of these a sentence holds no number, digits aside.
WAKING = TRIGGERS.difference(_FOLLOWED).union(*_FOLLOWED.values())

_PAIRED = frozenset(("and", "or", "to", "-", "\u2013", "/"))
_DATING = moments.JOINTS.union(_PAIRED, SUFFIXES, MONTHS, ("of",))
_SHARING = proportions.JOINTS.union(("-", "to"))
_PARTED = frozenset(("duration", "distance"))
_LIVING = frozenset((":", "s"))
_PERIODS = frozenset(("q", "fy"))
_MONTHLY = frozenset((*MONTHS, "."))
Found = Draft | Aside


class Reader:
    """Reads the lines of one text."""

    def __init__(self, text: str, anchor: Anchor | None) -> None:
        """Hold what the whole text says: its own date and its currencies."""
        self.text = text
        self.anchor = anchor
        self.evidence = Evidence(text)
        self._floor = 0
        self._turned = "\u202e" in text

    def read(self, line: Line) -> list[Found]:
        """Every number of `line` in order, read or set aside."""
        lows = line.lows
        found: list[Found] = []
        done = self._floor = line.first
        words = enumerate(lows[line.first : line.last], line.first)
        for k in [k for k, low in words if low in TRIGGERS or low[0] in DIGITS]:
            if k < done or (lows[k] in _FOLLOWED and lows[k + 1] not in _FOLLOWED[lows[k]]):
                continue
            made = self._at(line, k)
            if made is None:
                continue
            found.append(made)
            done = self._floor = max(_keep_behind(made, done), k + 1)
        return found

    def _at(self, line: Line, k: int) -> Found | None:  # noqa: C901, PLR0911 - one branch for each form that is read
        low, nxt = line.lows[k], line.lows[k + 1]
        told = nxt in _SHARING or line.lows[k + 2] in proportions.JOINTS
        share = proportions.read(line, k) if told else None
        if share is not None:
            return self._measured(line, share)
        timed = nxt in spoken.FOLLOWING or low in spoken.OPENING
        time = spoken.time(line, k) if timed else None
        if time is not None:
            return beside.of_date(line, time)
        if low[0] in DIGITS:
            return self._digits(line, k)
        if low in MONTHS:
            dated = months.from_month(line, k, self.anchor)
            if dated is not None:
                return beside.of_date(line, dated)
        if low in _RELATIVE or low == "the":
            period = years.ahead(line, k) if low == "last" else None
            if period is not None:
                return beside.of_date(line, period)
            dated = moments.relative(line, k, self.anchor)
            return beside.of_date(line, dated) if dated else None
        if low in _ARTICLES:
            return self._article(line, k)
        if low in MULTIPLES:
            return ordering.multiple(line, k)
        if low in ("all", "lone", "couple"):
            return ordering.special(line, k)
        return None if low in MONTHS else self._spelled(line, k)

    def _digits(self, line: Line, k: int) -> Found:  # noqa: C901, PLR0911 - one branch for each form that is read
        before, after = line.lows[k - 1], line.lows[k + 1]
        if line.words[k][0] in digits.VULGAR:
            return self._measured(line, digits.vulgar(line, k))
        lived = _lived(line, k) if after in _LIVING else None
        if lived is not None:
            return lived
        told = after in _DATING or line.words[k + 1] in _DATING
        may_date = told or len(line.words[k]) > 7 or line.lows[k - 3] in _MONTHLY
        dated = self._dated(line, k) if may_date else None
        if dated is None and before in _PERIODS and line.joined(k):
            dated = years.ahead(line, k - 1) or years.from_year(line, k)
        if dated is not None:
            return beside.of_date(line, dated)
        refused = veto(self.text, line, k)
        if refused is not None and not self._is_money(line, k, refused):
            return refused
        nth = ordering.numbered(line, k) if after in SUFFIXES else None
        if nth is not None:
            return nth
        year = years.from_year(line, k) if len(line.words[k]) == 4 else None
        if year is not None and not self._counts(line, k, year):
            return beside.of_date(line, year)
        figure = digits.read(line, k)
        if figure is None:
            return Aside(k, k + 1, "digits in a form that is no number")
        draft = self._measured(line, figure)
        if self._turned and "\u202e" in line.words[line.first : k]:
            return Aside(figure.i, figure.j, "text that is shown in reverse")
        if not draft.bare or draft.unit is not None:
            return draft
        if beside.foreign(line, figure):
            return Aside(figure.i, figure.j, "a number among words of a script that is not read")
        if beside.before_name(line, figure):
            return Aside(figure.i, figure.j, "part of a name")
        return draft

    def _is_money(self, line: Line, k: int, refused: Aside) -> bool:
        if refused.reason not in ("part of a name or an identifier", "part of a name", "a version"):
            return False
        return currency.before(line, k) is not None

    def _dated(self, line: Line, k: int) -> Dated | None:
        dated = moments.numeric(line, k, self.anchor) or moments.clock(line, k)
        dated = dated or months.of_a_pair(line, k, self.anchor)
        end = ordinal_day(line, k)
        if dated is not None or end is None:
            return dated
        at = end[1] + 1 if line.lows[end[1]] == "of" else end[1]
        if line.lows[at] in MONTHS:
            dated = months.from_month(line, at, self.anchor)
            return dated if dated is not None and dated.i <= k else None
        return None

    def _counts(self, line: Line, k: int, year: Dated) -> bool:
        """Whether four digits that might be a year have a unit or count a plural."""
        if year.j - year.i > 1 or year.modifier != "exact":
            return False
        figure = digits.read(line, k)
        if figure is None:
            return False
        if currency.before(line, k) is not None or figure.scaled or figure.j > k + 1:
            return True
        return measures.after(line, figure, priced=False) is not None or years.counts(line, k)

    def _article(self, line: Line, k: int) -> Found | None:
        """A minute, an hour, where a modifier before it or a part behind says that one is meant."""
        if spelled.part_behind(line, k + 2) is not None:
            return self._measured(line, _one(k))
        probe = Draft(k, k + 2, k, k + 2, "duration", Decimal(1), Decimal(1), "")
        bounds.find(line, probe)
        if probe.modifier == "exact" or probe.xi == k or self._is_then(line, k):
            return None
        return self._measured(line, _one(k))

    @staticmethod
    def _is_then(line: Line, k: int) -> bool:
        """Whether it says when something else was so: more than a year ago, a month earlier."""
        return line.lows[k - 1] == "than" and line.lows[k + 2] in _AGO

    def _spelled(self, line: Line, k: int) -> Found | None:
        low = line.lows[k]
        if (end := spelled.endless(line, k)) is not None:
            return Aside(k, end, "number words without end")
        if low in _SPELLED:
            figure = spelled.read(line, k)
            if figure is not None:
                if low == "one" and figure.j == k + 1:
                    refused = ordering.pronoun(line, k)
                    if refused is not None:
                        return refused
                refused = ordering.word_veto(line, figure)
                return refused or self._measured(line, figure)
        if low in ORDINALS:
            period = years.ahead(line, k)
            return beside.of_date(line, period) if period else ordering.ordinal(line, k)
        if low in PARTS:
            return Aside(k, k + 1, "a part or a time, not a number")
        return Aside(k, k + 1, "a word of number that counts nothing here")

    def _measured(self, line: Line, figure: Figure) -> Draft:
        first = figure.i
        negative = beside.sign(line, figure)
        price = currency.before(line, figure.i)
        if negative and price is None and line.words[figure.i - 1] == "-":
            price = currency.before(line, figure.i - 1)
        if price is not None and price.i < self._floor:
            price = None
        found = measures.after(line, figure, priced=price is not None)
        if found is not None and found.unit_text == "m":
            found = millions.read(self.evidence, line, figure, found)
        draft = Draft(
            figure.i, figure.j, figure.i, figure.j, "magnitude", figure.low, figure.high,
            "", figure.resolution,
            modifier=figure.modifier or "exact", form=figure.form, scaled=figure.scaled,
            doubts=figure.doubts,
        )  # fmt: skip
        if price is not None:
            pricing.price(self.evidence, line, draft, price)
        elif found is not None:
            pricing.unit(self.evidence, self.text, line, draft, found)
        elif (later := measures.described(line, figure)) is not None:
            pricing.unit(self.evidence, self.text, line, draft, later)
        else:
            counting.count(self.evidence, line, draft, figure)
        if draft.kind in _PARTED:
            _add_part(line, draft)
        if negative:
            draft.low, draft.high = -draft.high, -draft.low
            draft.i = min(draft.i, first - 1)
            draft.xi = min(draft.xi, draft.i)
        return draft


def _lived(line: Line, k: int) -> Draft | None:
    """What somebody took or reached: 2:14:04 on a stopwatch, his 60s."""
    return stopwatch.read(line, k) or ages.decade(line, k)


def _keep_behind(made: Found, done: int) -> int:
    """Leave the words before `done` to the number before; the word after those that are used."""
    if isinstance(made, Aside):
        made.i = max(made.i, done)
        return made.j
    if not done <= made.xi <= made.i:
        made.i = max(made.i, done)
        made.xi = max(done, min(made.xi, made.i))
    return made.xj


def _one(k: int) -> Figure:
    return Figure(k, k + 1, Decimal(1), Decimal(1), Decimal(1), "words")


def _add_part(line: Line, draft: Draft) -> None:
    """Two hours and a half; a year and a quarter: the part is of the unit just named."""
    part = spelled.part_behind(line, draft.j)
    if part is not None:
        draft.low, draft.high = draft.low + part, draft.high + part
        draft.j += 3
        draft.xj, draft.resolution = max(draft.xj, draft.j), Decimal(0)
