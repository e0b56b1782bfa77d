"""Measure the reading of quantities, print what was won and lost, and write the table.

    python -m bench [--shared DIR] [--peer PYTHON] [--keep]

`--keep` stores this run as the one to compare with (last.json: ids and marks, no text).
"""

from __future__ import annotations

import argparse
import datetime as dt
import importlib.util
import json
import platform
import sys
from collections.abc import Callable
from functools import partial
from importlib.metadata import version
from pathlib import Path
from types import ModuleType
from typing import Any

from accord import quantities, sources
from accord.model import Source
from accord.parameters import Parameters
from bench import adapter, speed

HERE = Path(__file__).parent
SETS = (
    "newsquant", "challenge", "specs-currency", "specs-dimension", "specs-age", "specs-percent",
    "specs-temperature", "specs-number", "specs-range", "rtext-currency", "rtext-dimension",
)  # fmt: skip
SOUGHT = {
    "newsquant": "value 92.0, +unit 85.6, +change 88.1",
    "challenge": "+unit 90",
    "specs-currency": "recall +unit 85",
    "specs-dimension": "recall +unit 85",
}
LEVELS = ("value", "value+unit", "value+change")
Marks = dict[str, str]
Test = Callable[[ModuleType, dict[str, Any], dict[str, Any]], bool]
_TESTS: dict[str, Test] = {
    "v": lambda _, __, ___: True,
    "u": lambda _, gold, ours: ours["u"] in gold["us"],
    "c": lambda tool, gold, ours: tool.chg(gold, ours),
}


def main() -> None:
    """Run every set and print the table."""
    options = _options()
    names = ("score_quantities", "score_corpus")
    tools = {name: _load(options.shared / "bench", name) for name in names}
    parameters = Parameters()
    marks: dict[str, Marks] = {}
    rows = [
        "| set | quantities | value F1 (R) | value+unit F1 (R) | value+change F1 | sought |",
        "|---|---|---|---|---|---|",
    ]
    for name in SETS:
        row, marks[name] = _sentences(tools["score_quantities"], options.shared, name, parameters)
        rows.append(row)
    rows += [
        "",
        "| story | core | found | value | interval | unit | precision |",
        "|---|---|---|---|---|---|---|",
    ]
    for folder, gold in _stories(options.shared):
        row, marks[folder.name] = _story(tools["score_corpus"], folder, gold, parameters)
        rows.append(row)
    rows += ["", *_speeds(options)]
    _compare(marks)
    text = _head() + "\n".join(rows) + "\n"
    print(text)  # noqa: T201 - the table is this command's output
    if options.keep:
        (HERE / "RESULTS.md").write_text(text, encoding="utf-8")
        (HERE / "last.json").write_text(
            json.dumps(marks, indent=0, sort_keys=True) + "\n", encoding="utf-8"
        )


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="bench", description=__doc__.splitlines()[0])
    parser.add_argument("--shared", type=Path, default=HERE.parent.parent / "shared")
    parser.add_argument("--peer", default="python3", help="a Python that has quantulum3")
    parser.add_argument("--keep", action="store_true")
    options = parser.parse_args()
    if not (options.shared / "bench").is_dir():
        sys.exit(f"{options.shared} holds no bench/; say where it is with --shared DIR")
    return options


def _load(folder: Path, name: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(name, folder / f"{name}.py")
    if spec is None or spec.loader is None:
        sys.exit(f"{folder}/{name}.py cannot be loaded; say where it is with --shared DIR")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _head() -> str:
    today = dt.datetime.now(tz=dt.UTC).date()
    return (
        f"# Reading quantities, measured\n\n{today}, accord {version('accord')}, "
        f"Python {platform.python_version()}; "
        "`make bench`; `python -m bench --keep` keeps a run.\n\n"
    )


def _sentences(
    tool: ModuleType, shared: Path, name: str, parameters: Parameters
) -> tuple[str, Marks]:
    gold = tool.load(shared / f"bench/quantities/{name}.jsonl")
    found = {}
    for key, record in gold.items():
        source = Source(file=key, sha256="", text=record["text"])
        reading = quantities.find(source, parameters)
        found[key] = {"id": key, "quantities": adapter.for_sentence(source, reading, name)}
    scores = tool.score(gold, found)
    count = sum(len(record["quantities"]) for record in gold.values())
    cells = [_cell(scores.get(level)) for level in LEVELS]
    return f"| {name} | {count} | {' | '.join(cells)} | {SOUGHT.get(name, '')} |", _marks(
        tool, gold, found
    )


def _cell(score: dict[str, Any] | None) -> str:
    return f"{score['F1']} ({score['R']})" if score else ""


def _marks(tool: ModuleType, gold: dict[str, Any], found: dict[str, Any]) -> Marks:
    """For each gold quantity the letters of what was right: v value, u unit, c change."""
    made: Marks = {}
    for key, record in gold.items():
        wanted = [tool.prep(q) for q in record["quantities"]]
        given = [tool.prep(q) for q in found[key]["quantities"]]
        for letter, test in _TESTS.items():
            right = partial(_both, tool, test, (wanted, given))
            for place in tool.matching(len(wanted), len(given), right)[1]:
                made[f"{key}#{place}"] = made.get(f"{key}#{place}", "") + letter
    return made


def _both(tool: ModuleType, test: Test, rows: tuple[list[Any], list[Any]], a: int, b: int) -> bool:
    gold, ours = rows[0][a], rows[1][b]
    return tool.veq(gold["v"], ours["v"]) and test(tool, gold, ours)


def _stories(shared: Path) -> list[tuple[Path, Path]]:
    stories = [(p.parent, p) for p in sorted((shared / "bench/corpora").glob("*/gold.json"))]
    return [(HERE.parent / "seeds", shared / "gold/seeds_mentions.json"), *stories]


def _story(tool: ModuleType, folder: Path, gold: Path, parameters: Parameters) -> tuple[str, Marks]:
    known = json.loads(gold.read_text(encoding="utf-8"))
    mentions = []
    for source in sources.read(folder, parameters).sources:
        mentions += adapter.for_corpus(source, quantities.find(source, parameters))
    score = tool.score(known, {"mentions": mentions})
    core = score["core"]
    shares = [f"{core[part] / core['n']:.3f}" for part in ("found", "value", "interval", "unit")]
    row = f"| {folder.name} | {core['n']} | {' | '.join(shares)} | {score['precision']} |"
    return row, _story_marks(tool, known, mentions)


def _story_marks(tool: ModuleType, known: dict[str, Any], mentions: list[dict[str, Any]]) -> Marks:
    made: Marks = {}
    for mention in known["mentions"]:
        found = max(mentions, key=lambda m, g=mention: tool.ov(g, m), default=None)
        if mention["tier"] == "optional" or found is None or not tool.ov(mention, found):
            continue
        value = all(tool.close(mention[k], found[k], 0.005) for k in ("value_low", "value_high"))
        bounds = all(tool.close(mention[k], found[k], 0.01) for k in ("low", "high"))
        flags = (("f", True), ("v", value), ("i", bounds), ("u", mention["unit"] == found["unit"]))
        made[mention["id"]] = "".join(letter for letter, right in flags if right)
    return made


def _speeds(options: argparse.Namespace) -> list[str]:
    texts = speed.articles(options.shared, 1500)
    alone, cut = speed.ours(texts)
    rows = [
        "| reader | characters a CPU second, one process, distinct Reuters articles |",
        "|---|---|",
    ]
    rows += [f"| quantities.find | {alone:,.0f} |", f"| with cutting of sentences | {cut:,.0f} |"]
    peer = speed.peer(options.peer, texts[:60])
    if peer:
        rows.append(f"| quantulum3, the first 60 of the same | {peer:,.0f} |")
        rows.append(f"| times faster | {cut / peer:.1f} |")
    return rows


def _compare(marks: dict[str, Marks]) -> None:
    last = HERE / "last.json"
    if not last.is_file():
        return
    before: dict[str, Marks] = json.loads(last.read_text(encoding="utf-8"))
    for name, now in marks.items():
        then = before.get(name, {})
        for key in sorted(now.keys() | then.keys()):
            won, lost = (
                "".join(sorted(set(a.get(key, "")) - set(b.get(key, ""))))
                for a, b in ((now, then), (then, now))
            )
            if won or lost:
                print(f"{name} {key}: won {won or '-'}, lost {lost or '-'}")  # noqa: T201 - the same


if __name__ == "__main__":
    main()
