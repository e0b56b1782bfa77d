"""What an edition is made from and what it holds, with a digest for each."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

from accord.errors import EditionError
from accord.model import Setting, lines
from accord.project import Project

NAME = "manifest.json"
RUN = "run.json"
DIGEST_SHOWN = 16  # characters of a digest that a page prints
KNOWLEDGE = ("codebook.toml", "references.toml", "reviews.toml", "sources.toml")

# The libraries whose version can change a byte of an edition.
SHAPING = (
    "charset-normalizer", "fonttools", "jinja2", "markdown-it-py", "matplotlib", "nbclient",
    "nbconvert", "nbformat", "numpy", "pandas", "papermill", "pystemmer", "selectolax",
    "snowballstemmer", "typst",
)  # fmt: skip

_AT_ONCE = 1 << 16  # bytes of a file that are read together: most texts have fewer

Files = Mapping[str, "File"]


@dataclass(frozen=True, slots=True, kw_only=True)
class File:
    """A file's SHA-256 and its size in bytes."""

    sha256: str
    size: int


@dataclass(frozen=True, kw_only=True)
class Recipe:
    """All that shapes an edition: parameters, input files, code and libraries."""

    settings: tuple[Setting, ...]
    files: tuple[tuple[str, File], ...]
    code: tuple[tuple[str, str], ...] = ()
    versions: tuple[tuple[str, str], ...] = ()

    @cached_property
    def inputs(self) -> str:
        """The digest that the report prints: of texts, .toml files and parameters.

        Where the corpus lies is left out, since its files speak for themselves.
        """
        values = {s.name: s.value for s in self.settings if s.name != "corpus"}
        return digest({"parameters": values, "files": _of_files(dict(self.files))})


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """One edition: its number, its predecessor's number and digest, its recipe and its files."""

    edition: int | None
    previous: tuple[int, str] | None
    recipe: Recipe
    outputs: tuple[tuple[str, File], ...]
    digest: str


def recipe(
    settings: Iterable[Setting],
    places: Mapping[str, Path],
    unread: Mapping[str, str],
    home: Project,
) -> Recipe:
    """The recipe of a study of the files in `places`, by name, with today's code.

    Of what may not be read, the reason in `unread` stands for the content.
    """
    read = {name: file(path) for name, path in places.items() if is_readable(path)}
    told = {name: _told(why) for name, why in unread.items() if name not in read}
    return Recipe(
        settings=tuple(settings),
        files=tuple(sorted((told | read).items())),
        code=code(home),
        versions=tuple(versions().items()),
    )


def write(folder: Path, made: Recipe, number: int | None, previous: Manifest | None) -> Manifest:
    """Write `manifest.json` over everything that stands in `folder`."""
    row = {
        "edition": number,
        "previous": previous and {"edition": previous.edition, "digest": previous.digest},
        "parameters": {s.name: {"value": s.value, "origin": s.origin} for s in made.settings},
        "input_files": _of_files(dict(made.files)),
        "output_files": _of_files(files(folder, outputs(folder))),
        "code": dict(made.code),
        "versions": dict(made.versions),
        "inputs": made.inputs,
    }
    row["digest"] = digest(row)
    text = lines.pretty(row)
    (folder / NAME).write_text(text, encoding="utf-8", newline="\n")
    return _manifest(json.loads(text))


def read(folder: Path) -> Manifest:
    """The manifest of an edition or of a study's folder.

    Raises:
        EditionError: where there is none, or it is not as accord writes it.
    """
    try:
        return _sound(json.loads((folder / NAME).read_text(encoding="utf-8")))
    except OSError:
        message = f"{folder} holds no {NAME}. Name an edition; `accord list` shows them."
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        message = f"{folder / NAME} is broken ({error!r}). Restore it from git."
    raise EditionError(message)


def outputs(folder: Path) -> tuple[str, ...]:
    """Names of all files in `folder` that a manifest answers for, sorted; hidden ones are not."""
    return tuple(name for name in every(folder) if not f"/{name}".count("/."))


def every(folder: Path) -> tuple[str, ...]:
    """Names of all files in `folder` but the manifest and the clock's, sorted."""
    found = (path for path in folder.rglob("*") if not path.is_dir())
    names = (path.relative_to(folder).as_posix() for path in found)
    return tuple(sorted(name for name in names if name not in (NAME, RUN)))


def files(folder: Path, names: Iterable[str]) -> dict[str, File]:
    """Digest and size of those of `names` that are readable files in `folder`, sorted by name."""
    there = ((name, folder / name) for name in sorted(set(names)))
    return {name: file(path) for name, path in there if is_readable(path)}


def is_readable(path: Path) -> bool:
    """Whether the path leads to an ordinary file with the right to read it."""
    return path.is_file() and os.access(path, os.R_OK)


def file(path: Path) -> File:
    """Digest and size of one file."""
    found = hashlib.sha256()
    with path.open("rb", buffering=0) as stream:
        while part := stream.read(_AT_ONCE):
            found.update(part)
        return File(sha256=found.hexdigest(), size=stream.tell())


def of(content: bytes) -> File:
    """Digest and size of a file that holds these bytes."""
    return File(sha256=hashlib.sha256(content).hexdigest(), size=len(content))


def _told(reason: str) -> File:
    return File(sha256=hashlib.sha256(reason.encode()).hexdigest(), size=0)


def digest(row: Any) -> str:
    """SHA-256 of `row` as JSON with sorted keys."""
    text = json.dumps(lines.plain(row), sort_keys=True, allow_nan=False)
    return hashlib.sha256(text.encode()).hexdigest()


@cache
def code(home: Project) -> tuple[tuple[str, str], ...]:
    """A digest each for the library, the notebooks, the look and the rendering."""
    places = {
        "lib": (Path(__file__).resolve().parent.parent, ""),
        "notebooks": (home.notebooks, ".ipynb"),
        "templates": (home.look / "templates", ""),
        "theme": (home.look / "theme", ""),
    }
    found = {name: code_of(*place) for name, place in places.items()}
    rendering = file(home.quarto).sha256 if home.quarto.is_file() else ""
    return tuple({**found, "rendering": rendering}.items())


def code_of(folder: Path, ending: str = "") -> str:
    """The digest of all files in a folder of code whose names have that ending."""
    return digest(dict(_code(folder, ending)))


def versions() -> dict[str, str]:
    """Installed versions of accord and of the libraries that shape bytes."""
    return {name: _version(name) for name in ("accord", *SHAPING)}


def _code(folder: Path, ending: str) -> Iterator[tuple[str, str]]:
    for path in sorted(folder.rglob(f"*{ending}")):
        name = path.relative_to(folder)
        hidden = any(part.startswith((".", "__pycache__")) for part in name.parts)
        if path.is_file() and not hidden:
            yield name.as_posix(), file(path).sha256


@cache
def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "missing"


def _of_files(found: Files) -> dict[str, Any]:
    return {name: {"sha256": one.sha256, "size": one.size} for name, one in found.items()}


def _sound(row: dict[str, Any]) -> Manifest:
    told = {key: value for key, value in row.items() if key != "digest"}
    if digest(told) != row["digest"]:
        message = "its digest does not fit its content"
        raise ValueError(message)
    return _manifest(row)


def _manifest(row: dict[str, Any]) -> Manifest:
    before = row["previous"]
    settings = (
        Setting(name=name, value=said["value"], origin=said["origin"])
        for name, said in row["parameters"].items()
    )
    return Manifest(
        edition=row["edition"],
        previous=before and (before["edition"], before["digest"]),
        recipe=Recipe(
            settings=tuple(settings),
            files=tuple((name, File(**one)) for name, one in row["input_files"].items()),
            code=tuple(row["code"].items()),
            versions=tuple(row["versions"].items()),
        ),
        outputs=tuple((name, File(**one)) for name, one in row["output_files"].items()),
        digest=row["digest"],
    )
