"""The whole flow, from a folder of texts to what they agree on."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import chain
from pathlib import Path
from typing import Any

from accord import agreement, facts, parameters, project, quantities, sources, store
from accord.editions import manifest
from accord.editions.manifest import Recipe
from accord.engines import Engine, here
from accord.errors import CorpusError
from accord.model import (
    ENGLISH,
    Agreement,
    Claim,
    Codebook,
    Findings,
    Numerals,
    SetAside,
    Setting,
    Source,
    Statement,
    lines,
)
from accord.parameters import Parameters
from accord.sources import remote
from accord.sources.remote import Remote
from accord.store import Store
from accord.study import columns, exchange, parts, statements
from accord.study.parts import Opened
from accord.study.statements import Stated

ORIGINS = "ACCORD_ORIGINS"
LOOKED = "ACCORD_LOOKED"  # a file to write when a notebook looks at the parameters' values


@dataclass(frozen=True, slots=True, kw_only=True)
class Laid:
    """What lies in a corpus, unopened, and the recipe of its study."""

    found: sources.Listing
    made: Recipe


Meanwhile = Callable[[Sequence[Source], Sequence[Claim], Sequence[SetAside]], None]


def _nothing(*_: object) -> None:
    """There is nothing else to do."""


def find(
    given: Parameters,
    engine: Engine = here,
    laid: Laid | None = None,
    numerals: Numerals = ENGLISH,
    meanwhile: Meanwhile = _nothing,
) -> Findings:
    """Everything that the corpus says, aligned and judged; with `laid`, what was read is kept.

    `numerals` write the numbers in the verdicts' sentences that no text writes. `meanwhile` is
    called with what the texts say, which stands, while workers match it.
    """
    found = laid.found if laid else sources.listing(folder(given), given)
    codebook = found.codebook if given.codebook else Codebook()
    root = project.find().store if laid else None
    keeping = parts.Keeping(root=root, made=laid.made) if root and laid else None
    how = statements.Reading(given=given, codebook=codebook, root=root)
    opened, stated = list[Opened](), list[Stated]()
    with engine.hired() as workers:
        corpus = sources.gather(found, _texts(parts.opened(found, keeping, workers), opened))
        said = list(_read(statements.stated(opened, corpus.sources, how, workers), stated))
        claimed = tuple(chain.from_iterable(one.claims for one in said))
        aside = tuple(chain.from_iterable(one.set_aside for one in said))
        matched = exchange.match(stated, len(claimed), root, workers)
        meanwhile(corpus.sources, claimed, aside)
        judge = agreement.Judge(corpus, given, numerals)
        made = facts.make(claimed, matched, codebook, corpus.sources)
        aligned = facts.gather(map(judge.hear, made), corpus.sources, given)
    aligned = agreement.revise(aligned, corpus) if given.reviews else aligned
    verdicts = judge.verdicts(aligned)
    return Findings(
        corpus=corpus,
        settings=laid.made.settings if laid else given_settings(given, {}),
        claims=claimed,
        set_aside=aside,
        alignment=aligned,
        agreements=verdicts,
        summary=agreement.summarise(corpus, claimed, aside, aligned, verdicts, given),
    )


def _texts(parts: Iterable[Opened], opened: list[Opened]) -> Iterator[Source]:
    """Every text, read here while further parts are being opened elsewhere."""
    for part in parts:
        opened.append(part)
        yield from part.read()


def _read(parts: Iterable[Stated], stated: list[Stated]) -> Iterator[Statement]:
    """What each part states, read here while further parts are being stated elsewhere."""
    same: columns.Same = {}
    for part in parts:
        stated.append(part)
        yield part.read(same)


def kept(given: Parameters, settings: tuple[Setting, ...], engine: Engine = here) -> Findings:
    """The findings from the store where the same study stands there, else computed and stored."""
    laid, there = _standing(given, settings, engine)
    keeping = parts.Keeping(root=project.find().store, made=laid.made)
    read = lines.read(there, sources.gather(laid.found, parts.texts(laid.found, keeping)))
    told = _told(given, laid, engine) if given.numerals != ENGLISH else ()
    return replace(read, settings=_watched(settings), numerals=given.numerals, told=told)


def _told(given: Parameters, laid: Laid, engine: Engine) -> tuple[Agreement, ...]:
    """The verdicts with their sentences in the report's numerals, kept beside those of the data."""

    def compute(target: Path) -> None:
        lines.write(find(given, engine, laid, given.numerals), target)

    key = store.key("told", _shaping(laid.made), given.numbers)
    return lines.read(Store(project.find().store).fetch(key, compute)).agreements


def digest(given: Parameters, settings: tuple[Setting, ...]) -> str:
    """The digest of all that a notebook can see of a study but its parameters' values."""
    laid, there = _standing(given, settings)
    found = manifest.files(there, manifest.every(there))
    files = (*laid.made.files, *found.items())
    return manifest.digest([{name: one.sha256 for name, one in files}])


def _standing(
    given: Parameters, settings: tuple[Setting, ...], engine: Engine = here
) -> tuple[Laid, Path]:
    """What lies in the corpus, and the folder where its study is kept."""
    laid = lay(given, settings, engine)

    def compute(target: Path) -> None:
        lines.write(find(given, engine, laid), target)

    key = store.key(_shaping(laid.made))
    return laid, Store(project.find().store).fetch(key, compute)


def _shaping(made: Recipe) -> Recipe:
    """What of a recipe shapes findings: of the code, the library alone."""
    settings = tuple(s for s in made.settings if s.name not in parameters.TOLD)
    return replace(made, code=made.code[:1], settings=settings)


def recipe(given: Parameters, settings: tuple[Setting, ...]) -> Recipe:
    """All that shapes a study: parameters, input files, code and libraries."""
    return lay(given, settings).made


def lay(given: Parameters, settings: tuple[Setting, ...], engine: Engine = here) -> Laid:
    """What lies in the corpus now, and the recipe of its study; workers get ready meanwhile."""
    found = sources.listing(folder(given), given)
    if len(found.entries) > parts.SIZE:
        engine.warm(__name__)
    made = manifest.recipe(settings, found.places, found.unread, project.find())
    return Laid(found=found, made=made)


def folder(given: Parameters) -> Path:
    """Where the corpus lies: beside the notebooks, wherever they are run from; else as given.

    What lies at an address is copied to the store, once for each state of it.
    """
    if remote.is_address(given.corpus):
        return _copied(remote.look(given.corpus), given.largest_text)
    path = remote.path_of(given.corpus)
    beside = project.find().home / path
    return beside if beside.exists() else path


def local(given: Parameters) -> Parameters:
    """The parameters with a corpus that other processes find on this machine too."""
    if not remote.is_address(given.corpus):
        return given
    return given.model_copy(update={"corpus": str(folder(given))})


def _copied(found: Remote, largest: int) -> Path:
    key = store.key("corpus", found.state, largest)
    fill = partial(remote.fetch, found, largest=largest)
    return Store(project.find().store).fetch(key, fill) / found.name


def given_settings(
    given: Parameters, origins: Mapping[str, str] | None = None
) -> tuple[Setting, ...]:
    """The parameters as the report lists them; a corpus outside the project goes by its last name.

    Without `origins` (a notebook on its own) they come from the environment that a run sets, and
    what is not at its default was set in the notebook.
    """
    said = origins if origins is not None else json.loads(os.environ.get(ORIGINS, "{}"))
    return tuple(
        Setting(name=name, value=_published(name, value), origin=said.get(name, "default"))
        for name, value in given.model_dump().items()
    )


class _Watched(tuple[Setting, ...]):
    """Settings that note when someone looks at them."""

    __slots__ = ()

    def __iter__(self) -> Iterator[Setting]:
        Path(os.environ[LOOKED]).touch()
        return super().__iter__()


def _watched(settings: tuple[Setting, ...]) -> tuple[Setting, ...]:
    return _Watched(settings) if os.environ.get(LOOKED) else settings


def _published(name: str, value: Any) -> Any:
    if name == "corpus" and remote.is_address(value):
        return remote.name(value)
    path = remote.path_of(value) if name == "corpus" else None
    return path.name if path and path.is_absolute() else value


def explain(corpus: str, file: str, offset: int) -> str:
    """Which rule read or set aside the number at an offset of a source, and why.

    Raises:
        CorpusError: where the corpus has no such source.
    """
    given = parameters.check({"corpus": corpus})
    texts = {s.file: s for s in sources.read(folder(given), given).sources}
    if file not in texts:
        message = f"{corpus} has no text {file!r}. Its texts: {', '.join(sorted(texts)[:20])}."
        raise CorpusError(message)
    return str(quantities.explain(texts[file], offset, given))
