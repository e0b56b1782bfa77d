from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from accord import agreement, parameters
from accord.agreement import arithmetic
from accord.model import Alignment, Codebook, Corpus, Fact, Figure, Interval, Source, Span

TEXT = "Wool exports of Freeland reached $90.082 million in 2025, a rise of 21%."
SENTENCE = Span(0, len(TEXT))
PARAMETERS = parameters.check({})


@pytest.fixture
def total(claim):
    return claim(
        "a.txt", "90.082e6", step="1e3", kind="money", unit="USD", period="2025",
        measure="wool exports", sentence=SENTENCE, text="$90.082 million",
    )  # fmt: skip


@pytest.fixture
def growth(claim):
    return claim(
        "a.txt", 21, step=1, kind="percent", unit="%", direction="up", period="2025",
        measure="wool exports", sentence=SENTENCE, text="21%",
    )  # fmt: skip


@pytest.fixture
def claim(claim):
    def make(*args, sentence=None, **fields):
        made = claim(*args, **fields)
        return replace(made, sentence=sentence) if sentence else made

    return make


def figure(value: str, period: str, measure="wool exports of Freeland", **fields) -> Figure:
    number = Decimal(value)
    step = Decimal(1).scaleb(int(number.as_tuple().exponent))
    return Figure(
        measure=measure, value=Interval.exactly(number), resolution=step, unit="USD",
        period=period, publisher="A gazette", **fields,
    )  # fmt: skip


def checks(figures, claims, codebook=None):
    facts = tuple(Fact(id=f"f{i}", label="", claims=(c,)) for i, c in enumerate(claims))
    corpus = Corpus(
        sources=(Source(file="a.txt", sha256="0", text=TEXT),),
        figures=tuple(figures),
        codebook=codebook or Codebook(),
    )
    verdicts = agreement.judge_all(Alignment(facts=facts), corpus, PARAMETERS)
    return [check for verdict in verdicts for check in verdict.checks]


def test_a_growth_and_a_total_imply_the_base(total, growth):
    implied = arithmetic.base(total, growth)

    assert implied.low == pytest.approx(Decimal("74.14e6"), abs=10_000)
    assert implied.high == pytest.approx(Decimal("74.76e6"), abs=10_000)
    assert (implied.low_closed, implied.high_closed) == (False, True)


def test_a_fall_and_a_total_imply_a_larger_base(total, growth):
    implied = arithmetic.base(total, replace(growth, direction="down"))

    assert implied.low > Decimal("90.082e6")


@pytest.mark.parametrize(
    ("value", "finding"),
    [("74463e3", "consistent"), ("74664e3", "consistent"), ("75916e3", "not consistent")],
)
def test_figures_for_the_year_before_are_held_against_the_implied_base(
    value, finding, total, growth
):
    found = checks([figure(value, "2024")], [total, growth])

    assert [check.finding for check in found] == [finding]
    assert found[0].claim == total.id


def test_a_figure_for_the_same_period_is_held_against_the_claim(total):
    found = checks([figure("90.1e6", "2025"), figure("91e6", "2025")], [total])

    assert [check.finding for check in found] == ["consistent", "not consistent"]


def test_a_change_is_held_against_a_change(growth):
    stated = [figure("4e6", "2025", change=change) for change in ("21.3 %", "22 %", "-21 %")]

    found = checks(stated, [growth])

    assert [(check.finding, check.unit) for check in found] == [
        ("consistent", "%"),
        ("not consistent", "%"),
    ]


UNRELATED = {
    "another period": figure("90e6", "2023"),
    "another measure": figure("90e6", "2025", measure="timber exports of Freeland"),
    "another unit": Figure(
        measure="wool exports of Freeland", value=Interval.exactly(Decimal("90e6")), unit="EUR",
        period="2025",
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", UNRELATED)
def test_an_unrelated_figure_checks_nothing(case, total):
    assert checks([UNRELATED[case]], [total]) == []


def test_the_most_specific_measure_is_checked(total):
    wide = figure("90e6", "2025", measure="exports of Freeland")
    narrow = figure("90.1e6", "2025")

    assert [check.figure for check in checks([wide, narrow], [total])] == [narrow.measure]


def test_an_alias_of_the_codebook_names_the_measure(total):
    figures = [figure("90.1e6", "2025", measure="wool exports of Libria")]
    codebook = Codebook(aliases=(("Libria", ("Freeland",)),))

    assert checks(figures, [total]) == []
    assert len(checks(figures, [total], codebook)) == 1


def test_a_restated_number_that_does_not_meet_is_a_doubt(claim):
    first = claim("a.txt", 70, step=1, unit="km", kind="distance", text="70 km")
    right = claim("a.txt", 43, step=1, unit="[mi_i]", kind="distance", restates=first.id)
    wrong = claim("a.txt", 63, step=1, unit="[mi_i]", kind="distance", restates=first.id)

    found = agreement.doubted((first, right, wrong))

    assert [one.id for one in found if one.doubts] == [wrong.id]
    assert "70 km" in found[2].doubts[0]


def test_a_stated_change_that_does_not_meet_the_computed_one_is_a_doubt(claim):
    computed = claim(
        "a.txt", "-30.3030303", kind="percent", unit="%", direction="down",
        measure="voyage", derived_from=("x", "y"),
    )  # fmt: skip
    stated = claim(
        "a.txt", 40, step=1, kind="percent", unit="%", direction="down", measure="voyage"
    )

    found = agreement.doubted((computed, stated))

    assert [one.id for one in found if one.doubts] == [stated.id]


def test_of_two_measures_the_one_that_the_claim_names_is_checked(growth):
    sold = replace(growth, measure="timber exports", sentence=Span(0, 60))
    text = "Timber exports of Freeland rose 21%, half of it for Northland."
    figures = [
        figure("4e6", "2025", measure="timber exports of Freeland", change="21.2 %"),
        figure("9e6", "2025", measure="exports of Freeland to Northland", change="40 %"),
    ]
    corpus = Corpus(sources=(Source(file="a.txt", sha256="0", text=text),), figures=tuple(figures))
    aligned = Alignment(facts=(Fact(id="f", label="", claims=(sold,)),))

    (verdict,) = agreement.judge_all(aligned, corpus, PARAMETERS)

    assert [check.finding for check in verdict.checks] == ["consistent"]
