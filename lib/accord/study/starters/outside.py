"""references.toml: shared facts that an outside figure could be set beside."""

from __future__ import annotations

from collections.abc import Iterator

from accord.model import Fact, Findings
from accord.study.starters.toml import off, quoted, remark, stated

_MOST = 12


def told(findings: Findings) -> Iterator[str]:
    """How many facts could be checked."""
    yield f"facts of two texts or more: {len(_shared(findings)):,}"


def lines(findings: Findings) -> Iterator[str]:
    """The lines of references.toml; nothing in them counts until a person completes it."""
    yield remark(
        "Outside figures to set beside the claims: docs/codebook.md. They change no verdict."
    )
    yield remark('Look a number up, write it as value = "12.5e6" with its source, remove the "#".')
    for fact in _shared(findings)[:_MOST]:
        yield ""
        yield from (remark(f"  {quoted(findings, claim)}") for claim in fact.claims[:_MOST])
        yield off("[[figure]]")
        yield off(stated("measure", fact.measure or fact.label))
        yield off(stated("value", ""), "the number that you looked up")
        if fact.unit:
            yield off(stated("unit", fact.unit))
        if fact.period:
            yield off(stated("period", fact.period))
        yield from (off(stated(name, "")) for name in ("publisher", "date", "url"))


def _shared(findings: Findings) -> list[Fact]:
    """Facts of numbers that two texts or more state, those of most texts first."""
    shared = [f for f in findings.alignment.facts if len(f.sources) > 1 and f.is_quantity]
    return sorted(shared, key=lambda fact: (-len(fact.sources), fact.id))
