"""Which sources are not independent of each other, and what shows it."""

from __future__ import annotations

from collections.abc import Collection, Container, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise

from accord.facts import runs
from accord.model import Claim, Fact, Interval, Link, Source
from accord.model.closure import closure
from accord.parameters import Parameters

ALL_PAIRS = 50  # a trait that more sources share is followed from each source to the next only
_KINDS = frozenset(("news", "agency", "service", "newswire", "wire"))

Pair = tuple[str, str]


def between(
    facts: Iterable[Fact],
    sources: Iterable[Source],
    worded: Iterable[Link],
    parameters: Parameters,
) -> tuple[Link, ...]:
    """Every sign that two sources have one origin, sorted; `worded` are those `by_wording`.

    A root that both name links two sources for one fact; shared claims, shared wording and being
    a copy link them everywhere. Only the two texts themselves decide, never the rest of the
    corpus. Groups are the closure of the links.
    """
    known = list(facts)
    read = _read(sources)
    order = {source.file: source.sha256 for source in read}
    everywhere = [
        *_copies(read),
        *_shared_claims(known, order, parameters),
        *worded,
    ]
    group = _groups((link.a, link.b) for link in everywhere)
    origins = _Origins.of(read)
    named = [link for fact in known for link in _roots(fact, origins, group)]
    return tuple(sorted([*_grouped(everywhere, group), *named], key=_order))


def by_wording(sources: Iterable[Source], parameters: Parameters) -> Iterator[Link]:
    """The links between sources that share runs of words."""
    for *pair, share in runs.shared(_read(sources), parameters):
        yield _link(pair, "wording", share)


def _read(sources: Iterable[Source]) -> list[Source]:
    return [source for source in sources if source.status == "read"]


def _order(link: Link) -> tuple[str, str, str, str]:
    return (link.a, link.b, link.by, link.fact or "")


def _link(pair: Iterable[str], by: str, share: float, fact: str | None = None) -> Link:
    a, b = sorted(pair)
    return Link(a=a, b=b, by=by, share=round(share, 4), group=a, fact=fact)


def _groups(pairs: Iterable[Pair]) -> dict[str, str]:
    return {file: group[0] for group in closure((), pairs) for file in group}


def _grouped(links: Iterable[Link], group: dict[str, str]) -> Iterator[Link]:
    for link in links:
        yield Link(
            a=link.a, b=link.b, by=link.by, share=link.share, group=group[link.a], fact=link.fact
        )


def _copies(sources: Iterable[Source]) -> Iterator[Link]:
    for source in sources:
        if source.copy_of is not None:
            yield _link((source.file, source.copy_of), "copy", 1.0)


@dataclass(frozen=True, slots=True)
class _Origins:
    """Whose dispatch a text is, or what it credits, and who published it, by the text's name."""

    credited: dict[str, str]
    published: dict[str, str]

    @classmethod
    def of(cls, sources: Sequence[Source]) -> _Origins:
        """What is known of these texts."""
        return cls(
            {source.file: _folded(source.credit) for source in sources if source.credit},
            {source.file: _folded(source.outlet) for source in sources if source.outlet},
        )


def _roots(fact: Fact, origins: _Origins, group: dict[str, str]) -> list[Link]:
    """Links for one fact: one named origin, or an origin that is itself among the texts.

    What nobody is named for is of the origin that the text credits.
    """
    files = fact.sources if len(fact.sources) > 1 else ()
    rooted = {
        (claim.source, _folded(claim.root) if claim.root else origins.credited.get(claim.source))
        for claim in (fact.claims if files else ())
    }
    named: dict[str, dict[str, None]] = {}
    for file, root in sorted((file, root) for file, root in rooted if root):
        named.setdefault(root, {})[file] = None
    for file in files:
        for own in (origins.credited.get(file), origins.published.get(file)):
            if own in named:
                named[own][file] = None
    pairs = dict.fromkeys(pair for same in named.values() for pair in _couples(sorted(same)))
    if not pairs:
        return []
    around = _groups([*pairs, *((file, group[file]) for file in files if file in group)])
    return [Link(a=a, b=b, by="root", share=1.0, group=around[a], fact=fact.id) for a, b in pairs]


def _folded(name: str) -> str:
    """A name without what names like it add or leave out: the Arden news agency, Arden."""
    words = name.casefold().split()
    while len(words) > 1 and words[-1] in _KINDS:
        del words[-1]
    return " ".join(words[words[0] == "the" and len(words) > 1 :])


def _couples(files: Sequence[str]) -> Iterator[Pair]:
    """Every two files; beyond a limit each with the next, which has the same closure."""
    return combinations(files, 2) if len(files) <= ALL_PAIRS else pairwise(files)


def _shared_claims(
    facts: Iterable[Fact], order: dict[str, str], parameters: Parameters
) -> Iterator[Link]:
    """Sources that state the same facts with the same values and the same modifiers."""
    traits = [files for fact in facts for files in _traits(fact, order)]
    prints: dict[str, set[int]] = {}
    for trait, files in enumerate(traits):
        for file in files:
            prints.setdefault(file, set()).add(trait)
    for a, b in _candidates([files for files in traits if len(files) > 1], order):
        common = len(prints[a] & prints[b])
        share = common / min(len(prints[a]), len(prints[b]))
        if common >= parameters.link_claims and share >= parameters.link_share:
            yield _link((a, b), "claims", share)


def _traits(fact: Fact, known: Container[str]) -> Collection[Collection[str]]:
    """The sources that give the fact the same value and modifier, for each of these."""
    holders: dict[tuple[Interval, str], dict[str, None]] = {}
    for claim in fact.claims:
        if claim.source in known and _leaves_a_print(claim) and claim.interval:
            holders.setdefault((claim.interval, claim.modifier), {})[claim.source] = None
    return holders.values()


def _leaves_a_print(claim: Claim) -> bool:
    return claim.is_quantity and claim.restates is None and not claim.derived_from


def _candidates(holders: Iterable[Iterable[str]], order: dict[str, str]) -> list[Pair]:
    """The couples that share a trait; sources stand in an order that file names do not touch."""
    found: dict[Pair, None] = {}
    for files in holders:
        for pair in _couples(sorted(files, key=lambda file: (order[file], file))):
            found[pair] = None
    return sorted(found)
