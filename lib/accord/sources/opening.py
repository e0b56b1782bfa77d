"""One entry in, one Source out: read, or refused with the reason."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from typing import Any

from accord.model import Source
from accord.sources import dateline, decoding, formats, language, sentences, wording
from accord.sources.folder import Entry
from accord.sources.rows import READERS

# first bytes -> what such a file is
SIGNATURES = (
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a zip archive or an office document"),
    (b"\xd0\xcf\x11\xe0", "an office document"),
    (b"{\\rtf", "an RTF document"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"\x89PNG", "a picture"),
    (b"GIF8", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"\x7fELF", "a program"),
)


def open_text(entry: Entry) -> Source:
    """The text of one entry with its sentences and wording, or why there is none."""
    if entry.refused:
        return _refused(entry, entry.refused, b"")
    try:
        if entry.row is not None:
            return _row(entry, READERS[entry.path.suffix.lower()].text(entry.path, entry.row))
        content = entry.path.read_bytes()
    except OSError:
        return _refused(entry, f"{entry.file} may not be read; allow it with chmod u+r.", b"")
    return _read(entry, content)


def _read(entry: Entry, content: bytes) -> Source:
    for start, kind in SIGNATURES:
        if content.startswith(start):
            return _refused(entry, f"{entry.file} holds {kind}; save its text as .txt.", content)
    text, encoding = decoding.decode(content)
    if text is None:
        reason = f"{entry.file} holds bytes that are no text; save its text as UTF-8."
        return _refused(entry, reason, content)
    if formats.is_xml(text):
        reason = f"{entry.file} holds XML; save its text as .txt or .html."
        return _refused(entry, reason, content)
    return _made(entry, content, encoding, entry.path.suffix.lower(), text)


def _row(entry: Entry, text: str) -> Source:
    return _made(entry, text.encode("utf-8", "replace"), "utf-8", ".txt", decoding.clean(text))


def _made(entry: Entry, content: bytes, encoding: str | None, suffix: str, given: str) -> Source:
    if formats.is_tangled(suffix, given):
        reason = (
            f"{entry.file} has too many tags within tags, or too many attributes in one; "
            "save its text as .txt."
        )
        return _refused(entry, reason, content)
    page = formats.page(suffix, given)
    text = decoding.clean(page.text)
    if wording.is_blank(text):
        return _refused(entry, f"{entry.file} is empty; put a text in it or remove it.", content)
    source = Source(
        file=entry.file,
        sha256=hashlib.sha256(content).hexdigest(),
        chars=len(text),
        encoding=encoding,
        language=language.guess(text),
        title=decoding.clean(page.title).strip() or None if page.title else None,
        date=dateline.day(text),
        credit=dateline.agency(text),
        text=text,
        sentences=sentences.split(text),
        wording=wording.runs(text),
    )
    return _described(source, entry)


def _refused(entry: Entry, reason: str, content: bytes) -> Source:
    digest = hashlib.sha256(content).hexdigest() if content else ""
    source = Source(file=entry.file, sha256=digest, status="refused", reason=reason)
    return _described(source, entry)


def _described(source: Source, entry: Entry) -> Source:
    known: dict[str, Any] = dict(entry.about)
    return replace(source, **known) if known else source
