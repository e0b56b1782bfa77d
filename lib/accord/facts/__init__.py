"""Room 4. Claims in; facts, links between sources and near misses out."""

from __future__ import annotations

from accord.facts.alignment import align

__all__ = ["align"]
