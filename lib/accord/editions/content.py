"""An edition's rows in memory, from its folder or from records just made."""

from __future__ import annotations

import json
from collections.abc import Generator, Iterable, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from accord.editions import inputs, manifest
from accord.editions.inputs import Inputs
from accord.editions.manifest import File, Manifest, Recipe
from accord.errors import EditionError
from accord.model import Findings, Review, Setting, Source, lines
from accord.project import find
from accord.sources.notes import reviews
from accord.sources.notes.table import Table

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
    said: Manifest | None = None
    place: Path | None = None
    findings: Findings | None = None

    def texts(self, names: Iterable[str]) -> Mapping[str, Source]:
        """Those of the named texts that are at hand: in the findings, or among the inputs."""
        if self.findings:
            return {name: self.findings.sources[name] for name in names}
        with self._inputs() as found:
            return found.texts(names) if found else {}

    def reviews(self) -> tuple[Review, ...]:
        """The reviewer's decisions that were applied."""
        if self.findings:
            return self.findings.corpus.reviews
        applied = next((s.value for s in self._settings() if s.name == "reviews"), True)
        with self._inputs() as found:
            path = found.find("reviews.toml") if found and applied else None
            return reviews.read(Table.open(path.parent, path.name)) if path else ()

    def _settings(self) -> tuple[Setting, ...]:
        return self.recipe.settings if self.recipe else ()

    @contextmanager
    def _inputs(self) -> Generator[Inputs | None]:
        if self.said is None or self.place is None:
            yield None
            return
        with TemporaryDirectory(prefix="accord-") as scratch:
            yield inputs.of(self.said, find(), Path(scratch))


def read(folder: Path, seen: dict[str, dict[str, Any]] | None = None) -> Content:
    """The content of an edition's folder; lines in `seen` are not read again.

    Raises:
        EditionError: where records are missing or broken.
    """
    if not (folder / "claims.jsonl").is_file():
        message = f"{folder} holds no claims.jsonl. Name the folder of an edition or of a study."
        raise EditionError(message)
    known = manifest.read(folder) if (folder / manifest.NAME).is_file() else None
    tables = {name: lines.read_rows(folder / f"{name}.jsonl", seen) for name in lines.FILES}
    return replace(
        _content(tables, _summary(folder)),
        edition=known.edition if known else None,
        digest=known.digest if known else None,
        recipe=known.recipe if known else None,
        files=tuple(manifest.files(folder, manifest.outputs(folder)).items()),
        said=known,
        place=folder,
    )


def of(findings: Findings, made: Recipe | None = None) -> Content:
    """The content of a study that is not written yet."""
    rows = lines.as_rows(findings)
    tables = {name: [lines.loads(lines.dumps(row)) for row in rows[name]] for name in rows}
    known = _content(tables, lines.summary_row(findings.summary))
    return replace(known, recipe=made, findings=findings)


def _summary(folder: Path) -> Row:
    path = folder / "summary.json"
    try:
        summary: Row = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        message = f"{path} cannot be read. Restore it from git, or run the study again."
        raise EditionError(message) from None
    return summary


def _content(tables: Mapping[str, Sequence[Row]], summary: Row) -> Content:
    return Content(
        sources=_by("source", tables["sources"]),
        claims=_by("id", tables["claims"]),
        facts=_by("id", tables["facts"]),
        agreements=_by("fact", tables["agreements"]),
        links=tuple(tables["links"]),
        near_misses=tuple(tables["near_misses"]),
        set_aside=tuple(tables["set_aside"]),
        counts=tuple(_counts(summary)),
    )


def _by(name: str, rows: Iterable[Row]) -> dict[str, Row]:
    return {row[name]: row for row in rows}


def _counts(summary: Row) -> Iterable[tuple[str, int]]:
    for name, value in summary.items():
        if isinstance(value, int):
            yield name, value
        elif isinstance(value, Mapping) and "count" in value:
            yield name, value["count"]
