"""What the claims of one fact say beside each other, before other facts and links are known."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import combinations
from operator import attrgetter

from accord.agreement.clusters import Group, Relation, core, grouped
from accord.agreement.relation import AGREE, COMPATIBLE, CONFLICT, gap, relate
from accord.agreement.standing import Said, Standing, compared, distinct
from accord.model import Fact, Interval, Pair

LISTED = (
    100  # beyond so many claims, one pair is listed for each two values and not for each two claims
)
ALONE = "single-source"
_LATENT = {"asserted": "stated", "reported": "stated"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Weighed:
    """A fact with all of its `Agreement` that its own claims decide.

    `groups` are the values that its claims stand for; which of them is best supported is open.
    """

    fact: Fact
    verdict: str
    n_sources: int
    modality: str
    gap: float | None
    core: Interval | None
    pairs: tuple[Pair, ...]
    groups: Sequence[Group]


def weigh(fact: Fact, said: Iterable[Said]) -> Weighed:
    """What is said of a fact, weighed."""
    standing = compared(said)
    related = _remembering(fact)
    pairs, verdict, width = _pairs(standing, related)
    return Weighed(
        fact=fact,
        verdict=verdict,
        n_sources=len({one.source for one in standing}),
        modality=_modality(standing),
        gap=width,
        core=_core(standing) if verdict in (AGREE, COMPATIBLE) else None,
        pairs=pairs,
        groups=grouped(standing, related),
    )


def _remembering(fact: Fact) -> Relation:
    known: dict[tuple[int, int], str] = {}

    def related(a: Standing, b: Standing) -> str:
        key = (a.kind, b.kind)
        if key not in known:
            known[key] = relate(a, b, fact.broader)
        return known[key]

    return related


def _pairs(
    standing: Sequence[Standing], related: Relation
) -> tuple[tuple[Pair, ...], str, float | None]:
    """The pairs across sources, the verdict they make, and the widest gap of a conflict."""
    shown = standing if len(standing) <= LISTED else _representatives(standing)
    couples = [(a, b, related(a, b)) for a, b in combinations(shown, 2)]
    across = [(a, b, relation) for a, b, relation in couples if a.source != b.source]
    pairs = [Pair(a=a.claim.id, b=b.claim.id, relation=relation) for a, b, relation in across]
    apart = [(a, b) for a, b, relation in couples if relation == CONFLICT]
    inside = any(a.source == b.source for a, b in apart)
    gaps = (gap(a, b) for a, b in apart if a.source != b.source)
    widest = max((width for width in gaps if width is not None), default=None)
    verdict = _verdict({pair.relation for pair in pairs}, standing, inside=inside)
    return tuple(sorted(pairs, key=_order)), verdict, widest


def _representatives(standing: Sequence[Standing]) -> list[Standing]:
    """Two sources for each kind of value, and of too many kinds those at either end.

    Of intervals on a line, the one that ends first and the one that starts last are apart where
    any two are; so no conflict is missed.
    """
    by_kind: dict[int, list[Standing]] = {}
    for one in standing:
        same = by_kind.setdefault(one.kind, [])
        if len(same) < 2 and one.source not in [other.source for other in same]:
            same.append(one)
    found = [one for same in by_kind.values() for one in same]
    first, last = sorted(found, key=_end)[: LISTED // 2], sorted(found, key=_start)[-LISTED // 2 :]
    kept = dict.fromkeys(one.claim.id for one in (*first, *last))
    return [one for one in found if one.claim.id in kept]


def _end(one: Standing) -> Decimal:
    return Decimal("Infinity") if one.allowed.high is None else one.allowed.high


def _start(one: Standing) -> Decimal:
    return Decimal("-Infinity") if one.allowed.low is None else one.allowed.low


_order = attrgetter("a", "b")


def _verdict(relations: set[str], standing: Sequence[Standing], *, inside: bool) -> str:
    for verdict in (CONFLICT, AGREE, COMPATIBLE):
        if verdict in relations:
            return verdict
    return "self-contradiction" if inside and standing else ALONE


def _core(standing: Sequence[Standing]) -> Interval | None:
    if any(one.category is not None for one in standing):
        return None
    kinds = distinct(standing)
    common = core(one.stated for one in kinds) or core(one.allowed for one in kinds)
    return common if common != Interval(None, None) else None


def _modality(standing: Sequence[Standing]) -> str:
    """Whether some source is surer than another; asserted and reported are both stated."""
    if len({one.claim.modality for one in standing}) == 1:
        return "same"
    said: dict[str, set[str]] = {}
    for one in standing:
        modality = one.claim.modality
        said.setdefault(one.source, set()).add(_LATENT.get(modality, modality))
    sets = list(said.values())
    return "differs" if any(one != sets[0] for one in sets[1:]) else "same"
