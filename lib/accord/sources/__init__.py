"""Room 1. A folder or a table in, a Corpus out: its texts, and what a person knows about them."""

from __future__ import annotations

from pathlib import Path

from accord.model import Corpus
from accord.parameters import Parameters
from accord.sources.folder import Entry
from accord.sources.listing import Listing, gather, listing
from accord.sources.opening import open_text

__all__ = ["Entry", "Listing", "gather", "listing", "open_text", "read"]


def read(path: Path, parameters: Parameters) -> Corpus:
    """Everything in one folder and its sub-folders, or in one table; texts in order of name.

    A file that is no text is listed with status "refused" and its reason; a folder where every
    file is refused is still a corpus. Texts have at most `largest_text` bytes each.

    Raises:
        CorpusError: there is no such folder or table, or no text in it.
        ParameterError: `leave_out` names a file that is not there.
    """
    found = listing(path, parameters)
    return gather(found, map(open_text, found.entries))
