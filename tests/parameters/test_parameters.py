"""Parameters are checked before anything runs."""

from datetime import date
from functools import partial

import pytest

from accord import parameters
from accord.errors import ParameterError


def test_defaults_fill_what_is_not_given():
    given = parameters.check({"about": 0.05})

    assert given.about == 0.05
    assert given.corpus == "seeds"


def test_every_complaint_comes_at_once_with_the_nearest_name():
    with pytest.raises(ParameterError) as caught:
        parameters.check({"abuot": 0.05, "about": "banana", "link_claims": 0})

    said = str(caught.value)

    assert "did you mean 'about'?" in said
    assert "'banana'" in said
    assert "'link_claims'" in said
    assert "accord params" in said


TYPED = [
    ("about", "0.05", 0.05),
    ("link_claims", "3", 3),
    ("codebook", "no", False),
    ("leave_out", "a.txt, b c.txt", ["a.txt", "b c.txt"]),
    ("leave_out", '["a,b.txt"]', ["a,b.txt"]),
    ("title", "x = y", "x = y"),
    ("until", "2025-02", "2025-02"),
    ("vague", "floor", "floor"),
    ("about", "banana", "banana"),
    ("unknown", "1", "1"),
]


@pytest.mark.parametrize(("name", "text", "value"), TYPED)
def test_a_typed_value_becomes_what_its_parameter_is(name, text, value):
    assert parameters.parse(name, text) == value


@pytest.mark.parametrize("name", parameters.NAMES)
def test_every_parameter_says_what_it_means_with_a_valid_example(name):
    field = parameters.Parameters.model_fields[name]

    assert field.description
    assert parameters.check({name: field.examples[0]})


def test_a_notebooks_other_variables_are_no_parameters():
    given = parameters.of_namespace({"about": 0.2, "findings": object()})

    assert given.about == 0.2


def test_a_variable_that_is_nearly_a_parameter_is_refused():
    with pytest.raises(ParameterError, match="did you mean 'about'"):
        parameters.of_namespace({"abuot": 0.05, "about": 0.1})


WRONG = [
    ("vague", "wide", "'range' or 'floor'"),
    ("until", "31.12.2025", "2025-01-31"),
    ("until", "2025-02-30", "day is out of range"),
    ("rounding", 2.0, "less than or equal to 1"),
]


@pytest.mark.parametrize(("name", "value", "said"), WRONG)
def test_choices_days_and_ranges_are_checked(name, value, said):
    with pytest.raises(ParameterError, match=name) as caught:
        parameters.check({name: value})

    assert said in str(caught.value)


ROUTES = [
    ({"until": 2025}, "until", "2025"),
    ({"until": date(2025, 1, 31)}, "until", "2025-01-31"),
    ({"title": 2024}, "title", "2024"),
    ({"about": "0.05"}, "about", 0.05),
    ({"codebook": "no"}, "codebook", False),
    ({"leave_out": "a = b.txt"}, "leave_out", ["a = b.txt"]),
]


@pytest.mark.parametrize(("values", "name", "taken"), ROUTES)
def test_a_value_is_taken_however_yaml_or_papermill_read_it(values, name, taken):
    assert getattr(parameters.check(values), name) == taken


def test_complaints_of_several_checks_come_together_each_once():
    with pytest.raises(ParameterError) as caught:
        parameters.every(partial(parameters.check, {"abuot": n}) for n in (1, 2))

    assert str(caught.value).count("abuot") == 1
    assert str(caught.value).count("accord params") == 1
