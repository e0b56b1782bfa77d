"""codebook.toml: a person's words for one story: aliases, measures, category questions, roots."""

from __future__ import annotations

from accord.model import Codebook, Measure, Question, Root
from accord.sources.notes.table import Entry, Table, brief

_LABEL = 120


def read(table: Table) -> Codebook:
    """The codebook with its unsound entries left out, each with a complaint."""
    table.only(("aliases", "measure", "question", "root"))
    measures = (_measure(entry) for entry in table.entries("measure"))
    questions = (_question(entry) for entry in table.entries("question"))
    roots = (_root(entry) for entry in table.entries("root"))
    return Codebook(
        aliases=_aliases(table),
        measures=tuple(measure for measure in measures if measure),
        questions=tuple(question for question in questions if question),
        roots=tuple(root for root in roots if root),
    )


def _aliases(table: Table) -> tuple[tuple[str, tuple[str, ...]], ...]:
    stated = table.content.get("aliases", {})
    if not isinstance(stated, dict):
        table.complain("[aliases]", 'is no table; write [aliases] and "name" = ["other name"].')
        return ()
    entry = Entry(table=table, where="aliases", fields=stated)
    found: list[tuple[str, tuple[str, ...]]] = []
    for name in stated:
        canonical, others = entry.as_text(name, "name", _LABEL), entry.texts(name, _LABEL)
        if canonical and others:
            found.append((canonical, others))
        else:
            entry.complain(f'{brief(name)} names nothing; write a list such as ["other name"].')
    return tuple(found)


def _measure(entry: Entry) -> Measure | None:
    entry.only(("label", "words", "unit", "scope", "all_of", "none_of", "subject"))
    named = _named(entry)
    if named is None:
        return None
    return Measure(
        label=named[0],
        words=named[1],
        unit=entry.text("unit", 40),
        scope=entry.texts("scope", _LABEL),
        all_of=entry.texts("all_of", _LABEL),
        none_of=entry.texts("none_of", _LABEL),
        subject=entry.text("subject", _LABEL),
    )


def _root(entry: Entry) -> Root | None:
    entry.only(("label", "words"))
    named = _named(entry)
    return Root(label=named[0], words=named[1]) if named else None


def _question(entry: Entry) -> Question | None:
    entry.only(("label", "words", "categories", "broader"))
    named, categories = _named(entry), _categories(entry)
    if named is None:
        return None
    if not categories:
        entry.complain('has no categories; write categories = ["one", "other"].')
        return None
    names = [name for name, _ in categories]
    return Question(
        label=named[0], words=named[1], categories=categories, broader=_broader(entry, names)
    )


def _named(entry: Entry) -> tuple[str, tuple[str, ...]] | None:
    label, words = entry.text("label", _LABEL), entry.texts("words", _LABEL)
    if label and words:
        return label, words
    entry.complain('was left out; give it a label and words = ["..."].')
    return None


def _categories(entry: Entry) -> tuple[tuple[str, tuple[str, ...]], ...]:
    stated = entry.fields.get("categories", [])
    if not isinstance(stated, dict):
        return tuple((name, (name,)) for name in entry.texts("categories", _LABEL))
    inner = Entry(table=entry.table, where=f"{entry.where} categories", fields=stated)
    found = ((inner.as_text(name, "name", _LABEL), inner.texts(name, _LABEL)) for name in stated)
    return tuple((name, words or (name,)) for name, words in found if name)


def _broader(entry: Entry, names: list[str]) -> tuple[tuple[str, str], ...]:
    stated = entry.fields.get("broader", [])
    found: list[tuple[str, str]] = []
    for pair in stated if isinstance(stated, list) else [stated]:
        if isinstance(pair, list) and len(pair) == 2 and all(name in names for name in pair):
            found.append((pair[0], pair[1]))
        else:
            entry.complain(
                f"has broader {brief(pair)}; write [[narrow, broad]] with its categories."
            )
    return tuple(found)
