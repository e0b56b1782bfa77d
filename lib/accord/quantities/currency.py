"""The currency of a number: the mark or code before it, the name or mark behind it."""

from __future__ import annotations

from decimal import Decimal

from accord import units
from accord.quantities.figure import Figure
from accord.quantities.line import Line
from accord.quantities.nouns import phrase
from accord.quantities.vocabulary import LETTERS, SCALES, STOP, words_of
from accord.quantities.written import Measure, follow, index

_MONEY = units.load_currencies()
_RISKY = frozenset(
    ("mark", "punt", "real", "sum", "som", "colon", "sol", "rand", "buck", "crown", "lev", "dong")
)
_OTHER_WORDS = _RISKY - {"rand", "crown", "dong"}  # without a number beside them
_TEN = 10
_OWN_PLURALS = {"rand": _TEN, "dong": 1000, "won": 1000}  # the least sum that is no other word
_NAMES = index(_MONEY.names, 0)
_AFTER = index(
    {mark: codes for mark, codes in _MONEY.symbols.items() if mark not in ("R", "p", "L$", "PS")}, 0
)
_BEFORE = index(_MONEY.symbols, -1)
_MINOR = index(_MONEY.minor, 0)
_IN_CENTS = words_of("in_cents")
_ROMANCE_OF = frozenset(("de", "di"))  # 2 millones de euros

# All words that a currency before a number may end with.
_LASTS = frozenset((*_BEFORE, *("M" + code for code in _MONEY.codes)))
# All words that a currency behind a number may begin with.
FIRST_LOWS = frozenset((*_NAMES, *_MINOR, *_ROMANCE_OF, "won", "c"))
FIRST_WORDS = frozenset((*_AFTER, "M", *("M" + code for code in _MONEY.codes)))


def is_named(line: Line, j: int) -> bool:
    """Whether the name of a currency stands at word `j`."""
    return follow(_NAMES, line.lows, j) is not None


def named(line: Line, j: int) -> Measure | None:
    """The currency whose name stands at word `j`, without a number: against the euro."""
    if line.lows[j] not in _NAMES:
        return None
    way = follow(_NAMES, line.lows, j)
    if way is None or way[0][-1] in _OTHER_WORDS:
        return None
    end = j + len(way[0])
    return Measure(None, "money", j, end, phrase(line, j, end), candidates=way[1])


def is_at(line: Line, j: int) -> bool:
    """Whether the name or the mark of a currency stands at word `j`."""
    return is_named(line, j) or follow(_AFTER, line.words, j) is not None


def before(line: Line, i: int) -> Measure | None:
    """The currency that stands before word `i`: $, US$, EUR, Rs."""
    words = line.words
    if words[i - 1] not in _LASTS:
        return None
    for way in _BEFORE.get(words[i - 1], ()):
        mark = way[0]
        n = len(mark)
        if tuple(words[i - n : i]) != mark or (mark[-1].isalpha() and not _stands(line, i, mark)):
            continue
        if mark[0] in ("A", "a") and not line.joined(i - 1):
            continue
        codes = way[1]
        return Measure(None, "money", i - n, i, "".join(mark), candidates=codes)
    mega = words[i - 1]
    if mega[:1] == "M" and mega[1:] in _MONEY.codes:
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


def behind(line: Line, figure: Figure, k: int) -> Measure | None:
    """The currency that stands at word `k`, behind the number: euros, DKK, cents."""
    lows, words = line.lows, line.words
    k += figure.scaled and lows[k] in _ROMANCE_OF
    for way in _NAMES.get(lows[k], ()):
        n = len(way[0])
        if n > 1 and tuple(lows[k : k + n]) != way[0]:
            continue
        if way[0][-1] in _RISKY and not (figure.scaled or _is_sum(line, figure, k)):
            continue
        codes = way[1]
        return Measure(None, "money", figure.i, k + n, phrase(line, k, k + n), candidates=codes)
    if lows[k] == "won" and (figure.scaled or _is_sum(line, figure, k)):
        return Measure("KRW", "money", figure.i, k + 1, words[k], candidates=("KRW",))
    mark = follow(_AFTER, words, k)
    if mark is not None and (
        not mark[0][0].isascii() or not mark[0][0].isalpha() or len(mark[0][0]) > 1
    ):
        codes = mark[1]
        end = k + len(mark[0])
        return Measure(None, "money", figure.i, end, phrase(line, k, end), candidates=codes)
    return _other_money(line, figure, k)


def _is_sum(line: Line, figure: Figure, k: int) -> bool:
    """Whether a name that is its own plural closes a sum: 3,000 rand; not the 3,000 won by him."""
    least = _OWN_PLURALS.get(line.words[k])
    if least is None or figure.form != "digits" or figure.low < least:
        return False
    verb = least > _TEN and (line.lows[figure.i - 1] in ("the", "of") or not _closes(line, k + 1))
    return not verb and (not line.lows[k + 1] or line.lows[k + 1] in STOP)


def _closes(line: Line, k: int) -> bool:
    """Whether the clause ends at word `k`, or each and per what follows."""
    return line.lows[k] in ("", ".", ",", ";", "(", ")", "a", "an", "per", "each")


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
