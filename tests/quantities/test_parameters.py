"""What an analyst may vary in the reading of a number."""

from decimal import Decimal

from accord.parameters import check
from accord.quantities import find

from .texts import source

TEXT = "Hundreds of workers took about 30 buses for 12 km; thousands of people waited."


def read(**values):
    return {q.unit_text or q.noun: q for q in find(source(TEXT), check(values)).quantities}


def ends(quantity):
    return quantity.interval.low, quantity.interval.high


def test_vague_numbers_may_have_no_upper_end():
    usual, open_ended = read(), read(vague="floor")
    vague = [
        name
        for name in usual
        if usual[name].rule != open_ended[name].rule or ends(usual[name]) != ends(open_ended[name])
    ]

    assert [ends(open_ended[name]) for name in vague] == [(200, None), (1000, None)]
    assert all(usual[name].interval.high is not None for name in usual)


def test_the_last_written_digit_widens_as_asked():
    digits = {
        share: [q.resolution for q in read(rounding=share).values()] for share in (0.0, 0.5, 1.0)
    }

    assert set(digits[0.0]) == {Decimal(0)}
    assert digits[1.0] == [2 * digit for digit in digits[0.5]]
