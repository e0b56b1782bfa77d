"""Records <-> JSON Lines: one record a line, keys in a fixed order, records sorted."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from operator import attrgetter
from pathlib import Path
from typing import Any

from accord.errors import EditionError
from accord.model.agreement import Summary
from accord.model.claim import Claim
from accord.model.codebook import Corpus
from accord.model.fact import Alignment
from accord.model.findings import Findings, Setting
from accord.model.lines import rows, verdicts
from accord.model.lines.rows import Row
from accord.model.lines.text import dumps, each, escape, loads, number, plain, pretty
from accord.model.lines.verdicts import of_summary as summary_row
from accord.model.source import SetAside, Source

__all__ = [
    "FILES", "as_rows", "dumps", "escape", "loads", "number", "plain", "pretty", "read",
    "read_rows", "summary_row", "write", "write_found", "write_said",
]  # fmt: skip

FILES = ("sources", "claims", "facts", "agreements", "near_misses", "set_aside", "links")


def as_rows(findings: Findings) -> dict[str, Iterator[Row]]:
    """The rows of every file, sorted, by the file's name without its ending; made when read."""
    said = _said(findings.corpus.sources, findings.claims, findings.set_aside)
    every = said | _found(findings)
    return {name: every[name] for name in FILES}


def _said(
    sources: Iterable[Source], claims: Iterable[Claim], asides: Iterable[SetAside]
) -> dict[str, Iterator[Row]]:
    return {
        "sources": map(rows.of_source, sorted(sources, key=attrgetter("file"))),
        "claims": map(rows.of_claim, sorted(claims, key=attrgetter("source", "span.start", "id"))),
        "set_aside": map(
            rows.of_set_aside, sorted(asides, key=attrgetter("source", "start", "end", "reason"))
        ),
    }


def _found(findings: Findings) -> dict[str, Iterator[Row]]:
    found = findings.alignment
    like = {fact.id: fact.claims[0] for fact in found.facts if fact.claims}
    links = sorted(found.links, key=lambda k: (k.a, k.b, k.by, k.fact or "", k.share))
    verdict = sorted(findings.agreements, key=attrgetter("fact"))
    return {
        "facts": map(rows.of_fact, sorted(found.facts, key=attrgetter("id"))),
        "agreements": (verdicts.of_agreement(a, like.get(a.fact)) for a in verdict),
        "near_misses": map(
            rows.of_near_miss, sorted(found.near_misses, key=attrgetter("a", "b", "differs"))
        ),
        "links": map(rows.of_link, links),
    }


def write(findings: Findings, folder: Path) -> None:
    """Write every record and `summary.json` to `folder`, which is made where it is missing."""
    write_said(findings.corpus.sources, findings.claims, findings.set_aside, folder)
    write_found(findings, folder)


def write_said(
    sources: Iterable[Source], claims: Iterable[Claim], asides: Iterable[SetAside], folder: Path
) -> None:
    """Write what the texts say, which stands before any is compared with another."""
    folder.mkdir(parents=True, exist_ok=True)
    _write_all(_said(sources, claims, asides), folder)


def write_found(findings: Findings, folder: Path) -> None:
    """Write what came out, beside what the texts say."""
    _write_all(_found(findings), folder)
    _write(folder / "summary.json", [pretty(summary_row(findings.summary))])


def _write_all(tables: Mapping[str, Iterable[Row]], folder: Path) -> None:
    for name, table in tables.items():
        _write(folder / f"{name}.jsonl", each(table))


def read(folder: Path, corpus: Corpus | None = None, settings: Iterable[Setting] = ()) -> Findings:
    """The study that `write` wrote; texts are those of `corpus`, or stay empty without one.

    Claims come back without their context, which is never published.

    Raises:
        EditionError: where a file is missing or a line is not what it should be, named.
    """
    claims = tuple(_records(folder, "claims", rows.claim))
    by_id = {claim.id: claim for claim in claims}
    return Findings(
        corpus=corpus or Corpus(sources=tuple(_records(folder, "sources", rows.source))),
        settings=tuple(settings),
        claims=claims,
        set_aside=tuple(_records(folder, "set_aside", rows.set_aside)),
        alignment=Alignment(
            facts=tuple(_records(folder, "facts", lambda row: rows.fact(row, by_id))),
            links=tuple(_records(folder, "links", rows.link)),
            near_misses=tuple(_records(folder, "near_misses", rows.near_miss)),
        ),
        agreements=tuple(_records(folder, "agreements", verdicts.agreement)),
        summary=_summary(folder),
    )


def read_rows(path: Path, seen: dict[str, Row] | None = None) -> list[Row]:
    """The rows of one file of JSON Lines, numbers as Decimal.

    A line that is in `seen` is not read again: it gives the same row, and is known by that.
    """
    known: dict[str, Row] = {} if seen is None else seen
    found: list[Row] = []
    for place, line in enumerate(_text(path).split("\n"), 1):
        if line:
            row = known.get(line) or _one(path.name, place, line, dict)
            found.append(known.setdefault(line, row))
    return found


def _records(folder: Path, name: str, make: Callable[[Mapping[str, Any]], Any]) -> Iterable[Any]:
    return _parsed(folder / f"{name}.jsonl", make)


def _parsed(path: Path, make: Callable[[Mapping[str, Any]], Any]) -> Iterable[Any]:
    for place, line in enumerate(_text(path).split("\n"), 1):
        if line:
            yield _one(path.name, place, line, make)


def _one(name: str, place: int, line: str, make: Callable[[Mapping[str, Any]], Any]) -> Any:
    try:
        return make(loads(line))
    except (ValueError, TypeError, KeyError, ArithmeticError, RecursionError) as error:
        message = f"{name} line {place} is not as accord writes it ({error!r}). {_REPAIR}"
        raise EditionError(message) from None


def _summary(folder: Path) -> Summary:
    summary: Summary = _one("summary.json", 1, _text(folder / "summary.json"), verdicts.summary)
    return summary


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, ValueError) as error:
        message = f"{path.name} cannot be read ({error}). {_REPAIR}"
        raise EditionError(message) from None


def _write(path: Path, parts: Iterable[str]) -> None:
    with path.open("w", _BUFFER, encoding="utf-8", newline="\n") as file:
        file.writelines(parts)


_BUFFER = 1 << 20  # bytes that are written at once
_REPAIR = "Restore the folder from git, or run the study again."
