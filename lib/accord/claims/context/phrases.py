"""The counted thing, the governing verb and the scope marks of a number, without a parser."""

from __future__ import annotations

from collections.abc import Sequence

from accord.claims.context.tables import listed, stem
from accord.claims.context.tokens import Token
from accord.model import Quantity

Tokens = Sequence[Token]
Sides = tuple[int, int]
REACH = 7
FAR = 80  # tokens to either side: no sentence costs a square
_NEAR = 4
_BREAKS = frozenset(';:.!?()\u2013\u2014"\u201c\u201d,')
_HEADLESS = frozenset({"date", "time", "duration", "distance", "ordinal", "age"})
_LINKS = frozenset({"of", "in", "for", "on", "worth", "to"})
_JOINTS = frozenset({"or", "/", "-"})
_CHANGES = frozenset({"rise", "fall"})
_ONE = frozenset({"a", "an"})
_SUCH = frozenset({"which", "whom", "them"})


def head_of(tokens: Tokens, sides: Sides, quantity: Quantity) -> tuple[str | None, bool]:
    """The stem of the counted or priced thing, and whether the number is its attribute.

    It stands right of the number ("20 guards", "a $4 m bridge"), or after of, in, for ("8% of the
    budget"), or left of the verb ("the budget grew by 8%").
    """
    if quantity.kind in _HEADLESS:
        return None, False
    left, right = sides
    run = _run(tokens, right)
    if run and run not in _CHANGES:
        return run, quantity.kind == "money"
    if quantity.noun and not run:
        return stem(quantity.noun.lower().split()[-1]), False
    linked = _linked(tokens, right + bool(run))
    return linked or _before(tokens, left, far=bool(run)), False


def action_of(tokens: Tokens, sides: Sides, head: str | None) -> str | None:
    """The stem of the nearest verb in the number's clause: to its left first, then to its right."""
    for side in _ways(tokens, sides):
        for i in side:
            token = tokens[i]
            if token.word in _BREAKS:
                break
            if token.verb and token.stem != head and not (token.capital and i):
                return token.stem
    return None


def marks_of(
    tokens: Tokens, sides: Sides, numbers: frozenset[int], marked: Sequence[int]
) -> tuple[str, ...]:
    """The scope marks in the number's own phrase, up to the next number or break.

    `numbers` are the places of the tokens that belong to a number, `marked` of those with a mark.
    """
    found = [tokens[place].mark for place in marked if _is_near(tokens, sides, numbers, place)]
    if _is_part(tokens, sides):
        found.append("part")
    return tuple(sorted({*found})) if found else ()


def _is_near(tokens: Tokens, sides: Sides, numbers: frozenset[int], place: int) -> bool:
    """Whether nothing stands between the number and its scope mark."""
    left, right = sides
    way = range(right, place + 1) if place >= right else range(place, left)
    if not 0 < len(way) <= _NEAR or _is_a_kind(tokens, place, numbers):
        return False
    return not any(tokens[i].word in _BREAKS or i in numbers for i in way)


def _is_a_kind(tokens: Tokens, at: int, numbers: frozenset[int]) -> bool:
    """Whether a numbered stage says of what kind a thing is, as in "a phase 3 trial"."""
    numbered = tokens[at].mark == "stage" and at + 1 in numbers
    return numbered and at > 0 and tokens[at - 1].word in _ONE


def _ways(tokens: Tokens, sides: Sides) -> tuple[range, range]:
    left, right = sides
    return (
        range(left - 1, max(-1, left - 1 - FAR), -1),
        range(right, min(len(tokens), right + FAR)),
    )


def _run(tokens: Tokens, at: int) -> str | None:
    """The last content word of the noun phrase that begins at a token."""
    last, past, stops = None, False, listed("stoppers")
    for token in tokens[at : at + REACH]:
        if token.word in _JOINTS:
            continue
        verb = last is not None and token.verb and not past
        if verb or not token.word[0].isalpha() or token.word in _LINKS or token.word in stops:
            break
        if token.stem:
            last, past = token.stem, token.past
    return last


def _linked(tokens: Tokens, link: int) -> str | None:
    """The noun after "of", "in", "for" and any articles."""
    if link >= len(tokens) or tokens[link].word not in _LINKS:
        return None
    after = link + 1
    while after < len(tokens) and not tokens[after].stem and tokens[after].word.isalpha():
        after += 1
    return _run(tokens, after)


def _before(tokens: Tokens, left: int, *, far: bool) -> str | None:
    """The nearest content word to the left of the verb; `far` lets one comma stand between."""
    verb_seen = False
    for i in range(left - 1, max(-1, left - 1 - FAR), -1):
        token = tokens[i]
        if token.word in _BREAKS:
            if not far:
                return None
            far = False
        elif token.verb and not verb_seen:
            verb_seen = True
        elif token.stem:
            return token.stem
    return None


def _is_part(tokens: Tokens, sides: Sides) -> bool:
    """Whether the number counts some of a named whole: "two of the bridges", "of which two"."""
    left, right = sides
    after = right + 1
    if (
        after < len(tokens)
        and tokens[right].word == "of"
        and tokens[after].word in listed("wholes")
    ):
        return True
    return left > 1 and tokens[left - 1].word in _SUCH and tokens[left - 2].word == "of"
