"""A text in, its sentences out, in one pass."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from accord.model import Sentence, Span
from accord.sources import lines

_FILE = Path(__file__).parent / "sentences.toml"
_STOPS = "\u3002\uff01\uff1f"  # Chinese end marks, which need no blank after them
_CLOSERS = "\"'\u201d\u2019\u00bb)\\]*_"
_END = re.compile(
    rf"[.!?\u2026{_STOPS}]"  # one class to begin with: texts are searched for it many times faster
    rf"(?:(?<![{_STOPS}])[.!?\u2026]*+[{_CLOSERS}]*+(?=\s|$)"
    rf"|(?<=[{_STOPS}])[{_STOPS}]*+[\u300d\u300f\u201d\u2019\uff09]*+)"
)
_NEXT = re.compile(
    r"\s*[\"'\u201c\u2018\u00ab(\[*_\u2014\u2013-]*"
    r"\s*(?P<word>[\w$\u20ac\u00a3\u00a5\u20b9]?[\w'\u2019-]*)"
)
_LAST = re.compile(r"[\w.]+$")
_BEFORE = 24


def split(text: str) -> tuple[Sentence, ...]:
    """The sentences of a text in order; they never overlap and cover all that leaves ink."""
    found: list[Sentence] = []
    for line in lines.of(text):
        found.extend(
            Sentence(span=span, heading=line.heading) for span in _sentences(text, line.span)
        )
    return tuple(found)


def _sentences(text: str, line: Span) -> Iterator[Span]:
    start = line.start
    for end in _END.finditer(text, line.start, line.end):
        if end.end() < line.end and _is_end(text, end, line.end):
            yield _trimmed(text, start, end.end())
            start = end.end()
    rest = _trimmed(text, start, line.end)
    if rest.start < rest.end:
        yield rest


def _trimmed(text: str, start: int, end: int) -> Span:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end)


def _is_end(text: str, end: re.Match[str], limit: int) -> bool:
    following = _NEXT.match(text, end.end(), min(limit, end.end() + 60))
    word = following["word"] if following else ""
    mark = end.group()
    if mark[0] in _STOPS:
        return True
    if word[:1].islower():
        return False
    return mark[0] != "." or mark.startswith("..") or not _is_abbreviation(text, end.start(), word)


def _is_abbreviation(text: str, dot: int, following: str) -> bool:
    before = _LAST.search(text[max(0, dot - _BEFORE) : dot])
    if before is None:
        return False
    word = before.group().strip("._").lower()
    table = _table()
    if word in table["never"] or word in table["before_a_name"]:
        return True
    if word.isdecimal():
        earlier = text[max(0, dot - _BEFORE) : before.start() + max(0, dot - _BEFORE)].split()
        dated = bool(earlier) and earlier[-1].lower() in table["day_follows"]
        return dated and following.lower() in table["before_a_month"]
    if word in table["before_a_number"]:
        return following[:1].isdigit()
    if word in table["before_a_start"] or _is_acronym(word):
        return following.lower() not in table["starters"]
    return _is_initial(before.group()) and following[:1].isupper()


def _is_acronym(word: str) -> bool:
    return "." in word and all(len(part) == 1 for part in word.split("."))


def _is_initial(word: str) -> bool:
    return len(word) == 1 and word.isupper() and word != "I"


@cache
def _table() -> dict[str, frozenset[str]]:
    rows: dict[str, Any] = tomllib.loads(_FILE.read_text("utf-8"))
    starters = rows.pop("starters")["words"]
    table: dict[str, frozenset[str]] = {
        kind: frozenset(" ".join(row["words"] for row in found).split())
        for kind, found in rows.items()
    }
    return table | {"starters": frozenset(starters.split())}
