"""How strongly two claims speak of one measured thing: weighed signs that sum to log-odds.

The weights are a logistic regression (Cox, 1958) over hand-coded stories; `python -m bench.weights`
fits them again, and measures each story with weights that were fitted on the others.
"""

from __future__ import annotations

import functools
import tomllib
from collections.abc import Mapping
from importlib.resources import files

import numpy as np

from accord.facts import signs
from accord.facts.pairs import Pairs, remembered
from accord.facts.sets import Real


@functools.lru_cache(maxsize=1)
def weights() -> Mapping[str, float]:
    """The weight of each sign."""
    text = (files("accord.facts") / "weights.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


def log_odds(p: Pairs) -> Real:
    """What all signs of each pair sum to, but for their rivals."""
    return without_scope(p) + _sum(signs.of_scope(p))


@remembered
def without_scope(p: Pairs) -> Real:
    """The log-odds of each pair if no period, part, noun or contrast set the two apart."""
    found: Real = weights()["bias"] + _sum(signs.of_words(p)) + _sum(signs.of_values(p))
    return found


def of_the_likest() -> float:
    """What it adds that each of the two is the other's likest number in their two texts."""
    return weights()["likest"]


def likeness(p: Pairs) -> Real:
    """How like two numbers are in words and value, to tell the likest of a text."""
    one = p.meet & p.equal
    rare = 0.25 * (1 + np.minimum(p.of.rarity[p.a], p.of.rarity[p.b]))
    return p.cosine + p.overlap + 0.5 * p.same_head + np.where(one, rare, 0.0)


def _sum(found: signs.Signs) -> Real:
    table = weights()
    known = ((table[name], value) for name, value in found if name in table)
    terms = (np.multiply(weight, value, dtype=np.float64) for weight, value in known)
    return functools.reduce(np.add, terms)
