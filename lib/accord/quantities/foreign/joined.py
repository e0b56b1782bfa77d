"""Number words that are written as one: dreiundzwanzig, tweehonderdvijftig, millenovecento."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

_THOUSAND = 1000


@dataclass(frozen=True, slots=True)
class Joined:
    """What number words are made of: small ones and spellings of a hundred and a thousand.

    `units` and `tens` may be parted by one of `ands`; where there are none the tens come first,
    and may lose their last letter.
    """

    units: Mapping[str, int]
    tens: Mapping[str, int]
    small: Mapping[str, int]
    hundreds: tuple[str, ...]
    thousands: tuple[str, ...]
    ands: tuple[str, ...]

    def value(self, word: str) -> int | None:
        """What `word` is worth, or None where it is not made of many number words."""
        if word in self.thousands:
            return None
        for name in self.thousands:
            head, found, rest = word.partition(name)
            many = self._below_thousand(head) if head else 1
            more = self._below_thousand(self._bare(rest)) if rest else 0
            if found and many is not None and more is not None:
                return many * _THOUSAND + more
        return self._below_thousand(word)

    def _below_thousand(self, word: str) -> int | None:
        for name in self.hundreds:
            head, found, rest = word.partition(name)
            many = self.small.get(head) if head else 1
            more = self._below_hundred(self._bare(rest)) if rest else 0
            if found and many is not None and more is not None:
                return many * 100 + more
        return self._below_hundred(word)

    def _below_hundred(self, word: str) -> int | None:
        if word in self.small:
            return self.small[word]
        for name, ten in self.tens.items():
            unit = self.units.get(self._rest(word, name))
            if unit is not None:
                return ten + unit
        return None

    def _rest(self, word: str, ten: str) -> str:
        """What `ten` leaves of `word` for a unit."""
        for joint in self.ands:
            if word.endswith(joint + ten):
                return word.removesuffix(joint + ten)
        first = not self.ands and word.startswith(ten[:-1])
        return word.removeprefix(ten[:-1]).removeprefix(ten[-1]) if first else ""

    def _bare(self, word: str) -> str:
        """`word` without what joins it to a hundred or a thousand."""
        found = next((joint for joint in self.ands if word.startswith(joint)), "")
        return word.removeprefix(found)


def of(rows: Mapping[str, Any]) -> Joined | None:
    """How the number words of a language are joined; None where it writes them apart."""
    numbers: dict[str, int] = rows["numbers"]
    joints: dict[str, str] = rows.get("joined", {})
    if not joints:
        return None
    return Joined(
        units={name: number for name, number in numbers.items() if number < 10},
        tens={name: number for name, number in numbers.items() if number in range(20, 100, 10)},
        small={name: number for name, number in numbers.items() if number < 100},
        hundreds=tuple(joints["hundred"].split()),
        thousands=tuple(joints["thousand"].split()),
        ands=tuple(joints.get("and", "").split()),
    )
