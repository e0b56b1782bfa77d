"""What stands behind a unit: a rate (a day, per head, /h), the cents of a sum."""

from __future__ import annotations

from decimal import Decimal

from accord.quantities.line import Line
from accord.quantities.measures import NAMES, SYMBOLS
from accord.quantities.nouns import head, singular
from accord.quantities.vocabulary import STOP, words_of
from accord.quantities.written import follow

_AGO = words_of("ago")
_ROUNDING, _MORE = frozenset(("and", "or")), frozenset(("so", "two", "more"))  # a year or so ago
_TIMES = frozenset(("s", "min", "h", "d", "wk", "mo", "a"))
_PER_NOUNS, _PIECES, _OUTPUTS = words_of("per_nouns"), words_of("pieces"), words_of("outputs")
_AFTER_PIECE = words_of("after_piece").union(("", ".", ",", ";", ":", ")", "(", '"', "\u201d"))
_ROUGHLY = words_of("roughly")
_AFTER_SECOND = frozenset(("", ".", ",", ";", ")"))
_DAILY = {"hourly": "h", "daily": "d", "weekly": "wk"}


def rate(line: Line, j: int) -> tuple[str, int] | None:
    """The unit and end of "per day", "a year", "/h", "per person per day" at word `j`, or None."""
    found = _one(line, j)
    if found is None:
        return None
    units, end = [found[0]], found[1]
    while (found := _more(line, end)) is not None and _may_join(units, found[0]):
        units, end = [*units, found[0]], found[1]
    return "/".join(sorted(units, key=_TIMES.__contains__)), end  # per day per head is /head/day


def _more(line: Line, j: int) -> tuple[str, int] | None:
    """A further unit of a rate at word `j`: per year, a day, and per head."""
    lows = line.lows
    j += lows[j] in (",", "and") and lows[j + 1] == "per"
    if lows[j] not in ("per", "a", "an"):
        return None
    found = _one(line, j)
    return found if found is None or lows[j] == "per" or found[0] in _TIMES else None


def _may_join(units: list[str], further: str) -> bool:
    """Whether a rate may be over `further` too: over one stretch of time, and each thing once."""
    return further not in units and (further not in _TIMES or _TIMES.isdisjoint(units))


def _one(line: Line, j: int) -> tuple[str, int] | None:
    lows = line.lows
    k = j + 1 if lows[j] == "-" and line.joined(j) else j
    sign = lows[k]
    k += 1
    if sign not in ("per", "a", "an", "/") or (sign == "/" and not line.joined(k)):
        return None
    if lows[k] == "-" and line.joined(k):
        k += 1
    way = follow(NAMES, lows, k)
    if way is None and sign == "/":
        way = follow(SYMBOLS, line.words, k)
    if way is not None and way[1].times == 1:
        second = sign == "a" and lows[k] == "second" and lows[k + 1] not in _AFTER_SECOND
        end = k + len(way[0])
        over = second or lows[end] in _AGO or (lows[end] in _ROUNDING and _tells_when(lows, end))
        return None if over else (way[1].code, end)
    return _per_noun(lows, sign, k)


def _tells_when(lows: list[str], j: int) -> bool:
    """Whether more of a time that has passed stands at word `j`: a year and a half ago."""
    if lows[j] == "and":
        parted = lows[j + 1] in ("a", "one") and lows[j + 2] in ("half", "quarter")
        return parted and lows[j + 3] in _AGO
    return lows[j + 1] in _MORE and lows[j + 2] in _AGO


def behind_noun(line: Line, j: int) -> tuple[str, int] | None:
    """The unit and end of a rate behind what is measured: barrels of oil a day."""
    if line.lows[j] != "of":
        return None
    named = head(line, j + 1, plural=False)
    if named:
        return rate(line, named[1])
    formula = line.words[j + 1].isupper() and line.joined(j + 2) and line.words[j + 2].isdecimal()
    return rate(line, j + 3) if formula else None


def before_noun(line: Line, i: int, end: int) -> tuple[str, int] | None:
    """The unit of a rate told before the number at word `i`: a daily output of some 70 tonnes."""
    lows = line.lows
    while lows[i - 1] in _ROUGHLY:
        i -= 1
    time = _DAILY.get(lows[i - 3]) if lows[i - 1] == "of" else None
    return (time, end) if time is not None and lows[i - 2] in _OUTPUTS else None


def _per_noun(lows: list[str], sign: str, k: int) -> tuple[str, int] | None:
    if sign == "per" and lows[k].isalpha() and lows[k] not in STOP:
        if lows[k] not in _PER_NOUNS and lows[k + 1] in _PER_NOUNS:
            k += 1  # "per diluted share"
        elif (way := follow(NAMES, lows, k + 1)) is not None and way[1].times == 1:
            return way[1].code, k + 1 + len(way[0])  # "per calendar month"
        known = {"annum": "a", "capita": "{person}"}
        return known.get(lows[k], "{" + singular(lows[k]) + "}"), k + 1
    if sign in ("a", "an") and lows[k] in _PER_NOUNS:
        return "{" + lows[k] + "}", k + 1
    if sign in ("a", "an") and lows[k] in _PIECES and lows[k + 1] in _AFTER_PIECE:
        return "{" + lows[k] + "}", k + 1
    return None


def hundredths(line: Line, j: int) -> tuple[Decimal, int] | None:
    """The cents behind whole money, as a share of one, and the word after them: (and) 50 cents."""
    k = j + 1 if line.lows[j] == "and" else j
    word = line.words[k]
    if word.isdecimal() and len(word) == 2 and line.lows[k + 1] in ("cents", "pence", "cent"):
        return Decimal(word) / 100, k + 2
    return None
