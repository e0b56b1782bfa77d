from hypothesis import given
from hypothesis import strategies as st

from accord.sources import wording


@given(st.text(alphabet="abc1_.' \n", min_size=1))
def test_runs_do_not_turn_on_whether_the_rest_of_a_text_is_ascii(text):
    assert wording.runs(text) == wording.runs(f"{text} \u2014")


@given(st.text(alphabet="ab \u00e9\u6e2f", max_size=40))
def test_runs_are_sorted_and_each_once(text):
    found = list(wording.runs(text))

    assert found == sorted(set(found))
