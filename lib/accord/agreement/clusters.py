"""The values that a fact's claims stand for, each with the sources that agree on it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from decimal import Decimal

from accord.agreement.origins import Origins
from accord.agreement.relation import AGREE
from accord.agreement.standing import Standing
from accord.model import Cluster, Interval

Relation = Callable[[Standing, Standing], str]
_WIDE = Decimal("Infinity")


class Group:
    """Standings that agree with each other, and the first of each kind among them."""

    __slots__ = ("kinds", "members")

    def __init__(self) -> None:
        """Start with none."""
        self.members: list[Standing] = []
        self.kinds: dict[int, Standing] = {}

    def add(self, standing: Standing) -> None:
        """Take one more in."""
        self.members.append(standing)
        self.kinds.setdefault(standing.kind, standing)


def grouped(standings: Sequence[Standing], related: Relation) -> Sequence[Group]:
    """Groups of standings that all agree with each other.

    The narrowest value opens a group; every other one joins the nearest whose members it all
    agrees with, so that "about 30" never bridges 28 and 32, and stands beside 31 and not 28.
    """
    groups: list[Group] = []
    home: dict[int, Group] = {}
    for standing in sorted(standings, key=_width):
        group = home.get(standing.kind) or _fitting(groups, standing, related)
        if group is None:
            group = Group()
            groups.append(group)
        home[standing.kind] = group
        group.add(standing)
    return groups


def counted(
    groups: Iterable[Group], origins: Origins
) -> tuple[tuple[Cluster, tuple[Standing, ...]], ...]:
    """The cluster that each group makes, with its standings, best supported first."""
    found = [(_counted(group, origins), tuple(group.members)) for group in groups]
    return tuple(sorted(found, key=_support))


def _fitting(groups: Sequence[Group], standing: Standing, related: Relation) -> Group | None:
    fitting = (
        g for g in groups if all(related(standing, one) == AGREE for one in g.kinds.values())
    )
    return min(fitting, key=lambda group: _distance(group.members[0], standing), default=None)


def _distance(one: Standing, other: Standing) -> Decimal:
    return abs(_middle(one.value) - _middle(other.value))


def _middle(written: Interval) -> Decimal:
    ends = [end for end in (written.low, written.high) if end is not None]
    return sum(ends, Decimal(0)) / max(1, len(ends))


def core(intervals: Iterable[Interval]) -> Interval | None:
    """What all intervals allow, or None where they do not all meet."""
    waiting = iter(intervals)
    common: Interval | None = next(waiting, Interval(None, None))
    for interval in waiting:
        common = common.common(interval) if common else None
    return common


def _counted(group: Group, origins: Origins) -> Cluster:
    category = group.members[0].category
    sources = tuple(sorted({standing.source for standing in group.members}))
    return Cluster(
        interval=None if category is not None else _shared(group),
        category=category,
        claims=tuple(sorted([standing.claim.id for standing in group.members])),
        sources=sources,
        n_eff=origins.count(sources),
    )


def _shared(group: Group) -> Interval:
    """The stated values in common, else the narrowest of them."""
    return core(one.stated for one in group.kinds.values()) or group.members[0].stated


def _width(standing: Standing) -> tuple[Decimal, Decimal, str, str]:
    allowed = standing.allowed
    if allowed.low is None or allowed.high is None:
        return (_WIDE, allowed.low or allowed.high or Decimal(0), standing.category or "", "")
    return (allowed.high - allowed.low, allowed.low, standing.category or "", "")


def _support(found: tuple[Cluster, tuple[Standing, ...]]) -> tuple[int, int, int, Decimal, str]:
    cluster = found[0]
    low = cluster.interval.low or cluster.interval.high if cluster.interval else None
    return (
        -cluster.n_eff[0],
        -cluster.n_eff[1],
        -len(cluster.sources),
        low or Decimal(0),
        cluster.category or "",
    )
