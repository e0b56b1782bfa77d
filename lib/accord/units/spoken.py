"""How small counts and modifiers are said in a sentence."""

from __future__ import annotations

MODIFIERS = {
    "about": "about",
    "up_to": "up to",
    "at_most": "at most",
    "less_than": "less than",
    "over": "over",
    "at_least": "at least",
    "nearly": "nearly",
    "just_over": "just over",
    "early": "early",
    "mid": "mid",
    "late": "late",
    "by": "by",
    "since": "since",
}
COUNTS = (
    "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
    "twelve",
)  # fmt: skip


def count(number: int) -> str:
    """A small count as a word; "" for a larger one, which is better written in digits."""
    return COUNTS[number] if number < len(COUNTS) else ""
