"""The page of a sweep: which verdicts and headline numbers move, and with what."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from nbformat import NotebookNode, v4

from accord.editions.pages import sides, words
from accord.editions.parts import Run, Section, Table
from accord.model import Findings

HEADLINE = (
    ("Shared numbers", "multi_source"),
    ("of which agree", "agreeing"),
    ("of which corroborated", "corroborated"),
    ("in dispute", "disputed"),
    ("Stated once", "single_source"),
)


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


def page(sweep: Sweep) -> NotebookNode:
    """The sweep as a notebook of parts, for any of the exporters."""
    cells = [
        v4.new_code_cell("", outputs=[v4.new_output("display_data", data=part.bundle())])
        for part in parts(sweep)
    ]
    title = _opening(sweep).title
    made: NotebookNode = v4.new_notebook(cells=cells, metadata={"title": title, "lang": "en"})
    return made


def parts(sweep: Sweep) -> tuple[Section | Table, ...]:
    """What moves, as parts: the finding first, then every number behind it."""
    moves = (_moves(sweep),) if sweep.moved else ()
    return _opening(sweep), *moves, _headline(sweep), _verdicts(sweep)


def _opening(sweep: Sweep) -> Section:
    say = words.of(sweep.base)
    moved, shared = len(sweep.moved), len(sweep.runs[0].verdicts)
    verb = "moves" if moved == 1 else "move"
    number = words.sentence(say.count(moved)) if moved else "None"
    held = words.sentence(say.counted(shared - moved, "other verdict" if moved else "verdict"))
    stands = "stands" if shared - moved == 1 else "stand"
    return Section(
        key="sweep",
        menu="Sweep",
        title=f"{number} of {say.counted(shared, 'verdict')} {verb}",
        subtitle=f"{words.sentence(say.counted(len(sweep.runs) - 1, 'variation'))} of one study. "
        f"{held} {stands} under all of them. {_ranges(sweep)}",
    )


def _ranges(sweep: Sweep) -> str:
    """The headline numbers that move, each with its range."""
    told = []
    for place, (label, _) in enumerate(HEADLINE):
        counts = [run.counts[place] for run in sweep.runs]
        if len({*counts}) > 1:
            name = label.removeprefix("of which ").lower()
            told.append(f"{name} {min(counts)} to {max(counts)} (as given {counts[0]})")
    return f"In numbers: {', '.join(told)}." if told else "No headline number moves."


def _moves(sweep: Sweep) -> Table:
    """Each verdict that moves: what it becomes, and under which variations."""
    rows: list[tuple[tuple[Run, ...], ...]] = []
    names = sides.shorts(sweep.base)
    for fact in sweep.moved:
        first = sweep.runs[0].verdicts[fact]
        becomes: dict[str, list[str]] = {}
        for run in sweep.runs:
            if run.verdicts[fact] != first:
                becomes.setdefault(run.verdicts[fact], []).append(_short(run.name, names))
        label = words.sentence(sweep.base.fact[fact].label)
        rows += [
            (
                (Run(label),),
                (Run(f"{first} → "), Run(verdict, style="strong")),
                (Run("; ".join(where)),),
            )
            for verdict, where in becomes.items()
        ]
    return Table(
        name="moves",
        title="What moves, and with what",
        columns=("Fact", "As given, and becomes", "Under"),
        align=("left", "left", "left"),
        rows=tuple(rows),
    )


def _headline(sweep: Sweep) -> Table:
    names = sides.shorts(sweep.base)
    rows = [
        ((Run(_short(run.name, names)),), *((Run(str(count)),) for count in run.counts))
        for run in sweep.runs
    ]
    return Table(
        name="headline",
        title="The headline under each variation",
        columns=("Variation", *(label for label, _ in HEADLINE)),
        align=("left", *("right" for _ in HEADLINE)),
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
