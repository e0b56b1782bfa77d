"""A study in parts: the same bytes on every engine, and nothing lost when it is killed."""

import hashlib
import os
import signal
import subprocess
import sys
import time
from collections import Counter
from concurrent.futures import ProcessPoolExecutor
from contextlib import suppress
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

import pytest
from pyarrow import parquet

from accord import engines, facts, parameters, project, sources
from accord.model import Claim, Codebook, Interval, SetAside, Source, lines
from accord.study import columns, exchange, flow, parts, statements


@dataclass(frozen=True, slots=True)
class Ends:
    value: Interval | None
    interval: Interval | None


TOWNS = ("Alder", "Birch", "Cedar", "Dover", "Elm")


@pytest.fixture
def corpus(tmp_path, monkeypatch):
    """A folder of forty small texts, read in parts of four, with a store of its own."""
    folder = tmp_path / "news"
    folder.mkdir()
    for number in range(40):
        town = TOWNS[number % 5]
        text = (
            f"The {town} bridge cost ${3 + number % 5} million, the council of {town} said. "
            f"It took about {20 + number} months and employed {100 + number % 5} workers.\n"
        )
        (folder / f"{number:02}.txt").write_text(text)
    (folder / "99.txt").write_text((folder / "00.txt").read_text())
    (folder / "98.pdf").write_bytes(b"%PDF-")
    monkeypatch.setenv("ACCORD_STORE", str(tmp_path / "store"))
    monkeypatch.setattr(parts, "SIZE", 4)
    return folder


def given_for(folder):
    return parameters.check({"corpus": str(folder)})


def study(folder, target, engine=engines.here, *, keep=False):
    """The digest of every file that a study writes."""
    given = given_for(folder)
    settings = flow.given_settings(given, {})
    laid = flow.lay(given, settings) if keep else None
    lines.write(flow.find(given, engine, laid), target)
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in target.iterdir()}


def test_any_engine_and_number_of_workers_give_the_same_bytes(corpus, tmp_path):
    here = study(corpus, tmp_path / "here")
    two = study(corpus, tmp_path / "two", engines.Cores(2), keep=True)
    again = study(corpus, tmp_path / "again", engines.Cores(3), keep=True)

    assert here == two == again


def test_so_few_texts_as_stand_in_one_part_start_no_process(corpus, tmp_path, monkeypatch):
    monkeypatch.setattr(parts, "SIZE", 100)
    monkeypatch.setattr(ProcessPoolExecutor, "submit", lambda *_: pytest.fail("it is not alone"))

    assert study(corpus, tmp_path / "two", engines.Cores(2)) == study(corpus, tmp_path / "here")


def test_what_is_kept_is_not_read_again(corpus, tmp_path, monkeypatch):
    first = study(corpus, tmp_path / "first", keep=True)
    monkeypatch.setattr(sources, "open_text", pytest.fail)

    assert study(corpus, tmp_path / "second", keep=True) == first


def test_a_block_that_was_matched_is_kept_whatever_comes_after_it(corpus, tmp_path, monkeypatch):
    study(corpus, tmp_path / "first", keep=True)
    monkeypatch.setattr(facts, "match", pytest.fail)
    given = parameters.check({"corpus": str(corpus), "minimum_sources": 3, "link_claims": 3})
    settings = flow.given_settings(given, {})

    assert flow.find(given, laid=flow.lay(given, settings)).alignment.facts


def test_matching_that_was_stopped_goes_on_where_it_stood(corpus, tmp_path, monkeypatch):
    match, done, stop = facts.match, [], {2}

    def stopping(told, claims):
        done.append(match(told, claims))
        if len(done) in stop:
            raise ConnectionError
        return done[-1]

    monkeypatch.setattr(facts, "match", stopping)
    with pytest.raises(ConnectionError):
        study(corpus, tmp_path / "stopped", keep=True)
    kept = _matched()
    stop.clear()
    again = study(corpus, tmp_path / "again", keep=True)

    assert kept == 1
    assert _matched() == len(done) - 1
    assert again == study(corpus, tmp_path / "plain")


def test_a_changed_text_is_read_again(corpus, tmp_path):
    study(corpus, tmp_path / "first", keep=True)
    (corpus / "05.txt").write_text("The Alder bridge cost $9 million.\n")

    assert study(corpus, tmp_path / "second", keep=True) == study(corpus, tmp_path / "plain")


def test_packed_records_come_back_as_they_were(corpus):
    given = given_for(corpus)
    opened = sources.read(corpus, given).sources
    how = statements.Reading(given=given, codebook=Codebook())
    stated = [c for s in opened if s.text for c in statements.statement(how, s).claims]
    back = columns.unpacked(columns.packed([opened], Source), Source, {})

    assert columns.unpacked(columns.packed([stated], Claim), Claim, {}) == stated
    assert columns.unpacked(columns.packed([[]], Claim), Claim, {}) == []
    assert [(s.file, s.text, s.sentences, tuple(s.wording)) for s in back] == [
        (s.file, s.text, s.sentences, tuple(s.wording)) for s in opened
    ]


def test_amounts_come_back_as_they_are_written():
    ends = (("1.0", "1.00"), ("1", "1"), ("1.00", "1.0"))
    written = [Ends(value=Interval(*map(Decimal, pair)), interval=None) for pair in ends]
    back = columns.unpacked(columns.packed([written], Ends), Ends, {})

    assert [(str(one.value.low), str(one.value.high)) for one in back] == [*ends]
    assert back == written


def test_half_a_character_comes_back():
    plain, halves = (Source(file=name, sha256="", text=f"{name} it") for name in ("a", "\ud83d"))
    back = columns.unpacked(columns.packed([[plain], [halves]], Source), Source, {})

    assert [(s.file, s.text) for s in back] == [("a", "a it"), ("\ud83d", "\ud83d it")]


def test_the_wanted_records_of_many_tables_come_back_in_their_order():
    def named(*texts):
        return [SetAside(source="", start=n, end=n, text=t, reason="") for n, t in enumerate(texts)]

    one = columns.packed([named("a", "a"), named("b"), named("c", "b", "a")], SetAside, by="text")
    half = columns.packed([named("\ud83d", "a"), named("\ud83d")], SetAside, by="text")
    back = columns.select([one, half, one], SetAside, "text", {"a", "\ud83d"})
    found = [(aside.text, aside.start) for aside in back]

    assert found[:3] == [("a", 0), ("a", 1), ("a", 2)]
    assert found[3:6] == [("\ud83d", 0), ("a", 1), ("\ud83d", 0)]
    assert found[6:] == found[:3]


def test_any_reader_of_parquet_can_ask_a_kept_part(corpus, tmp_path):
    study(corpus, tmp_path / "out", keep=True)
    (path, *_) = sorted(Path(project.find().store).glob("*/*/claims.parquet"))
    rows = parquet.read_table(path).to_pylist()

    assert {row["unit"] for row in rows} == {"USD", "mo", "{person}"}
    assert Decimal(rows[0]["value"]["low"]) == int(rows[0]["text"][1]) * 10**6


def test_a_unit_longer_than_any_file_name_is_packed_like_another(tmp_path, monkeypatch):
    (tmp_path / "news").mkdir()
    for name in ("a.txt", "b.txt"):
        text = f"{name}: entry to the park costs $5 per {'a' * 70_000}.\n"
        (tmp_path / "news" / name).write_text(text)
    monkeypatch.setenv("ACCORD_STORE", str(tmp_path / "store"))
    given = given_for(tmp_path / "news")

    (fact,) = (f for f in flow.find(given).alignment.facts if f.unit and "aaa" in f.unit)
    assert fact.sources == ("a.txt", "b.txt")


SLOW = """
import sys, time
from accord import engines
from accord.study import parts
from accord.study import publishing
from accord.study.order import Order
from accord.parameters import check
parts.SIZE = 4
opened = parts.sources.open_text
def slowly(entry):
    time.sleep(0.05)
    return opened(entry)
parts.sources.open_text = slowly
given = check({"corpus": sys.argv[1]})
order = Order(given=given, origins={}, out=parts.Path(sys.argv[2]))
publishing.data(order, engines.here)
"""


@pytest.mark.slow
def test_a_killed_study_resumes_with_nothing_lost_and_nothing_twice(corpus, tmp_path):
    out = tmp_path / "out"
    command = [sys.executable, "-c", SLOW, str(corpus), str(out)]
    with subprocess.Popen(command, start_new_session=True) as process:
        while len(_kept()) < 3:
            assert process.poll() is None
            time.sleep(0.02)
        os.killpg(process.pid, signal.SIGKILL)
    before = _kept()
    done = subprocess.run(command, check=False, capture_output=True)
    after = _kept()

    assert not out.exists() or done.returncode == 0
    assert 3 <= len(before) < 11
    assert {path: after[path] for path in before} == before
    assert len(after) == 11
    study(corpus, tmp_path / "plain")
    assert (out / "claims.jsonl").read_bytes() == (tmp_path / "plain/claims.jsonl").read_bytes()
    ids = [row["id"] for row in lines.read_rows(out / "claims.jsonl")]
    assert max(Counter(ids).values()) == 1


@pytest.mark.slow
def test_a_study_whose_worker_is_killed_says_so_and_goes_on_where_it_stood(corpus, tmp_path):
    out = tmp_path / "out"
    command = [sys.executable, "-c", KILLED, str(corpus), str(out)]
    first = subprocess.run(command, check=False, capture_output=True, text=True)
    before, half = _kept(), out.exists()
    study(corpus, tmp_path / "plain")
    again = study(corpus, tmp_path / "again", engines.Cores(2), keep=True)
    after = _kept()

    assert "a worker process was killed" in first.stderr
    assert not half
    assert 0 < len(before) < 11
    assert {path: after[path] for path in before} == before
    assert len(after) == 11
    assert again == study(corpus, tmp_path / "plain2")


KILLED = """
import contextlib, sys
from accord import engines, parameters
from accord.study import parts, publishing
from accord.study.order import Order
import multiprocessing
parts.SIZE = 4
class Killing:
    def __init__(self, engine):
        self.engine = engine
    def map(self, function, over):
        for number, one in enumerate(self.engine.map(function, over)):
            if number == 0:
                for child in multiprocessing.active_children():
                    child.kill()
            yield one
    def warm(self, module):
        self.engine.warm(module)
    @contextlib.contextmanager
    def hired(self):
        with self.engine.hired() as workers:
            yield Killing(workers)
if __name__ == "__main__":
    given = parameters.check({"corpus": sys.argv[1]})
    order = Order(given=given, origins={}, out=parts.Path(sys.argv[2]))
    publishing.data(order, Killing(engines.Cores(2)))
"""


def _matched():
    return len(list(Path(project.find().store).glob(f"*/*/{exchange.NAME}")))


def _kept():
    """The opened parts in the store, each with the moment when it was written."""
    found = {}
    with suppress(FileNotFoundError):
        for path in Path(project.find().store).glob(f"*/*/{parts.NAME}"):
            found[path] = path.stat().st_mtime_ns
    return found
