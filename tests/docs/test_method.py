"""docs/method.md says what the code does."""

import doctest
import re

import pytest

from .examples import allows, found, stands
from .pages import TOP

PAGE = (TOP / "docs" / "method.md").read_text(encoding="utf-8")
EXAMPLES = re.findall(r"^```pycon\n(.*?)^```$", PAGE, flags=re.MULTILINE | re.DOTALL)


@pytest.mark.parametrize("text", EXAMPLES, ids=lambda text: text.splitlines()[0][:50])
def test_an_example_gives_what_the_page_shows(text):
    names = {"allows": allows, "found": found, "stands": stands}
    example = doctest.DocTestParser().get_doctest(text, names, "method", "docs/method.md", 0)
    said = []
    doctest.DocTestRunner(verbose=False).run(example, out=said.append)

    assert not said, "".join(said)
    assert example.examples


def test_every_author_in_the_text_stands_in_the_list_with_the_year():
    body, listed = PAGE.split("\n## Sources\n")
    named = re.findall(r"([A-Z][a-zé]+)(?: et al\.)?,? \(?(\d{4})\b", body)

    assert len(named) >= 8
    assert [n for n in named if not re.search(rf"{n[0]}.*\({n[1]}\)", listed)] == []
