import re
from itertools import accumulate

from hypothesis import given
from hypothesis import strategies as st

from accord.model import words

WORD = words.cutter(r"[^\W_]+|.")


@given(st.text(alphabet="ab, \n_"))
def test_words_leave_nothing_out_and_each_ends_where_it_does(text):
    pieces, ends = words.cut(WORD, text, 0, len(text))

    assert [piece.lstrip() for piece in pieces] == re.findall(r"[^\W_]+|\S", text)
    assert [text[:end] for end in ends] == list(accumulate(pieces))


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
