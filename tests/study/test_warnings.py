"""What a run tells at once of what was refused or left out."""

from accord.model import Corpus, Source
from accord.study import warnings


def told(refused, complaints=()):
    sources = tuple(
        Source(file=f"{n}.pdf", sha256="", status="refused", reason=f"{n}.pdf is a picture.")
        for n in range(refused)
    )
    said = []
    warnings.tell(Corpus(sources=sources, complaints=tuple(complaints)), said.append)
    return said


def test_complaints_and_refusals_are_told_one_a_line():
    said = told(1, ["sources.toml: line 4 is broken."])

    assert said == ["warning: sources.toml: line 4 is broken.", "warning: 0.pdf is a picture."]


def test_of_many_the_first_are_told_and_the_rest_counted():
    said = told(warnings.SHOWN + 5)

    assert len(said) == warnings.SHOWN + 1
    assert "and 5 more" in said[-1]


def test_nothing_that_a_terminal_obeys_is_told_as_it_is():
    assert warnings.visible("a\x1b[31m\nb\u202e \u6e2f") == "a\\x1b[31m\\nb\\u202e \u6e2f"
