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
class Shift(Change):
    """A change that stands for itself, as a count of the headline does, and says its cause."""

    because: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """One thing that the two editions differ in, and so a possible cause.

    `kind` is text, knowledge, parameter, code or library; `how` says what happened to `name`.
    """

    kind: str
    name: str
    how: str

    @property
    def was(self) -> str:
        """The old name of a text that was renamed, or nothing."""
        return self.how.removeprefix("was ") if self.how.startswith("was ") else ""

    @property
    def words(self) -> str:
        """The difference as a phrase."""
        return f"{self.kind} {self.name} {self.how}".strip()


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimChange:
    """A claim that came, went or reads otherwise; `id` is the new one where there is a new one.

    `proof` says how the cause is known: "alone" where nothing else that reaches it differs,
    "rebuilt" where the study was made again with one difference at a time, "" where it is not.
    """

    id: str
    old_id: str | None
    how: str
    source: str
    text: str
    measure: str | None
    fields: tuple[Change, ...]
    because: str
    proof: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class FactChange:
    """A fact that came, went or stands otherwise.

    `how` is added, removed, changed, merged (into `id`) or split (from `old_id`); `proof` as of a
    claim.
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
    proof: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Effect:
    """What became of a claim when its sentence changed: changed, added, removed, or the same.

    `old` and `new` are the claim as written; a claim that is the same has a new id where the words
    around it differ.
    """

    id: str
    old_id: str | None
    how: str
    old: str | None
    new: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class SentenceChange:
    """A sentence that was added, removed or edited, and what became of its claims.

    `words` are both sentences as one: ("", kept), ("delete", gone), ("insert", new).
    """

    how: str
    old: str | None
    new: str | None
    words: tuple[tuple[str, str], ...]
    claims: tuple[Effect, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TextChange:
    """A text of which other bytes were read; `kept` counts its sentences that stand."""

    source: str
    sentences: tuple[SentenceChange, ...]
    kept: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """A reviewer's decision and how it stands: `about` is the claim or fact in words.

    `now` is the id of what it was made on, where that has another one.
    """

    on: str
    decision: str
    target: str | None
    by: str | None
    note: str | None
    about: str | None
    standing: str
    now: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """What is said of one of the two: its number, digests and counts."""

    edition: int | None
    digest: str | None
    inputs: str | None
    counts: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """Everything that differs; `files` names outputs that differ in bytes.

    `decisions` are those that are new or no longer stand; `unproven` says why several possible
    causes were not told apart, where they were not.
    """

    old: Side
    new: Side
    headline: tuple[Shift, ...] = ()
    facts: tuple[FactChange, ...] = ()
    claims: tuple[ClaimChange, ...] = ()
    links: tuple[Shift, ...] = ()
    others: tuple[Shift, ...] = ()
    files: tuple[Change, ...] = ()
    differences: tuple[Difference, ...] = ()
    texts: tuple[TextChange, ...] = ()
    decisions: tuple[Decision, ...] = ()
    unproven: str | None = None

    @property
    def same(self) -> bool:
        """Whether nothing that an edition says has changed."""
        return not any((
            self.headline, self.facts, self.claims, self.links, self.others, self.files, self.texts
        ))  # fmt: skip
