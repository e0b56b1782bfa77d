"""What a reviewer decided, and which of it no longer fits the texts."""

from __future__ import annotations

from accord.editions import content, decisions
from accord.editions.comparison import Decision
from accord.editions.pages import words
from accord.editions.parts import Run, Table, anchor
from accord.model import Findings

ROWS = 200
_DONE = {"accept": "accepted", "reject": "rejected", "merge": "merged", "split": "split off",
         "note": "noted"}  # fmt: skip


def table(findings: Findings) -> Table | None:
    """Every decision of `reviews.toml` with how it stands, stale ones first; None without any."""
    say = words.of(findings)
    if not findings.corpus.reviews:
        return None
    found = sorted(decisions.of(content.of(findings)), key=lambda d: d.standing == decisions.STANDS)
    return Table(
        name="decisions",
        title="What a reviewer decided",
        columns=("On", "Decision", "By", "Note", "Now"),
        align=("left",) * 5,
        rows=tuple(_row(one) for one in found[:ROWS]),
        note=say.shown(ROWS, len(found)),
        csv="figures/decisions.csv",
    )


def _row(one: Decision) -> tuple[tuple[Run, ...], ...]:
    kind = "fact" if one.on.startswith("f") else "claim"
    link = f"#{anchor(kind, one.on)}" if one.about else ""
    said = f"{one.about} ({one.on})" if one.about else one.on
    told = f"{_DONE[one.decision]} into {one.target}" if one.target else _DONE[one.decision]
    stale = "" if one.standing == decisions.STANDS else "strong"
    return (
        (Run(said, link=link),),
        (Run(told),),
        (Run(one.by or ""),),
        (Run(one.note or ""),),
        (Run(decisions.told(one), style=stale),),
    )
