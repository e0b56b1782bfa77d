"""How strongly two claims speak of one measured thing: weighed signs that sum to log-odds.

The weights are a logistic regression (Cox, 1958) over hand-coded stories; `python -m bench.weights`
fits them again, and measures each story with weights that were fitted on the others.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from functools import lru_cache
from importlib.resources import files

from accord.facts import signs
from accord.facts.contrast import meets
from accord.facts.mention import Mention


@lru_cache(maxsize=1)
def weights() -> Mapping[str, float]:
    """The weight of each sign."""
    text = (files("accord.facts") / "weights.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


def log_odds(a: Mention, b: Mention) -> float:
    """What all signs of the two claims sum to, but for their rivals."""
    return without_scope(a, b) + _sum(signs.of_scope(a, b))


@lru_cache(maxsize=256)  # a pair is weighed as one fact, then as a near miss
def without_scope(a: Mention, b: Mention) -> float:
    """What it would be if no period, part, noun or contrast set the two apart."""
    return weights()["bias"] + _sum(signs.of_words(a, b)) + _sum(signs.of_values(a, b))


def of_the_likest() -> float:
    """What it adds that each of the two is the other's likest number in their two texts."""
    return weights()["likest"]


def likeness(a: Mention, b: Mention) -> float:
    """How like two numbers are in words and value, to tell the likest of a text."""
    left, right = a.claim.context.head, b.claim.context.head
    cosine, overlap, _ = signs.shared(a, b)
    equal = meets(a, b) and signs.equal(a, b)
    rare = 0.25 * (1 + min(signs.rarity(a), signs.rarity(b))) if equal else 0.0
    return cosine + overlap + 0.5 * (left is not None and left == right) + rare


def _sum(found: Iterable[tuple[str, float]]) -> float:
    table = weights()
    return sum([table.get(name, 0.0) * value for name, value in found if value])
