"""docs/parameters.md is what parameters.py says."""

from . import parameters


def test_the_page_is_up_to_date():
    said = parameters.PAGE.read_text(encoding="utf-8")

    assert said == parameters.page(), "run: .venv/bin/python tests/docs/parameters.py"
