"""How the sources stand on a fact."""

from __future__ import annotations

from dataclasses import dataclass

from accord.model.interval import Interval

VERDICTS = ("conflict", "agree", "compatible", "self-contradiction", "single-source")
CONFIDENCES = ("high", "moderate", "disputed", "low")


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """Two claims of different sources; `relation` is agree, compatible or conflict."""

    a: str
    b: str
    relation: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Cluster:
    """Claims that share a value, in the fact's unit; `n_eff` is (with links, roots only)."""

    interval: Interval | None
    category: str | None
    claims: tuple[str, ...]
    sources: tuple[str, ...]
    n_eff: tuple[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """What an outside figure says beside a claim; never part of agreement.

    `finding` is "consistent" or "not consistent", `why` one sentence with the arithmetic;
    `implied` the interval the claims imply for the figure.
    """

    figure: str
    period: str | None
    value: Interval
    unit: str | None
    issuer: str | None
    url: str | None
    claim: str
    implied: Interval
    finding: str
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreement:
    """The verdict on one fact. Fields as in the published `agreements.jsonl` (docs/formats.md)."""

    fact: str
    verdict: str
    n_sources: int
    n_eff: tuple[int, int]
    confidence: str
    modality: str = "same"
    gap: float | None = None
    core: Interval | None = None
    clusters: tuple[Cluster, ...] = ()
    why: str = ""
    explained_by: str | None = None
    pairs: tuple[Pair, ...] = ()
    checks: tuple[Check, ...] = ()
    reviewed: str | None = None

    @property
    def rivals(self) -> tuple[Cluster, ...]:
        """The clusters with a claim that conflicts; what is merely compatible is no rival."""
        parted = {i for pair in self.pairs if pair.relation == "conflict" for i in (pair.a, pair.b)}
        return tuple(cluster for cluster in self.clusters if parted & set(cluster.claims))

    @property
    def corroborated(self) -> bool:
        """Whether independent sources agree."""
        return self.verdict == "agree" and self.n_eff[0] >= 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """Every number that the front page says, with the ids it counts."""

    texts: tuple[str, ...]
    refused: tuple[str, ...]
    copies: tuple[str, ...]
    claims: int
    facts: int
    multi_source: tuple[str, ...]
    agreeing: tuple[str, ...]
    corroborated: tuple[str, ...]
    disputed: tuple[str, ...]
    compatible: tuple[str, ...]
    single_source: tuple[str, ...]
    modality_differs: tuple[str, ...]
    beyond_numbers: tuple[str, ...]
    groups: tuple[tuple[str, ...], ...]
    wilson: tuple[float, float] | None
    pairwise: tuple[tuple[str, str, int, int], ...]
    alpha: tuple[tuple[str, float | None, int, str], ...]
    coverage: tuple[tuple[str, int, int], ...]
    numbers_read: int
    numbers_set_aside: int
