"""What changed since another edition: the headline as a redline, then fact by fact, with causes."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from accord.editions.comparison import Change, Comparison, FactChange
from accord.editions.pages import words
from accord.editions.pages.words import Words
from accord.editions.parts import Changes, Run, Section, anchor
from accord.model import Findings, lines

_SHOWN = 40
_TOLD = {
    "multi_source": "shared numbers",
    "agreeing": "agree",
    "corroborated": "corroborated",
    "disputed": "disputed",
    "single_source": "stated once",
    "claims": "claims",
    "facts": "facts",
}
_COLUMNS = ("Fact", "Before", "Now", "Because")
_NAMED = ("measure", "subject", "coded_by")  # what a new label says already
_QUIET = ("why", "checks", "core", "clusters", "pairs")


def opening(findings: Findings, changes: Comparison | None) -> Section:
    """Whether anything changed, and how much."""
    say = words.of(findings)
    if changes is None:
        title, said = "This is the first edition", "There is no earlier one to compare with."
    elif changes.same:
        title = "Nothing changed since the last edition"
        said = "Every claim and verdict is the same."
    else:
        facts = say.counted(len(changes.facts), "fact")
        claims = say.counted(len(changes.claims), "claim")
        title = f"{words.sentence(facts)} and {claims} changed"
        said = f"Compared with {_name(changes)}, claim by claim."
    return Section(key="changes", menu="Changes", title=title, subtitle=said)


def part(findings: Findings, changes: Comparison | None) -> Changes | None:
    """The changes, or None where there is nothing to show; a cause that all share is said once."""
    if changes is None or changes.same:
        return None
    say = words.of(findings)
    rows = [row for fact in changes.facts for row in _rows(fact, say)]
    quiet = sum(not list(_rows(fact, say)) for fact in changes.facts)
    one_cause = len({fact.because for fact in changes.facts}) == 1
    columns = _COLUMNS[:-1] if one_cause else _COLUMNS
    return Changes(
        redline=tuple(_redline(changes)),
        columns=columns,
        rows=tuple(row[: len(columns)] for row in rows[:_SHOWN]),
        note=(Run(_note(changes, (len(rows), quiet), say, one_cause=one_cause)),),
    )


def _name(changes: Comparison) -> str:
    return f"edition {changes.old.edition}" if changes.old.edition else "another run"


def _redline(changes: Comparison) -> Iterator[Run]:
    for place, change in enumerate(c for c in changes.headline if c.field in _TOLD):
        yield Run("; " if place else "")
        yield Run(str(change.old), style="delete")
        yield Run(" ")
        yield Run(str(change.new), style="insert")
        yield Run(f" {_TOLD[change.field]}")


def _rows(fact: FactChange, say: Words) -> Iterator[tuple[tuple[Run, ...], ...]]:
    """A row for each change of a fact; none where only the words of its reasons changed."""
    head = (Run(words.sentence(fact.label), link=f"#{anchor('fact', fact.id)}"),)
    if fact.how != "changed":
        before = Run("absent" if fact.how == "added" else "")
        yield head, (before,), _new(fact.how), (Run(fact.because),)
        return
    shown = [change for change in fact.fields if change.field not in _QUIET]
    if any(change.field == "label" for change in shown):
        shown = [change for change in shown if change.field not in _NAMED]
    for change in shown:
        before = Run(_said(change, change.old, say))
        yield head, (before,), _new(_said(change, change.new, say)), (Run(fact.because),)
    added, gone = len(fact.claims_added), len(fact.claims_removed)
    if not shown and (added or gone):
        yield head, (Run(""),), _new(f"{added} claims added, {gone} removed"), (Run(fact.because),)


def _new(text: str) -> tuple[Run, ...]:
    return (Run(text, style="insert"),)


def _said(change: Change, value: object, say: Words) -> str:
    if value is None:
        return "none"
    said = value if isinstance(value, str) else lines.dumps(value)
    if isinstance(value, Decimal | float):
        said = say.numerals.write(Decimal(said), "f")
    return f"{change.field.replace('_', ' ')}: {said}"[:160]


def _note(changes: Comparison, number: tuple[int, int], say: Words, *, one_cause: bool) -> str:
    rows, quiet = number
    causes = "; ".join(one.words for one in changes.differences)
    told = [f"{rows} changes; {_SHOWN} are shown."] if rows > _SHOWN else []
    if quiet:
        facts = say.counted(quiet, "more fact" if rows else "fact")
        told.append(f"In {facts} only the words of the reasons changed.")
    if one_cause and changes.facts[0].because:
        told.append(f"The cause of each: {changes.facts[0].because}.")
    else:
        same = "Texts, tables and parameters are the same."
        told.append(f"Made differently: {causes}." if causes else same)
    return " ".join(told)
