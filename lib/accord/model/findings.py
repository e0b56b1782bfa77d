"""All that one study found, as one record."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from accord.model.agreement import Agreement, Summary
from accord.model.claim import Claim
from accord.model.codebook import Corpus
from accord.model.fact import Alignment, Fact
from accord.model.numerals import ENGLISH, Numerals
from accord.model.source import SetAside, Source


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """One parameter with its effective value and where that came from.

    `origin` is "default", "file", "environment" or "command line".
    """

    name: str
    value: Any
    origin: str = "default"


@dataclass(frozen=True, kw_only=True)
class Findings:
    """The records of one study: what it read, and everything that follows from it.

    `claims` are sorted by source and place, `agreements` stand in the order of `alignment.facts`.
    `numerals` is how a page writes numbers of its own; in the records they are English.
    """

    corpus: Corpus
    settings: tuple[Setting, ...]
    claims: tuple[Claim, ...]
    set_aside: tuple[SetAside, ...]
    alignment: Alignment
    agreements: tuple[Agreement, ...]
    summary: Summary
    numerals: Numerals = ENGLISH

    def __hash__(self) -> int:
        return hash((self.summary.claims, self.summary.facts, self.summary.texts))

    @cached_property
    def plain(self) -> Findings:
        """The same findings, for numbers as data have them."""
        return replace(self, numerals=ENGLISH)

    @cached_property
    def sources(self) -> dict[str, Source]:
        """Sources by file name."""
        return {source.file: source for source in self.corpus.sources}

    @cached_property
    def claim(self) -> dict[str, Claim]:
        """Claims by id."""
        return {claim.id: claim for claim in self.claims}

    @cached_property
    def fact(self) -> dict[str, Fact]:
        """Facts by id."""
        return {fact.id: fact for fact in self.alignment.facts}

    @cached_property
    def verdict(self) -> dict[str, Agreement]:
        """Agreements by the id of their fact."""
        return {agreement.fact: agreement for agreement in self.agreements}

    @cached_property
    def fact_of(self) -> dict[str, Fact]:
        """The fact that each claim id belongs to."""
        return {claim.id: fact for fact in self.alignment.facts for claim in fact.claims}
