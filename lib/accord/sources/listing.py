"""Which texts a corpus holds, before any is opened; and all of them together, after."""

from __future__ import annotations

import difflib
import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from accord.errors import CorpusError, ParameterError
from accord.model import Codebook, Corpus, Source
from accord.parameters import Parameters
from accord.sources import notes, tables, wording
from accord.sources.folder import BESIDE, Entry, entries, within
from accord.sources.notes import Notes


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """The texts of a corpus by name, unopened, and what a person knows about them.

    `files` are the names of the files that hold them, relative to the folder `root`.
    """

    root: Path
    files: tuple[str, ...]
    entries: tuple[Entry, ...]
    known: Notes
    complaints: tuple[str, ...] = ()

    @property
    def places(self) -> dict[str, Path]:
        """Where each input lies in the corpus: the texts or the table, and the .toml files."""
        lies, named = within(self.root.resolve()), {e.file: e.path for e in self.entries}
        every = {name: named.get(name, self.root / name) for name in (*self.files, *BESIDE)}
        return {name: path for name, path in every.items() if lies(path)}

    @property
    def unread(self) -> dict[str, str]:
        """Why each file is refused of which nothing is read."""
        names = set(self.files)
        return {e.file: e.refused for e in self.entries if e.refused and e.file in names}

    @property
    def codebook(self) -> Codebook:
        """The corpus's own codebook."""
        return self.known.codebook


def listing(path: Path, parameters: Parameters) -> Listing:
    """What a folder or a table holds, each entry with what `sources.toml` says of it.

    Raises:
        CorpusError: there is no such folder or table, or no text in it.
        ParameterError: `leave_out` names a file that is not there.
    """
    table = tables.open_table(path, parameters.largest_text)
    root = path.parent if table else path
    found = table.entries if table else entries(path, parameters.largest_text)
    kept = _without(found, parameters.leave_out)
    if not kept:
        repair = "write one row for each text" if table else "put .txt, .md or .html files in it"
        raise CorpusError(f"{path} holds no text; {repair}, or name another corpus.")
    known = notes.read(root, [entry.file for entry in kept], parameters)
    described = [_described(entry, known.sources) for entry in kept]
    timely = tuple(entry for entry in described if not _after(entry, parameters.until))
    if not timely:
        raise CorpusError(f"{path} holds no text dated until {parameters.until}; name a later day.")
    return Listing(
        root=root,
        files=(path.name,) if table else tuple(entry.file for entry in timely),
        entries=timely,
        known=known,
        complaints=table.complaints if table else (),
    )


def gather(found: Listing, texts: Iterable[Source]) -> Corpus:
    """The corpus of the opened texts, which come in the order of the listing."""
    return Corpus(
        sources=tuple(_marked_copies(texts)),
        codebook=found.codebook,
        figures=found.known.figures,
        reviews=found.known.reviews,
        complaints=(*found.complaints, *found.known.complaints),
        story=found.known.story,
    )


def _without(found: Sequence[Entry], left_out: Sequence[str]) -> list[Entry]:
    names = {entry.file: None for entry in found}
    if wrong := [_unknown(name, names) for name in left_out if name not in names]:
        raise ParameterError("\n".join(wrong))
    return [entry for entry in found if entry.file not in left_out]


def _unknown(name: str, names: Iterable[str]) -> str:
    near = difflib.get_close_matches(name, names, n=1)
    hint = f"did you mean {near[0]!r}?" if near else "name a file of the corpus."
    return f"leave_out names {name!r}, which is no file of the corpus; {hint}"


def _after(entry: Entry, until: str) -> bool:
    """Whether a text is dated after a day, as far as both say the month and the day."""
    dated = dict(entry.about).get("date") or ""
    said = min(len(dated), len(until))
    return dated[:said] > until[:said]


def _described(entry: Entry, known: dict[str, dict[str, str]]) -> Entry:
    about = known.get(entry.file)
    return replace(entry, about=tuple((dict(entry.about) | about).items())) if about else entry


def _marked_copies(texts: Iterable[Source]) -> Iterator[Source]:
    """Each text, a copy with its original: the one that most is known of, then by name.

    A copy is emptied as soon as it is known for one, so that no text is held twice.
    """
    read: list[Source] = []
    contents: list[bytes | None] = []
    first: dict[bytes, int] = {}
    for place, text in enumerate(texts):
        content = _content(text) if text.status == "read" else None
        read.append(text)
        contents.append(content)
        if content is not None and first.setdefault(content, place) != place:
            couple = (first[content], place)
            first[content], copy = sorted(couple, key=lambda n: (-_known(read[n]), read[n].file))
            read[copy] = replace(read[copy], text="", sentences=(), wording=())
    for place, content in enumerate(contents):
        original = place if content is None else first[content]
        same = original == place
        yield read[place] if same else replace(read[place], copy_of=read[original].file)


def _content(text: Source) -> bytes:
    folded = wording.folded(text.text).encode("utf-8", "surrogatepass")
    return hashlib.blake2b(folded, digest_size=16).digest()


def _known(text: Source) -> int:
    """How much a person told of a text."""
    told = (text.outlet, text.title, text.date, text.url, text.credit, text.note)
    return sum(one is not None for one in told)
