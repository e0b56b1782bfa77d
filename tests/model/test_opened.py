from dataclasses import FrozenInstanceError, dataclass

import pytest

from accord.model.opened import opened


@dataclass(frozen=True, slots=True)
class Barn:
    doors: int
    name: str = "old"


def test_an_open_record_that_is_closed_is_the_record_and_cannot_be_changed():
    made = opened(Barn)()
    made.doors, made.name = 2, "red"
    made.__class__ = Barn

    assert made == Barn(2, "red")
    assert hash(made) == hash(Barn(2, "red"))
    with pytest.raises(FrozenInstanceError):
        made.doors = 3


def test_an_open_record_has_no_place_for_anything_else():
    made = opened(Barn)()

    with pytest.raises(AttributeError):
        made.windows = 4
