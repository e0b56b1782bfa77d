"""An edition's rows in memory, from its folder or from records just made."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from accord.editions import manifest
from accord.editions.manifest import File, Manifest, Recipe
from accord.errors import EditionError
from accord.model import Findings, lines

Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """The rows of one edition, each kind by its key, and its manifest where there is one."""

    edition: int | None = None
    digest: str | None = None
    recipe: Recipe | None = None
    sources: Mapping[str, Row] = field(default_factory=dict[str, Row])
    claims: Mapping[str, Row] = field(default_factory=dict[str, Row])
    facts: Mapping[str, Row] = field(default_factory=dict[str, Row])
    agreements: Mapping[str, Row] = field(default_factory=dict[str, Row])
    links: tuple[Row, ...] = ()
    near_misses: tuple[Row, ...] = ()
    set_aside: tuple[Row, ...] = ()
    counts: tuple[tuple[str, int], ...] = ()
    files: tuple[tuple[str, File], ...] = ()


def read(folder: Path) -> Content:
    """The content of an edition's folder.

    Raises:
        EditionError: where records are missing or broken.
    """
    if not (folder / "claims.jsonl").is_file():
        message = f"{folder} holds no claims.jsonl. Name the folder of an edition or of a study."
        raise EditionError(message)
    known = manifest.read(folder) if (folder / manifest.NAME).is_file() else None
    tables = {name: lines.read_rows(folder / f"{name}.jsonl") for name in lines.FILES}
    return _content(tables, _summary(folder), known, known.recipe if known else None, folder)


def of(findings: Findings, made: Recipe | None = None) -> Content:
    """The content of a study that is not written yet."""
    rows = lines.as_rows(findings)
    tables = {name: [lines.loads(lines.dumps(row)) for row in rows[name]] for name in rows}
    return _content(tables, lines.summary_row(findings.summary), None, made, None)


def _summary(folder: Path) -> Row:
    path = folder / "summary.json"
    try:
        summary: Row = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        message = f"{path} cannot be read. Restore it from git, or run the study again."
        raise EditionError(message) from None
    return summary


def _content(
    tables: Mapping[str, Sequence[Row]],
    summary: Row,
    known: Manifest | None,
    made: Recipe | None,
    folder: Path | None,
) -> Content:
    return Content(
        edition=known.edition if known else None,
        digest=known.digest if known else None,
        recipe=made,
        sources=_by("source", tables["sources"]),
        claims=_by("id", tables["claims"]),
        facts=_by("id", tables["facts"]),
        agreements=_by("fact", tables["agreements"]),
        links=tuple(tables["links"]),
        near_misses=tuple(tables["near_misses"]),
        set_aside=tuple(tables["set_aside"]),
        counts=tuple(_counts(summary)),
        files=tuple(manifest.files(folder, manifest.outputs(folder)).items()) if folder else (),
    )


def _by(name: str, rows: Iterable[Row]) -> dict[str, Row]:
    return {row[name]: row for row in rows}


def _counts(summary: Row) -> Iterable[tuple[str, int]]:
    for name, value in summary.items():
        if isinstance(value, int):
            yield name, value
        elif isinstance(value, Mapping) and "count" in value:
            yield name, value["count"]
