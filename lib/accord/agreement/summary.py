"""Every number that the front page says, counted from the verdicts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import combinations

from accord.agreement.origins import origins
from accord.agreement.reliability import alpha as krippendorff
from accord.agreement.reliability import bootstrap
from accord.agreement.standing import said
from accord.agreement.statistics import wilson
from accord.model import Agreement, Alignment, Claim, Corpus, Fact, SetAside, Summary
from accord.parameters import Parameters

ESTIMABLE = 10  # pairable units that alpha needs
COMPARED = 100  # texts beyond which no table of pairs is made


def summarise(  # noqa: PLR0913, PLR0917  # everything a study found, once
    corpus: Corpus,
    claims: Sequence[Claim],
    set_aside: Sequence[SetAside],
    aligned: Alignment,
    verdicts: Sequence[Agreement],
    parameters: Parameters,
) -> Summary:
    """The headline and all that stands beside it, each count with the ids it counts."""
    read = [s.file for s in corpus.sources if s.status == "read" and s.copy_of is None]
    rejected = frozenset(r.on for r in corpus.reviews if r.decision == "reject")
    judged = [
        (fact, verdict)
        for fact, verdict in zip(aligned.facts, verdicts, strict=True)
        if fact.id not in rejected
    ]
    numbers, beyond = list[Judged](), list[Judged]()
    for fact, verdict in judged:
        (numbers if fact.is_quantity else beyond).append((fact, verdict))
    shared = [(f, v) for f, v in numbers if v.n_sources >= parameters.minimum_sources]
    agreeing = _ids(shared, "agree")
    return Summary(
        texts=tuple(read),
        refused=tuple(s.file for s in corpus.sources if s.status == "refused"),
        copies=tuple(s.file for s in corpus.sources if s.copy_of is not None),
        claims=len(claims),
        facts=len(numbers),
        multi_source=tuple(fact.id for fact, _ in shared),
        agreeing=agreeing,
        corroborated=tuple(fact.id for fact, verdict in shared if verdict.corroborated),
        disputed=_ids(shared, "conflict"),
        compatible=_ids(shared, "compatible"),
        single_source=tuple(fact.id for fact, verdict in numbers if verdict.n_sources == 1),
        modality_differs=tuple(fact.id for fact, v in shared if v.modality == "differs"),
        beyond_numbers=tuple(
            fact.id for fact, v in beyond if v.n_sources >= parameters.minimum_sources
        ),
        groups=origins(read, aligned.links),
        wilson=wilson(len(agreeing), len(shared)),
        pairwise=_pairwise(read, shared),
        alpha=_alphas(shared),
        coverage=_coverage(read, shared),
        numbers_read=sum(claim.is_quantity and not claim.derived_from for claim in claims),
        numbers_set_aside=len(set_aside),
    )


Judged = tuple[Fact, Agreement]


def _ids(judged: Iterable[Judged], verdict: str) -> tuple[str, ...]:
    return tuple(fact.id for fact, found in judged if found.verdict == verdict)


def _pairwise(
    files: Sequence[str], shared: Sequence[Judged]
) -> tuple[tuple[str, str, int, int], ...]:
    """For each two texts: in how many facts they agree, of how many that both state."""
    if len(files) > COMPARED:
        return ()
    both: dict[tuple[str, str], int] = dict.fromkeys(combinations(sorted(files), 2), 0)
    agreeing = dict(both)
    for fact, verdict in shared:
        source = {claim.id: claim.source for claim in fact.claims}
        relations: dict[tuple[str, str], list[str]] = {}
        for pair in verdict.pairs:
            a, b = sorted((source[pair.a], source[pair.b]))
            relations.setdefault((a, b), []).append(pair.relation)
        for couple, found in relations.items():
            both[couple] = both.get(couple, 0) + 1
            agrees = "agree" in found and "conflict" not in found
            agreeing[couple] = agreeing.get(couple, 0) + agrees
    return tuple(
        (a, b, agreeing[a, b], number) for (a, b), number in sorted(both.items()) if number
    )


def _coverage(files: Sequence[str], shared: Sequence[Judged]) -> tuple[tuple[str, int, int], ...]:
    """For each text: how many of the shared numbers it states, of how many."""
    stated = Counter(file for fact, _ in shared for file in fact.sources)
    return tuple((file, stated[file], len(shared)) for file in sorted(files))


def _alphas(shared: Sequence[Judged]) -> tuple[tuple[str, float | None, int, str], ...]:
    """Krippendorff's alpha for each unit class; never over mixed units, which would inflate it."""
    classes: dict[str, list[list[float]]] = {}
    for fact, _ in shared:
        values = _values(fact)
        if len(values) > 1:
            classes.setdefault(_class(fact), []).append(values)
    found = [_estimate(name, classes[name]) for name in sorted(classes)]
    if len(classes) > 1:
        number = sum(map(len, classes.values()))
        reason = "not estimable over mixed units, which would inflate it"
        found.append(("all numbers", None, number, reason))
    return tuple(found)


def _estimate(name: str, units: list[list[float]]) -> tuple[str, float | None, int, str]:
    if len(units) < ESTIMABLE:
        return name, None, len(units), f"not estimable from fewer than {ESTIMABLE} facts"
    level = "interval" if name in ("date", "time") else "ratio"
    value = krippendorff(units, level)
    if value is None:
        return name, None, len(units), "not estimable without variation"
    ends = bootstrap(units, level)
    spread = f", bootstrap 95 % interval {ends[0]:.3f} to {ends[1]:.3f}" if ends else ""
    return name, value, len(units), f"{level} level{spread}"


def _class(fact: Fact) -> str:
    units = (claim.unit for claim in fact.claims if claim.unit)
    return fact.unit or next(units, fact.claims[0].kind if fact.claims else "number")


def _values(fact: Fact) -> list[float]:
    """One value for each source: the middle of what it writes first."""
    first: dict[str, float] = {}
    for claim, value, _, _ in said(fact):
        if claim.source not in first and value.low is not None and value.high is not None:
            first[claim.source] = float((value.low + value.high) / 2)
    return list(first.values())
