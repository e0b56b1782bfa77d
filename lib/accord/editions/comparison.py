"""What changed between two editions, as records."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One field before and after; values as they stand in the edition's lines."""

    field: str
    old: Any
    new: Any


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """One thing that the two editions differ in, and so a possible cause.

    `kind` is text, knowledge, parameter, code or library; `how` says what happened to `name`.
    """

    kind: str
    name: str
    how: str

    @property
    def words(self) -> str:
        """The difference as a phrase."""
        return f"{self.kind} {self.name} {self.how}".strip()


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimChange:
    """A claim that came, went or reads otherwise; `id` is the new one where there is a new one."""

    id: str
    old_id: str | None
    how: str
    source: str
    text: str
    measure: str | None
    fields: tuple[Change, ...]
    because: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FactChange:
    """A fact that came, went or stands otherwise.

    `how` is added, removed, changed, merged (into `id`) or split (from `old_id`).
    """

    id: str
    old_id: str | None
    how: str
    label: str
    verdict: str
    fields: tuple[Change, ...]
    claims_added: tuple[str, ...]
    claims_removed: tuple[str, ...]
    because: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """What is said of one of the two: its number, digests and counts."""

    edition: int | None
    digest: str | None
    inputs: str | None
    counts: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """Everything that differs; `files` names outputs beyond the records that differ in bytes."""

    old: Side
    new: Side
    headline: tuple[Change, ...] = ()
    facts: tuple[FactChange, ...] = ()
    claims: tuple[ClaimChange, ...] = ()
    links: tuple[Change, ...] = ()
    others: tuple[Change, ...] = ()
    files: tuple[Change, ...] = ()
    differences: tuple[Difference, ...] = ()

    @property
    def same(self) -> bool:
        """Whether nothing that an edition says has changed."""
        return not (
            self.headline or self.facts or self.claims or self.links or self.others or self.files
        )
