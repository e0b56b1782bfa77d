"""The 48 hostile cases, made once; each studied once, by the command itself, under watch."""

from __future__ import annotations

import fcntl
import json
import os
import shutil
import signal
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from types import SimpleNamespace

import pytest

from accord.cli import main
from accord.study import publishing  # noqa: F401  # what importing does is not a case's deed

from .watching import SITE, Watch

SHARED = Path(__file__).resolve().parents[3] / "shared" / "hostile"
BESIDE = ("25_html_page", "26_markdown", "33_csv_formula", "34_html_injection")
BESIDE += ("35_template_injection", "45_control_chars")


def manifest():
    path = SHARED / "MANIFEST.json"
    return json.loads(path.read_text(encoding="utf-8"))["cases"] if path.is_file() else []


@dataclass(frozen=True)
class Studied:
    """One case after `accord study`: exit code, what was said, what was written and done."""

    told: dict
    folder: Path
    code: int
    said: str
    out: Path
    seconds: float
    called: list
    started: list
    written: list

    def rows(self, name):
        lines = (self.out / f"{name}.jsonl").read_text(encoding="utf-8").split("\n")[:-1]
        return [json.loads(line, parse_constant=_no_number) for line in lines]


def _no_number(word):
    message = f"{word} stands as a number"
    raise ValueError(message)


@pytest.fixture(scope="session")
def cases(tmp_path_factory):
    if not SHARED.is_dir():
        pytest.skip("the hostile inputs are not here: ../shared/hostile is absent")
    folder = tmp_path_factory.mktemp("hostile") / "cases"
    make = [sys.executable, str(SHARED / "make_hostile.py"), str(folder), "--small"]
    subprocess.run(make, check=True, capture_output=True)
    return folder


@pytest.fixture(scope="session")
def study(cases, tmp_path_factory):
    """`study(case)` runs the command in this process, stops it at the case's limit, runs once."""
    outs = tmp_path_factory.mktemp("studied")
    watch, done = Watch(), {}
    told = {case["case"]: case for case in manifest()}
    os.environ["ACCORD_STORE"] = str(outs / "store")
    signal.signal(signal.SIGALRM, _stop)

    def run(case, capture):
        if case not in done:
            done[case] = _study(told[case], cases, outs, watch, capture)
        return done[case]

    yield run
    del os.environ["ACCORD_STORE"]


_BUSY = 10  # times longer that a busy machine may take by the clock


class LateError(Exception):
    """A case took longer than its manifest allows."""


def _stop(*_):
    raise LateError


def _study(told, cases, outs, watch, capture):
    folder, out = cases / told["case"], outs / told["case"]
    began = time.process_time()
    signal.alarm(_BUSY * told["limit_s"])  # ends what waits for ever; its work is measured below
    try:
        with watch, pytest.raises(SystemExit) as left:
            main(["study", str(folder), "--out", str(out)])
    finally:
        signal.alarm(0)
    return Studied(
        told=told,
        folder=folder,
        code=left.value.code,
        said="".join(capture.readouterr()),
        out=out,
        seconds=time.process_time() - began,
        called=watch.called,
        started=watch.started,
        written=watch.written,
    )


@pytest.fixture(scope="session")
def rendered(cases, tmp_path_factory, worker_id):
    """The whole report on one corpus of every rendered case, with its log of forbidden deeds.

    Where tests run on every core, the first worker makes it and the others wait for it.
    """
    base = tmp_path_factory.getbasetemp()
    top = (base if worker_id == "master" else base.parent) / "rendered"
    top.mkdir(exist_ok=True)
    with (top / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not (top / "done.json").exists():
            (top / "done.json").write_text(json.dumps(_rendered(cases, top)))
    return SimpleNamespace(top=top, out=top / "out", **json.loads((top / "done.json").read_text()))


def _rendered(cases, top):
    corpus = _together(cases, top / "corpus")
    (top / "site").mkdir()
    (top / "site" / "sitecustomize.py").write_text(SITE)
    before = _listed(corpus)
    environment = {
        "ACCORD_STORE": str(top / "store"),
        "PYTHONPATH": str(top / "site"),
        "HOSTILE_LOG": str(top / "log"),
    }
    command = [sys.executable, "-c", "from accord.cli import main; main()", "run"]
    done = subprocess.run(
        [*command, str(corpus), "--out", str(top / "out")],
        cwd=top, env={**os.environ, **environment}, capture_output=True, text=True, check=False,
    )  # fmt: skip
    log = (top / "log").read_text() if (top / "log").exists() else ""
    said = done.stdout + done.stderr
    return {"code": done.returncode, "said": said, "log": log, "same": _listed(corpus) == before}


def _listed(folder):
    return [(str(p), p.lstat().st_size, p.lstat().st_mtime_ns) for p in sorted(folder.rglob("*"))]


def _together(cases, corpus):
    """One corpus: the strings of 37, the entries of 36, the texts of the others below it.

    The hard names hold one sentence each of their own, so that none is a copy of another.
    """
    shutil.copytree(cases / "37_sources_yaml_python_tag", corpus)
    with (corpus / "sources.toml").open("ab") as told:
        told.write((cases / "36_sources_yaml_traversal" / "sources.toml").read_bytes())
    for case in BESIDE:
        shutil.copytree(cases / case, corpus / case)
    (corpus / "hard").mkdir()
    for count, text in enumerate(sorted((cases / "32_hard_file_names").iterdir()), 1):
        more = f"Imports fell {count}% that year, officials said.\n".encode()
        (corpus / "hard" / text.name).write_bytes(text.read_bytes() + more)
    (corpus / "hard" / "red\x1b[31m\x01.txt").write_text("Imports fell 99% that year.\n")
    return corpus
