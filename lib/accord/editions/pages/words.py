"""How the report writes a number: in words, with the modifier kept and the unit never torn off."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import partial

from accord import units
from accord.editions.pages import dates
from accord.model import ENGLISH, Agreement, Claim, Findings, Interval, Numerals

NBSP = "\N{NO-BREAK SPACE}"
MINUS = "\N{MINUS SIGN}"
DASH = "\N{EN DASH}"

_SCALES = ((Decimal(10) ** 12, "tn"), (Decimal(10) ** 9, "bn"), (Decimal(10) ** 6, "m"))
_SYMBOLS = {"USD": "$", "EUR": "€", "GBP": "£", "JPY": "¥", "INR": "₹"}
SIDES = 3
_TERM = re.compile(r"\b(\d{1,24}(?:\.\d{1,24})?)(?: ([A-Z]{3}))?\b", re.ASCII)


def of(findings: Findings) -> Words:
    """How the pages of a study write numbers."""
    return Words(findings.numerals)


@dataclass(frozen=True, slots=True)
class Words:
    """Numbers in words, with digits in the marks of one language."""

    numerals: Numerals = ENGLISH

    def number(self, value: Decimal, places: int | None = None) -> str:
        """Plain digits, grouped, a true minus, no idle zeros; `places` rounds half to even."""
        value = value if places is None else round(value, places)
        text = f"{abs(value):f}"
        text = text.rstrip("0").rstrip(".") if "." in text else text
        sign = MINUS if value < 0 and text != "0" else ""
        return f"{sign}{self.numerals.write(Decimal(text))}"

    def amount(self, value: Decimal, unit: str | None, places: int | None = None) -> str:
        """A value with its unit: "$1.3 bn", "21 %", "23 days"; percentages keep one decimal."""
        if unit == "%":
            return f"{self.number(value, 1 if places is None else places)}{NBSP}%"
        if units.is_currency(unit):
            return self._money(value, unit or "", places)
        shown, scale = _scaled(value) if abs(value) >= 10**7 else (value, "")
        text = f"{self.number(shown, _places(shown, places))}{NBSP}{scale}".rstrip(NBSP)
        name = units.name(unit, plural=abs(value) != 1) if unit and not unit.startswith("{") else ""
        return f"{text}{NBSP}{name}".rstrip(NBSP)

    def count(self, number: int) -> str:
        """A small count as a word, a larger one in grouped digits."""
        return units.count(number) or self.numerals.write(number)

    def counted(self, number: int, noun: str, plural: str = "") -> str:
        """A count with its noun: "one text", "five texts"."""
        word = noun if number == 1 else plural or f"{noun}s"
        return f"{self.count(number)} {word}"

    def shown(self, most: int, number: int) -> str:
        """The note under a table that was cut, "" where all of it stands."""
        if number <= most:
            return ""
        every = self.numerals.write(number)
        return f"The first {most} of {every} are shown; all are in the data."

    def part(self, number: int, every: int, noun: str) -> str:
        """What a page says that shows a part: "60 of 868 facts are shown; the data hold all."."""
        if number >= every:
            return ""
        some = self.numerals.write(number)
        return f"{some} of {self.counted(every, noun)} are shown; the data hold all."

    def formula(self, text: str) -> str:
        """A formula, its numbers as the report writes them, amounts of money in short."""
        return _TERM.sub(self._term, text)

    def stated(self, claim: Claim) -> str:
        """What a claim says, with its modifier: "up to $1.5 bn", "late 2024", "33 to 23 days"."""
        if claim.category is not None:
            return claim.category
        if claim.value is None or claim.kind == "ordinal" or claim.derived_from:
            return claim.text
        if claim.kind == "date":
            return _dated(claim)
        word = units.MODIFIERS.get(claim.modifier, "")
        return f"{word} {self.bare(claim.value, claim.kind, claim.unit, claim.text)}".strip()

    def bare(self, interval: Interval, kind: str, unit: str | None, text: str = "") -> str:
        """An interval in words without its modifier; open sides are said as words."""
        if kind == "date":
            return dates.days(interval)
        write = dates.clock if kind == "time" else partial(self.amount, unit=unit)
        low, high = interval.low, interval.high
        if low is None or high is None:
            end = high if low is None else low
            return text if end is None else f"{'up to' if low is None else 'at least'} {write(end)}"
        return write(low) if low == high else f"{write(low)} to {write(high)}"

    def _term(self, found: re.Match[str]) -> str:
        value, currency = Decimal(found[1]), found[2]
        return self.amount(value, currency) if currency else self.numerals.write(value, "f")

    def _money(self, value: Decimal, unit: str, places: int | None) -> str:
        shown, scale = _scaled(value)
        sign = MINUS if value < 0 else ""
        digits = self.number(abs(shown), _places(shown, places))
        return f"{sign}{symbol(unit)}{digits}{NBSP}{scale}".rstrip(NBSP)


def sentence(text: str) -> str:
    """The text with its first letter as a capital."""
    return text[:1].upper() + text[1:]


def listed(words: tuple[str, ...] | list[str], joint: str = "and") -> str:
    """Words as a list in a sentence: "000, 002 and 004"."""
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} {joint} {words[-1]}"


def symbol(currency: str) -> str:
    """What stands before an amount of money: "$", or the code with a space that does not break."""
    return _SYMBOLS.get(currency, f"{currency}{NBSP}")


def as_written(claim: Claim) -> str:
    """The text of a claim with its modifier in our words: "over one-third"."""
    return f"{units.MODIFIERS.get(claim.modifier, '')} {claim.text}".strip()


def origins(agreement: Agreement) -> str:
    """How many independent origins, linked texts counted once: "2", or "1 : 1" for rival values."""
    if agreement.verdict == "conflict" and len(agreement.rivals) > SIDES:
        return f"{len(agreement.rivals)} sides"
    if agreement.verdict == "conflict":
        return " : ".join(str(cluster.n_eff[0]) for cluster in agreement.rivals)
    return str(agreement.n_eff[0])


def verdict_key(agreement: Agreement) -> str:
    """The chip of a verdict: a key of `parts.CHIPS`."""
    if agreement.verdict in ("conflict", "self-contradiction"):
        return "disputed"
    if agreement.verdict == "agree":
        return "corroborated" if agreement.corroborated else "one-origin"
    return "compatible" if agreement.verdict == "compatible" else "once"


def _dated(claim: Claim) -> str:
    word = units.MODIFIERS.get(claim.modifier, "")
    value = claim.value or claim.interval
    written = dates.days(value) if value else claim.text
    if claim.modifier in ("early", "mid", "late"):
        written = claim.text
    return f"{word} {written}".strip()


def _scaled(value: Decimal) -> tuple[Decimal, str]:
    for size, word in _SCALES:
        if abs(value) >= size:
            return value / size, word
    return value, ""


def _places(shown: Decimal, places: int | None) -> int | None:
    exponent = shown.normalize().as_tuple().exponent
    if places is None and isinstance(exponent, int) and exponent < -3:
        return 3
    return places


def decimal(value: float) -> Decimal:
    """A float as the shortest decimal that reads back as it."""
    return Decimal(repr(value))


def unit_name(unit: str | None) -> str:
    """A unit in words for a heading: "US dollars", "percent", "days", "number of people"."""
    if unit is None:
        return ""
    if unit.startswith("{"):
        return f"number of {units.name(unit, plural=True)}"
    return units.name(unit, plural=True)
