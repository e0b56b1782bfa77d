"""The unit of a number, and all that a unit brings: scale, rate, age, smaller units behind it."""

from __future__ import annotations

from decimal import Decimal

from accord.quantities import digits, measures, nouns, quotes, rates, weather
from accord.quantities.draft import Draft
from accord.quantities.evidence import Evidence
from accord.quantities.figure import Figure
from accord.quantities.line import Line
from accord.quantities.vocabulary import NUMBERS, SCALES, words_of
from accord.quantities.written import Measure

_PAYING = words_of("paying")
_MASS = frozenset(("kg", "kilo", "kilos", "kilograms", "g", "grams", "tonnes", "tons"))
_WEIGHING = words_of("weighing")
_MANY = 1_000_000  # pounds that are money where nothing is weighed
_REACH = 6  # words before pounds that may say that they are paid
_SMALLER = {"h": ("min", 60), "min": ("s", 60), "a": ("mo", 12), "d": ("h", 24)}
_HOURS = frozenset(("h", "hr", "hrs"))
_WITHIN = {"[ft_i]": ("[in_i]", 12), "[lb_av]": ("[oz_av]", 16)}


def price(evidence: Evidence, line: Line, draft: Draft, price: Measure) -> None:
    """Give `draft` the currency that stands before it."""
    draft.unit, doubts = evidence.settle(price)
    draft.doubts.extend(doubts)
    draft.kind, draft.unit_text = "money", price.unit_text
    draft.rule = "money: currency before"
    _times(draft, price.times)
    draft.i = draft.xi = price.i
    j = draft.j
    if line.words[j] in ("US", "USD", "AUD", "CAD") and draft.unit_text == "$":
        draft.unit = {"US": "USD"}.get(line.words[j], line.words[j])
        draft.doubts = []
        j += 1
    draft.j = draft.xj = j
    _sum_over(evidence, line, draft)
    _priced_noun(line, draft)


def unit(evidence: Evidence, text: str, line: Line, draft: Draft, found: Measure) -> None:
    """Give `draft` the unit that stands after it."""
    draft.unit_text, draft.kind = found.unit_text, found.kind
    if found.candidates and found.unit is None:
        draft.unit, doubts = evidence.settle(found)
        draft.doubts.extend(doubts)
    else:
        draft.unit = found.unit
    draft.rule = f"{found.kind}: unit after"
    _times(draft, found.times)
    draft.j = draft.xj = found.j
    if found.unit == "deg":
        weather.settle(evidence, line, draft)
    if found.kind == "money" and not draft.scaled:
        _scale_behind(line, draft)
    if found.unit == "[lb_av]" and found.candidates:
        _pounds(text, line, draft)
    if draft.kind == "duration":
        _age(line, draft)
    if draft.kind == "money":
        _sum_over(evidence, line, draft)
    elif draft.kind not in ("age", "duration"):
        rate(line, draft)
    if draft.kind == "duration":
        _joined_units(line, draft)
    elif draft.kind in ("money", "distance", "mass"):
        _joined_parts(line, draft)
    _priced_noun(line, draft)


def _pounds(text: str, line: Line, draft: Draft) -> None:
    """Pounds of money: where the text has a £, or somebody pays them; pounds of copper weigh."""
    i, j = draft.i, draft.j
    weighed = line.words[j] == "(" and not _MASS.isdisjoint(line.lows[j + 1 : j + 4])
    if "£" in text and line.words[i - 1] != "(" and not weighed:
        draft.unit, draft.kind = "GBP", "money"
        return
    paid = line.lows[i - 1] == "for" or not _PAYING.isdisjoint(line.lows[i - _REACH : i])
    if (paid or _are_money(line, draft)) and line.lows[j] != "of" and not weighed:
        draft.unit, draft.kind = "GBP", "money"
        draft.doubts.append("pounds are read as money, since they are paid")


def _are_money(line: Line, draft: Draft) -> bool:
    """Whether so many pounds are hardly of weight: millions, in a sentence that weighs nothing."""
    return draft.low >= _MANY and _WEIGHING.isdisjoint(line.lows)


def _times(draft: Draft, times: Decimal) -> None:
    if times != 1:
        draft.low, draft.high = draft.low * times, draft.high * times
        draft.resolution *= times


def _scale_behind(line: Line, draft: Draft) -> None:
    worth = SCALES.get(line.lows[draft.j])
    if worth is not None:
        _times(draft, worth)
        draft.j = draft.xj = draft.j + 1
        draft.scaled = True


def _sum_over(evidence: Evidence, line: Line, draft: Draft) -> None:
    """A sum by the day or the head, or what another currency costs."""
    if line.lows[draft.j] in quotes.BUYING:
        quotes.price(evidence, line, draft)
    if draft.kind == "money":
        rate(line, draft)


def rate(line: Line, draft: Draft) -> None:
    """Give `draft` the rate that stands behind its unit: a day, per head, of oil a day."""
    near = rates.rate(line, draft.j)
    found = near or rates.behind_noun(line, draft.j)
    if found is None and draft.kind in ("volume", "mass", "energy"):
        found = rates.before_noun(line, draft.i, draft.xj)
    if found is None or draft.unit is None:
        return
    if draft.kind == "distance" and (draft.unit, found[0]) in (
        ("[mi_i]", "h"),
        ("km", "h"),
        ("m", "s"),
    ):
        draft.kind = "speed"
    elif draft.kind != "speed":
        draft.kind = "rate"
    draft.unit = f"{draft.unit}/{found[0]}"
    draft.j, draft.xj = near[1] if near else draft.j, found[1]


def _age(line: Line, draft: Draft) -> None:
    lows, j = line.lows, draft.j
    hyphen = lows[j] == "-" and line.joined(j)
    k = j + 1 if hyphen else j
    if lows[k] in ("old", "olds", "old's", "old\u2019s") and not (lows[k] == "olds" and not hyphen):
        draft.kind, draft.j, draft.xj = "age", k + 1, k + 1
    elif lows[j] == "of" and lows[j + 1] == "age":
        draft.kind, draft.j, draft.xj = "age", j + 2, j + 2


def _joined_units(line: Line, draft: Draft) -> None:
    """1 hr 4 mins is 64 min."""
    smaller = _SMALLER.get(draft.unit or "")
    j = draft.j + 1 if line.lows[draft.j] == "and" else draft.j
    if smaller is None:
        return
    small = line.words[j].isdecimal() and len(line.words[j]) <= 2
    figure = digits.read(line, j) if small else _worded(line, j)
    found = measures.after(line, figure, priced=False) if figure else None
    if figure is None or found is None or _as_minutes(draft, found) != smaller[0]:
        return
    draft.low = draft.low * smaller[1] + figure.low
    draft.high = draft.high * smaller[1] + figure.high
    draft.unit, draft.unit_text, draft.resolution = smaller[0], found.unit_text, Decimal(1)
    draft.j = draft.xj = found.j


def _as_minutes(draft: Draft, found: Measure) -> str | None:
    """The unit behind hours: the m of 3h 10m is minutes, that of "in 2 hours 10 m" is not."""
    short = draft.unit_text in _HOURS and found.unit_text == "m"
    return "min" if short else found.unit


def _worded(line: Line, j: int) -> Figure | None:
    """One small number word: twelve years and six months."""
    value = NUMBERS.get(line.lows[j])
    return Figure(j, j + 1, value, value, Decimal(1), "words") if value else None


def _joined_parts(line: Line, draft: Draft) -> None:
    """5 ft 2 in, 3 dollars 50 cents: the larger unit with a fraction."""
    j = draft.j
    part = rates.hundredths(line, j) if draft.kind == "money" else None
    within = _WITHIN.get(draft.unit or "")
    if within is not None and line.words[j].isdecimal() and len(line.words[j]) <= 2:
        figure = digits.read(line, j)
        inches = line.words[j + 1] in ("in", '"', "″") and line.lows[j + 2] not in ("the", "a")
        found = measures.after(line, figure, priced=False) if figure else None
        if figure is not None and (inches or (found is not None and found.unit == within[0])):
            part = (figure.low / within[1], j + 2)
    if within is not None and line.words[j] == "-" and _is_small(line, j + 1):
        end = j + 4 if line.lows[j + 2 : j + 4] == ["-", "inch"] else j + 2
        part = (Decimal(line.words[j + 1]) / within[1], end)  # a 6-foot-5 guard
    if part is not None and draft.low == draft.high:
        draft.low = draft.high = draft.low + part[0]
        draft.j = draft.xj = part[1]
        draft.resolution = Decimal("0.01")


def _is_small(line: Line, j: int) -> bool:
    word = line.words[j]
    return word.isdecimal() and len(word) <= 2 and line.joined(j) and line.joined(j - 1)


def _priced_noun(line: Line, draft: Draft) -> None:
    j = draft.j
    if line.lows[j] == "of" or (line.lows[j] == "-" and line.joined(j)):
        j += 1
    if line.lows[j] in ("the", "a", "an", "its", "their", "his", "her"):
        j += 1
    if line.lows[j + 1] in ("on", "over") and line.lows[j + 2] == line.lows[j]:
        return  # year on year
    named = nouns.head(line, j, plural=False)
    if named is not None:
        draft.noun = nouns.phrase(line, j, named[1])
