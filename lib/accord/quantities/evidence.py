"""What the whole text says about a currency mark that several countries share."""

from __future__ import annotations

import re
from itertools import pairwise

from accord import units
from accord.quantities.written import Measure

_MONEY = units.load_currencies()
_USD = re.compile(r"US ?\$|\$US|\bUSD\b|\bU\.?S\.? dollars?\b", re.IGNORECASE)


_WORD = re.compile(r"[^\W\d_]+(?:\.[^\W\d_]+\.)?")
_INDIAN = re.compile(r"\b(?:crores?|lakhs?)\b", re.IGNORECASE)
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
_FIRST_OF_TWO = frozenset(place.split()[0] for places in _PLACES.values() for place in places)


class Evidence:
    """The currencies that one text speaks of, worked out on first need."""

    def __init__(self, text: str) -> None:
        """Hold `text`; nothing is read yet."""
        self._text = text
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
        if default == "USD" and _USD.search(self._text):
            return "USD", ()
        placed = [code for code in codes if self._speaks_of(code)]
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

    def _speaks_of(self, code: str) -> bool:
        if any(mark in self._text for mark in _OWN_MARKS.get(code, ())):
            return True
        if code == "INR" and _INDIAN.search(self._text):
            return True
        return not _PLACES[code].isdisjoint(self._words())

    def _words(self) -> frozenset[str]:
        """Every word of the text and every pair that may be a place, in lower case."""
        if self._pairs is None:
            words = _WORD.findall(self._text.lower())
            pairs = (f"{left} {right}" for left, right in pairwise(words) if left in _FIRST_OF_TWO)
            self._pairs = frozenset((*words, *pairs))
        return self._pairs
