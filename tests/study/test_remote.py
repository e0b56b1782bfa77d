"""A corpus at an fsspec address: the same findings as from a folder, and no address in them."""

import json
import sys
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accord import parameters
from accord.errors import CorpusError
from accord.model import lines
from accord.sources import remote
from accord.study import flow, publishing, starters
from accord.study.order import Order

fsspec = pytest.importorskip("fsspec")
TEXTS = {
    "a.txt": b"The Alder bridge cost $4 million in 2031.\n",
    "deep/er/b.md": b"The Alder bridge cost 4 million dollars in 2031.\n",
    "sources.toml": b'[[source]]\nfile = "a.txt"\noutlet = "Gazette"\n',
    "film.mp4": b"\x00" * 4000,
    "long.txt": b"long " * 2000,
}
ADDRESS = "memory://secret-host/vault/news"


@pytest.fixture(autouse=True)
def _store(tmp_path, monkeypatch):
    monkeypatch.setenv("ACCORD_STORE", str(tmp_path / "store"))


@pytest.fixture
def memory():
    """`put(files)` writes them below the address; all is gone afterwards."""
    system = fsspec.filesystem("memory")

    def put(files, address=ADDRESS):
        for name, content in files.items():
            system.pipe(f"{address}/{name}" if name else address, content)

    yield put
    system.store.clear()
    system.pseudo_dirs[:] = [""]


def studied(corpus, out, **more):
    given = parameters.check({"corpus": corpus, "largest_text": 5000, **more})
    order = Order(given=given, origins={}, out=out, tell=lambda _: None)
    publishing.data(order, flow.here)
    return {path.name: path.read_bytes() for path in out.iterdir() if path.name != "run.json"}


def put_here(folder, files=None):
    for name, content in (files or TEXTS).items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(content)
    return folder


def records(written):
    return {name: content for name, content in written.items() if name != "manifest.json"}


def test_a_corpus_at_an_address_gives_the_same_records_as_a_folder(memory, tmp_path):
    memory(TEXTS)
    there = studied(ADDRESS, tmp_path / "there")
    here = studied(str(put_here(tmp_path / "news")), tmp_path / "here")

    assert records(there) == records(here)
    assert b"has 10,000 bytes" in there["sources.jsonl"]
    assert b'"outlet": "Gazette"' in there["sources.jsonl"]


def test_an_edition_holds_no_host_and_no_path_of_the_address(memory, tmp_path):
    memory(TEXTS)
    written = studied(ADDRESS, tmp_path / "out")
    told = json.loads(written["manifest.json"])["parameters"]["corpus"]["value"]

    assert told == "news"
    assert [name for name, content in written.items() if b"secret-host" in content] == []
    assert [name for name, content in written.items() if b"vault" in content] == []


def test_what_did_not_change_there_is_fetched_once(memory, tmp_path, monkeypatch):
    memory(TEXTS)
    first = studied(ADDRESS, tmp_path / "first")
    with monkeypatch.context() as patch:
        patch.setattr(remote, "fetch", pytest.fail)
        again = studied(ADDRESS, tmp_path / "again")
    memory({"a.txt": b"The Alder bridge cost $5 million in 2031.\n"})
    changed = studied(ADDRESS, tmp_path / "changed")

    assert first == again
    assert changed["claims.jsonl"] != first["claims.jsonl"]


def test_a_table_at_an_address_is_read_as_one_that_lies_here(memory, tmp_path):
    row = b'{"id": "a", "text": "Wool rose 12% in 2031."}\n'
    memory({"": row}, "memory://host/news.jsonl")
    there = studied("memory://host/news.jsonl", tmp_path / "there")
    (tmp_path / "news.jsonl").write_bytes(row)

    assert records(there) == records(studied(str(tmp_path / "news.jsonl"), tmp_path / "here"))


def test_of_what_accord_will_refuse_nothing_is_fetched(memory, tmp_path, monkeypatch):
    memory(TEXTS | {"table.jsonl": b"{}\n", "deep/codebook.toml": b"x" * 1_000_001})
    fetched = []
    system = type(fsspec.filesystem("memory"))
    get = system.get_file
    monkeypatch.setattr(
        system, "get_file", lambda *given, **more: (fetched.append(given[1]), get(*given, **more))
    )
    written = studied(ADDRESS, tmp_path / "out")

    assert sorted(path.rpartition("/")[2] for path in fetched) == ["a.txt", "b.md", "sources.toml"]
    assert b"table.jsonl is a table" in written["sources.jsonl"]


def test_texts_in_an_archive_are_read_without_leaving_it(tmp_path):
    with zipfile.ZipFile(tmp_path / "news.zip", "w") as archive:
        archive.writestr("news/a.txt", TEXTS["a.txt"])
        archive.writestr("news/../../out.txt", b"Out there stood 77 tons.\n")
    with pytest.raises(CorpusError, match="rename it there"):
        studied(f"zip://news::{tmp_path}/news.zip", tmp_path / "out")

    assert not (tmp_path / "out.txt").exists()


def test_a_folder_named_as_an_address_of_this_machine_is_that_folder(tmp_path):
    folder = put_here(tmp_path / "news")
    (folder / "link.txt").symlink_to("/etc/hostname")

    assert studied(f"file://{folder}", tmp_path / "a") == studied(str(folder), tmp_path / "b")
    assert b"link that leaves" in (tmp_path / "a" / "sources.jsonl").read_bytes()


def test_a_connection_that_is_lost_leaves_nothing_half_fetched(memory, tmp_path, monkeypatch):
    memory(TEXTS)
    calls = []

    def lost(self, there, here, **_):
        calls.append(there)
        if len(calls) > 1:
            raise ConnectionResetError("reset by https://user:word@host/?key=1")
        fsspec.AbstractFileSystem.get_file(self, there, here)

    with monkeypatch.context() as patch:
        patch.setattr(type(fsspec.filesystem("memory")), "get_file", lost)
        with pytest.raises(CorpusError, match="Check the address, the network") as told:
            studied(ADDRESS, tmp_path / "out")

    assert "word" not in str(told.value)
    assert "key=1" not in str(told.value)
    assert not (tmp_path / "out").exists()
    assert studied(ADDRESS, tmp_path / "out")["claims.jsonl"]


WRONG = {
    "memory://nowhere": "name a folder or a table",
    "klingon://x/y": "Check the address",
    "s3://bucket/news": "Install",
}


@pytest.mark.parametrize("address", WRONG)
def test_an_address_that_cannot_be_read_is_said_with_its_repair(address, tmp_path):
    with pytest.raises(CorpusError, match=WRONG[address]):
        studied(address, tmp_path / "out")


def test_starters_are_not_written_where_accord_only_reads(memory):
    memory(TEXTS)

    with pytest.raises(CorpusError, match="copy the texts to a folder"):
        starters.put(parameters.check({"corpus": ADDRESS}))


def test_without_the_extra_the_message_says_how_to_get_it(monkeypatch, tmp_path):
    monkeypatch.setitem(sys.modules, "fsspec.core", None)

    with pytest.raises(CorpusError, match=r"accord\[remote\]"):
        studied(ADDRESS, tmp_path / "out")


NAMES = {
    "s3://bucket/news/": "news",
    "https://user:word@host/a/news.jsonl?token=1#x": "news.jsonl",
    "zip://inner/news::s3://bucket/a.zip": "news",
    "memory://": "corpus",
    "s3://bucket": "corpus",
    "memory://news.jsonl": "corpus.jsonl",
    "https://host/": "corpus",
    "ftp://host/..": "corpus",
}


@pytest.mark.parametrize("address", NAMES)
def test_an_address_goes_by_its_last_part(address):
    assert remote.name(address) == NAMES[address]


@given(st.text())
def test_the_name_of_any_address_is_a_plain_name(address):
    name = remote.name(f"memory://{address}")

    assert name
    assert not {"/", "\\", "\0", "@", "?"} & {*name}
    assert not name.startswith(".")


def test_a_path_is_no_address():
    for path in ("seeds", "/a/b", "C:/news", "./s3:/x", "~/news", "file:///tmp/x", "a b/c"):
        assert not remote.is_address(path)


def test_lines_of_a_study_at_an_address_can_be_asked_for_from_python(memory):
    memory(TEXTS)
    found = flow.find(parameters.check({"corpus": ADDRESS}))

    assert [claim.text for claim in found.claims][:1] == ["$4 million"]
    assert lines.plain(found.summary.claims)
