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


def test_a_shared_setting_reaches_both_and_a_format_overrides_its_own(told):
    read = told({**TOLD, "lang": "fr", "format": {"html": {"toc": False}}})

    assert read.html == {"lang": "fr", "toc": False}
    assert read.pdf == {"lang": "fr", "toc": True}


@pytest.mark.parametrize("text", ["- a list", "project: {}", ": :"])
def test_what_is_no_project_is_said_in_words(told, text):
    with pytest.raises(ParameterError, match=r"_quarto\.yml"):
        told(text)
