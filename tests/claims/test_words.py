from hypothesis import given
from hypothesis import strategies as st

from accord.claims import words
from accord.model.words import cut, cutter

WORD = cutter(r"[^\W_]+|.")


@given(st.text(alphabet="ab, \n_"))
def test_words_with_their_blanks_are_those_without_and_end_where_they_do(text):
    pieces, ends = words.cut(WORD, text, 0, len(text))
    bare, _, closes = cut(WORD, text, 0, len(text))

    assert ([piece.lstrip() for piece in pieces], ends) == (bare, closes)


def test_what_is_told_of_a_word_is_asked_once_and_without_its_blanks():
    asked = []
    known = words.Known(asked.append)

    assert [known[" mill"], known[" mill"]] == [None, None]
    assert asked == ["mill"]


def test_no_more_words_are_remembered_than_are_allowed(monkeypatch):
    monkeypatch.setattr(words, "_MOST", 3)
    known = words.Known(len)
    for length in range(9):
        assert known["a" * length] == length

    assert len(known) <= 3
