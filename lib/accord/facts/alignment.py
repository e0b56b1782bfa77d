"""Claims of all sources brought together, fact by fact."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from operator import attrgetter

from accord.facts import links
from accord.facts.making import fact_of, question_fact
from accord.facts.matching import Group, Matched, match
from accord.facts.mention import Mention, Prepared, prepare
from accord.model import Alignment, Claim, Codebook, Fact, NearMiss, Source
from accord.parameters import Parameters


def align(
    claims: Iterable[Claim], codebook: Codebook, sources: Sequence[Source], parameters: Parameters
) -> Alignment:
    """The facts that the claims state, the links between sources, and the near misses.

    Each source is prepared, each block matched, and what comes out is gathered; `study` does the
    same with the first two spread over workers.
    """
    stated = list(claims)
    distinct = [(s, c) for s, c in _by_source(stated, sources) if s.copy_of is None]
    blocks = by_block(prepare(source, said, codebook) for source, said in distinct)
    number = sum(len(said) for _, said in distinct)
    matched = [match(blocks[name], number) for name in sorted(blocks)]
    return gather(make(stated, matched, codebook, sources), sources, parameters)


def _by_source(
    claims: Iterable[Claim], sources: Iterable[Source]
) -> Iterable[tuple[Source, list[Claim]]]:
    stated: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        stated[claim.source].append(claim)
    return ((source, stated[source.file]) for source in sources if source.file in stated)


def by_block(told: Iterable[Prepared]) -> dict[str, list[Prepared]]:
    """What was prepared, by the block of the mentions; only those of one are ever compared."""
    blocks: dict[str, list[Prepared]] = defaultdict(list)
    for one in told:
        mentions: dict[str, list[Mention]] = defaultdict(list)
        for mention in one.mentions:
            mentions[mention.block].append(mention)
        for name, some in mentions.items():
            blocks[name].append(replace(one, mentions=tuple(some)))
    return blocks


def make(
    claims: Iterable[Claim],
    matched: Iterable[Matched],
    codebook: Codebook,
    sources: Sequence[Source],
) -> Iterator[Alignment]:
    """The facts and near misses of each matched block, then the answers to category questions.

    Every claim of a distinct text ends in exactly one fact, except the dates of pages and the bare
    years that only date another number.
    """
    texts = {source.file: source.text for source in sources}
    copies = {source.file for source in sources if source.copy_of is not None}
    known = {claim.id: claim for claim in claims if claim.source not in copies}
    for block in matched:
        found = tuple([_made(group, known, codebook, texts) for group in block.groups])
        yield Alignment(facts=found, near_misses=block.near_misses)
    yield Alignment(facts=tuple(question_fact(a, codebook) for a in _asked(known.values())))


def gather(
    made: Iterable[Alignment], sources: Sequence[Source], parameters: Parameters
) -> Alignment:
    """What was made as one alignment, with the links between sources.

    Facts are sorted by id, near misses by claim.
    """
    worded = tuple(links.by_wording(sources, parameters))  # while blocks are still being matched
    facts, misses = list[Fact](), list[NearMiss]()
    for part in made:
        facts += part.facts
        misses += part.near_misses
    ordered = tuple(sorted(facts, key=attrgetter("id")))
    return Alignment(
        facts=ordered,
        links=links.between(ordered, sources, worded, parameters),
        near_misses=tuple(sorted(misses, key=_told)),
    )


_told = attrgetter("a", "b", "differs")


def _made(
    group: Group, claims: dict[str, Claim], codebook: Codebook, texts: dict[str, str]
) -> Fact:
    code = None if group.code is None else codebook.measures[group.code]
    stated, echoes = ([claims[name] for name in some] for some in (group.stated, group.echoes))
    return fact_of(stated, echoes, code, texts)


def _asked(claims: Iterable[Claim]) -> list[list[Claim]]:
    """The category claims by their question, in order of its label."""
    asked: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        if claim.kind == "category":
            asked[claim.measure or ""].append(claim)
    return [asked[label] for label in sorted(asked)]
