"""A sweep says which verdicts move, and with what."""

import pytest

from accord import engines, parameters
from accord.errors import ParameterError
from accord.study import flow, sweep, swept

TEXTS = {
    "a.txt": "The new bridge cost $40 million, the ministry said.\n",
    "b.txt": "The new bridge cost about $43 million, the ministry said.\n",
    "c.txt": "Nothing was counted.\n",
}


@pytest.fixture
def given(tmp_path, monkeypatch):
    monkeypatch.setenv("ACCORD_STORE", str(tmp_path / "store"))
    folder = tmp_path / "texts"
    folder.mkdir()
    for name, text in TEXTS.items():
        (folder / name).write_text(text)
    return parameters.check({"corpus": str(folder)})


def test_a_grid_is_every_combination():
    made = sweep.grid(["about=0.05,0.2", "codebook=yes,no"])

    assert made == (
        {"about": 0.05, "codebook": True},
        {"about": 0.05, "codebook": False},
        {"about": 0.2, "codebook": True},
        {"about": 0.2, "codebook": False},
    )


def test_a_word_without_values_is_refused():
    with pytest.raises(ParameterError, match=r"about=0\.05"):
        sweep.grid(["about"])


def test_values_that_are_lists_or_hold_commas_are_given_as_json():
    made = sweep.grid(['leave_out=[[], ["a, b.txt"]]'])

    assert made == ({"leave_out": []}, {"leave_out": ["a, b.txt"]})


def test_every_wrong_word_of_a_grid_is_named_at_once(given):
    with pytest.raises(ParameterError) as caught:
        sweep.grid(["about", "title=[x"])
    with pytest.raises(ParameterError) as later:
        sweep.run(given, [{"about": 7.0}, {"abuot": 1}], None, None)

    assert [word for word in ("'about'", "title") if word not in str(caught.value)] == []
    assert [word for word in ("'about'", "abuot") if word not in str(later.value)] == []


def test_a_narrower_about_parts_two_prices_and_the_page_says_so(given):
    found = sweep.run(given, sweep.grid(["about=0.01,0.2"]), engines.here, lambda _: None)
    shared = found.base.summary.multi_source[0]

    assert [run.verdicts[shared] for run in found.runs] == ["one origin", "disputed", "one origin"]
    assert found.moved == (shared,)
    opening, moves, *_ = swept.parts(found)
    told = [["".join(run.text for run in cell) for cell in row] for row in moves.rows]

    assert "One of one verdict moves" in opening.title
    assert "agree 0 to 1 (as given 1)" in opening.subtitle
    assert told == [["Cost of the new bridge", "one origin → disputed", "about = 0.01"]]


def test_every_source_is_left_out_once(given):
    left = sweep.without_each(given)

    assert [change["leave_out"] for change in left] == [["a.txt"], ["b.txt"], ["c.txt"]]


def test_a_wrong_variation_is_refused_before_any_is_run(given):
    with pytest.raises(ParameterError, match="about"):
        sweep.run(given, [{"about": 0.1}, {"about": 7.0}], None, None)


def test_a_sweep_that_was_stopped_goes_on_with_what_is_missing(given, monkeypatch):
    variations, studied = sweep.grid(["about=0.01,0.2,0.3"]), []
    whole = flow.find

    def find(asked, *more, **named):
        studied.append(asked.about)
        if len(studied) == 3:
            raise KeyboardInterrupt
        return whole(asked, *more, **named)

    monkeypatch.setattr(flow, "find", find)
    with pytest.raises(KeyboardInterrupt):
        sweep.run(given, variations, engines.here, lambda _: None)
    found = sweep.run(given, variations, engines.here, lambda _: None)

    assert studied == [0.1, 0.01, 0.2, 0.2, 0.3]
    assert [run.name for run in found.runs][1:] == ["about = 0.01", "about = 0.2", "about = 0.3"]


@pytest.mark.parametrize("name", parameters.TOLD)
def test_a_parameter_that_shapes_the_telling_alone_finds_nothing_anew(given, monkeypatch, name):
    before = flow.kept(given, flow.given_settings(given, {}))
    monkeypatch.setattr(flow, "find", pytest.fail)
    example = parameters.Parameters.model_fields[name].examples[0]
    other = given.model_copy(update={name: example})
    after = flow.kept(other, flow.given_settings(other, {}))

    assert after.agreements == before.agreements
    assert example in [setting.value for setting in after.settings]
