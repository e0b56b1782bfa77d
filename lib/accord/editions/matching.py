"""Which claim and which fact of one edition is which of another."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping
from typing import Any

Row = Mapping[str, Any]
Key = Callable[[Row, str], tuple[Any, ...] | None]


def sources(old: Mapping[str, Row], new: Mapping[str, Row]) -> dict[str, str]:
    """New names of texts that only changed their name, by the old name."""
    came = {row["sha256"]: name for name, row in sorted(new.items()) if name not in old}
    gone = {name: row["sha256"] for name, row in sorted(old.items()) if name not in new}
    return {name: came[sha256] for name, sha256 in gone.items() if sha256 in came}


def claims(old: Mapping[str, Row], new: Mapping[str, Row], named: Row) -> dict[str, str]:
    """The old id of each new claim that has one: by id, then by what it says in the same text."""
    matched = {key: key for key in new if key in old}
    for likeness in (_value, _measure):
        taken = set(matched.values())
        left_old = (row for key, row in old.items() if key not in taken)
        left_new = (row for key, row in new.items() if key not in matched)
        matched |= _zipped(_grouped(left_old, likeness, named), _grouped(left_new, likeness, {}))
    return matched


def facts(
    old: Mapping[str, Row], new: Mapping[str, Row], claim: Mapping[str, str]
) -> dict[str, str]:
    """The old id of each new fact that has one: the pairs that share the most claims first."""
    home = {key: fact for fact, row in old.items() for key in row["claims"]}
    shared: Counter[tuple[str, str]] = Counter()
    for fact, row in new.items():
        shared.update((fact, home[claim[k]]) for k in row["claims"] if claim.get(k) in home)
    matched: dict[str, str] = {}
    taken: set[str] = set()
    for (here, there), _ in sorted(shared.items(), key=lambda one: (-one[1], one[0])):
        if here not in matched and there not in taken:
            matched[here] = there
            taken.add(there)
    return matched


def _value(row: Row, source: str) -> tuple[Any, ...] | None:
    if row["value_low"] is None and row["value_high"] is None and not row["category"]:
        return None
    value = (row["value_low"], row["value_high"], row["category"])
    return (source, row["kind"], row["unit"], *value)


def _measure(row: Row, source: str) -> tuple[Any, ...] | None:
    return (source, row["kind"], row["unit"], row["measure"]) if row["measure"] else None


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
