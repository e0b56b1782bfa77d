"""The two ends of a change, and numbers held against each other: 9, up from 7; 9 against 7."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from accord.quantities.draft import Aside, Draft
from accord.quantities.line import Line
from accord.quantities.ordering import MULTIPLE
from accord.quantities.vocabulary import LETTERS, NUMBERS, SCALES, words_of

HELD_AGAINST = "the unit is that of the number it is compared with"
_COMPARING = words_of("comparing")
_PLAIN = frozenset(("magnitude", "count"))
_SIZES = frozenset(
    (
        "count",
        "mass",
        "volume",
        "area",
        "distance",
        "duration",
        "energy",
        "power",
        "rate",
        "percent",
    )
)
_SPANNING = frozenset(("in", "over", "within", "for", "after", "during", "last", "past"))
_SWAPPED = (["instead", "of"], [",", "not"])
_BESIDE = frozenset(("more", "less", "fewer", "higher", "lower", "above", "below", "up", "down"))
_WORTH = {word: Decimal(int(worth)) for word, worth in {**LETTERS, **SCALES}.items()}
_UNSCALED = 1000  # from here on a number needs no scale
_ABSURD = 100  # times that nothing grows between two numbers of one sentence
_FAR_APART = 20  # times that the ends of a change are apart at most where they share a scale
_NEAR = 10  # times that a bare number may be as large as the one that it is compared with
_DATED = 10  # words between the ends of a change that tell their dates
_APART = frozenset((".", ";", ":", "(", ")", "and", "but", "while", "which", "who", "when"))


def relate(line: Line, left: Draft, right: Draft) -> bool:
    """Whether the two are ends of a change or held against each other; each has the unit then."""
    if _change(line, left, right):
        right.series = left
        _share_unit(line, left, right)
    elif _back(line, left, right):
        left.series = right
        _share_unit(line, right, left)
    elif _compared(line, left, right):
        _share_compared(line, left, right)
    else:
        return False
    return True


def over_asides(line: Line, made: Sequence[Draft | Aside], right: Draft) -> None:
    """Both ends of a change with more told of each: to 3% in May from 4%, to $9, or £7, from $8."""
    k = len(made) - 1
    while k >= 0 and made[k].i >= right.i - _DATED and _is_aside(line, made[k]):
        k -= 1
    left = made[k]
    if k == len(made) - 1 or k < 0 or not isinstance(left, Draft) or left.kind == "duration":
        return
    gap = line.lows[left.xj : right.xi]
    if not gap or len(gap) > _DATED or not _APART.isdisjoint(gap) or not _comparable(left, right):
        return
    if gap[-1] == "to" and _from(line, left):
        right.series = left
        _share_unit(line, left, right)
    elif gap[-1] == "from" and left.direction is None:
        left.series = right
        _share_unit(line, right, left)
    elif _compared(line, left, right):
        _share_compared(line, left, right)


def _is_aside(line: Line, made: Draft | Aside) -> bool:
    """Whether it is a date, or says in other words what stands before it: or 9 cents a share."""
    return isinstance(made, Draft) and (made.kind == "date" or line.lows[made.xi - 1] == "or")


def _from(line: Line, left: Draft) -> bool:
    """Whether a change starts at `left`: from 9, from a peak of 9."""
    lows, i = line.lows, left.xi
    if lows[i - 1] == "of" and lows[i - 3] in ("a", "an", "the", "its"):
        i -= 3
    return lows[i - 1] == "from" or lows[left.i - 1] == "from"


def _change(line: Line, left: Draft, right: Draft) -> bool:
    gap = line.lows[left.xj : right.xi]
    return "to" in gap and len(gap) <= 8 and _from(line, left) and _comparable(left, right)


def _back(line: Line, left: Draft, right: Draft) -> bool:
    """A change told from its end: 9, down from 12; to 3% of output from 4%."""
    if line.lows[right.xi - 1] != "from":
        return False
    gap, before = line.lows[left.xj : right.xi], line.lows[left.xi - 1]
    far = 8 if before == "to" and gap[:1] == ["of"] and _APART.isdisjoint(gap) else 4
    if not gap or len(gap) > far or "(" in gap:
        return False
    moved = left.kind == "percent" and left.direction is not None and right.unit is None
    span = left.kind == "duration" and before in _SPANNING
    return not moved and not span and _comparable(left, right)


def _compared(line: Line, left: Draft, right: Draft) -> bool:
    """Sales of $3 bn against 2.5 bn, 40 barns compared with 30: the unit stands once."""
    if not right.bare or right.unit is not None:
        return False
    gap = line.lows[left.xj : right.xi]
    beside = gap == [","] and right.scaled and line.lows[right.j] in _BESIDE
    swapped = gap in _SWAPPED
    if len(gap) > _DATED or not (swapped or beside or _holds_against(gap)):
        return False
    if swapped and left.kind == "money":
        return right.scaled == left.scaled and right.high <= _NEAR * left.high
    if left.kind in ("money", "rate") and (right.scaled or left.kind == "money"):
        return right.scaled and left.kind == "money"
    return left.kind in _SIZES and right.high <= _NEAR * left.high


def _holds_against(gap: list[str]) -> bool:
    """Whether words between two numbers compare them: against, than, instead of its earlier."""
    if not _COMPARING.isdisjoint(gap):
        return True
    return "instead" in gap and gap[gap.index("instead") + 1 :][:1] == ["of"]


def _share_compared(line: Line, left: Draft, right: Draft) -> None:
    _share_unit(line, left, right)
    right.doubts.append(HELD_AGAINST)


def _comparable(left: Draft, right: Draft) -> bool:
    if left.kind == "date" or right.kind == "date" or left.rule == MULTIPLE:
        return False
    alike = left.unit == right.unit or left.unit is None or right.unit is None
    return alike or _is_sum_of(left, right) or _is_sum_of(right, left)


def _is_sum_of(money: Draft, quote: Draft) -> bool:
    """Whether a sum may be short for a quote: 98 yen to the dollar from 97 yen."""
    if money.kind != "money" or quote.kind != "rate":
        return False
    bought, _, over = (quote.unit or "").partition("/")
    return bought == money.unit and over.isupper() and over.isalpha()


def _share_unit(line: Line, known: Draft, bare: Draft) -> None:
    if "%" in (known.unit, bare.unit) and (known.scaled or bare.scaled):
        return  # no one writes millions of percent
    if bare.unit is None and bare.kind in _PLAIN and known.unit is not None:
        bare.unit, bare.unit_text, bare.kind = known.unit, known.unit_text, known.kind
        bare.noun = bare.noun or known.noun
        bare.bare = False
    elif known.unit is None and known.kind in _PLAIN and bare.unit is not None:
        known.unit, known.unit_text, known.kind = bare.unit, bare.unit_text, bare.kind
    for one, other in ((known, bare), (bare, known)):
        if one.kind == "money" and _is_sum_of(one, other):
            one.unit, one.kind = other.unit, other.kind
    if known.unit == bare.unit and bare.scaled and not known.scaled:
        _share_scale(line, known, bare)


def _share_scale(line: Line, plain: Draft, scaled: Draft) -> None:
    """From 48 to 63 billion, $63 billion from $48: the scale stands once; not 500 to 2 million."""
    last, worth = plain.j - 1, scale(line, scaled)
    told = line.words[last][:1].isdecimal() or line.lows[last] in NUMBERS
    told = told and plain.xj == plain.j  # not 12 cars to 9 million
    high, low = max(plain.low * worth, scaled.low), min(plain.low * worth, scaled.low)
    absurd = 0 < plain.low < _UNSCALED and scaled.low > _ABSURD * plain.low
    if told and absurd and high <= _FAR_APART * low:
        plain.low, plain.high = plain.low * worth, plain.high * worth
        plain.resolution *= worth


def scale(line: Line, draft: Draft) -> Decimal:
    """What the scale word of `draft` is worth: thousands, millions, billions; else 1."""
    for low in reversed(line.lows[draft.i : draft.j]):
        if low in _WORTH:
            return _WORTH[low]
    return Decimal(1)
