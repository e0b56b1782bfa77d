"""The unit of a number: the currency before it, the unit or currency after it, the rate."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import TypeVar

from accord import units
from accord.quantities.digits import letter
from accord.quantities.figure import Figure
from accord.quantities.line import Line, cut
from accord.quantities.nouns import head, is_plural, phrase
from accord.quantities.vocabulary import LETTERS, SCALES, STOP, words_of

_TABLE = units.load_units()
_MONEY = units.load_currencies()
_RISKY = frozenset(
    ("mark", "punt", "real", "sum", "som", "colon", "sol", "rand", "buck", "crown", "lev", "dong")
)


T = TypeVar("T")
Way = tuple[tuple[str, ...], T]
Index = dict[str, tuple[Way[T], ...]]


@dataclass(slots=True)
class Measure:
    """A unit found: its code, kind, the words [i, j) it took around the figure, and doubts."""

    unit: str | None
    kind: str
    i: int
    j: int
    unit_text: str
    times: Decimal = Decimal(1)
    candidates: tuple[str, ...] = ()


def _words(phrase: str) -> tuple[str, ...]:
    line = cut(phrase)
    return tuple(line.words[line.first : line.last])


def _index(rows: Mapping[str, T], edge: int) -> Index[T]:
    found: dict[str, list[Way[T]]] = {}
    for written, target in rows.items():
        words = _words(written)
        found.setdefault(words[edge], []).append((words, target))
    return {key: tuple(sorted(ways, key=lambda way: -len(way[0]))) for key, ways in found.items()}


def _hyphened(names: Mapping[str, T]) -> dict[str, T]:
    """Names of several words as they are written before a noun: square-metre, basis-point."""
    joined = {name.replace(" ", "-"): target for name, target in names.items() if " " in name}
    return {**joined, **names}


NAMES = _index(_hyphened(_TABLE.names), 0)
SYMBOLS = _index(_TABLE.symbols, 0)
_MONEY_NAMES = _index(_MONEY.names, 0)
_MONEY_AFTER = _index(
    {mark: codes for mark, codes in _MONEY.symbols.items() if mark not in ("R", "p", "L$", "PS")}, 0
)
_MONEY_BEFORE = _index(_MONEY.symbols, -1)
_MINOR = _index(_MONEY.minor, 0)


def follow(index: Index[T], words: list[str], j: int) -> Way[T] | None:
    """The longest phrase of `index` that stands at word `j`, or None."""
    for way in index.get(words[j], ()):
        n = len(way[0])
        if n == 1 or tuple(words[j : j + n]) == way[0]:
            return way
    return None


def before(line: Line, i: int) -> Measure | None:
    """The currency that stands before word `i`: $, US$, EUR, Rs."""
    words = line.words
    for way in _MONEY_BEFORE.get(words[i - 1], ()):
        mark = way[0]
        n = len(mark)
        if tuple(words[i - n : i]) != mark or (mark[-1].isalpha() and not _stands(line, i, mark)):
            continue
        if mark[0] in ("A", "a") and not line.joined(i - 1):
            continue
        codes = way[1]
        return Measure(None, "money", i - n, i, "".join(mark), candidates=codes)
    mega = words[i - 1]
    if len(mega) == 4 and mega[0] == "M" and mega[1:] in _MONEY.codes:
        return Measure(mega[1:], "money", i - 1, i, mega, Decimal("1e6"), (mega[1:],))
    return None


def _stands(line: Line, i: int, mark: tuple[str, ...]) -> bool:
    """Whether a currency mark of letters is one: a code may stand apart, a letter must touch."""
    whole = "".join(mark)
    if whole in _MONEY.words and not _is_amount(line, i):
        return False
    if line.joined(i):
        return not line.joined(i - len(mark)) or not line.words[i - len(mark) - 1].isalnum()
    return whole in _MONEY.codes or whole in ("Rs", "RMB", "Rp", "KSh", "Ksh", "Tk")


def _is_amount(line: Line, i: int) -> bool:
    """Whether the number at word `i` is grouped, scaled or in hundredths, as amounts are."""
    return not line.words[i].isdecimal() or line.lows[i + 1] in (*SCALES, *LETTERS)


def after(line: Line, figure: Figure, priced: bool) -> Measure | None:
    """The unit that follows `figure`; `priced` where a currency already stands before it."""
    j = figure.j
    hyphen = line.words[j] in ("-", "\u2011") and line.joined(j)
    k = j + 1 if hyphen and line.words[j + 1] else j
    worth = letter(line, figure)
    if worth is not None and (priced or _is_scale(line, figure)):
        return _lettered(line, figure, worth, priced)
    if priced:
        return None
    return _unit_at(line, figure, k, hyphen)


def _is_scale(line: Line, figure: Figure) -> bool:
    """Whether the letter after the number is a scale: 2m euros, 25k, 1.2m tons; not 40m or 5 t."""
    j = figure.j
    low, nxt = line.lows[j], line.words[j + 1]
    if low == "k":
        return line.joined(j)
    if low in {"t", "mm"}:
        return False
    if follow(_MONEY_NAMES, line.lows, j + 1) or follow(_MONEY_AFTER, line.words, j + 1):
        return True
    if low == "m" and line.joined(j) and not line.joined(j + 1) and _is_unit(line, j + 1):
        return True
    if not line.joined(j) or low != "m":
        return low == "b" and line.joined(j) and is_plural(line.lows[j + 1])
    plain = nxt[:1].isalpha() and line.lows[j + 1] not in STOP and not line.joined(j + 1)
    return plain and head(line, j + 1, plural=True) is not None


def _is_unit(line: Line, k: int) -> bool:
    """Whether a unit with a sign of its own stands at word `k`: 44m km."""
    symbol = _symbol(line, k) if line.lows[k] not in STOP else None
    return symbol is not None and sum(map(len, symbol[0])) > 1


def _lettered(line: Line, figure: Figure, worth: Decimal, priced: bool) -> Measure | None:
    figure.low, figure.high = figure.low * worth, figure.high * worth
    figure.resolution *= worth
    figure.j, figure.scaled = figure.j + 1, True
    hyphen = line.words[figure.j] == "-" and line.joined(figure.j)
    return None if priced else _unit_at(line, figure, figure.j + hyphen, hyphen)


def _unit_at(line: Line, figure: Figure, k: int, hyphen: bool) -> Measure | None:
    if line.lows[k] not in _FIRST_LOWS and line.words[k] not in _FIRST_WORDS:
        return None
    found = _physical(line, figure, k, hyphen)
    money = _currency_after(line, figure, k)
    if found is not None and money is not None:
        if line.lows[k] in ("pound", "pounds") and not money.j > k + 1:
            money.candidates = ()
            found.candidates = ("GBP",)
            return found
        return (
            money
            if money.j > found.j or (len(money.candidates) > 1 and found.kind == "percent")
            else found
        )
    return money or found


def _physical(line: Line, figure: Figure, k: int, hyphen: bool) -> Measure | None:
    low, word = line.lows[k], line.words[k]
    way = None
    for candidate in NAMES.get(low, ()):
        n = len(candidate[0])
        if n == 1 or tuple(line.lows[k : k + n]) == candidate[0]:
            way = candidate
            break
    if way is not None and low == "second" and not hyphen and figure.low == int(figure.low):
        return None
    symbol = _symbol(line, k)
    if symbol is not None and (way is None or len(symbol[0]) > len(way[0])):
        if len(word) == 1 and len(symbol[0]) == 1 and not _alone(line, figure, k):
            symbol = None
        else:
            way = symbol
    if way is None:
        return None
    unit = way[1]
    end = k + len(way[0])
    if unit.dimension == "incidence" and _is_measured(line, end):
        return None
    return Measure(unit.code, unit.kind, figure.i, end, phrase(line, k, end), unit.times)


def incidence(line: Line, j: int) -> tuple[units.Unit, int] | None:
    """The unit of "per 1,000" at word `j` and its end, or None; per 1,000 dollars is none."""
    way = follow(NAMES, line.lows, j)
    if way is None or way[1].dimension != "incidence" or _is_measured(line, j + len(way[0])):
        return None
    return way[1], j + len(way[0])


def _is_measured(line: Line, j: int) -> bool:
    """Whether a unit or a currency stands at word `j`."""
    return (
        follow(NAMES, line.lows, j) is not None
        or follow(_MONEY_NAMES, line.lows, j) is not None
        or _symbol(line, j) is not None
    )


def _symbol(line: Line, k: int) -> Way[units.Unit] | None:
    """The symbol at word `k`; its signs touch one another where the table writes no blank."""
    for way in SYMBOLS.get(line.words[k], ()):
        n = len(way[0])
        if n == 1:
            return way
        if way[0][-1] == "." and not line.words[k + n]:
            continue  # it ends the sentence
        if tuple(line.words[k : k + n]) == way[0] and (
            way[0][0] in ("sq", "cu", "fl", "lb", "deg", "°")
            or all(line.joined(k + step) for step in range(1, n))
        ):
            return way
    return None


def _alone(line: Line, figure: Figure, k: int) -> bool:
    """Whether a single letter may be a unit here."""
    word = line.words[k]
    if word in "%°º″٪":
        return True
    if figure.form not in ("digits", "part") or line.words[k + 1] in ("'", "\u2019"):
        return False
    if (
        line.joined(k + 1)
        and line.words[k + 1][:1].isalnum()
        and not line.words[k + 1][0].isdecimal()
    ):
        return False
    if line.joined(k):
        return not (word == "s" and figure.low < 10_000 and figure.low % 10 == 0)
    return word in "mgthl" or line.words[k + 1] == "/"


_IN_CENTS = words_of("in_cents")
_ROMANCE_OF = frozenset(("de", "di"))  # 2 millones de euros


# All words that a unit or a currency behind a number may begin with.
_FIRST_LOWS = frozenset((*NAMES, *_MONEY_NAMES, *_MINOR, *_ROMANCE_OF, "won", "c"))
_FIRST_WORDS = frozenset((*SYMBOLS, *_MONEY_AFTER, "M", *("M" + code for code in _MONEY.codes)))


def _currency_after(line: Line, figure: Figure, k: int) -> Measure | None:
    lows, words = line.lows, line.words
    k += figure.scaled and lows[k] in _ROMANCE_OF
    for way in _MONEY_NAMES.get(lows[k], ()):
        n = len(way[0])
        if n > 1 and tuple(lows[k : k + n]) != way[0]:
            continue
        if way[0][-1] in _RISKY and not figure.scaled:
            continue
        codes = way[1]
        return Measure(None, "money", figure.i, k + n, phrase(line, k, k + n), candidates=codes)
    if lows[k] == "won" and figure.scaled:
        return Measure("KRW", "money", figure.i, k + 1, words[k], candidates=("KRW",))
    mark = follow(_MONEY_AFTER, words, k)
    if mark is not None and (
        not mark[0][0].isascii() or not mark[0][0].isalpha() or len(mark[0][0]) > 1
    ):
        codes = mark[1]
        end = k + len(mark[0])
        return Measure(None, "money", figure.i, end, phrase(line, k, end), candidates=codes)
    return _other_money(line, figure, k)


def _other_money(line: Line, figure: Figure, k: int) -> Measure | None:
    word = line.words[k]
    if len(word) == 4 and word[0] == "M" and word[1:] in _MONEY.codes:
        return Measure(word[1:], "money", figure.i, k + 1, word, Decimal("1e6"), (word[1:],))
    if word == "M" and line.words[k + 1] in ("$", "€", "£") and line.joined(k + 1):
        codes = _MONEY.symbols[line.words[k + 1]]
        text = "M" + line.words[k + 1]
        return Measure(None, "money", figure.i, k + 2, text, Decimal("1e6"), codes)
    if _is_cents(line, figure, k):
        return Measure("{cent}", "money", figure.i, k + 1, word)
    minor = follow(_MINOR, line.lows, k)
    if minor is None or (word == "p" and (figure.form != "digits" or line.words[k + 2] == "m")):
        return None
    return Measure(str(minor[1]), "money", figure.i, k + 1, word)


def _is_cents(line: Line, figure: Figure, k: int) -> bool:
    """Whether a letter counts hundredths: a dividend of 12c, 3c to $1.20."""
    touching = line.words[k] == "c" and line.joined(k) and figure.form == "digits"
    return touching and not _IN_CENTS.isdisjoint(line.lows)


_DESCRIBERS = words_of("describers")


def described(line: Line, figure: Figure) -> Measure | None:
    """The unit of time behind one describing word: 3 consecutive days, two full years."""
    k = figure.j
    if line.lows[k] not in _DESCRIBERS:
        return None
    found = _physical(line, figure, k + 1, hyphen=False)
    return found if found is not None and found.kind == "duration" else None
