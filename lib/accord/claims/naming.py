"""Names that stay: a claim keeps its id through editions, parameters and line breaks."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from hashlib import blake2b
from itertools import accumulate
from typing import NamedTuple

from accord.model import Source, Span

# Words, and what stands between them, in turn; those that most are of are asked first.
_PIECE = re.compile(r"[A-Za-z0-9]++(?![^\x00-\x7f])| (?=[A-Za-z0-9])|[^\W_]+|[\W_]+")
_SEPARATOR = "\x1f"


class Named(NamedTuple):
    """What names the claims of a sentence: file, words, nth repeat, where each word starts."""

    file: str
    words: str
    repeat: int
    starts: tuple[int, ...]


def sentences(source: Source, spans: Sequence[Span], wanted: Iterable[int]) -> dict[int, Named]:
    """A name for each wanted sentence; repeats of the same words are counted in text order.

    Sentences of the same words hold the same numbers, so that the count does not turn on what else
    is wanted.
    """
    seen: dict[str, int] = {}
    names: dict[int, Named] = {}
    for place in sorted(wanted):
        span = spans[place]
        pieces = _PIECE.findall(source.text, span.start, span.end)
        first = 0 if pieces and pieces[0].isalnum() else 1
        starts = tuple(accumulate(map(len, pieces), initial=span.start))[first:-1:2]
        words = _digest(" ".join(pieces[first::2]).casefold())
        repeat = seen.get(words, 0)
        seen[words] = repeat + 1
        names[place] = Named(source.file, words, repeat, starts)
    return names


def number(named: Named, span: Span) -> str:
    """The id of the number at `span`: the word it stands in, and how far inside that word."""
    place = bisect_right(named.starts, span.start) - 1
    inside = span.start - named.starts[place] if place >= 0 else 0
    where = f"{place}+{inside}" if inside else str(place)
    return name(named.file, named.words, str(named.repeat), where)


def category(named: Named, question: str, answer: str) -> str:
    """The id of a category that a sentence names."""
    return name(named.file, named.words, str(named.repeat), question, answer)


def name(*parts: str) -> str:
    """An id from its parts: "c" and 12 hexadecimal digits."""
    return f"c{_digest(_SEPARATOR.join(parts))}"


def _digest(text: str) -> str:
    return blake2b(text.encode("utf-8", "surrogatepass"), digest_size=6).hexdigest()
