"""`_quarto.yml` is the single truth of the rendering."""

import pytest
import yaml

from accord import project
from accord.errors import ParameterError
from accord.study import rendering

TOLD = yaml.safe_load(project.find().quarto.read_text(encoding="utf-8"))


@pytest.fixture
def told(tmp_path, monkeypatch):
    home = project.Project(root=tmp_path, home=tmp_path)
    monkeypatch.setattr(project, "find", lambda: home)

    def write(content):
        text = content if isinstance(content, str) else yaml.safe_dump(content)
        home.quarto.write_text(text, encoding="utf-8")
        return rendering.read()

    return write


def test_every_key_of_our_own_project_is_honoured():
    assert rendering.read().warnings == ()


STRANGE = [
    ({"bibliography": "a.bib"}, "bibliography"),
    ({"execute": {"enabled": True}}, "execute"),
    ({"format": {"pdf": "default"}}, "format.pdf"),
    ({"format": {"html": {"embed-resources": False}}}, "format.html.embed-resources"),
    ({"format": {"html": {"theme": "cosmo"}}}, "format.html.theme"),
]


@pytest.mark.parametrize(("change", "key"), STRANGE)
def test_a_key_that_our_exporters_would_read_otherwise_is_a_warning(told, change, key):
    found = told({**TOLD, **change}).warnings

    assert len(found) == 1
    assert repr(key) in found[0]


NEAR = [
    ({"tocc": True}, "'toc'"),
    ({"embed-resorces": True}, "'format.html.embed-resources'"),
    ({"format": {"htm": "default"}}, "'format.html'"),
    ({"format": {"html": {"code-folds": True}}}, "'format.html.code-fold'"),
    ({"project": {**TOLD["project"], "output_dir": "x"}}, "'project.output-dir'"),
]


@pytest.mark.parametrize(("change", "key"), NEAR)
def test_a_mistyped_key_is_warned_of_with_the_nearest_right_one(told, change, key):
    (warning,) = told({**TOLD, **change}).warnings

    assert f"Did you mean {key}?" in warning


def test_a_key_like_no_other_is_not_taken_for_one(told):
    (warning,) = told({**TOLD, "number-depth": 2}).warnings

    assert "Did you mean" not in warning


def test_a_format_may_stand_as_its_name_alone(told):
    assert told({**TOLD, "format": "html"}).warnings == ()


def test_a_shared_setting_reaches_both_and_a_format_overrides_its_own(told):
    read = told({**TOLD, "lang": "fr", "format": {"html": {"toc": False}}})

    assert read.html == {"lang": "fr", "toc": False}
    assert read.pdf == {"lang": "fr", "toc": True}


@pytest.mark.parametrize("text", ["- a list", "project: {}", ": :"])
def test_what_is_no_project_is_said_in_words(told, text):
    with pytest.raises(ParameterError, match=r"_quarto\.yml"):
        told(text)
