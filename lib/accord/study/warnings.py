"""What a run tells a person at once: refused files, entries left out, decisions gone stale."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from itertools import islice

from accord.editions import content, decisions
from accord.model import Corpus, Findings
from accord.sources import language

SHOWN, FEW = 20, 5


def tell(findings: Findings, say: Callable[[str], None]) -> None:
    """Say the first refusals and complaints, and how many more the report lists."""
    found = [*_stale(findings), *_all(findings.corpus)]
    for warning in islice(found, SHOWN):
        say(f"warning: {visible(warning)}")
    if len(found) > SHOWN:
        say(f"warning: and {len(found) - SHOWN:,} more; the report lists every one.")


def visible(text: str) -> str:
    """`text` on one line, with every character that a terminal would obey written out."""
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode() for c in text)


def _stale(findings: Findings) -> Iterator[str]:
    """A line for each applied decision that no longer fits, with the repair."""
    applied = next((s.value for s in findings.settings if s.name == "reviews"), True)
    if not (applied and findings.corpus.reviews):
        return
    for one in decisions.of(content.of(findings)):
        if one.standing != decisions.STANDS:
            yield f"reviews.toml: {one.decision} on {one.on} {decisions.told(one)}."


def _all(corpus: Corpus) -> Iterator[str]:
    yield from _foreign(corpus)
    yield from corpus.complaints
    yield from (source.reason or source.file for source in corpus.sources if source.reason)


def _foreign(corpus: Corpus) -> Iterator[str]:
    """One line for all texts in other languages."""
    spoken = [s for s in corpus.sources if s.status == "read" and not language.is_read(s.language)]
    if spoken:
        counts = Counter(language.name(source.language) for source in spoken)
        told = ", ".join(f"{name} {count:,}" for name, count in sorted(counts.items()))
        few = ", ".join(source.file for source in spoken[:FEW]) + " ..." * (len(spoken) > FEW)
        yield f"not in English, read as far as numbers go: {told} ({few})"
