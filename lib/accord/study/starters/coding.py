"""codebook.toml: names that may be one, measures that may be one, origins that texts share."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from accord.model import Findings
from accord.study.starters.measures import Candidate
from accord.study.starters.names import Name, Pair
from accord.study.starters.toml import off, quoted, remark, stated, text

_AROUND = 45
_MOST = 8


def told(pairs: Sequence[Pair], candidates: Sequence[Candidate]) -> Iterator[str]:
    """What was found, each with its evidence, in lines for a person."""
    for pair in pairs:
        yield f"one name? {pair.name.name} | {pair.other.name} ({pair.why})"
    for one in candidates:
        yield f"one measure? {one.a.text} ({one.a.source}) | {one.b.text} ({one.b.source})"


def lines(
    findings: Findings, pairs: Sequence[Pair], candidates: Sequence[Candidate]
) -> Iterator[str]:
    """The lines of codebook.toml; nothing in them counts until a person removes a "#"."""
    yield remark("What you know of the words of this story: docs/codebook.md. Words, never values.")
    yield remark("accord proposes; similar words rank true pairs high and false ones next to them.")
    yield remark('Judge by the quotes, remove the "#" of what is right and delete the rest.')
    yield from ("", remark("Names of one thing; the first stands for the others."), "[aliases]")
    yield from _aliases(findings, pairs)
    yield from ("", remark("Measured things; the first entry that fits a claim names its measure."))
    for candidate in candidates:
        yield from _measure(findings, candidate)
    yield from ("", remark("Origins that several texts lean on; repeating one proves nothing."))
    for root in _roots(findings)[:_MOST]:
        yield from ("", off("[[root]]"), off(stated("label", root)), off(stated("words", [root])))


def _aliases(findings: Findings, pairs: Sequence[Pair]) -> Iterator[str]:
    """A line for each name; a further name for one that has its line is told as a remark."""
    told: set[str] = set()
    for pair in pairs:
        yield remark(f"{pair.why}:")
        yield from (remark(f"  {_place(findings, one)}") for one in (pair.name, pair.other))
        name, other = text(pair.name.name), text(pair.other.name)
        yield remark(f"  or add {other} to {name}") if name in told else off(f"{name} = [{other}]")
        told.add(name)


def _measure(findings: Findings, candidate: Candidate) -> Iterator[str]:
    entry, joined = candidate.entry, candidate.joined
    count = len({claim.source for claim in joined})
    yield from ("", remark(f"{candidate.why}; it would join {len(joined)} claims of {count} texts"))
    both = (candidate.a, candidate.b)
    others = [claim for claim in joined if claim not in both]
    yield from (remark(f"  {quoted(findings, claim)}") for claim in (*both, *others)[:_MOST])
    yield off("[[measure]]")
    yield off(stated("label", entry.label))
    yield off(stated("words", entry.words))
    if entry.unit:
        yield off(stated("unit", entry.unit))


def _roots(findings: Findings) -> list[str]:
    """Origins that two texts or more name, as they write them."""
    named: dict[str, set[str]] = {}
    for claim in findings.claims:
        if claim.root:
            named.setdefault(claim.root, set()).add(claim.source)
    known = {root.label for root in findings.corpus.codebook.roots}
    return sorted(root for root, files in named.items() if len(files) > 1 and root not in known)


def _place(findings: Findings, one: Name) -> str:
    file, span = one.first
    source = findings.sources[file]
    near = source.text[max(0, span.start - _AROUND) : span.end + _AROUND]
    return f'{file}:{span.start} "...{" ".join(near.split())}...", {one.count} times'
