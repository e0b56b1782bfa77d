from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

TEXT = "The mill lost 4 carts and 5 hens.\nThe ford lost 6 ducks."


def ids(claims, text, **others):
    return [one.id for one in claims(text, **others)]


def test_an_id_is_c_and_twelve_hexadecimal_digits(claims):
    for name in ids(claims, TEXT):
        assert name[0] == "c"
        assert len(name) == 13
        assert int(name[1:], 16) >= 0


def test_blanks_and_capitals_do_not_change_an_id(claims):
    assert ids(claims, TEXT) == ids(claims, TEXT.replace(" ", "  ").upper().lower())


def test_another_sentence_does_not_change_an_id(claims):
    assert ids(claims, f"A king came.\n{TEXT}") == ids(claims, TEXT)


def test_another_file_has_other_ids(claims):
    assert not set(ids(claims, TEXT)) & set(ids(claims, TEXT, file="b.txt"))


def test_a_sentence_said_twice_has_two_ids(claims):
    names = ids(claims, "It lost 4 carts.\nIt lost 4 carts.")

    assert len(set(names)) == 2


@given(
    st.lists(
        st.sampled_from(
            ["4 carts", "$5", "2011", "and", "rose 4%", ",", "(6 km)", "4%", "7.8.9", "it"]
        ),
        max_size=12,
    )
)
def test_no_two_claims_of_a_source_share_an_id(claims, words):
    names = Counter(ids(claims, " ".join(words)))

    assert not [name for name, count in names.items() if count > 1]
