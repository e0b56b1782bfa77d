"""Room 4. Claims in; facts, links between sources and near misses out.

`align` does it all; its steps are `prepare` (one source), `match` (one block), `make` and `gather`.
"""

from __future__ import annotations

from accord.facts.alignment import align, by_block, gather, make
from accord.facts.matching import Group, Matched, match
from accord.facts.mention import Mention, Prepared, prepare

__all__ = [
    "Group", "Matched", "Mention", "Prepared", "align", "by_block", "gather", "make", "match",
    "prepare",
]  # fmt: skip
