"""Room 4. Claims in; facts, links between sources and near misses out.

`align` does it all; `prepare` (one source), `match` (one block) and `gather` are its three steps.
"""

from __future__ import annotations

from accord.facts.alignment import align, by_block, gather
from accord.facts.matching import Group, Matched, match
from accord.facts.mention import Mention, Prepared, prepare

__all__ = [
    "Group", "Matched", "Mention", "Prepared", "align", "by_block", "gather", "match", "prepare",
]  # fmt: skip
