"""Starters: valid at once, without effect until edited, sound when all is switched on."""

import os
import re
import tomllib

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from accord import parameters, sources
from accord.errors import EditionError
from accord.model import lines
from accord.study import flow, starters

NAMES = ("sources.toml", "codebook.toml", "references.toml")
TEXTS = {
    "courier.txt": "Arlen has a tram again\n\nThe Arlen Line was opened on 3 March 2024. The "
    "Arlen Line cost about 40 million euros, the Wool Board said. The Arlen Line is 12 km long.\n",
    "herald.txt": "The tram cost 42 million euros, the Wool Board said. North Tramway was opened "
    "in March 2024. North Tramway is long and cost much, the Wool Board said.\n",
    "blog.md": "North Tramway: the tram line cost 55 million euros.\n\nIt has 7.5 miles of rail.\n",
    "journal.txt": "El precio de la lana subió un 12 % en el norte de la región, dijo la junta.\n",
    "new\nline.txt": 'The "Arlen" Line \\ was closed on 9 May 2023.\n',
}


@pytest.fixture
def folder(tmp_path):
    for name, text in TEXTS.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    (tmp_path / "empty.txt").touch()
    return tmp_path


def checked(folder):
    return parameters.check({"corpus": str(folder)})


def studied(folder, target):
    target.mkdir(parents=True)
    found = flow.find(checked(folder))
    lines.write(found, target)
    return found, {path.name: path.read_bytes() for path in target.iterdir()}


def switched_on(text):
    return re.sub(r'^#(?=[\w"\[])', "", text, flags=re.MULTILINE)


def test_starters_change_nothing_until_they_are_edited(folder, tmp_path_factory):
    out = tmp_path_factory.mktemp("out")
    _, before = studied(folder, out / "before")
    started = starters.put(checked(folder))
    found, after = studied(folder, out / "after")

    assert started.written == NAMES
    assert found.corpus.complaints == ()
    assert after == before


def test_everything_that_is_proposed_may_be_switched_on(folder):
    starters.put(checked(folder))
    for name in NAMES:
        path = folder / name
        path.write_text(switched_on(path.read_text("utf-8")), encoding="utf-8")
        tomllib.loads(path.read_text("utf-8"))
    corpus = flow.find(checked(folder)).corpus
    of_figures = [said for said in corpus.complaints if "references.toml" in said]

    assert list(corpus.complaints) == of_figures
    assert len(corpus.codebook.measures) > 0
    assert {s.date for s in corpus.sources} >= {"2024-03-03", "2023-05-09"}


def test_names_and_measures_are_proposed_with_the_sentences_that_speak_for_them(folder):
    starters.put(checked(folder))
    codebook = (folder / "codebook.toml").read_text("utf-8")

    assert '#"North Tramway" = ["Arlen Line"]' in codebook
    assert 'label = "cost of the tram line"' in codebook
    assert "blog.md:34" in codebook
    assert '"The Arlen Line cost about 40 million euros' in codebook.replace("...", "")
    assert '#label = "Wool Board"' in codebook


def test_the_starter_of_sources_says_what_each_text_shows(folder):
    starters.put(checked(folder))
    stated = (folder / "sources.toml").read_text("utf-8")

    assert '#title = "Arlen has a tram again"' in stated
    assert '#language = "es"' in stated
    assert "empty.txt is empty" in stated
    assert len(tomllib.loads(stated)["source"]) == len(TEXTS)


def test_what_stands_there_is_never_overwritten(folder):
    (folder / "codebook.toml").write_text("# mine\n")
    (folder / "sources.toml").symlink_to(folder / "nowhere.toml")
    started = starters.put(checked(folder))

    assert started.written == ("references.toml",)
    assert started.standing == ("sources.toml", "codebook.toml")
    assert (folder / "codebook.toml").read_text() == "# mine\n"
    assert not (folder / "nowhere.toml").exists()


def test_starters_are_the_same_bytes_every_time(folder):
    starters.put(checked(folder))
    first = {name: (folder / name).read_bytes() for name in NAMES}
    for name in NAMES:
        (folder / name).unlink()
    starters.put(checked(folder))

    assert {name: (folder / name).read_bytes() for name in NAMES} == first


def test_a_table_has_its_starters_beside_it(tmp_path):
    (tmp_path / "news.jsonl").write_text('{"id": "a", "text": "Wool rose 12% in 2031."}\n')
    starters.put(checked(tmp_path / "news.jsonl"))

    assert tomllib.loads((tmp_path / "sources.toml").read_text())["source"] == [{"file": "a"}]


@pytest.mark.skipif(os.geteuid() == 0, reason="root writes everywhere")
def test_a_folder_that_may_only_be_read_is_said_with_its_repair(folder):
    folder.chmod(0o555)
    try:
        with pytest.raises(EditionError, match="copy the texts"):
            starters.put(checked(folder))
    finally:
        folder.chmod(0o755)


@settings(max_examples=40)
@given(st.lists(st.text(min_size=1, max_size=120), min_size=1, max_size=3))
@example(["\x1f\x1f\x1f"])  # bytes that are no text
def test_starters_of_any_texts_are_valid(tmp_path_factory, texts):
    folder = tmp_path_factory.mktemp("any")
    for number, text in enumerate(texts):
        said = f"{text} The {text} Board said Arlen cost $4 million.\n"
        (folder / f"{number}.txt").write_bytes(said.encode("utf-8", "replace"))
    starters.put(checked(folder))
    corpus = sources.read(folder, checked(folder))
    read = any(source.status == "read" for source in corpus.sources)

    for name in NAMES:
        written = (folder / name).read_text("utf-8")
        tomllib.loads(written)
        assert name == "references.toml" or not read or tomllib.loads(switched_on(written))
