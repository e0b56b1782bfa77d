"""What may explain a conflict: scope, forecast, time, unit, headline or translation."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations, pairwise

from accord.agreement.known import Known
from accord.agreement.relation import AGREE, relate
from accord.agreement.standing import Standing, standings
from accord.agreement.wording import Reason, Why, phrase
from accord.model import Claim, Fact

_SIDES = 6  # of more rival values, the best supported are looked at
_STAGES = ("stage", "phase", "tranche", "round", "part")


class Scoped:
    """The facts of which some claim speaks of a part; no other fact explains a conflict."""

    def __init__(self, facts: Iterable[Fact]) -> None:
        """Take all facts; those that speak of a part are found by the texts that state them."""
        self._by_source: dict[str, list[Fact]] = {}
        for fact in facts:
            if any(claim.scope or claim.context.marks for claim in fact.claims):
                for source in fact.sources:
                    self._by_source.setdefault(source, []).append(fact)

    def beside(self, fact: Fact) -> Iterator[Fact]:
        """Those that the texts of `fact` state too, looked for when they are asked for."""
        near = (one for source in fact.sources for one in self._by_source.get(source, ()))
        yield from {one.id: one for one in near if one.id != fact.id}.values()


def of_conflict(why: Why, others: Iterable[Fact]) -> Reason | None:
    """The first reason that the texts themselves show for a conflict, or None."""
    sides = [members for _, members in why.clusters[:_SIDES]]
    if len(sides) < 2 or any(one.category is not None for side in sides for one in side):
        return _translation(sides, why.known) if len(sides) > 1 else None
    return (
        _scope(why, sides, others)
        or _unit(sides)
        or _forecast(sides, why.known)
        or _headline(sides, why.known)
        or _time(sides, why.known)
        or _translation(sides, why.known)
    )


Side = Sequence[Standing]


def _scope(why: Why, sides: Sequence[Side], others: Iterable[Fact]) -> Reason | None:
    """A source on one side gives the rival's value too, for a part of the thing."""
    for one, claim in _narrower(why, sides, others):
        part = next(iter((*claim.claim.scope, *claim.claim.context.marks)), "a part")
        name = "stage" if any(word in part.lower() for word in _STAGES) else "scope"
        who = why.known.texts([one.source])
        return Reason(
            name=name, clause=f"{who} gives {phrase(claim.claim, why.numerals)} for {_the(part)}"
        )
    return None


def _narrower(
    why: Why, sides: Sequence[Side], others: Iterable[Fact]
) -> Iterator[tuple[Standing, Standing]]:
    files = {one.source for side in sides for one in side}
    for other in others:
        narrower = {claim.id for claim in _parts(other, why.fact) if claim.source in files}
        for claim in standings(other) if narrower else ():
            if claim.claim.id not in narrower or not _is_telling(claim):
                continue
            for side, rival in _rivals(sides):
                holder = next((one for one in side if one.source == claim.source), None)
                if holder and any(relate(claim, against) == AGREE for against in rival):
                    yield holder, claim


def _parts(other: Fact, fact: Fact) -> list[Claim]:
    """The claims that speak of a part, and the fact does not, where the two are comparable."""
    if not _comparable(other, fact):
        return []
    whole = set(fact.scope)
    return [c for c in other.claims if not whole.issuperset((*c.scope, *c.context.marks))]


def _rivals(sides: Sequence[Side]) -> Iterator[tuple[Side, Side]]:
    for a, b in combinations(sides, 2):
        yield a, b
        yield b, a


def _comparable(other: Fact, fact: Fact) -> bool:
    if other.unit != fact.unit:
        return False
    kinds = {claim.kind for claim in fact.claims}
    return any(claim.kind in kinds for claim in other.claims)


def _is_telling(claim: Standing) -> bool:
    """Small round counts equal each other by chance."""
    low = claim.value.low
    return claim.claim.kind == "money" or (low is not None and abs(low) > 12)


def _the(part: str) -> str:
    words = " ".join(part.split())[:60]
    return (
        words if words.lower().startswith(("the ", "a ", "an ", "its ", "of ")) else f"the {words}"
    )


def _unit(sides: Sequence[Side]) -> Reason | None:
    """The written numbers are the same and their units are not."""
    for side, rival in _rivals(sides):
        written = {one.claim.value: one.claim.unit for one in side if one.claim.unit}
        for claim in (other.claim for other in rival if other.claim.unit):
            if written.get(claim.value, claim.unit) != claim.unit:
                return Reason(name="unit", clause="the number is the same and the unit is not")
    return None


def _forecast(sides: Sequence[Side], known: Known) -> Reason | None:
    """One side expects what the other reports."""
    for side, rival in _rivals(sides):
        expected = all(one.claim.modality == "potential" for one in side)
        outcome = all(one.claim.modality in ("asserted", "reported") for one in rival)
        if expected and outcome:
            before = f"{_who(side, known)} {_verb(side, 'expects', 'expect')} it"
            after = f"{_who(rival, known)} {_verb(rival, 'states', 'state')} it"
            return Reason(name="forecast against outcome", clause=f"{before} and {after}")
    return None


def _headline(sides: Sequence[Side], known: Known) -> Reason | None:
    """One side is a title, and the same text's body says what the other side says."""
    for side, rival in _rivals(sides):
        inside = all((one.source, one.claim.sentence.start) in known.headings for one in side)
        bodies = {one.source for one in rival}
        if inside and all(one.source in bodies for one in side):
            clause = f"{_who(side, known)} {_verb(side, 'says', 'say')} so in a title only"
            return Reason(name="headline against body", clause=clause)
    return None


def _time(sides: Sequence[Side], known: Known) -> Reason | None:
    """The sides follow one another: every text of one is older than every text of the next."""
    dates = {n: [known.dates.get(one.source, "") for one in side] for n, side in enumerate(sides)}
    if not all(map(all, dates.values())):
        return None
    order = sorted(dates, key=lambda n: max(dates[n]))
    if not all(_ends_before(dates[a], dates[b]) for a, b in pairwise(order)):
        return None
    return Reason(name="time", clause=_succession([sides[n] for n in order], known))


def _succession(sides: Sequence[Side], known: Known) -> str:
    """As "text a is older than text b, which is older than text c"."""
    verbs = [f" {_verb(side, 'is', 'are')} older than {_who(later, known)}"
             for side, later in pairwise(sides)]  # fmt: skip
    return _who(sides[0], known) + ", which".join(verbs)


def _ends_before(before: Sequence[str], after: Sequence[str]) -> bool:
    """Whether every earlier date is over before any later one begins, at the coarser precision."""
    last, first = max(before), min(after)
    length = min(map(len, (*before, *after)))
    return last[:length] < first[:length]


def _translation(sides: Sequence[Side], known: Known) -> Reason | None:
    """The sides are written in different languages."""
    spoken = [{known.languages.get(one.source) for one in side} for side in sides]
    single = all(len(languages) == 1 and None not in languages for languages in spoken)
    if single and len({next(iter(languages)) for languages in spoken}) == len(sides):
        return Reason(name="translation", clause="the texts are in different languages")
    return None


def _who(side: Side, known: Known) -> str:
    return known.texts(one.source for one in side)


def _verb(side: Side, single: str, several: str) -> str:
    return single if len({one.source for one in side}) == 1 else several
