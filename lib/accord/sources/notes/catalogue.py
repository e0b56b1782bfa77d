"""sources.toml: who published each text, when, and what it credits."""

from __future__ import annotations

import difflib
import re
import unicodedata
from collections.abc import Sequence
from datetime import date
from pathlib import PurePosixPath

from accord.sources.notes.table import Entry, Table, brief

_LIMITS = {
    "outlet": 120,
    "title": 300,
    "date": 40,
    "url": 2000,
    "language": 40,
    "credit": 200,
    "note": 1000,
}
_STORY = 80
_COMPARED = 20_000  # names that wrong entries are compared with, all together
_DATE = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")
_URL = re.compile(r"https?://[^\s\"'<>\\^`{|}]+", re.IGNORECASE)
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3}")


def read(table: Table, names: Sequence[str]) -> dict[str, dict[str, str]]:
    """The fields of each file that has a sound entry; of two for one file the first counts."""
    table.only(("source", "story"))
    found: dict[str, dict[str, str]] = {}
    known = _Names(names)
    for entry in table.entries("source"):
        file = _file(entry, known)
        if file is None:
            continue
        if file in found:
            entry.complain(f"names {brief(file)} again; the first entry counts, remove this one.")
            continue
        entry.only(("file", *_LIMITS))
        found[file] = _fields(entry)
    return found


def story(table: Table) -> str:
    """What the texts tell of, in a few words, or ""."""
    return Entry(table=table, where="the file", fields=table.content).text("story", _STORY) or ""


def is_date(text: str) -> bool:
    """Whether the text is an ISO day, month or year that exists."""
    parts = _DATE.fullmatch(text)
    if parts is None:
        return False
    try:
        date(int(parts[1]), int(parts[2] or 1), int(parts[3] or 1))
    except ValueError:
        return False
    return True


def is_url(text: str) -> bool:
    """Whether the text is a plain web address."""
    return _URL.fullmatch(text) is not None


def is_language(text: str) -> bool:
    """Whether the text is a language's code, such as en or pt-BR."""
    return _LANGUAGE.fullmatch(text) is not None


def sound(entry: Entry, name: str, text: str) -> bool:
    """Whether a field's text has the form that the field needs; complains where it has not."""
    if name == "date" and not is_date(text):
        entry.complain(f"has the date {brief(text)}; write 2025-01-31, 2025-01 or 2025.")
    elif name == "url" and not is_url(text):
        entry.complain(f"has the url {brief(text)}; write one that starts with https://.")
    elif name == "language" and not is_language(text):
        entry.complain(f"has the language {brief(text)}; write a code such as en.")
    else:
        return True
    return False


class _Names:
    """The names of a corpus's texts, to be found as a person writes them."""

    def __init__(self, names: Sequence[str]) -> None:
        self.names = names
        self.compared = 0
        self.files: dict[str, list[str]] = {}
        for name in names:
            self.files.setdefault(unicodedata.normalize("NFC", name), []).append(name)

    def find(self, stated: str) -> str | None:
        """The text of that name, letters with their marks written in one character or in two."""
        same = self.files.get(unicodedata.normalize("NFC", stated), [])
        return stated if stated in same else same[0] if len(same) == 1 else None

    def hint(self, stated: str) -> str:
        """What to write instead; a near name is looked for as long as that takes no time."""
        self.compared += len(self.names)
        looked = self.names if self.compared <= _COMPARED else ()
        near = difflib.get_close_matches(stated[: _LIMITS["title"]], looked, n=1)
        return f"did you mean {near[0]!r}?" if near else "name a text of this folder."


def _file(entry: Entry, names: _Names) -> str | None:
    stated = entry.fields.get("file")
    if not isinstance(stated, str) or not stated.strip():
        entry.complain(f'names no file ({brief(stated)}); write file = "name.txt".')
        return None
    wanted = PurePosixPath(stated).as_posix()
    found = names.find(wanted)
    if found is None:
        hint = names.hint(wanted)
        entry.complain(f"names {brief(stated)}, which is no text of the corpus; {hint}")
    return found


def _fields(entry: Entry) -> dict[str, str]:
    texts = {name: entry.text(name, limit) for name, limit in _LIMITS.items()}
    return {name: text for name, text in texts.items() if text and sound(entry, name, text)}
