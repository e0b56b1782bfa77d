import json

import pytest

from accord import project
from accord.editions import manifest
from accord.errors import EditionError
from accord.model import Setting


def written(folder, made):
    (folder / "b.txt").write_text("two", encoding="utf-8")
    (folder / "sub").mkdir()
    (folder / "sub" / "a.txt").write_text("one", encoding="utf-8")
    (folder / "run.json").write_text("{}", encoding="utf-8")
    return manifest.write(folder, made, 3, None)


def test_a_manifest_comes_back_as_it_was_written(tmp_path, recipe):
    said = written(tmp_path, recipe())

    assert manifest.read(tmp_path) == said
    assert said.recipe == recipe()


def test_every_output_stands_in_it_but_itself_and_the_clock(tmp_path, recipe):
    said = written(tmp_path, recipe())

    assert [name for name, _ in said.outputs] == ["b.txt", "sub/a.txt"]
    assert dict(said.outputs)["b.txt"].size == 3


def test_its_digest_covers_every_other_field(tmp_path, recipe):
    written(tmp_path, recipe())
    row = json.loads((tmp_path / "manifest.json").read_text(encoding="utf-8"))
    row["parameters"]["about"]["value"] = 0.2
    (tmp_path / "manifest.json").write_text(json.dumps(row), encoding="utf-8")

    with pytest.raises(EditionError, match="digest"):
        manifest.read(tmp_path)


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"digest": 1}', "[" * 9000])
def test_a_broken_manifest_is_an_error_with_the_repair(tmp_path, text):
    (tmp_path / "manifest.json").write_text(text, encoding="utf-8")

    with pytest.raises(EditionError, match="git"):
        manifest.read(tmp_path)


def test_inputs_move_with_texts_and_parameters_and_with_nothing_else(recipe):
    plain = recipe()
    moved = recipe(files=plain.files[1:])
    set_otherwise = recipe(settings=(Setting(name="about", value=0.2),))
    elsewhere = recipe(
        settings=(*plain.settings, Setting(name="corpus", value="/home/me/texts")),
        code=(),
        versions=(),
    )

    assert len({plain.inputs, moved.inputs, set_otherwise.inputs}) == 3
    assert elsewhere.inputs == plain.inputs


def test_a_recipe_holds_the_texts_and_what_a_person_knows(tmp_path):
    for name in ("a.txt", "codebook.toml"):
        (tmp_path / name).write_text(name, encoding="utf-8")
    places = {name: tmp_path / name for name in ("gone.txt", "codebook.toml", "a.txt")}
    made = manifest.recipe((), places, {"gone.txt": "leads nowhere"}, project.find())

    assert [name for name, _ in made.files] == ["a.txt", "codebook.toml", "gone.txt"]
    assert [file.size for _, file in made.files] == [5, 13, 0]
    assert dict(made.versions)["accord"]


def test_the_code_digest_moves_with_one_byte_of_a_notebook(tmp_path):
    home = project.Project(root=tmp_path, home=tmp_path)
    home.notebooks.mkdir()
    (home.notebooks / "01.ipynb").write_text("{}", encoding="utf-8")
    before = dict(manifest.code(home))
    (home.notebooks / "01.ipynb").write_text("{ }", encoding="utf-8")
    manifest.code.cache_clear()
    after = dict(manifest.code(home))

    assert [name for name in before if before[name] != after[name]] == ["notebooks"]
