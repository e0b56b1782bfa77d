"""Fit the weights of alignment anew, and measure what is fitted on stories that it has not seen.

    python -m bench.weights [--write]

A logistic regression (Cox, 1958) over the pairs of claims of every hand-coded story, those of
`../shared` and those of `bench/stories`, each story counted alike. The weights are drawn towards
what was set by hand before any fit (`PRIOR`, a Gaussian prior: ridge regression around it); those
that the model of agreement itself demands are kept (`KEPT`): another period, part or noun is
another measure. `CAUTION` is taken off the bias, since a wrong pair costs more than a missed one.

The table gives precision and recall of pairs, of the whole alignment, for weights fitted on all
stories and for weights fitted on all others (leave one story out). `--write` renews
`lib/accord/facts/weights.toml`.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

import numpy as np

from accord import facts
from accord.facts import judge, score, signs
from accord.facts.contrast import currencies_differ, points_apart
from accord.facts.pairs import Pairs
from accord.facts.table import Table
from accord.parameters import Parameters
from bench.alignment import (
    STORIES,
    Story,
    every_two,
    free,
    load,
    paired,
    pairs_of,
    ratio,
    say,
    tables,
    wanted,
)  # fmt: skip

TABLE = Path(__file__).resolve().parent.parent / "lib/accord/facts/weights.toml"
HEAD = """# How much each sign of signs.py counts for two claims being of one measured thing, in
# log-odds; fitted and written by `python -m bench.weights --write`.

"""
CAUTION, RIDGE, FIRM, LEAST = 0.5, 10.0, 1e4, 8
PRIOR = {
    "bias": -2.4,
    "cosine": 2.5,
    "overlap": 2.5,
    "hardly a word": -1.0,
    "same head": 1.0,
    "same price": 2.5,
    "same event": 1.0,
    "measure": 0.6,
    "other noun": -2.0,
    "noun unknown": -2.0,
    "opposites": -2.0,
    "part and whole": -3.0,
    "other mark": -0.5,
    "other period": -2.5,
    "rare": 1.0,
    "in a range": -0.5,
    "unequal": -0.3,
    "near and large": 0.7,
}
KEPT = ("hardly a word", "other noun", "part and whole", "other period", "same price")
SIGNS = (
    "cosine", "overlap", "hardly a word", "beside", "sentence", "same head", "same price",
    "measure", "opposites", "noun unknown", "other noun", "part and whole", "other mark",
    "other period", "same period", "one dated", "forecast", "date", "money", "percent", "ordinal",
    "rare", "in a range", "exactly", "equal money", "unequal", "near", "near and large", "far",
    "same event", "long span", "likest", "bias",
)  # fmt: skip
Array = np.ndarray[tuple[int, ...], np.dtype[np.float64]]


@dataclass(frozen=True, slots=True)
class Coded:
    """The pairs of one story: their signs, whether they are right, and the weight of each."""

    story: Story
    signs: Array
    right: Array
    weight: Array


def main() -> None:
    """Print the table, and write the weights where asked."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--write", action="store_true")
    given = asked.parse_args()
    coded = [_coded(load(name, perfect=False, coded=False)) for name in STORIES]
    whole = fitted(coded)
    say("| story | fitted on all | fitted on the others |\n|---|---|---|")
    rows = []
    for one in coded:
        others = fitted([other for other in coded if other is not one])
        rows.append((*_scored(one.story, whole), *_scored(one.story, others)))
        say(f"| {one.story.name} | {_shown(rows[-1])} |")
    say(f"| mean | {_shown([float(np.mean(column)) for column in zip(*rows, strict=True)])} |")
    if given.write:
        table = "".join(f'"{name}" = {value:.2f}\n' for name, value in whole.items())
        TABLE.write_text(HEAD + table, encoding="utf-8")


def _shown(row: Sequence[float]) -> str:
    return f"{row[0]:.2f} / {row[1]:.2f} | {row[2]:.2f} / {row[3]:.2f}"


def _coded(story: Story) -> Coded:
    """Every two numbers of two texts that the rules could bring together."""
    right, optional = wanted(story.gold), free(story.gold)
    rows, answers = [], []
    for p in chain.from_iterable(map(_couples, tables(story))):
        for pair, row in zip(pairs_of(p, story), _signs(p), strict=True):
            if pair not in optional or pair in right:
                rows.append(row)
                answers.append(float(pair in right))
    found = np.array(answers)
    return Coded(story, np.array(rows), found, np.full(len(found), 1 / max(LEAST, found.sum())))


def _couples(table: Table) -> Iterator[Pairs]:
    p = every_two(table)
    alone = table.alone[p.a] | table.alone[p.b]
    yield p.some(p.elsewhere & p.meet & ~alone & ~currencies_differ(p) & ~points_apart(p))


def _signs(p: Pairs) -> Array:
    found = dict(chain(signs.of_words(p), signs.of_scope(p), signs.of_values(p)))
    found |= {"bias": np.ones(len(p)), "likest": judge.paired(p)}
    none = np.zeros(len(p))
    return np.stack([found.get(name, none) for name in SIGNS], axis=1).astype(np.float64)


def fitted(coded: Sequence[Coded]) -> dict[str, float]:
    """The weights of highest posterior, by Newton's method."""
    x, y = np.vstack([one.signs for one in coded]), np.concatenate([one.right for one in coded])
    w = np.concatenate([one.weight for one in coded])
    w *= y.sum() / w[y > 0].sum()
    prior = np.array([PRIOR.get(name, 0.0) for name in SIGNS])
    ridge = np.diag([FIRM if name in KEPT else RIDGE for name in SIGNS])
    found = prior.copy()
    for _ in range(40):
        p = 1 / (1 + np.exp(-x @ found))
        slope = x.T @ (w * (y - p)) - ridge @ (found - prior)
        step = np.linalg.solve((x * (w * p * (1 - p))[:, None]).T @ x + ridge, slope)
        found += step
        if np.abs(step).max() < 1e-9:
            break
    return dict(zip(SIGNS, found, strict=True)) | {"bias": float(found[-1]) - CAUTION}


def _scored(story: Story, weights: Mapping[str, float]) -> tuple[float, float]:
    kept = score.weights
    score.weights = lambda: weights  # type: ignore[assignment]
    try:
        aligned = facts.align(story.stated, story.codebook, story.texts, Parameters())
    finally:
        score.weights = kept
    right = wanted(story.gold)
    return ratio(set(paired(aligned, story.home)) - (free(story.gold) - right), right)


if __name__ == "__main__":
    main()
