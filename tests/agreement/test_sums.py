"""Totals and the parts that their own sentences list."""

import pytest

from accord import claims, quantities, sources
from accord.agreement import doubted
from accord.model import Codebook
from accord.parameters import Parameters

FIT = [
    "A total of 24 people died: 14 men and 10 women.",
    "The bank lent $300 million and the fund $200 million, $500 million in total.",
    "A total of 30 people were hurt, including 12 children and 9 women.",
    "In all, 45 were killed, 25 in Lund and 20 in Tarn.",
    "A total of about 50 people died, of whom 20 were sailors and 28 were cooks.",
    "A total of 300 people came, compared with 200 in 2011 and 250 in 2010.",
    "A total of 300 people came, 20 more than the 270 who had signed.",
]
DOUBTED = {
    "A total of 25 people died: 14 men and 10 women.": "14 + 10",
    "The bank lent $300 million and the fund $250 million, $500 million in total.": "$300 million",
    "A total of 20 people were hurt, including 12 children and 9 women.": "12 + 9",
    "In all, 40 were killed, 25 in Lund and 20 in Tarn.": "25 + 20",
    "A total of 50 people died, of whom 20 were sailors and 20 were cooks.": "20 + 20",
}


@pytest.fixture
def sums(tmp_path):
    def told(sentence):
        (tmp_path / "a.txt").write_text(sentence + "\n")
        (source,) = sources.read(tmp_path, Parameters()).sources
        found = claims.state(source, quantities.find(source, Parameters()), Codebook()).claims
        doubts = [doubt for claim in doubted(found, source.text) for doubt in claim.doubts]
        return [doubt for doubt in doubts if "do not sum" in doubt]

    return told


@pytest.mark.parametrize("sentence", FIT)
def test_parts_that_may_sum_to_their_total_cast_no_doubt(sentence, sums):
    assert sums(sentence) == []


@pytest.mark.parametrize(("sentence", "parts"), DOUBTED.items())
def test_parts_that_do_not_sum_to_their_total_are_a_doubt(sentence, parts, sums):
    (doubt,) = sums(sentence)

    assert parts in doubt
