"""One study under many parameters: which verdicts and headline numbers move, and with what."""

from __future__ import annotations

import itertools
import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from accord import parameters, project, sources
from accord.editions import manifest, markdown, put
from accord.editions.pages import words
from accord.editions.publishing import Place, Published
from accord.editions.render import html
from accord.engines import Engine
from accord.errors import ParameterError
from accord.model import Findings, Setting
from accord.parameters import Parameters
from accord.store import Store
from accord.study import rendering, report
from accord.study.flow import folder, given_settings, kept, recipe
from accord.study.order import Order
from accord.study.swept import HEADLINE, Sweep, Swept, page, parts

_MOST = 200


def grid(words_given: Iterable[str]) -> tuple[dict[str, Any], ...]:
    """Every combination of `name=a,b` words, as changes to the parameters.

    Raises:
        ParameterError: where a word is not of that form, or there are more than 200 combinations.
    """
    axes = parameters.every(partial(_axis, word) for word in words_given)
    made = tuple(dict(chosen) for chosen in itertools.product(*axes))
    if len(made) > _MOST:
        message = f"the grid has {len(made)} combinations; at most {_MOST} are run. Leave some out."
        raise ParameterError(message)
    return made


def _axis(word: str) -> list[tuple[str, Any]]:
    """The values of one parameter; a list of them is JSON where a value holds a comma itself."""
    name, equals, values = word.partition("=")
    if not equals or not values:
        message = f"--grid {word!r} has no values. Write --grid name=a,b, as about=0.05,0.20."
        raise ParameterError(message)
    if values.startswith("["):
        return [(name, value) for value in _listed(word, values)]
    return [(name, parameters.parse(name, value)) for value in values.split(",")]


def _listed(word: str, values: str) -> list[Any]:
    try:
        read: list[Any] = json.loads(values)
    except ValueError:
        message = f"--grid {word!r} is no list in JSON. Write --grid 'leave_out=[[], [\"a.txt\"]]'."
        raise ParameterError(message) from None
    return read


def without_each(given: Parameters) -> tuple[dict[str, Any], ...]:
    """One variation for each source that is read: the study without it."""
    found = sources.read(folder(given), given).sources
    read = [s.file for s in found if s.status == "read" and s.copy_of is None]
    return tuple({"leave_out": [*given.leave_out, file]} for file in read)


def put_page(order: Order, variations: Sequence[dict[str, Any]], engine: Engine) -> Published:
    """The page that compares the variations, in the folder the order names.

    Raises:
        ParameterError: naming everything that is wrong in any variation, before any is run.
    """
    settings = given_settings(order.given, order.origins)
    asked = Setting(name="variations", value=[dict(change) for change in variations])
    made = recipe(order.given, (*settings, asked))

    def build(_: Place, folder: Path) -> None:
        Store(project.find().store).begin()
        found = run(order.given, variations, engine, order.tell)
        told = html.render(page(found), rendering.read().html)
        report.write(folder / "sweep.html", told)
        report.write(folder / "sweep.md", "\n\n".join(map(markdown.write, parts(found))) + "\n")

    target = order.out or project.find().runs / f"sweep-{made.inputs[: manifest.DIGEST_SHOWN]}"
    target.parent.mkdir(parents=True, exist_ok=True)
    return put(build, made, target)


def run(
    given: Parameters,
    variations: Sequence[dict[str, Any]],
    engine: Engine,
    tell: Callable[[str], None],
) -> Sweep:
    """The base study and each variation, side by side; what stands in the store is not done again.

    Raises:
        ParameterError: naming everything that is wrong in any variation, before any is run.
    """
    asked = given.model_dump()
    changed = parameters.every(partial(parameters.check, asked | change) for change in variations)
    base = kept(given, given_settings(given, {}))
    shared = {i: tuple(c.id for c in base.fact[i].claims) for i in _shared(base)}
    runs = [_swept("as given", base, shared)]
    names = [_name(change) for change in variations]
    for name, swept in zip(names, engine.map(partial(_vary, shared), changed), strict=True):
        runs.append(Swept(name=name, counts=swept.counts, verdicts=swept.verdicts))
        tell(name)
    return Sweep(base=base, runs=tuple(runs))


def _shared(findings: Findings) -> tuple[str, ...]:
    return (*findings.summary.multi_source, *findings.summary.beyond_numbers)


def _vary(shared: Mapping[str, tuple[str, ...]], given: Parameters) -> Swept:
    return _swept("", kept(given, given_settings(given, {})), shared)


def _swept(name: str, findings: Findings, shared: Mapping[str, tuple[str, ...]]) -> Swept:
    return Swept(
        name=name,
        counts=tuple(len(getattr(findings.summary, field)) for _, field in HEADLINE),
        verdicts={fact: _standing(findings, claims) for fact, claims in shared.items()},
    )


def _standing(findings: Findings, claims: tuple[str, ...]) -> str:
    """How the fact that holds most of these claims stands; by origin where it is agreed."""
    homes = [findings.fact_of[i].id for i in claims if i in findings.fact_of]
    if not homes:
        return "absent"
    home = min(homes, key=lambda fact: (-homes.count(fact), fact))
    return words.verdict_key(findings.verdict[home]).replace("-", " ")


def _name(change: Mapping[str, Any]) -> str:
    return ", ".join(
        f"without {value[-1]}" if name == "leave_out" else f"{name} = {value}"
        for name, value in change.items()
    )
