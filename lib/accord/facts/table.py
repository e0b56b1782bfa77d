"""The mentions of one block, column by column: all that pairs of them are compared by."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from datetime import date
from math import floor, isfinite, log10
from typing import Any

import numpy as np

from accord.facts.mention import Mention, Prepared
from accord.facts.rarity import rarity
from accord.facts.sets import Real, Sets, Truth, Whole, numbered

APART = frozenset({"stage", "further", "other", "each", "part", "inside", "outside", "interval"})
KINDS = frozenset({"stage", "interval"})
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_WORD = re.compile(r"[^\W\d_]{2,}")


class Table:
    """Mentions of one block, in an order that file names do not touch, as columns.

    A mention goes by its rank, its place in that order; those of one source stand together, from
    `first[source]` on, `crowd[source]` of them. A column holds one value, or the number of one, for
    each rank; `periods` are the first and last day of what a claim holds for, as places in time.
    """

    def __init__(self, told: Iterable[Prepared]) -> None:
        """Take the mentions of one block, from every source that has some."""
        sources = sorted((one for one in told if one.mentions), key=lambda s: (s.text, s.file))
        self.mentions = [mention for one in sources for mention in one.mentions]
        self.block = self.mentions[0].block if self.mentions else ""
        self.crowd = np.array([len(one.mentions) for one in sources], dtype=np.int64)
        self.first: Whole = np.cumsum(self.crowd) - self.crowd
        self.source: Whole = np.repeat(np.arange(len(sources)), self.crowd)
        self.kin = Sets([one.words for one in sources])
        self._values()
        self._words()
        self._scopes()

    def __len__(self) -> int:
        return len(self.mentions)

    def _values(self) -> None:
        self.low, self.high, self.point = map(self._reals, ("low", "high", "point"))
        self.digits: Whole = self._each(lambda m: m.digits, np.int64)
        self.rounding: Real = self._each(_rounding, np.float64)
        self.kind = self._numbers(lambda m: m.kind)
        self.unit = self._numbers(lambda m: m.unit)
        self.direction = self._numbers(lambda m: m.direction)
        self.rarity: Real = self._each(rarity, np.float64)
        self.computed = self._truths(lambda m: m.computed)
        self.alone = self._truths(lambda m: m.alone)
        self.code = self._numbers(lambda m: m.code and m.code[1])
        rank = {mention.id: n for n, mention in enumerate(self.mentions)}
        self.restates: Whole = self._each(lambda m: rank.get(m.restates or "", -1), np.int64)
        ranks = [[rank.get(name, -1) for name in (*m.operands, "", "")[:2]] for m in self.mentions]
        self.operands: Whole = np.array(ranks, dtype=np.int64).reshape(-1, 2).T

    def _words(self) -> None:
        every = self.mentions
        self.words = Sets([m.words for m in every], (w for m in every for w in m.weights))
        squares = self._each(lambda m: sum(w * w for w in m.weights), np.float64)
        self.norm: Real = np.where(squares > 0, np.sqrt(squares), 1.0)
        self.weight: Real = self._each(lambda m: sum(m.weights), np.float64)
        self.beside = Sets([m.words[: m.beside] for m in every])
        self.measure = Sets([m.stems for m in every])
        self.contrasts = Sets([tuple(dict.fromkeys(row for row, _ in m.poles)) for m in every])
        nearest = (float(n < 2) for m in every for n in range(len(m.names)))
        self.names = Sets([m.names for m in every], nearest)
        self.head = self._numbers(lambda m: m.head)
        self.action = self._numbers(lambda m: m.action)
        self.attributive = self._truths(lambda m: m.attributive)

    def _scopes(self) -> None:
        self.sentence = numbered(
            (n, m.sentence) for n, m in zip(self.source.tolist(), self.mentions, strict=True)
        )
        firsts = np.unique(self.sentence, return_index=True)[1].tolist()
        self.said = Sets([_spoken(self.mentions[rank].said) for rank in firsts])
        self.marks = self._numbers(lambda m: frozenset(m.marks))
        self.apart = self._numbers(lambda m: frozenset(m.marks) & APART)
        self.but_part = self._numbers(lambda m: frozenset(m.marks) & APART - {"part"})
        self.stage = self._numbers(lambda m: frozenset(m.marks) & KINDS)
        self.points = Sets([m.points for m in self.mentions])
        self.period = self._numbers(lambda m: m.period)
        self.dated = self._truths(lambda m: m.period is not None and not _DAY.fullmatch(m.period))
        self.yearly = self._truths(lambda m: m.yearly)
        self.rated = self._truths(lambda m: m.rated)
        self.former = self._truths(lambda m: m.former)
        self.potential = self._truths(lambda m: m.potential)
        self.day: Whole = self._each(_day, np.int64)
        ends = np.array([end for m in self.mentions for end in _ends(m.period or "")])
        self.periods: Whole = np.unique(ends, return_inverse=True)[1].reshape(-1, 2)

    def _reals(self, name: str) -> Real:
        return np.array([getattr(m, name) for m in self.mentions], dtype=np.float64)

    def _truths(self, of: Callable[[Mention], bool]) -> Truth:
        found: Truth = self._each(of, np.bool_)
        return found

    def _numbers(self, of: Callable[[Mention], Any]) -> Whole:
        return numbered(map(of, self.mentions))

    def _each(self, of: Callable[[Mention], Any], kind: Any) -> Any:
        return np.array([*map(of, self.mentions)], dtype=kind)


def _rounding(mention: Mention) -> float:
    """Half of the last significant digit of a written value: 5 of 80, 0.05 of 73.6."""
    size = abs(mention.point)
    return (
        0.5 * 10.0 ** (floor(log10(size)) + 1 - mention.digits) if size and isfinite(size) else 0.0
    )


def _spoken(sentence: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(_WORD.findall(sentence.lower())))


def _day(mention: Mention) -> int:
    """The day that a claim holds for, where it is a single one; else -1."""
    period = mention.period or ""
    return date.fromisoformat(period).toordinal() if _DAY.fullmatch(period) else -1


def _ends(period: str) -> tuple[str, str]:
    """The first and last day of an ISO period, as strings that sort by time; ".." is open."""
    first, _, last = period.partition("/")
    start = "0000" if first == ".." else first
    end = "9999" if last == ".." else last or first
    return start + "0000-01-01"[len(start) :], end + "9999-12-31"[len(end) :]
