"""Linked sources: the records, and the order in which they are drawn."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from accord.charts import stretches
from accord.model import ENGLISH, Numerals


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """A source: its short id, what it is, and the group it shares with linked ones ("" alone)."""

    source: str
    note: str = ""
    group: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tie:
    """Two linked sources by short id; `label` ("4 of 6") stands on the arc, `share` its width."""

    a: str
    b: str
    label: str
    share: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Ties:
    """All sources and what links them; `apart` is said of those that stand on their own."""

    nodes: tuple[Node, ...]
    ties: tuple[Tie, ...] = ()
    apart: str = "nothing in common"
    numerals: Numerals = ENGLISH


def ordered(chart: Ties) -> tuple[Node, ...]:
    """Groups first, each with its best linked members side by side; those alone last."""
    sizes = Counter(node.group for node in chart.nodes)
    nodes = [n if sizes[n.group] > 1 else replace(n, group="") for n in chart.nodes]
    firsts: dict[str, int] = {}
    for place, node in enumerate(nodes):
        firsts.setdefault(node.group, place)
    order = sorted((g for g in firsts if g), key=firsts.__getitem__)
    linked = [node for g in order for node in _chain(chart, [n for n in nodes if n.group == g])]
    return (*linked, *(node for node in nodes if not node.group))


def _chain(chart: Ties, members: list[Node]) -> list[Node]:
    """A group from its strongest pair outward, each time joining the node best linked to an end."""
    share = {frozenset((t.a, t.b)): t.share for t in chart.ties}

    def bound(a: Node, b: Node) -> float:
        return share.get(frozenset((a.source, b.source)), 0.0)

    first = max(combinations(members, 2), key=lambda pair: bound(*pair))
    chain = list(first)
    left = [node for node in members if node not in first]
    while left:
        node = max(left, key=lambda n: max(bound(n, chain[0]), bound(n, chain[-1])))
        left.remove(node)
        at_end = bound(node, chain[-1]) >= bound(node, chain[0])
        chain = [*chain, node] if at_end else [node, *chain]
    return chain


def spans(chart: Ties, nodes: tuple[Node, ...]) -> list[tuple[int, int, Tie]]:
    """Arcs as (first place, last place, tie), long ones first so that short ones stand on top."""
    places = {node.source: place for place, node in enumerate(nodes)}
    known = [t for t in chart.ties if t.a in places and t.b in places and t.a != t.b]
    arcs = [(min(places[t.a], places[t.b]), max(places[t.a], places[t.b]), t) for t in known]
    return sorted(arcs, key=lambda arc: (arc[0] - arc[1], arc[0], arc[2].label))


def runs(nodes: Sequence[Node]) -> list[tuple[int, int, bool]]:
    """Stretches of one group, or alone, as (first, last, whether they are linked)."""
    return [(a, b, bool(group)) for a, b, group in stretches.of(n.group for n in nodes)]


def groups(chart: Ties) -> list[list[str]]:
    """Short ids of each group, and of each source alone."""
    nodes = ordered(chart)
    keys = (node.group or f"\0{node.source}" for node in nodes)
    return [[n.source for n in nodes[a : b + 1]] for a, b, _ in stretches.of(keys)]
