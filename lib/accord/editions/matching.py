"""Which claim and which fact of one edition is which of another."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping
from functools import partial
from typing import Any, Protocol

Row = Mapping[str, Any]
Key = Callable[[Row, str], tuple[Any, ...] | None]
Place = Callable[[Row], int | None]
Likeness = Callable[[Place, Row, str], tuple[Any, ...] | None]

_SAID = ("kind", "unit", "value_low", "value_high", "category")


class Places(Protocol):
    """In which pair of sentences, old and new, a claim stands where its text was rewritten."""

    def old(self, row: Row) -> int | None:
        """The pair of an old claim; None where its text was not rewritten."""
        ...

    def new(self, row: Row) -> int | None:
        """The pair of a new claim; None where its text was not rewritten."""
        ...


def sources(old: Mapping[str, Row], new: Mapping[str, Row]) -> dict[str, str]:
    """New names of texts that only changed their name, by the old name."""
    came = {row["sha256"]: name for name, row in sorted(new.items()) if name not in old}
    gone = {name: row["sha256"] for name, row in sorted(old.items()) if name not in new}
    return {name: came[sha256] for name, sha256 in gone.items() if sha256 in came}


def claims(
    old: Mapping[str, Row], new: Mapping[str, Row], named: Row, places: Places
) -> dict[str, str]:
    """The old id of each new claim that has one.

    By id; then, in a text that was rewritten, by what the claims of one edited sentence have in
    common, the most first; then by what a claim says in the same text. What a sentence no longer
    says and what another says anew is not taken for one claim unless the value is the same.
    """
    matched = {key: key for key in new if key in old}
    for likeness in (_in_sentence(*_SAID), _in_sentence("kind", "measure"), _in_sentence("kind"),
                     _in_sentence(), _value, _measure):  # fmt: skip
        taken = set(matched.values())
        left_old = (row for key, row in old.items() if key not in taken)
        left_new = (row for key, row in new.items() if key not in matched)
        before = _grouped(left_old, partial(likeness, places.old), named)
        matched |= _zipped(before, _grouped(left_new, partial(likeness, places.new), {}))
    return matched


def facts(
    old: Mapping[str, Row], new: Mapping[str, Row], claim: Mapping[str, str]
) -> dict[str, str]:
    """The old id of each new fact that has one: the pairs that share the most claims first.

    Of pairs that share as many, those of one id come first, then those of one label.
    """
    home = {key: fact for fact, row in old.items() for key in row["claims"]}
    shared: Counter[tuple[str, str]] = Counter()
    for fact, row in new.items():
        shared.update((fact, home[claim[k]]) for k in row["claims"] if claim.get(k) in home)
    matched: dict[str, str] = {}
    taken: set[str] = set()
    for here, there in sorted(shared, key=lambda pair: (-shared[pair], *_other(old, new, *pair))):
        if here not in matched and there not in taken:
            matched[here] = there
            taken.add(there)
    return matched


def _other(
    old: Mapping[str, Row], new: Mapping[str, Row], here: str, there: str
) -> tuple[bool, bool, str, str]:
    return here != there, old[there]["label"] != new[here]["label"], here, there


def _in_sentence(*names: str) -> Likeness:
    """What claims of one sentence, edited, have in common."""

    def common(place: Place, row: Row, source: str) -> tuple[Any, ...] | None:
        pair = place(row)
        said = (row["category"] is None, *(row[name] for name in names))
        return None if pair is None else (source, pair, *said)

    return common


def _value(_: Place, row: Row, source: str) -> tuple[Any, ...] | None:
    if row["value_low"] is None and row["value_high"] is None and not row["category"]:
        return None
    return (source, *(row[name] for name in _SAID))


def _measure(place: Place, row: Row, source: str) -> tuple[Any, ...] | None:
    known = row["measure"] and place(row) is None
    return (source, row["kind"], row["unit"], row["measure"]) if known else None


def _grouped(rows: Iterable[Row], key: Key, named: Row) -> dict[tuple[Any, ...], list[str]]:
    groups: defaultdict[tuple[Any, ...], list[str]] = defaultdict(list)
    for row in rows:
        found = key(row, named.get(row["source"], row["source"]))
        if found is not None:
            groups[found].append(row["id"])
    return groups


def _zipped(
    old: Mapping[tuple[Any, ...], list[str]], new: Mapping[tuple[Any, ...], list[str]]
) -> dict[str, str]:
    both = ((new[key], old[key]) for key in new if key in old)
    return {here: there for pair in both for here, there in zip(*pair, strict=False)}
