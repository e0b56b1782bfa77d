"""Measure a report: the size of its page, a search in Chromium with its layout, the PDF's compile.

    python -m bench.report EDITION [--runs N]

EDITION is the folder of an edition or of a run. CPU time is printed beside wall time, since the
second grows with everything else that the machine does.
"""

from __future__ import annotations

import argparse
import shutil
import statistics
import sys
import time
from collections.abc import Iterator, Mapping
from multiprocessing import get_context
from pathlib import Path
from typing import Any

import nbformat
from playwright.sync_api import CDPSession, Page, sync_playwright

from accord.editions import order, settling
from accord.editions.render import pdf, typst
from accord.editions.render.document import read as _document

WORDS = ("a", "", "the", "", "port", "", "2024", "")
TYPED = """words => {
    const field = document.querySelector("[data-filter=q]");
    field.value = words;
    field.dispatchEvent(new Event("input"));
    return document.documentElement.offsetHeight;
}"""
TASKS = ("ScriptDuration", "RecalcStyleDuration", "LayoutDuration")


def main() -> None:
    """Print one line for each thing measured."""
    options = _options()
    page = options.edition / "report.html"
    print(f"page {page.stat().st_size / 1e6:.2f} MB")  # noqa: T201 - the lines are the output
    for line in (*_searches(page, options.runs), _compiled(options.edition, options.runs)):
        print(line)  # noqa: T201


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="bench.report", description=__doc__.splitlines()[0])
    parser.add_argument("edition", type=Path)
    parser.add_argument("--runs", type=int, default=5)
    options = parser.parse_args()
    if not (options.edition / "report.html").is_file():
        sys.exit(f"{options.edition} holds no report.html; name the folder of an edition.")
    return options


def _searches(file: Path, runs: int) -> Iterator[str]:
    """The CPU time of the page's thread, and the wall time, from a key to the new layout."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox", "--disable-gpu"]
        )
        page = browser.new_page(viewport={"width": 1280, "height": 820})
        page.goto(file.resolve().as_uri())
        page.wait_for_timeout(1000)
        if not page.locator("[data-filter=q]").count():
            yield "search: this page has none"
            return
        session = page.context.new_cdp_session(page)
        session.send("Performance.enable", {"timeDomain": "threadTicks"})
        taken = [_typed(page, session, words) for _ in range(runs) for words in WORDS]
        browser.close()
    for name, times in zip(("CPU", "wall"), zip(*taken, strict=True), strict=True):
        yield f"search with layout, {name}: {_told(times)} ms over {len(times)} searches"


def _typed(page: Page, session: CDPSession, words: str) -> tuple[float, float]:
    before, start = _spent(session), time.perf_counter()
    page.evaluate(TYPED, words)
    wall = time.perf_counter() - start
    return (_spent(session) - before) * 1000, wall * 1000


def _spent(session: CDPSession) -> float:
    found: list[dict[str, Any]] = session.send("Performance.getMetrics")["metrics"]
    return sum(float(metric["value"]) for metric in found if metric["name"] in TASKS)


def _compiled(edition: Path, runs: int) -> str:
    """The compile of the edition's notebooks as one PDF, each in a process of its own."""
    files = sorted((edition / "notebooks").glob("*.ipynb"))
    read = [nbformat.read(file, as_version=4) for file in files]
    document = _document(order.arrange(settling.join(read, title="Report", lang="en")))
    content = typst.content(document, title="Report", lang="en", toc=True)
    with get_context("spawn").Pool(1, maxtasksperchild=1) as fresh:
        wall, cpu, sizes = zip(*fresh.map(_cold, [content] * runs, chunksize=1), strict=True)
    size = f"{sizes[0] / 1e6:.2f} MB"
    return f"PDF {size}, compile: wall {_told(wall)} s, CPU {_told(cpu)} s, {runs} processes"


def _cold(content: Mapping[str, Any]) -> tuple[float, float, int]:
    """Seconds of one compile, by the wall and of the CPU, and the bytes that it made."""
    wall, cpu = time.perf_counter(), time.process_time()
    made = pdf.compiled(content)
    return time.perf_counter() - wall, time.process_time() - cpu, len(made)


def _told(times: Any) -> str:
    return f"median {statistics.median(times):.2f}, longest {max(times):.2f}"


if __name__ == "__main__":
    main()
