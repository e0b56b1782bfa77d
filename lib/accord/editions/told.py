"""A comparison as plain text, as Markdown for a pull request, and as JSON."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict
from decimal import Decimal
from typing import Any

from accord.editions import markdown
from accord.editions.comparison import Change, ClaimChange, Comparison, FactChange
from accord.model import lines

_SHOWN = 40  # rows of a Markdown table: a comment holds 65,536 characters
_VALUE_SHOWN = 120
_CONTROL = re.compile(r"[\x00-\x1f]+")
_QUIET = ("why", "checks", "core")
_SIGNS = {"added": "+", "removed": "-", "changed": "~", "merged": ">", "split": "<"}

Row = tuple[str, str, str]
Entry = tuple[str, list[Row], str]


def text(comparison: Comparison) -> str:
    """What changed, for a terminal; nothing at all where nothing did."""
    return "".join(f"{line}\n" for line in _lines(comparison))


def to_markdown(comparison: Comparison) -> str:
    """What changed, headline first, short enough for a comment; nothing where nothing did."""
    if comparison.same:
        return ""
    blocks = [
        f"### {title(comparison)}",
        _table(("count", "before", "after"), map(of_change, comparison.headline)),
        _table(
            ("fact", "what", "before", "after", "because"),
            _entry_rows(map(of_fact, comparison.facts)),
        ),
        _table(
            ("claim", "what", "before", "after", "because"),
            _entry_rows(map(of_claim, comparison.claims)),
        ),
        _table(("links", "before", "after"), map(of_change, comparison.links)),
        "\n".join(f"- {markdown.escape(line)}" for line in rest(comparison)),
    ]
    return "\n\n".join(block for block in blocks if block) + "\n"


def to_json(comparison: Comparison) -> str:
    """What changed, every field, as one line of JSON."""
    return lines.dumps({"same": comparison.same, **asdict(comparison)}) + "\n"


def _lines(comparison: Comparison) -> Iterator[str]:
    if comparison.same:
        return
    yield title(comparison)
    yield from (f"  {_arrow(row)}" for row in map(of_change, comparison.headline))
    yield from _section("facts", map(of_fact, comparison.facts))
    yield from _section("claims", map(of_claim, comparison.claims))
    yield from _section("links", [(row[0], [row], "") for row in map(of_change, comparison.links)])
    yield from (f"  {line}" for line in rest(comparison))


def _section(name: str, entries: Iterable[Entry]) -> Iterator[str]:
    for place, (head, rows, because) in enumerate(entries):
        if place == 0:
            yield f"{name}:"
        yield f"  {head}"
        yield from (f"      {_arrow(row)}" for row in rows)
        if because:
            yield f"      because: {because}"


def _arrow(row: Row) -> str:
    what, before, after = row
    return f"{what}: {before} -> {after}"


def title(comparison: Comparison) -> str:
    """Which two are compared, and how much differs."""
    sides = (comparison.old.edition, comparison.new.edition)
    old, new = (f"edition {side}" if side else "a run" for side in sides)
    facts, claims = len(comparison.facts), len(comparison.claims)
    return f"From {old} to {new}: {_many(facts, 'fact')} and {_many(claims, 'claim')} differ"


def _many(count: int, word: str) -> str:
    return f"{count} {word}" if count == 1 else f"{count} {word}s"


def of_change(change: Change) -> Row:
    """A change as (what, before, after)."""
    name = change.field if "." in change.field else change.field.replace("_", " ")
    return name, _said(change.old), _said(change.new)


def of_fact(fact: FactChange) -> Entry:
    """A changed fact as heading, rows of (what, before, after), and cause."""
    rows = [of_change(one) for one in fact.fields if one.field not in _QUIET]
    if fact.how == "changed" and (fact.claims_added or fact.claims_removed):
        rows.append(("claims", f"-{len(fact.claims_removed)}", f"+{len(fact.claims_added)}"))
    if fact.how != "changed":
        rows = [(fact.how, "", fact.verdict)]
    head = f"{_SIGNS[fact.how]} {_plain(fact.label)} ({fact.id})"
    return head, rows or [("reasons", "", "")], fact.because


def of_claim(claim: ClaimChange) -> Entry:
    """A changed claim as heading, rows of (what, before, after), and cause."""
    what = f"{claim.measure}: {claim.text}" if claim.measure else claim.text
    head = f"{_SIGNS[claim.how]} {_plain(what)} in {_plain(claim.source)} ({claim.id})"
    return head, [of_change(one) for one in claim.fields], claim.because


def _entry_rows(entries: Iterable[Entry]) -> Iterator[tuple[str, ...]]:
    for head, rows, because in entries:
        for place, row in enumerate(rows or [("", "", "")]):
            yield (head, *row, because) if place == 0 else ("", *row, "")


def rest(comparison: Comparison) -> Iterator[str]:
    """What else differs, a line each: lists, files, and what the two were made with."""
    for change in comparison.others:
        yield f"{change.field}: {len(change.old)} gone, {len(change.new)} new"
    if comparison.files:
        names = ", ".join(change.field for change in comparison.files[:_SHOWN])
        yield f"{_many(len(comparison.files), 'file')} of other bytes: {names}"
    if comparison.differences:
        yield "made with: " + "; ".join(one.words for one in comparison.differences)
    if comparison.unproven:
        yield f"causes not told apart by building again: {comparison.unproven}"


def _table(columns: Sequence[str], rows: Iterable[tuple[str, ...]]) -> str:
    every = [[markdown.escape(word) for word in row] for row in rows]
    if not every:
        return ""
    shown = markdown.table(columns, ["left"] * len(columns), every[:_SHOWN])
    more = len(every) - _SHOWN
    return f"{shown}\n\nand {_many(more, 'row')} more." if more > 0 else shown


def _said(value: Any) -> str:
    if value is None:
        return "none"
    if isinstance(value, Decimal):
        return lines.number(value)
    said = value if isinstance(value, str) else lines.dumps(value)
    return _plain(said)


def _plain(words: str) -> str:
    """One line without controls, cut where it is long."""
    line = lines.escape(_CONTROL.sub(" ", words))
    return line if len(line) <= _VALUE_SHOWN else f"{line[: _VALUE_SHOWN - 1]}…"
