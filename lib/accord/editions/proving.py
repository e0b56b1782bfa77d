"""Which of several differences caused each change: the study made again with one at a time."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from accord.editions import causes, comparing, content, told_words, trials
from accord.editions.causes import REBUILT, SEVERAL
from accord.editions.comparison import ClaimChange, Comparison, FactChange, Shift
from accord.editions.content import Content
from accord.editions.trials import Factor, Study
from accord.errors import AccordError
from accord.model import lines

Key = tuple[str, str]
Atom = tuple[str, str]
Changes = Mapping[Key, frozenset[Atom]]


def compare(
    old: Path, new: Path, study: Study | None = None, limit: int | None = trials.QUICK
) -> Comparison:
    """What changed from the edition in folder `old` to the one in `new`.

    `study(trial)` makes a study again; with it, several possible causes are told apart, as long as
    all such studies together state no more than `limit` claims.

    Raises:
        EditionError: where one of them is no edition, or is broken.
    """
    seen: dict[str, dict[str, Any]] = {}
    before, after = content.read(old, seen), content.read(new, seen)
    found = comparing.between(before, after)
    return _proven(found, before, after, study, limit) if study else found


def _proven(
    found: Comparison, old: Content, new: Content, study: Study, limit: int | None
) -> Comparison:
    """The comparison with each cause proven, where more than one difference can be the cause.

    A change is caused by the difference which, new alone in an otherwise old study, gives it. Where
    no single one does, it has several causes. Old inputs are studied under the new code first:
    what changes then is of the code or a library.
    """
    changes = _changes(found)
    grounds = causes.between(old, new)
    factors = trials.factors(grounds.reaching(), old, new)
    if not changes or len(factors) < 2 or not grounds.code:
        return found
    try:
        trials.check(factors, old, limit)
        alone = _tried(factors, old, new, study)
    except AccordError as error:
        return replace(found, unproven=str(error))
    return _told(found, {key: _because(key, atoms, alone) for key, atoms in changes.items()})


def _tried(
    factors: tuple[Factor, ...], old: Content, new: Content, study: Study
) -> dict[str, Changes]:
    """What each difference changes by itself, by its words."""
    found: dict[str, Changes] = {}
    with TemporaryDirectory(prefix="accord-") as scratch:
        bench = trials.bench(old, new, Path(scratch))
        for number, factor in enumerate(factors):
            place = Path(scratch) / f"trial-{number}"
            there = study(bench.trial(factor, place))
            found[factor.words] = _changes(comparing.between(old, there))
    return found


def _because(key: Key, atoms: frozenset[Atom], alone: Mapping[str, Changes]) -> str:
    """The words of the cause."""
    told = {words: changes.get(key, frozenset()) for words, changes in alone.items()}
    machine = told.get(_machine(alone), frozenset())
    if machine and atoms <= machine:
        return _machine(alone)
    whole = [words for words, found in told.items() if atoms <= found and not machine]
    if whole:
        return whole[0] if len(whole) == 1 else f"each of these alone: {'; '.join(whole)}"
    if not machine and (each := _field_by_field(atoms, told)):
        return each
    part = [words for words, found in told.items() if found and found != machine]
    part += [_machine(alone)] if machine else []
    return f"{SEVERAL} together: {'; '.join(part if len(part) > 1 else alone)}"


def _field_by_field(atoms: frozenset[Atom], told: Mapping[str, frozenset[Atom]]) -> str | None:
    """Causes that change a field each, each with its fields; None where one has not just one."""
    fields: dict[str, list[str]] = {}
    for atom in sorted(atoms - {("how", "changed")}):
        owners = [words for words, found in told.items() if atom in found]
        if len(owners) != 1:
            return None
        fields.setdefault(owners[0], []).append(told_words.name(atom[0]))
    return "; ".join(f"{words} ({', '.join(dict.fromkeys(n))})" for words, n in fields.items())


def _machine(alone: Mapping[str, Changes]) -> str:
    """The words of code and libraries, under which every other trial ran; "" where none differ."""
    return next((words for words in alone if words.startswith(trials.MACHINE)), "")


def _changes(found: Comparison) -> dict[Key, frozenset[Atom]]:
    """Every change as small facts that can be looked for in another comparison."""
    told: dict[Key, frozenset[Atom]] = {}
    for kind, some in (("claim", found.claims), ("fact", found.facts)):
        for one in some:
            told[kind, one.old_id or one.id] = frozenset(_atoms(one))
    for kind, changes in _lists(found).items():
        for change in changes:
            told[kind, change.field] = frozenset([("", _plain(change.new))])
    return told


def _atoms(one: ClaimChange | FactChange) -> Iterator[Atom]:
    yield "how", one.how
    yield from ((change.field, _plain(change.new)) for change in one.fields)
    if isinstance(one, FactChange):
        yield from (("came", key) for key in one.claims_added)
        yield from (("went", key) for key in one.claims_removed)


def _plain(value: Any) -> str:
    return lines.dumps(value)


def _lists(found: Comparison) -> dict[str, tuple[Shift, ...]]:
    return {"headline": found.headline, "links": found.links, "others": found.others}


def _told(found: Comparison, because: Mapping[Key, str]) -> Comparison:
    """The comparison with these causes; what needed no proof by rebuilding keeps its own."""

    def told(kind: str, one: Any) -> Any:
        words = because[kind, one.old_id or one.id]
        return one if one.proof else replace(one, because=words, proof=REBUILT)

    def shifted(kind: str, some: tuple[Shift, ...]) -> tuple[Shift, ...]:
        return tuple(replace(one, because=because[kind, one.field]) for one in some)

    return replace(
        found,
        headline=shifted("headline", found.headline),
        facts=tuple(told("fact", one) for one in found.facts),
        claims=tuple(told("claim", one) for one in found.claims),
        links=shifted("links", found.links),
        others=shifted("others", found.others),
    )
