"""How a language writes a number in digits: its decimal mark, and how it groups thousands."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

NBSP = "\N{NO-BREAK SPACE}"

Numbers = Literal["en", "de", "de-CH", "es", "fr", "it", "pt", "si"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Numerals:
    """The marks of one language; groups of three, in numbers of at least `least` whole digits."""

    decimal: str = "."
    group: str = ","
    least: int = 4

    def write(self, value: Decimal | int, form: str = ",f") -> str:
        """The value under a format specification of Python's, in these marks."""
        text = format(Decimal(value), form)
        digits = sum(character.isdigit() for character in text.partition(".")[0])
        text = text if digits >= self.least else text.replace(",", "")
        return text.translate({ord(","): self.group, ord("."): self.decimal})


ENGLISH = Numerals()

# Marks as in Unicode CLDR, but that a space is the no-break space that our fonts hold; Spanish and
# Italian write four digits together. "si" follows the SI brochure (BIPM 2019), section 5.4.4.
NUMERALS: dict[Numbers, Numerals] = {
    "en": ENGLISH,
    "de": Numerals(decimal=",", group="."),
    "de-CH": Numerals(group="\N{RIGHT SINGLE QUOTATION MARK}"),
    "es": Numerals(decimal=",", group=".", least=5),
    "fr": Numerals(decimal=",", group=NBSP),
    "it": Numerals(decimal=",", group=".", least=5),
    "pt": Numerals(decimal=",", group="."),
    "si": Numerals(group=NBSP, least=5),
}
