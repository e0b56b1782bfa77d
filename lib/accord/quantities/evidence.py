"""What the whole text says about a currency mark that several countries share."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise

from accord import units
from accord.quantities.written import Measure

_MONEY = units.load_currencies()
_USD_MARKS = ("us$", "us $", "$us")
_USD_WORDS = ("usd", "us dollar", "us. dollar", "u.s dollar", "u.s. dollar")
_USD = re.compile(r"\b(?:usd|u\.?s\.? dollars?)\b")
_ANY_WORD = re.compile(r"[^\W\d_]+(?:\.[^\W\d_]+\.)?")
_ASCII_WORD = re.compile(r"[a-z]+(?:\.[a-z]+\.)?")  # in a text of these alone; it is faster
_INDIAN = re.compile(r"\b(?:crores?|lakhs?)\b")
_BEFORE_SIGN, _BEHIND_SIGN = 5, 2  # characters that a mark with a $ has around it at most
_IN_M = re.compile(r"[£$€] ?\d[\d.,]*(?:m|bn)\b|\d[\d.,]*bn\b|\dm (?:people|voters|votes|jobs)\b")
_IN_METRES = re.compile(r"\dm[ -](?:high|tall|deep|wide|long|away|from|above|below|x|hurdles)\b")
_HEAT = re.compile(
    r"\b(?:temperatures|heat ?waves?|thermometers?|celsius|fahrenheit)\b", re.IGNORECASE
)
_CELSIUS = re.compile(r"(?i:celsius|centigrade)|\d ?[°º]?C\b|[°º] ?C\b|℃")
_FAHRENHEIT = re.compile(r"(?i:fahrenheit)|\d ?[°º]?F\b|[°º] ?F\b|℉")
_TOO_HOT = re.compile(  # for Celsius
    r"\b(?:[678]\d|9[1-9]|1[0-3]\d)[ -]degrees?\b(?! (?:north|south|east|west|angle|turn))"
)
_OWN_MARKS = {
    codes[0]: tuple(
        mark for mark, those in _MONEY.symbols.items() if those == codes and not mark.isalpha()
    )
    for codes in _MONEY.symbols.values()
    if len(codes) == 1
}
_PLACES = {code: frozenset(known.places) - {"us"} for code, known in _MONEY.codes.items()}
_FIRST_OF_TWO = frozenset(
    place.split()[0] for places in _PLACES.values() for place in places if " " in place
)


class Evidence:
    """The currencies that one text speaks of, worked out on first need."""

    def __init__(self, text: str) -> None:
        """Hold `text`; nothing is read yet."""
        self._text = text
        self._lower: str | None = None
        self._signs: str | None = None
        self._pairs: frozenset[str] | None = None
        self._hot: bool | None = None
        self._in_m: bool | None = None
        self._known: dict[str, tuple[str | None, tuple[str, ...]]] = {}

    def settle(self, measure: Measure) -> tuple[str | None, tuple[str, ...]]:
        """The currency of `measure` and the doubts about it; None where nothing settles it."""
        codes = measure.candidates
        if len(codes) == 1:
            return codes[0], ()
        mark = measure.unit_text
        if mark not in self._known:
            self._known[mark] = self._settled(mark, codes)
        return self._known[mark]

    def counts_in_m(self) -> bool:
        """Whether the text writes m or bn for large numbers, and no plain length in m."""
        if self._in_m is None:
            counts = _IN_M.search(self._text) is not None
            self._in_m = counts and _IN_METRES.search(self._text) is None
        return self._in_m

    def tells_weather(self) -> bool:
        """Whether the text speaks of temperatures."""
        if self._hot is None:
            self._hot = _HEAT.search(self._text) is not None
        return self._hot

    def scale(self) -> str | None:
        """The one scale of temperatures that the text writes, or None."""
        written = (_CELSIUS.search(self._text), _FAHRENHEIT.search(self._text))
        if (written[0] is None) == (written[1] is None):
            return None
        return "[degF]" if written[0] is None else "Cel"

    def is_too_hot(self) -> bool:
        """Whether the text tells degrees that no air has in Celsius."""
        return _TOO_HOT.search(self._text) is not None

    def _settled(self, mark: str, codes: tuple[str, ...]) -> tuple[str | None, tuple[str, ...]]:  # noqa: PLR0911 - one return for each form that is read
        default = _MONEY.defaults.get(mark) or _MONEY.defaults.get(mark.lower())
        if default == "USD" and self._names_usd():
            return "USD", ()
        placed = self._spoken_of(codes)
        if default is None or default == "JPY":
            if len(placed) == 1:
                return placed[0], ()
            if default is None:
                return None, (f"{mark!r} is no one country's currency here",)
        if default in placed and len(placed) == 1:
            return default, ()
        if default not in ("USD", "JPY") and len(placed) == 1:
            return placed[0], ()
        if default == "GBP":
            return default, ()
        return default, (f"a bare {mark} is read as {default}",)

    def _names_usd(self) -> bool:
        low = self._low()
        if any(mark in low for mark in _USD_MARKS):
            return True
        return any(word in low for word in _USD_WORDS) and _USD.search(low) is not None

    def _spoken_of(self, codes: tuple[str, ...]) -> list[str]:
        """Those of `codes` whose own mark or place the text writes, in order."""
        signs, words = self._around_signs(), self._words()
        marked = {code for mark, code in _with_sign(codes) if mark in signs}
        marked.update(code for mark, code in _without_sign(codes) if mark in self._text)
        if "INR" in codes and _INDIAN.search(self._low()):
            marked.add("INR")
        return [code for code in codes if code in marked or not _PLACES[code].isdisjoint(words)]

    def _low(self) -> str:
        if self._lower is None:
            self._lower = self._text.lower()
        return self._lower

    def _around_signs(self) -> str:
        """What stands around each $ of the text: few characters, in which marks are soon found."""
        if self._signs is None:
            parts = self._text.split("$")
            around = (
                f"{left[-_BEFORE_SIGN:]}${right[:_BEHIND_SIGN]}" for left, right in pairwise(parts)
            )
            self._signs = "\n\n".join(dict.fromkeys(around))
        return self._signs

    def _words(self) -> frozenset[str]:
        """Every word of the text and every pair that may be a place, in lower case."""
        if self._pairs is None:
            low = self._low()
            words = (_ASCII_WORD if low.isascii() else _ANY_WORD).findall(low)
            alone = frozenset(words)
            if alone.isdisjoint(_FIRST_OF_TWO):
                self._pairs = alone
            else:
                two = (f"{a} {b}" for a, b in pairwise(words) if a in _FIRST_OF_TWO)
                self._pairs = alone.union(two)
        return self._pairs


@lru_cache(maxsize=64)
def _with_sign(codes: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    """The own marks of `codes` that have a $, each with its code."""
    return tuple((mark, code) for mark, code in _marks(codes) if "$" in mark)


@lru_cache(maxsize=64)
def _without_sign(codes: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    return tuple((mark, code) for mark, code in _marks(codes) if "$" not in mark)


def _marks(codes: tuple[str, ...]) -> list[tuple[str, str]]:
    return [(mark, code) for code in codes for mark in _OWN_MARKS.get(code, ())]
