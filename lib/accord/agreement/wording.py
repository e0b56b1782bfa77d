"""Why a verdict is what it is, in one plain sentence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from accord import units
from accord.agreement.known import Known
from accord.agreement.relation import AGREE, COMPATIBLE, CONFLICT
from accord.agreement.standing import Standing
from accord.model import ENGLISH, Claim, Cluster, Fact, Numerals, Span

SHOWN = 60
_NAMED = 6
_SPELLED = frozenset((
    *units.COUNTS[1:], "a", "an", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen",
    "eighteen", "nineteen", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty",
    "ninety", "half", "dozens", "hundreds", "thousands", "millions",
))  # fmt: skip
_PARTS = ("early", "mid", "middle", "late", "end", "beginning", "start")


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """What may explain a conflict: its name, and a clause that says it."""

    name: str
    clause: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Why:
    """All that the sentence is made from; `numerals` writes what the text does not."""

    fact: Fact
    verdict: str
    clusters: tuple[tuple[Cluster, tuple[Standing, ...]], ...]
    n_eff: tuple[int, int]
    known: Known
    numerals: Numerals = ENGLISH


def sentence(why: Why, reason: Reason | None) -> str:
    """Who says what, and why that makes the verdict."""
    said = _said_by(why)
    return _closed(f"{said}{_tail(why, reason)}") if said else ""


def alone(claim: Claim, known: Known, numerals: Numerals) -> str:
    """Who says what nobody else speaks of."""
    return _closed(_says([claim.source], phrase(claim, numerals), known))


def _closed(text: str) -> str:
    return f"{text[0].upper()}{text[1:]}."


def phrase(claim: Claim, numerals: Numerals = ENGLISH) -> str:
    """The claim's value in the text's own words, with its modifier."""
    text = " ".join((claim.category or claim.text).split())
    text = text if len(text) <= SHOWN else f"{text[: SHOWN - 1].rstrip()}\N{HORIZONTAL ELLIPSIS}"
    modifier = units.MODIFIERS.get(claim.modifier, "") if claim.category is None else ""
    if claim.derived_from and claim.value is not None and claim.value.is_point:
        text = f"{text}, computed as {_computed(claim.value.low, claim.unit, numerals)}"
    text = text if claim.category else _within(text)
    said = text if _is_said(modifier, text) else f"{modifier} {text}"
    return f"not {said}" if claim.modality == "denied" else said


def _is_said(modifier: str, text: str) -> bool:
    """Whether the text of a claim carries its modifier already."""
    if not modifier or text.lower().startswith(modifier):
        return True
    words = text.lower().split() if modifier in ("early", "mid", "late") else ()
    return any(word in _PARTS for word in words)


def _said_by(why: Why) -> str:
    """Each value with the sources that say it; a source speaks once for each rival value."""
    said: dict[str, tuple[str, list[str]]] = {}
    spoken: dict[tuple[str, int], None] = {}
    for rank, (_, members) in enumerate(why.clusters):
        side = rank if why.verdict in (CONFLICT, "self-contradiction") else 0
        for one in sorted(members, key=_clearest):
            if (one.source, side) not in spoken:
                spoken[one.source, side] = None
                words = phrase(one.claim, why.numerals)
                said.setdefault(words.casefold(), (words, []))[1].append(one.source)
    parts = [_says(list(dict.fromkeys(files)), words, why.known) for words, files in said.values()]
    return ", ".join(parts[:_NAMED])


def _clearest(one: Standing) -> tuple[str, bool, Span]:
    """A source's claim with its unit written speaks first."""
    return (one.source, one.claim.unit is None, one.claim.span)


def _says(files: Sequence[str], value: str, known: Known) -> str:
    return f"{known.texts(files)} {'say' if len(files) > 1 else 'says'} {value}"


def _within(text: str) -> str:
    """The text as it stands within a sentence: a number in words begins small ("Five cities")."""
    if not text[:1].isupper():
        return text
    first, blank, rest = text.partition(" ")
    spelled = first.partition("-")[0].casefold() in _SPELLED
    return f"{first.lower()}{blank}{rest}" if spelled and first == first.capitalize() else text


def _computed(value: Decimal | None, unit: str | None, numerals: Numerals) -> str:
    shown = "" if value is None else numerals.write(value, ".1f")
    shown = shown.replace("-", "\N{MINUS SIGN}")
    return f"{shown}\N{NO-BREAK SPACE}{unit or ''}".strip()


def _tail(why: Why, reason: Reason | None) -> str:
    if why.verdict == CONFLICT:
        return f"; {reason.clause}" if reason else ""
    if why.verdict == COMPATIBLE:
        return "; these can all be true, but none repeats another"
    if why.verdict == "self-contradiction":
        return "; one text gives both"
    if why.verdict == AGREE and why.n_eff[0] == 1:
        count = "; the texts are linked and count as one origin"
        return count if why.n_eff[1] == 1 else f"{count}, though they name none in common"
    if why.verdict == AGREE:
        origins = units.count(why.n_eff[0]) or why.numerals.write(why.n_eff[0])
        return f"; they come from {origins} origins with no visible link"
    return ""
