"""Near misses: claims that look alike and are not comparable, with the part that differs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from accord.facts import score, signs
from accord.facts.contrast import differs, meets
from accord.facts.mention import Mention
from accord.model import NearMiss

Weighed = tuple[float, int, int]
MOST = 3
TELLING = 2  # significant digits at which an equal value alone makes a reader wonder
WONDER = -1.5  # log-odds at which a reader would


def misses(
    mentions: Sequence[Mention],
    like: Iterable[Weighed],
    linked: Iterable[tuple[int, int]],
    groups: Iterable[Sequence[int]],
) -> tuple[NearMiss, ...]:
    """The likest pairs across facts: one for each two facts, and at most three for each claim."""
    home = {rank: place for place, group in enumerate(groups) for rank in group}
    apart = [pair for pair in like if home[pair[1]] != home[pair[2]]]
    apart += [weighed(mentions[a], mentions[b]) for a, b in linked if home[a] != home[b]]
    return tuple(sorted(_chosen(sorted(apart), mentions, home)))


def weighed(a: Mention, b: Mention) -> Weighed:
    """Two mentions by rank, with how unlike they are."""
    return (-round(score.without_scope(a, b), 6), a.rank, b.rank)


def _chosen(
    like: Sequence[Weighed], mentions: Sequence[Mention], home: dict[int, int]
) -> Iterable[NearMiss]:
    told: set[tuple[int, int]] = set()
    counts: Counter[int] = Counter()
    for _, a, b in like:
        facts = (min(home[a], home[b]), max(home[a], home[b]))
        if facts in told or counts[a] >= MOST or counts[b] >= MOST:
            continue
        told.add(facts)
        counts.update((a, b))
        yield _miss(mentions[a], mentions[b])


def _miss(a: Mention, b: Mention) -> NearMiss:
    first, second = sorted((a, b), key=lambda mention: mention.claim.id)
    return NearMiss(a=first.claim.id, b=second.claim.id, differs=differs(first, second))


def looks_alike(a: Mention, b: Mention) -> bool:
    """Whether a reader would wonder why two mentions are not compared."""
    if a.source == b.source:
        return a.point == b.point and a.claim.sentence != b.claim.sentence and a.digits > 0
    telling = min(a.digits, b.digits) >= TELLING
    if telling and meets(a, b) and signs.equal(a, b):
        return True
    return score.without_scope(a, b) > WONDER
