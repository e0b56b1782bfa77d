from accord.quantities import explain

from .texts import PARAMETERS, source


def ask(text, word):
    return explain(source(text), text.index(word), PARAMETERS)


def test_a_number_that_was_read_names_its_rule():
    told = ask("The barn cost $4 million.", "4")

    assert told.quantity is not None
    assert "currency before" in str(told)


def test_a_number_that_was_set_aside_names_its_reason_and_the_rules_asked():
    told = ask("They met on Route 66 again.", "66")

    assert told.set_aside is not None
    assert ("a thing that is no quantity", "yes") in told.tried
    assert "part of a name" in str(told)


def test_a_place_without_a_number_says_so():
    assert "no number stands at" in str(ask("They met again.", "met"))
