import json
import shutil
import subprocess
from dataclasses import replace
from datetime import date

import pytest

from accord import editions, project
from accord.editions import chain, differing, history, manifest
from accord.errors import EditionError


@pytest.fixture
def made_here(recipe):
    """A recipe with the code and the libraries of this machine."""
    return recipe(code=manifest.code(project.find()), versions=tuple(manifest.versions().items()))


@pytest.fixture
def edition(tmp_path, findings, made_here, writer):
    root = tmp_path / "editions"
    return editions.publish(writer(findings), made_here, root, date(2031, 5, 1)).folder


def test_an_edition_as_published_is_sound(edition):
    checked = editions.verify(edition)

    assert checked.sound
    assert (checked.edition, checked.files, checked.rebuilt) == (1, 9, False)


@pytest.mark.parametrize(
    "name", ["claims.jsonl", "report.md", "summary.json", "links.jsonl", "near_misses.jsonl"]
)
def test_one_byte_more_in_any_file_is_noticed(edition, name):
    with (edition / name).open("a", encoding="utf-8") as file:
        file.write(" ")

    assert [problem.file for problem in editions.verify(edition).problems] == [name]


def test_files_that_are_missing_or_strange_are_noticed(edition):
    (edition / "facts.jsonl").unlink()
    (edition / "more.txt").write_text("", encoding="utf-8")

    assert [(p.file, p.what) for p in editions.verify(edition).problems] == [
        ("facts.jsonl", "is missing"),
        ("more.txt", "is not in the manifest"),
    ]


def test_what_an_editor_hides_beside_the_files_is_no_change(edition):
    (edition / ".ipynb_checkpoints").mkdir()
    (edition / ".ipynb_checkpoints" / "01.ipynb").write_text("{}", encoding="utf-8")

    assert editions.verify(edition).sound


def test_a_manifest_that_was_made_anew_is_noticed_by_the_ledger(edition, made_here):
    (edition / "report.md").write_text("better", encoding="utf-8")
    manifest.write(edition, made_here, 1, None)

    assert [problem.file for problem in editions.verify(edition).problems] == ["manifest.json"]


def test_a_manifest_that_was_changed_is_an_error(edition):
    row = json.loads((edition / "manifest.json").read_text(encoding="utf-8"))
    row["edition"] = 7
    (edition / "manifest.json").write_text(json.dumps(row), encoding="utf-8")

    with pytest.raises(EditionError, match="digest"):
        editions.verify(edition)


def test_a_rebuild_of_equal_bytes_is_sound(edition, findings, writer):
    def rebuild(said, folder):
        place = editions.publishing.Place(
            number=said.edition, previous=None, inputs=said.recipe.inputs
        )
        writer(findings)(place, folder)

    checked = editions.verify(edition, rebuild)

    assert (checked.sound, checked.rebuilt, checked.hindered) == (True, True, None)


def test_a_rebuild_of_other_bytes_is_named_by_file_record_and_field(edition, findings, writer):
    def rebuild(said, folder):
        place = editions.publishing.Place(
            number=said.edition, previous=None, inputs=said.recipe.inputs
        )
        writer(findings)(place, folder)
        path = folder / "claims.jsonl"
        text = path.read_text(encoding="utf-8").replace('"low": 36', '"low": 37')
        path.write_text(text, encoding="utf-8")

    (problem,) = editions.verify(edition, rebuild).problems

    assert (problem.file, problem.record) == ("claims.jsonl", "line 2 c2 low")


def test_other_versions_hinder_a_rebuild_and_are_named(edition, made_here):
    manifest.write(edition, replace(made_here, versions=(("accord", "0.0.0"),)), None, None)
    checked = editions.verify(edition, pytest.fail)

    assert checked.sound
    assert "accord 0.0.0" in checked.hindered


@pytest.mark.parametrize(("text", "proven"), [(None, True), ("other", False)])
def test_other_code_is_built_again_and_blamed_only_where_the_bytes_differ(
    edition, made_here, text, proven
):
    manifest.write(edition, replace(made_here, code=()), None, None)

    def rebuild(_, folder):
        shutil.copytree(edition, folder, dirs_exist_ok=True)
        if text:
            (folder / "report.md").write_text(text, encoding="utf-8")

    checked = editions.verify(edition, rebuild)

    assert (checked.sound, checked.rebuilt) == (True, proven)
    assert proven or "Check out" in checked.hindered


def test_inputs_that_are_gone_hinder_a_rebuild(edition):
    def rebuild(*_):
        message = "a.txt is not the text that was read. Check out the commit."
        raise EditionError(message)

    checked = editions.verify(edition, rebuild)

    assert (checked.rebuilt, checked.sound) == (False, True)
    assert "a.txt" in checked.hindered


@pytest.mark.parametrize(
    ("name", "old", "new", "place"),
    [
        ("claims.jsonl", b'{"id": "c1"}\n', b'{"id": "c2"}\n', "line 1 c1 id"),
        ("claims.jsonl", b'{"id": "c1"}\n', b"", "line 1 c1 id"),
        ("report.md", b"a\nb\n", b"a\nc\n", "line 2"),
        ("report.pdf", b"abcd", b"abxd", "byte 2"),
    ],
)
def test_the_first_difference_is_told_in_the_words_of_the_file(name, old, new, place):
    assert differing.first_difference(name, old, new) == place


@pytest.mark.parametrize("name", [".hidden", "figures/more.svg"])
def test_a_file_too_much_is_noticed_wherever_it_lies(edition, name):
    (edition / name).parent.mkdir(exist_ok=True)
    (edition / name).write_text("", encoding="utf-8")

    assert [problem.file for problem in editions.verify(edition).problems] == [name]


def test_a_link_in_the_place_of_a_file_is_noticed(edition, tmp_path):
    shutil.move(edition / "report.md", tmp_path / "elsewhere.md")
    (edition / "report.md").symlink_to(tmp_path / "elsewhere.md")

    (problem,) = editions.verify(edition).problems
    assert (problem.file, problem.what) == ("report.md", "was replaced by a link")


def test_a_changed_record_is_named_where_a_rebuild_is_at_hand(edition, findings, writer):
    path = edition / "claims.jsonl"
    path.write_text(path.read_text(encoding="utf-8").replace('"low": 36', '"low": 35'), "utf-8")

    def rebuild(said, folder):
        inputs = said.recipe.inputs
        writer(findings)(editions.publishing.Place(number=1, previous=None, inputs=inputs), folder)

    (problem,) = editions.verify(edition, rebuild).problems
    assert (problem.file, problem.record) == ("claims.jsonl", "line 2 c2 low")


@pytest.mark.parametrize(
    ("change", "record"),
    [
        (lambda line: line.replace('"disputed": 1', '"disputed": 2'), "line 1 edition 1 headline"),
        (lambda line: line.replace('"inputs": "', '"inputs": "0'), "line 1 edition 1 inputs"),
        (lambda line: line + line, "line 2 edition 1"),
    ],
)
def test_a_ledger_that_says_otherwise_than_the_edition_is_noticed(edition, change, record):
    path = edition.parent / "editions.jsonl"
    path.write_text(change(path.read_text(encoding="utf-8")), encoding="utf-8")

    assert [(p.file, p.record) for p in editions.verify(edition).problems] == [(path.name, record)]


def test_a_ledger_without_a_line_for_the_edition_is_noticed(edition):
    (edition.parent / "editions.jsonl").write_text("", encoding="utf-8")

    assert [p.what for p in editions.verify(edition).problems] == ["has no line for edition 1"]


def test_a_ledger_that_was_rewritten_since_it_was_committed_is_noticed(
    tmp_path, monkeypatch, findings, made_here, writer
):
    home = project.Project(root=tmp_path, home=tmp_path)
    monkeypatch.setattr(chain, "find", lambda: home)
    home.editions.parent.mkdir()
    done = editions.publish(writer(findings), made_here, home.editions, date(2031, 5, 1))
    who = ["-c", "user.name=a", "-c", "user.email=a@b", "-c", "commit.gpgsign=false"]
    for words in (["init", "-q"], ["add", "-A"], [*who, "commit", "-q", "-m", "one"]):
        subprocess.run(["git", "-C", str(tmp_path), *words], check=True)
    before = editions.verify(done.folder).problems
    ledger = home.editions / "editions.jsonl"
    ledger.write_text(ledger.read_text(encoding="utf-8").replace("2031", "2030"), "utf-8")

    (problem,) = editions.verify(done.folder).problems
    assert before == ()
    assert (problem.file, problem.record) == ("editions.jsonl", "line 1")
    assert problem.what.startswith("was rewritten since commit ")


def test_under_other_code_a_changed_record_is_named_by_what_was_committed(
    edition, made_here, monkeypatch
):
    manifest.write(edition, replace(made_here, versions=(("accord", "0.0.0"),)), None, None)
    committed = (edition / "claims.jsonl").read_bytes()
    changed = committed.replace(b'"low": 36', b'"low": 37')
    (edition / "claims.jsonl").write_bytes(changed)
    monkeypatch.setattr(history.Published, "output", lambda *_: committed)
    (problem,) = editions.verify(edition, pytest.fail).problems

    assert (problem.file, problem.record) == ("claims.jsonl", "line 2 c2 low")
