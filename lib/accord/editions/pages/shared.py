"""The facts that two or more texts state: their order, what each is called, and its value."""

from __future__ import annotations

from functools import lru_cache

from accord.editions.pages import sides, words
from accord.model import Claim, Fact, Findings

RIVALS = 4


@lru_cache(maxsize=2)
def numbers(findings: Findings) -> tuple[Fact, ...]:
    """Numbers that two or more texts state: corroborated, one origin, compatible, then disputed."""
    rank = {"corroborated": 0, "one-origin": 1, "compatible": 2, "disputed": 3, "once": 4}
    facts = [findings.fact[i] for i in findings.summary.multi_source]

    def place(fact: Fact) -> tuple[int, int, int, str]:
        verdict = findings.verdict[fact.id]
        key = rank[words.verdict_key(verdict)]
        return (key, -verdict.n_eff[0], -verdict.n_sources, fact.label)

    return tuple(sorted(facts, key=place))


def beyond(findings: Findings) -> tuple[Fact, ...]:
    """Names, roles and ranks that two or more texts state, disputed ones first."""
    rank = {"disputed": 0, "compatible": 1}
    facts = [findings.fact[i] for i in findings.summary.beyond_numbers]

    def place(fact: Fact) -> tuple[int, str]:
        return rank.get(words.verdict_key(findings.verdict[fact.id]), 2), label(fact)

    return tuple(sorted(facts, key=place))


def label(fact: Fact) -> str:
    """What a fact is called; a rank is named with its place: "First smart port"."""
    if fact.claims[0].kind != "ordinal" or not fact.label[:1].isalpha():
        return fact.label
    told = fact.claims[0].category or fact.claims[0].text
    return words.sentence(f"{told} {small(fact.label)}")


def value(findings: Findings, fact: Fact) -> str:
    """The number in the fact's words: the value agreed on, or the rivals joined by "or"."""
    say = words.of(findings)
    verdict = findings.verdict[fact.id]
    if verdict.verdict == "conflict":
        rivals = [_rival(findings, fact, c.claims) for c in verdict.rivals]
        more = len(rivals) - RIVALS + 1
        named = rivals if more < 2 else [*rivals[: RIVALS - 1], f"{say.count(more)} more"]
        return words.listed(named, "or")
    if len(names := [c.category for c in verdict.clusters if c.category]) > 1:
        return words.listed(names, "and")
    told = min(fact.claims, key=lambda c: _preference(fact, c))
    return say.stated(told)


def small(label: str) -> str:
    """A label inside a sentence: its first letter small unless it is a name's."""
    first, rest = label[:1], label[1:]
    return first.lower() + rest if rest[:1].islower() or rest[:1] == " " else label


def _preference(fact: Fact, claim: Claim) -> tuple[bool, bool, float, bool, str]:
    """A claim in the fact's unit before others, stated before computed, narrow before wide."""
    return (
        claim.unit != fact.unit,
        bool(claim.derived_from),
        sides.width(claim),
        claim.modifier == "exact",
        claim.id,
    )


def _rival(findings: Findings, fact: Fact, claims: tuple[str, ...]) -> str:
    """The narrowest number of a side: "about 40" may hold the other side's number too."""
    say = words.of(findings)
    stated = (findings.claim[name] for name in claims)
    return say.stated(min(stated, key=lambda claim: _preference(fact, claim)))
