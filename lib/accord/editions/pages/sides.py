"""Who stands where on a fact: short names of sources, linked groups, rival sides."""

from __future__ import annotations

from functools import lru_cache

from accord import agreement
from accord.model import Claim, Fact, Findings

Origin = tuple[str, ...]


@lru_cache(maxsize=2)
def shorts(findings: Findings) -> dict[str, str]:
    """A short id per file: its stem up to the first "_" where that is unique, else the stem."""
    stems = {file: file.rsplit("/", 1)[-1].rsplit(".", 1)[0] for file in findings.sources}
    heads = {file: stem.split("_", 1)[0] or stem for file, stem in stems.items()}
    names = heads if len(set(heads.values())) == len(heads) else stems
    return {file: names[file][:24] for file in findings.sources}


def sides(findings: Findings, fact: Fact) -> tuple[tuple[Origin, ...], ...]:
    """The rival values of a fact, each as its origins: the sources behind it, linked ones together.

    One side where nothing conflicts; sources are short ids, origins stand largest first.
    """
    verdict = findings.verdict[fact.id]
    names = shorts(findings)
    groups = (
        [cluster.sources for cluster in verdict.rivals]
        if verdict.verdict == "conflict"
        else [fact.sources]
    )
    return tuple(_origins(findings, fact, files, names) for files in groups)


@lru_cache(maxsize=2)
def order(findings: Findings) -> tuple[str, ...]:
    """Read sources with linked ones side by side, otherwise in file order; copies left out."""
    read = [s.file for s in findings.corpus.sources if s.status == "read" and s.copy_of is None]
    group = {file: members for members in findings.summary.groups for file in members}
    linked = [f for f in read if len(group.get(f, (f,))) > 1]
    alone = [f for f in read if len(group.get(f, (f,))) == 1]
    return tuple(sorted(linked, key=lambda f: (group[f], f)) + alone)


def best(fact: Fact, file: str) -> Claim | None:
    """The claim by which a source stands in a fact: the one its verdict counts, else the first."""
    own = [claim for claim in fact.claims if claim.source == file and claim.restates is None]
    own = own or [claim for claim in fact.claims if claim.source == file]
    return min(own, key=lambda c: (width(c), c.modifier != "exact", c.span), default=None)


def note(findings: Findings, file: str) -> str:
    """What stands under a source's short name: its outlet, or nothing."""
    return findings.sources[file].outlet or ""


def group(findings: Findings, file: str) -> str:
    """The linked group that a source is in, by its first member's short name; "" where alone."""
    found = next((g for g in findings.summary.groups if file in g and len(g) > 1), None)
    return shorts(findings)[found[0]] if found else ""


def _origins(
    findings: Findings, fact: Fact, files: tuple[str, ...], names: dict[str, str]
) -> tuple[Origin, ...]:
    groups = agreement.origins(files, findings.alignment.links, fact.id)
    named = [tuple(names[file] for file in group) for group in groups]
    return tuple(sorted(named, key=lambda group: (-len(group), group)))


def width(claim: Claim) -> float:
    """How much a claim leaves open, in its own unit."""
    interval = claim.interval
    if interval is None or interval.low is None or interval.high is None:
        return float("inf")
    return float(interval.high - interval.low)
