"""reviews.toml: a reviewer's decisions by stable id; they survive reruns."""

from __future__ import annotations

from accord.model import Review
from accord.sources.notes.table import Entry, Table, brief

DECISIONS = ("accept", "reject", "merge", "split", "note")


def read(table: Table) -> tuple[Review, ...]:
    """The sound decisions in the order of the file."""
    table.only(("review",))
    found = (_review(entry) for entry in table.entries("review"))
    return tuple(review for review in found if review)


def _review(entry: Entry) -> Review | None:
    entry.only(("on", "decision", "note", "by", "sentence", "target"))
    on, decision, target = (
        entry.text("on", 60),
        entry.text("decision", 20),
        entry.text("target", 60),
    )
    if on is None:
        entry.complain("names no claim or fact; write on = with the id that the report shows.")
        return None
    if decision not in DECISIONS:
        entry.complain(f"decides {brief(decision)}; write one of {', '.join(DECISIONS)}.")
        return None
    if decision == "merge" and target is None:
        entry.complain("merges with nothing; write target = with the other fact's id.")
        return None
    return Review(
        on=on,
        decision=decision,
        by=entry.text("by", 120),
        note=entry.text("note", 1000),
        sentence=entry.text("sentence", 2000),
        target=target,
    )
