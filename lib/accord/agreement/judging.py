"""One fact in, how its sources stand on it out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import chain, combinations

from accord.agreement import reasons, reviews, wording
from accord.agreement.checks import Checker
from accord.agreement.clusters import Relation, cluster, clusters, core
from accord.agreement.known import Known
from accord.agreement.origins import Linked, Origins
from accord.agreement.relation import AGREE, COMPATIBLE, CONFLICT, gap, relate
from accord.agreement.standing import Standing, distinct, standings
from accord.model import (
    ENGLISH,
    Agreement,
    Alignment,
    Cluster,
    Corpus,
    Fact,
    Interval,
    Link,
    Numerals,
    Pair,
)
from accord.parameters import Parameters

LISTED = (
    100  # beyond so many claims, one pair is listed for each two values and not for each two claims
)
ALONE = "single-source"
_LATENT = {"asserted": "stated", "reported": "stated"}
_NONE: Corpus = Corpus()


def judge(
    fact: Fact,
    links: Sequence[Link] = (),
    others: Iterable[Fact] = (),
    corpus: Corpus = _NONE,
) -> Agreement:
    """The verdict on one fact from the intervals that its claims allow.

    `others` are facts whose claims may explain a conflict; `corpus` gives dates, texts and names.
    """
    return _judged(fact, links, others, Known.of(corpus, fact.sources))


def judge_all(
    aligned: Alignment, corpus: Corpus, parameters: Parameters, numerals: Numerals = ENGLISH
) -> tuple[Agreement, ...]:
    """The verdict on every fact, in their order, with outside checks and a reviewer's decisions.

    `numerals` write the numbers in its sentences that no text writes.
    """
    by_source: dict[str, list[Fact]] = {}
    for fact in filter(reasons.is_scoped, aligned.facts):
        for source in fact.sources:
            by_source.setdefault(source, []).append(fact)
    linked = Linked(aligned.links)
    decided = reviews.Decisions(corpus if parameters.reviews else _NONE)
    checker = Checker(corpus if parameters.references else _NONE, aligned.facts, numerals)
    known = Known.of(corpus, (source for fact in aligned.facts for source in fact.sources))
    verdicts: list[Agreement] = []
    for fact in aligned.facts:
        nearby = chain.from_iterable(by_source.get(source, ()) for source in fact.sources)
        verdict = _judged(decided.kept(fact), linked.of(fact), nearby, known, numerals)
        checks, reviewed = checker.of(fact), decided.on(fact)
        outside = checks or reviewed
        verdicts.append(replace(verdict, checks=checks, reviewed=reviewed) if outside else verdict)
    return tuple(verdicts)


def _judged(
    fact: Fact,
    links: Sequence[Link],
    others: Iterable[Fact],
    known: Known,
    numerals: Numerals = ENGLISH,
) -> Agreement:
    standing = standings(fact)
    if len(standing) == 1:
        return _alone(fact, standing[0], known, numerals)
    related = _remembering(fact)
    pairs, verdict, width = _pairs(standing, related)
    found = clusters(standing, related, Origins(fact.sources, links, fact.id))
    sources = {one.source for one in standing}
    n_eff = _best(found) if verdict in (AGREE, CONFLICT) else (1, 1)
    why = wording.Why(
        fact=fact, verdict=verdict, clusters=found, n_eff=n_eff, known=known, numerals=numerals
    )
    explained = reasons.of_conflict(why, others) if verdict == CONFLICT else None
    return Agreement(
        fact=fact.id,
        verdict=verdict,
        n_sources=len(sources),
        n_eff=n_eff,
        confidence=_confidence(verdict, n_eff),
        modality=_modality(standing),
        gap=width,
        core=_core(standing) if verdict in (AGREE, COMPATIBLE) else None,
        clusters=tuple(cluster for cluster, _ in found),
        why=wording.sentence(why, explained),
        explained_by=explained.name if explained else None,
        pairs=pairs,
    )


def _alone(fact: Fact, one: Standing, known: Known, numerals: Numerals) -> Agreement:
    """The verdict on what one claim says, and nothing to compare it with."""
    return Agreement(
        fact=fact.id,
        verdict=ALONE,
        n_sources=1,
        n_eff=(1, 1),
        confidence="low",
        clusters=(cluster((one,), (1, 1)),),
        why=wording.alone(one, known, numerals),
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
    pairs = tuple(
        sorted((Pair(a=a.claim.id, b=b.claim.id, relation=r) for a, b, r in across), key=_order)
    )
    relations = {relation for _, _, relation in across}
    inside = any(relation == CONFLICT for a, b, relation in couples if a.source == b.source)
    gaps = [gap(a, b) for a, b, relation in across if relation == CONFLICT]
    widest = max((width for width in gaps if width is not None), default=None)
    return pairs, _verdict(relations, standing, inside=inside), widest


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


def _order(pair: Pair) -> tuple[str, str]:
    return (pair.a, pair.b)


def _verdict(relations: set[str], standing: Sequence[Standing], *, inside: bool) -> str:
    for verdict in (CONFLICT, AGREE, COMPATIBLE):
        if verdict in relations:
            return verdict
    return "self-contradiction" if inside and standing else ALONE


def _best(found: Sequence[tuple[Cluster, tuple[Standing, ...]]]) -> tuple[int, int]:
    """The origins of the best supported value; agreement inside a cluster is mutual."""
    return max((cluster.n_eff for cluster, _ in found), default=(1, 1))


def _core(standing: Sequence[Standing]) -> Interval | None:
    if any(one.category is not None for one in standing):
        return None
    kinds = distinct(standing)
    common = core(one.stated for one in kinds) or core(one.allowed for one in kinds)
    return common if common != Interval(None, None) else None


def _confidence(verdict: str, n_eff: tuple[int, int]) -> str:
    if verdict in (CONFLICT, "self-contradiction"):
        return "disputed"
    if verdict == AGREE and n_eff[0] >= 3:
        return "high"
    return "moderate" if verdict == AGREE and n_eff[0] >= 2 else "low"


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
