import pytest

from accord.editions import redline


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (["a b", "c d"], ["a b", "x y"], [(0, 0), (1, 1)]),
        (["a b"], ["n n", "a b"], [(None, 0), (0, 1)]),
        (["a b c", "d e f", "g"], ["d e x", "g"], [(0, None), (1, 0), (2, 1)]),
        ([], ["a"], [(None, 0)]),
    ],
)
def test_lines_are_followed_through_an_edit(old, new, expected):
    assert list(redline.aligned(old, new)) == expected


def test_every_line_of_both_sides_is_told_once_in_order():
    old, new = [f"{n} same words" for n in range(90)], [f"{n} words same" for n in range(70)]
    told = list(redline.aligned(old, new))

    assert [one for one, _ in told if one is not None] == list(range(90))
    assert [other for _, other in told if other is not None] == list(range(70))


def test_the_words_of_a_redline_are_both_sentences():
    old, new = "It cost $1.3 billion in all.", "It will cost $1.7 billion."
    told = redline.words(old, new)

    assert "".join(text for style, text in told if style != "insert") == old
    assert "".join(text for style, text in told if style != "delete") == new
