"""What one currency costs in another: 4.31 to the euro; ($1 = 6.81 crowns)."""

from __future__ import annotations

from accord.quantities import currency
from accord.quantities.draft import Aside, Draft
from accord.quantities.evidence import Evidence
from accord.quantities.line import Line
from accord.quantities.vocabulary import DOWN, STOP, UP
from accord.quantities.written import Measure

ONE = "one of a currency that is priced in another"
BUYING = frozenset(("to", "per"))
QUOTING = BUYING | {"against", "versus", "vs"}
_ARTICLES = frozenset(("the", "a", "one"))
_BASES = ("EUR", "GBP", "AUD", "NZD", "USD")  # the earlier of two is what is priced
_UNSETTLED = frozenset(("EUR", "GBP"))  # either of these is priced in the other
_CHANGED = UP | DOWN | {"by"}
_BREAKS = frozenset((".", ";", ":"))
_REACH = 20  # words before a quote that may name what is quoted


def read(evidence: Evidence, line: Line, draft: Draft) -> bool:
    """Whether `draft` is a quote of the currency that its clause names; it is made a rate."""
    before = line.lows[draft.i - 1]
    over = _over(evidence, line, draft)
    if over is None or draft.scaled or before in _CHANGED or before == "/":
        return False
    under, end = over
    told = _quoted(line, draft.i, under)
    code, doubts = evidence.settle(told) if told else (None, ())
    pair = _pair(code, under, line.lows[draft.j] == "per") if code and code != under else None
    if pair is None:
        return False
    draft.kind, draft.unit, draft.rule = "rate", "/".join(pair), "rate: quote of a currency"
    draft.unit_text, draft.doubts, draft.xj = None, [*draft.doubts, *doubts], end
    return True


def price(evidence: Evidence, line: Line, draft: Draft) -> None:
    """Make a sum that another currency buys a rate: 60 rubles to the dollar, 98 yen per dollar."""
    changed = draft.scaled or line.lows[draft.i - 1] in _CHANGED
    over = None if changed or draft.unit is None else _over(evidence, line, draft)
    if over is not None and over[0] != draft.unit:
        draft.kind, draft.unit = "rate", f"{draft.unit}/{over[0]}"
        draft.j = draft.xj = over[1]


def _over(evidence: Evidence, line: Line, draft: Draft) -> tuple[str, int] | None:
    """The currency that is priced, and the word after it: to the U.S. dollar, per euro."""
    article = line.lows[draft.j + 1] in _ARTICLES
    j = draft.j + 1 + article
    found = currency.named(line, j) if article or line.lows[draft.j] != "to" else None
    weighs = line.lows[j] == "pound" and not article  # 5 cents per pound
    if found is None or weighs or (line.lows[found.j] and line.lows[found.j] not in STOP):
        return None
    code, _ = evidence.settle(found)
    return (code, found.j) if code else None


def _quoted(line: Line, i: int, under: str) -> Measure | None:
    """The last currency named before word `i` in its clause that may be another than `under`."""
    told: Measure | None = None
    k = max(line.first, i - _REACH)
    while k < i:
        if line.lows[k] in _BREAKS:
            told = None
        found = currency.named(line, k)
        if found is not None and found.candidates != (under,) and not _is_base(line, k):
            told = found
        k = found.j if found is not None else k + 1
    return told


def _is_base(line: Line, k: int) -> bool:
    """Whether another is held against the currency at word `k`: against the yen."""
    k -= 1 + (line.lows[k - 1] in _ARTICLES)
    return line.lows[k] in QUOTING


def _pair(code: str, under: str, per: bool) -> tuple[str, str] | None:
    """What is counted over what is priced: the euro at 1.31 against the dollar is USD/EUR."""
    if per:
        return code, under
    if _UNSETTLED.issuperset((code, under)):
        return None
    base = next((one for one in _BASES if one in (code, under)), None)
    if base is None:
        return None
    return (code, under) if base == under else (under, code)


def priced(left: Draft, right: Draft) -> Aside | None:
    """The one of ($1 = 6.81 crowns) set aside, or None; the other number is a rate over it."""
    if left.kind != "money" or right.kind != "money" or right.i - left.j != 1:
        return None
    one, other = (left, right) if left.low == left.high == 1 else (right, left)
    if one.low != 1 or one.high != 1 or one.unit is None or one.unit == other.unit:
        return None
    if other.unit is not None:
        other.kind, other.unit = "rate", f"{other.unit}/{one.unit}"
    return Aside(one.i, one.j, ONE)
