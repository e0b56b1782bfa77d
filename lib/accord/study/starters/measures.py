"""Claims that may measure one thing under two names: entries for a person to judge.

An entry is proposed only where it was tried: with it, the two claims stand in one fact.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations

from accord import facts, units
from accord.facts.stems import stems
from accord.model import Claim, Codebook, Fact, Findings, Measure
from accord.parameters import Parameters

MOST = 8  # entries that a person will look at
_TRIED = 24
_CONSIDERED = 600  # claims; beyond, near misses alone are looked at
_TEXTS = 200  # texts; beyond, an entry is proposed untried
_ALIKE = 0.3
_WORTH = ("possibly", "measure", "what is counted")  # near misses that a name may settle


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """An entry, the two claims that it is to join, why they look alike, and what it joins."""

    entry: Measure
    a: Claim
    b: Claim
    why: str
    joined: tuple[Claim, ...]


def candidates(findings: Findings, given: Parameters) -> tuple[Candidate, ...]:
    """The likeliest entries: near misses first, then claims among like words."""
    found: list[Candidate] = []
    seen: set[frozenset[str]] = set()
    for a, b, why in _pairs(findings):
        if len(found) == MOST or len(seen) == _TRIED:
            break
        apart = frozenset(findings.fact_of[claim.id].id for claim in (a, b))
        made = None if len(apart) == 1 or apart in seen else _tried(findings, given, a, b, why)
        seen.add(apart)
        if made and all(made.entry.words != one.entry.words for one in found):
            found.append(made)
    return tuple(found)


def _pairs(findings: Findings) -> Iterator[tuple[Claim, Claim, str]]:
    for miss in findings.alignment.near_misses:
        a, b = findings.claim[miss.a], findings.claim[miss.b]
        if miss.differs.startswith(_WORTH) and _may_meet(a, b):
            yield a, b, miss.differs
    alone = [
        claim for claim in findings.claims if claim.id in findings.fact_of and _is_plain(claim)
    ]
    if len(alone) > _CONSIDERED:
        return
    apart = ((a, b) for a, b in combinations(alone, 2) if _may_meet(a, b))
    weighed = sorted(((_alike(a, b), a, b) for a, b in apart), key=_rank)
    for alike, a, b in weighed:
        if alike >= _ALIKE:
            yield a, b, f"{alike:.0%} alike in the words around them"


def _rank(weighed: tuple[float, Claim, Claim]) -> tuple[float, str, str]:
    return (-weighed[0], weighed[1].id, weighed[2].id)


def _is_plain(claim: Claim) -> bool:
    return claim.is_quantity and not claim.derived_from and not claim.restates


def _may_meet(a: Claim, b: Claim) -> bool:
    """Whether two claims of two texts have one dimension."""
    same = a.unit == b.unit and a.kind == b.kind
    alike = a.unit and b.unit and units.dimension(a.unit) == units.dimension(b.unit)
    return a.source != b.source and bool(same or alike)


def _alike(a: Claim, b: Claim) -> float:
    """Cosine of the weighed words around two claims."""
    one, two = dict(a.context.words), dict(b.context.words)
    shared = sum(one[stem] * two[stem] for stem in sorted(one.keys() & two.keys()))
    norms = math.hypot(*one.values()) * math.hypot(*two.values())
    return round(shared / norms, 4) if norms else 0.0


def _tried(findings: Findings, given: Parameters, a: Claim, b: Claim, why: str) -> Candidate | None:
    """The first wording of an entry that brings the two claims into one fact."""
    for entry in _entries(findings, a, b):
        joined = _joined(findings, given, entry, (a, b))
        if joined:
            return Candidate(entry=entry, a=a, b=b, why=why, joined=joined)
    return None


def _joined(
    findings: Findings, given: Parameters, entry: Measure, pair: tuple[Claim, Claim]
) -> tuple[Claim, ...]:
    if len(findings.corpus.sources) > _TEXTS:
        return pair
    book = Codebook(aliases=findings.corpus.codebook.aliases, measures=(entry,))
    aligned = facts.align(findings.claims, book, findings.corpus.sources, given)
    home = (fact.claims for fact in aligned.facts if _holds(fact, pair))
    return next(home, ())


def _holds(fact: Fact, pair: Iterable[Claim]) -> bool:
    held = {claim.id for claim in fact.claims}
    return all(claim.id in held for claim in pair)


def _entries(findings: Findings, a: Claim, b: Claim) -> Iterator[Measure]:
    """Entries by the words that both claims share, else by what each counts or prices."""
    said = [_said(findings, claim) for claim in (a, b)]
    shared = [word for stem, word in said[0].items() if stem in said[1]]
    heads = [word for word in (_head(said[0], a), _head(said[1], b)) if word]
    unit = (a.unit or b.unit) if a.kind not in ("date", "time") else "date"
    label = max(a.measure or "", b.measure or "", key=len) or " ".join(shared or heads)
    for words in ([shared[0]] if shared else [], heads):
        if words and label:
            yield Measure(label=label, words=tuple(dict.fromkeys(words)), unit=unit)


def _said(findings: Findings, claim: Claim) -> dict[str, str]:
    """The words that name what a claim measures, by stem, as its sentence writes them."""
    sentence = claim.sentence.of(findings.sources[claim.source].text)
    written = {stem: word for word in sentence.split() for stem in stems(word)}
    naming = (claim.context.head, *stems(claim.measure or ""), claim.context.action)
    there = (stem for stem in naming if stem and len(stem) > 2 and stem in written)
    return {stem: written[stem].strip(".,;:!?()\"'\u201c\u201d\u2019").lower() for stem in there}


def _head(said: dict[str, str], claim: Claim) -> str | None:
    return said.get(claim.context.head or "", next(iter(said.values()), None))
