"""sources.toml: one entry for each text, with what the text itself shows of its origin."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from accord.model import Claim, Findings, Source
from accord.model.interval import day
from accord.sources import language
from accord.study.starters.toml import off, remark, stated

_MOST = 2000  # entries; the reader of the file takes 1 MB of them
_TITLE = 120


def distinct(findings: Findings) -> list[Source]:
    """The texts that were read, copies counted once."""
    return [s for s in findings.corpus.sources if s.status == "read" and s.copy_of is None]


def told(findings: Findings) -> Iterator[str]:
    """How many texts were read and which languages they are in."""
    read = distinct(findings)
    others = [s for s in findings.corpus.sources if s not in read]
    yield f"texts read: {len(read):,}; refused or copies: {len(others):,}"
    spoken = Counter(language.name(source.language) for source in read)
    yield "languages: " + ", ".join(f"{name} {n:,}" for name, n in sorted(spoken.items()))


def lines(findings: Findings) -> Iterator[str]:
    """The lines of sources.toml."""
    yield remark("What you know of each text: docs/codebook.md. Every field but file is optional.")
    yield remark('accord proposes what the texts show. Check it, complete it, and remove the "#".')
    read = [source for source in findings.corpus.sources if source.status == "read"]
    dates, credits_ = _dates(findings), _credits(findings)
    for source in read[:_MOST]:
        yield from ("", "[[source]]", stated("file", source.file))
        yield from _about(source, dates.get(source.file), credits_.get(source.file))
    if len(read) > _MOST:
        yield from ("", remark(f"{len(read) - _MOST:,} more texts have no entry here."))
    refused = [source.reason or "" for source in findings.corpus.sources if source.reason]
    yield from ("", *map(remark, ["Not read:", *refused[:_MOST]])) if refused else ()


def _about(source: Source, date: Claim | None, credit: Claim | None) -> Iterator[str]:
    if source.copy_of:
        yield remark(f"a copy of {source.copy_of}")
    if source.outlet is None:
        yield off(stated("outlet", ""))
    if source.title is None and (title := _title(source)):
        yield off(stated("title", title), "its first line")
    if source.date is None and date and date.value and date.value.low is not None:
        why = f'the first day that it names, "{date.text}": when was it published?'
        yield off(stated("date", day(date.value.low).isoformat()), why)
    elif source.date is None:
        yield off(stated("date", ""))
    if source.credit is None and credit and credit.root:
        yield off(stated("credit", credit.root), "it names this origin")
    if source.url is None:
        yield off(stated("url", ""))
    if source.language and not language.is_read(source.language):
        yield off(stated("language", source.language), "guessed; read as far as numbers go")


def _title(source: Source) -> str | None:
    """Its first sentence, where that stands as a title."""
    first = source.sentences[0] if source.sentences else None
    if first is None or not first.heading:
        return None
    return " ".join(first.span.of(source.text).lstrip("#").split())[:_TITLE] or None


def _dates(findings: Findings) -> dict[str, Claim]:
    """The first whole day that each text names."""
    found: dict[str, Claim] = {}
    for claim in findings.claims:
        value = claim.value
        if claim.kind == "date" and value and value.low is not None and value.low == value.high:
            found.setdefault(claim.source, claim)
    return found


def _credits(findings: Findings) -> dict[str, Claim]:
    found: dict[str, Claim] = {}
    for claim in findings.claims:
        if claim.root:
            found.setdefault(claim.source, claim)
    return found
