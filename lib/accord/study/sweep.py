"""One study under many parameters: which verdicts and headline numbers move, and with what."""

from __future__ import annotations

import itertools
import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from nbformat import NotebookNode, v4

from accord import parameters, project, sources
from accord.editions import manifest, markdown, put
from accord.editions.pages import sides, words
from accord.editions.parts import Run, Section, Table
from accord.editions.publishing import Place, Published
from accord.editions.render import HTMLExporter
from accord.engines import Engine
from accord.errors import ParameterError
from accord.model import Findings, Setting
from accord.parameters import Parameters
from accord.study import rendering, report
from accord.study.flow import folder, given_settings, kept, recipe
from accord.study.publishing import Order

_HEADLINE = (
    ("Shared numbers", "multi_source"),
    ("of which agree", "agreeing"),
    ("of which corroborated", "corroborated"),
    ("in dispute", "disputed"),
    ("Stated once", "single_source"),
)
_MOST = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Swept:
    """One variation: what was set, and how each fact of the base stands under it.

    `verdicts` maps the ids of the base's shared facts to words; `counts` are the headline's.
    """

    name: str
    counts: tuple[int, ...]
    verdicts: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sweep:
    """The base study and its variations, in the order they were asked for."""

    base: Findings
    runs: tuple[Swept, ...]

    @property
    def moved(self) -> tuple[str, ...]:
        """Shared facts of the base whose verdict is not the same under every variation."""
        first = self.runs[0].verdicts
        return tuple(i for i in first if len({run.verdicts[i] for run in self.runs}) > 1)


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
        found = run(order.given, variations, engine, order.tell)
        html = report.exported(HTMLExporter, page(found), rendering.read().html)
        report.write(folder / "sweep.html", html)
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


def page(sweep: Sweep) -> NotebookNode:
    """The sweep as a notebook of parts, for any of the exporters."""
    cells = [
        v4.new_code_cell("", outputs=[v4.new_output("display_data", data=part.bundle())])
        for part in parts(sweep)
    ]
    title = parts(sweep)[0].title
    made: NotebookNode = v4.new_notebook(cells=cells, metadata={"title": title, "lang": "en"})
    return made


def parts(sweep: Sweep) -> tuple[Section, Table, Table]:
    """What moves, as parts."""
    return _opening(sweep), _headline(sweep), _verdicts(sweep)


def _shared(findings: Findings) -> tuple[str, ...]:
    return (*findings.summary.multi_source, *findings.summary.beyond_numbers)


def _vary(shared: Mapping[str, tuple[str, ...]], given: Parameters) -> Swept:
    return _swept("", kept(given, given_settings(given, {})), shared)


def _swept(name: str, findings: Findings, shared: Mapping[str, tuple[str, ...]]) -> Swept:
    return Swept(
        name=name,
        counts=tuple(len(getattr(findings.summary, field)) for _, field in _HEADLINE),
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


def _opening(sweep: Sweep) -> Section:
    moved, shared = len(sweep.moved), len(sweep.runs[0].verdicts)
    verb = "moves" if moved == 1 else "move"
    number = words.sentence(words.count(moved)) if moved else "None"
    return Section(
        key="sweep",
        menu="Sweep",
        title=f"{number} of {words.counted(shared, 'verdict')} {verb}",
        subtitle=f"{words.sentence(words.counted(len(sweep.runs) - 1, 'variation'))} of one study. "
        "What does not move is robust to these choices.",
    )


def _headline(sweep: Sweep) -> Table:
    rows = [((Run(run.name),), *((Run(str(count)),) for count in run.counts)) for run in sweep.runs]
    return Table(
        name="headline",
        title="The headline under each variation",
        columns=("Variation", *(label for label, _ in _HEADLINE)),
        align=("left", *("right" for _ in _HEADLINE)),
        rows=tuple(rows),
    )


def _verdicts(sweep: Sweep) -> Table:
    base = sweep.runs[0].verdicts
    names = sides.shorts(sweep.base)
    facts = [*sweep.moved, *(i for i in base if i not in sweep.moved)]
    return Table(
        name="verdicts",
        title="Each shared fact under each variation, those that move first",
        columns=("Fact", *(_short(run.name, names) for run in sweep.runs)),
        align=("left", *("left" for _ in sweep.runs)),
        rows=tuple(
            (
                (Run(words.sentence(sweep.base.fact[i].label)),),
                *(_cell(run.verdicts[i], base[i]) for run in sweep.runs),
            )
            for i in facts
        ),
        note="Words in bold differ from the study as given.",
    )


def _cell(verdict: str, as_given: str) -> tuple[Run, ...]:
    return (Run(verdict, style="" if verdict == as_given else "strong"),)


def _short(name: str, names: Mapping[str, str]) -> str:
    for file, short in names.items():
        name = name.replace(file, short)
    return name
