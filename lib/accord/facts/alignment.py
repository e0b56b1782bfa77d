"""Claims of all sources brought together, fact by fact."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from accord.facts import candidates, cluster, coding, links, near, pages, twins
from accord.facts.comparable import comparable
from accord.facts.judge import Judge
from accord.facts.making import fact_of, question_fact
from accord.facts.mention import Mention, block, prepare
from accord.model import Alignment, Claim, Codebook, Fact, Source
from accord.parameters import Parameters


def align(
    claims: Iterable[Claim], codebook: Codebook, sources: Sequence[Source], parameters: Parameters
) -> Alignment:
    """The facts that the claims state, the links between sources, and the near misses.

    Every claim of a distinct text ends in exactly one fact, except the dates of pages and the bare
    years that only date another number. Facts are sorted by id, near misses by claim.
    """
    texts = {source.file: source.text for source in sources}
    spoken = pages.speak(claims, sources)
    numbers, echoes, answers = parted(spoken)
    mentions = prepare(numbers, sources)
    codes = coding.codes(mentions, texts, codebook)
    judge = Judge(mentions, {rank: measure.label for rank, measure in codes.items()})
    alone = _alone(mentions, texts)
    linked, like = _sifted(mentions, candidates.pairs(mentions, codes), judge, alone)
    same = twins.among(linked, mentions, texts)
    groups = cluster.groups(len(mentions), linked, same, judge)
    facts = [_made(group, mentions, codes, echoes, texts) for group in groups]
    facts += [question_fact(asked, codebook) for asked in _asked(answers)]
    misses = near.misses(mentions, like, linked, groups)
    ordered = tuple(sorted(facts, key=lambda fact: fact.id))
    return Alignment(
        facts=ordered, links=links.between(ordered, sources, parameters), near_misses=misses
    )


def _sifted(
    mentions: Sequence[Mention],
    pairs: Iterable[tuple[int, int]],
    judge: Judge,
    alone: frozenset[int],
) -> tuple[list[tuple[int, int]], list[near.Weighed]]:
    """The pairs that belong to one fact, and those that only look alike."""
    linked: list[tuple[int, int]] = []
    like: list[near.Weighed] = []
    for a, b in pairs:
        if a in alone or b in alone:
            continue
        if judge(a, b) > 0:
            linked.append((a, b))
        elif near.looks_alike(mentions[a], mentions[b]):
            like.append(near.weighed(mentions[a], mentions[b]))
    return linked, like


def parted(claims: list[Claim]) -> tuple[list[Claim], dict[str, list[Claim]], list[Claim]]:
    """The claims to compare; those that restate one of them, by its id; and the categories."""
    blocks = {claim.id: block(claim) for claim in claims}
    numbers: list[Claim] = []
    echoes: dict[str, list[Claim]] = defaultdict(list)
    answers: list[Claim] = []
    for claim in claims:
        if claim.kind == "category":
            answers.append(claim)
        elif claim.restates and blocks.get(claim.restates) == block(claim) != "money":
            echoes[claim.restates].append(claim)
        else:
            numbers.append(claim)
    return numbers, echoes, answers


def _alone(mentions: Sequence[Mention], texts: dict[str, str]) -> frozenset[int]:
    """The ranks of the mentions that are compared with nothing."""
    return frozenset(
        mention.rank
        for mention in mentions
        if not comparable(mention.claim, texts.get(mention.claim.source, ""))
    )


def _made(
    group: list[int],
    mentions: Sequence[Mention],
    codes: dict[int, coding.Code],
    echoes: dict[str, list[Claim]],
    texts: dict[str, str],
) -> Fact:
    stated = [mentions[rank].claim for rank in group]
    code = next((codes[rank] for rank in group if rank in codes), None)
    return fact_of(
        stated, [echo for claim in stated for echo in _echoed(claim, echoes)], code, texts
    )


def _echoed(claim: Claim, echoes: dict[str, list[Claim]]) -> Iterable[Claim]:
    """The claims that restate a claim, and those that restate them in turn."""
    waiting = [claim.id]
    while waiting:
        for echo in echoes.get(waiting.pop(), ()):
            waiting.append(echo.id)
            yield echo


def _asked(answers: Iterable[Claim]) -> list[list[Claim]]:
    """The category claims by their question, in order of its label."""
    asked: dict[str, list[Claim]] = defaultdict(list)
    for claim in answers:
        asked[claim.measure or ""].append(claim)
    return [asked[label] for label in sorted(asked)]
