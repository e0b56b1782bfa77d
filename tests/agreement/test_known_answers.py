"""Cases whose answer follows from the model alone."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from accord import agreement
from accord.model import Alignment, Corpus, Fact, Interval, Link, Source
from accord.parameters import check


def up_to(value, *, closed=True) -> Interval:
    return Interval(None, Decimal(str(value)), high_closed=closed)


def from_on(value, *, closed=True) -> Interval:
    return Interval(Decimal(str(value)), None, low_closed=closed)


def days(first: date, last: date) -> tuple[Decimal, Decimal]:
    return Decimal(first.toordinal()), Decimal(last.toordinal())


NOVEMBER = days(date(2024, 11, 1), date(2024, 11, 30))
YEAR = days(date(2024, 1, 1), date(2024, 12, 31))

PAIRS = {
    "an amount and up to that amount": (
        {"low": "1.5e9", "step": "0.1e9", "unit": "USD"},
        {
            "low": "1.5e9",
            "step": "0.1e9",
            "unit": "USD",
            "modifier": "up_to",
            "allows": up_to("1.5e9"),
        },
        "agree",
    ),
    "under 50 and 60": (
        {"low": 50, "modifier": "less_than", "allows": up_to(50, closed=False), "step": 1},
        {"low": 60, "step": 1},
        "conflict",
    ),
    "under 50 and 40": (
        {"low": 50, "modifier": "less_than", "allows": up_to(50, closed=False), "step": 1},
        {"low": 40, "step": 1},
        "compatible",
    ),
    "a fine and a coarse amount": (
        {"low": "90.082e9", "step": "1e6", "unit": "USD"},
        {"low": "90e9", "step": "1e9", "unit": "USD"},
        "agree",
    ),
    "at least one and 24": (
        {"low": 1, "modifier": "at_least", "allows": from_on(1), "step": 1},
        {"low": 24, "step": 1},
        "compatible",
    ),
    "a month and its year": (
        {"low": NOVEMBER[0], "high": NOVEMBER[1], "kind": "date"},
        {"low": YEAR[0], "high": YEAR[1], "kind": "date"},
        "agree",
    ),
    "a year's end and a day in it": (
        {
            "low": YEAR[0],
            "high": YEAR[1],
            "kind": "date",
            "modifier": "by",
            "allows": up_to(YEAR[1]),
        },
        {"low": NOVEMBER[0], "high": NOVEMBER[0], "kind": "date"},
        "compatible",
    ),
    "two ranges that overlap": (
        {"low": 1, "high": 3, "modifier": "between"},
        {"low": 2, "high": 4, "modifier": "between"},
        "compatible",
    ),
    "ten kilometres and six miles": (
        {"low": 10, "step": 1, "unit": "km"},
        {"low": 6, "step": 1, "unit": "[mi_i]"},
        "agree",
    ),
    "goats and animals, counted alike": (
        {"low": 1800, "step": 1, "kind": "count", "unit": "{goat}"},
        {"low": "1.8e3", "step": 100, "kind": "count", "unit": "{animal}"},
        "agree",
    ),
    "a point in an about band": (
        {"low": 30, "modifier": "about", "allows": Interval(Decimal(27), Decimal(33)), "step": 1},
        {"low": 31, "step": 1},
        "agree",
    ),
    "two about bands that overlap": (
        {"low": 30, "modifier": "about", "allows": Interval(Decimal(27), Decimal(33)), "step": 1},
        {"low": 33, "modifier": "about", "allows": Interval(Decimal(30), Decimal(36)), "step": 1},
        "compatible",
    ),
    "two vague numerals": (
        {"low": 24, "high": 99, "modifier": "dozens"},
        {"low": 24, "high": 99, "modifier": "dozens"},
        "compatible",
    ),
    "a rise and a fall of one size": (
        {"low": 21, "step": 1, "kind": "percent", "unit": "%", "direction": "up"},
        {"low": 21, "step": 1, "kind": "percent", "unit": "%", "direction": "down"},
        "conflict",
    ),
    "a computed fall and a stated one": (
        {
            "low": "-30.30303030",
            "kind": "percent",
            "unit": "%",
            "direction": "down",
            "derived_from": ("x",),
        },
        {
            "low": 30,
            "kind": "percent",
            "unit": "%",
            "direction": "down",
            "modifier": "about",
            "allows": Interval(Decimal(27), Decimal(33)),
        },
        "agree",
    ),
    "a change without a direction": (
        {"low": "-30", "step": 1, "kind": "percent", "unit": "%", "direction": "down"},
        {"low": 30, "step": 1, "kind": "percent", "unit": "%"},
        "agree",
    ),
    "a statement and its denial": (
        {"low": 5, "step": 1},
        {"low": 5, "step": 1, "modality": "denied"},
        "compatible",
    ),
}


@pytest.mark.parametrize("case", PAIRS)
def test_two_sources_relate_as_the_model_says(case, claim, fact):
    one, other, relation = PAIRS[case]
    couple = fact(claim("a", **one), claim("b", **other))

    judged = agreement.judge(couple)

    assert [pair.relation for pair in judged.pairs] == [relation]
    assert judged.verdict == relation


@pytest.mark.parametrize("case", PAIRS)
def test_the_order_of_two_claims_means_nothing(case, claim, fact):
    one, other, relation = PAIRS[case]
    couple = fact(claim("a", **other), claim("b", **one))

    assert agreement.judge(couple).verdict == relation


def test_two_against_one_is_a_conflict_with_its_gap(claim, fact):
    stated = [
        claim(name, value, step="0.1e9", unit="USD", kind="money")
        for name, value in (("a", "1.3e9"), ("b", "3e9"), ("c", "1.3e9"))
    ]

    judged = agreement.judge(fact(*stated))

    assert judged.verdict == "conflict"
    assert judged.gap == pytest.approx(0.566667, abs=1e-6)
    assert [cluster.sources for cluster in judged.clusters] == [("a", "c"), ("b",)]
    assert judged.confidence == "disputed"


def test_a_majority_of_linked_sources_is_one_against_one(claim, fact):
    stated = [claim("a", 13), claim("b", 30), claim("c", 13)]
    links = [Link(a="a", b="c", by="wording", share=0.2, group="a")]

    judged = agreement.judge(fact(*stated), links)

    assert [cluster.n_eff for cluster in judged.clusters] == [(1, 2), (1, 1)]
    assert judged.n_eff == (1, 2)


def test_opposite_signs_are_as_far_apart_as_can_be(claim, fact):
    judged = agreement.judge(fact(claim("a", 3), claim("b", -3)))

    assert judged.gap == 1.0


def test_three_copies_are_one_origin(claim, fact):
    links = [
        Link(a="a", b="b", by="copy", share=1.0, group="a"),
        Link(a="b", b="c", by="copy", share=1.0, group="a"),
    ]

    judged = agreement.judge(fact(*(claim(name, 5) for name in "abc")), links)

    assert judged.n_eff == (1, 1)
    assert judged.confidence == "low"


def test_a_linked_pair_and_one_more_are_two_origins(claim, fact):
    links = [Link(a="a", b="b", by="claims", share=0.5, group="a")]

    judged = agreement.judge(fact(*(claim(name, 5) for name in "abc")), links)

    assert judged.n_eff == (2, 3)
    assert judged.confidence == "moderate"
    assert judged.corroborated


def test_sources_linked_through_a_third_are_one_origin(claim, fact):
    links = [
        Link(a="a", b="x", by="wording", share=0.5, group="a"),
        Link(a="b", b="x", by="wording", share=0.5, group="a"),
    ]

    judged = agreement.judge(fact(claim("a", 5), claim("b", 5)), links)

    assert judged.n_eff == (1, 2)


def test_a_root_of_one_fact_joins_whole_groups_of_its_sources(claim, fact):
    links = [
        Link(a="a", b="b", by="copy", share=1.0, group="a"),
        Link(a="b", b="c", by="root", share=1.0, group="a", fact="f1"),
    ]

    assert agreement.judge(fact(*(claim(name, 5) for name in "abcd")), links).n_eff == (2, 2)


def test_three_independent_sources_give_high_confidence(claim, fact):
    judged = agreement.judge(fact(*(claim(name, 5) for name in "abc")))

    assert judged.n_eff == (3, 3)
    assert judged.confidence == "high"


def test_a_root_of_another_fact_links_nothing_here(claim, fact):
    links = [Link(a="a", b="b", by="root", share=1.0, group="a", fact="f2")]

    assert agreement.judge(fact(claim("a", 5), claim("b", 5)), links).n_eff == (2, 2)


def test_one_source_that_says_two_things_contradicts_itself(claim, fact):
    judged = agreement.judge(fact(claim("a", 5), claim("a", 9)))

    assert judged.verdict == "self-contradiction"
    assert judged.confidence == "disputed"
    assert judged.pairs == ()


def test_one_source_alone_is_single(claim, fact):
    judged = agreement.judge(fact(claim("a", 5)))

    assert (judged.verdict, judged.n_sources, judged.n_eff) == ("single-source", 1, (1, 1))


def test_a_restated_number_counts_once(claim, fact):
    first = claim("a", 70, step=1, unit="km")
    again = claim("a", 43, step=1, unit="[mi_i]", restates=first.id)

    judged = agreement.judge(fact(first, again, claim("b", 70, step=1, unit="km")))

    assert len(judged.pairs) == 1


def test_a_band_between_two_rivals_does_not_join_them(claim, fact):
    band = Interval(Decimal(27), Decimal(33))
    rivals = [claim("a", 28, step=1), claim("b", 32, step=1)]
    about = claim("c", 30, modifier="about", allows=band, step=1)

    judged = agreement.judge(fact(*rivals, about))

    assert judged.verdict == "conflict"
    assert len(judged.clusters) == 2


def test_currencies_never_meet(claim, fact):
    judged = agreement.judge(fact(claim("a", 2, unit="EUR"), claim("b", 2, unit="USD"), unit="EUR"))

    assert judged.n_sources == 1


CATEGORIES = {
    "agree": ("Alpha", "Alpha"),
    "compatible": ("Alpha", "a firm"),
    "conflict": ("Alpha", "Beta"),
}


@pytest.mark.parametrize("relation", CATEGORIES)
def test_categories_are_equal_broader_or_in_conflict(relation, claim, fact):
    one, other = CATEGORIES[relation]
    answers = [
        claim("a", None, kind="category", category=one),
        claim("b", None, kind="category", category=other),
    ]

    judged = agreement.judge(fact(*answers, broader=(("Alpha", "a firm"),)))

    assert judged.verdict == relation
    assert judged.gap is None


def test_could_against_will_differs_in_modality_and_still_agrees(claim, fact):
    judged = agreement.judge(fact(claim("a", 20, modality="potential"), claim("b", 20)))

    assert (judged.verdict, judged.modality) == ("agree", "differs")


def test_reported_and_asserted_are_both_stated(claim, fact):
    judged = agreement.judge(fact(claim("a", 20, modality="reported"), claim("b", 20)))

    assert judged.modality == "same"


def test_facts_heard_before_links_are_known_are_judged_as_those_that_come_with_them(claim):
    facts = (
        Fact(id="f1", label="", claims=(claim("a", 5), claim("b", 5), claim("c", 9))),
        Fact(id="f2", label="", claims=(claim("b", 7),)),
    )
    links = (Link(a="a", b="b", by="wording", share=0.9, group="a"),)
    corpus = Corpus(sources=tuple(Source(file=name, sha256="") for name in "abc"))
    judge = agreement.Judge(corpus, check({}))
    judge.hear(Alignment(facts=facts))

    verdicts = judge.verdicts(Alignment(facts=facts, links=links))

    aligned = Alignment(facts=facts, links=links)
    assert verdicts == agreement.judge_all(aligned, corpus, check({}))
    assert verdicts[0].clusters[0].n_eff == (1, 2)
