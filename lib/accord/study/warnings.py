"""What a run tells a person at once: files that were refused, entries that were left out."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import islice

from accord.model import Corpus

SHOWN = 20


def tell(corpus: Corpus, say: Callable[[str], None]) -> None:
    """Say the first refusals and complaints, and how many more the report lists."""
    found = list(_all(corpus))
    for warning in islice(found, SHOWN):
        say(f"warning: {visible(warning)}")
    if len(found) > SHOWN:
        say(f"warning: and {len(found) - SHOWN:,} more; the report lists every one.")


def visible(text: str) -> str:
    """`text` on one line, with every character that a terminal would obey written out."""
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode() for c in text)


def _all(corpus: Corpus) -> Iterator[str]:
    yield from corpus.complaints
    yield from (source.reason or source.file for source in corpus.sources if source.reason)
