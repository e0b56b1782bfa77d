import pytest

from accord.sources import language

TEXTS = {
    "The mills of the town and the carts that were there have burned.": "en",
    "Las casas de la ciudad que no fueron abiertas por el rey son viejas.": "es",
    "zzz qqq xxx www vvv": None,
    "": None,
}


@pytest.mark.parametrize("text", TEXTS)
def test_a_language_is_told_by_its_small_words(text):
    assert language.guess(text) == TEXTS[text]


@pytest.mark.parametrize("text", TEXTS)
def test_a_mark_beyond_ascii_changes_no_guess(text):
    assert language.guess(f"{text} \u2014") == TEXTS[text]
