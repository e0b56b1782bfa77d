from __future__ import annotations

import pytest

from accord import agreement, parameters
from accord.model import Alignment, Corpus, Fact, Link, Review, Source

PARAMETERS = parameters.check({})


@pytest.fixture
def summary():
    def make(*facts, files="abc", links=(), reviews=(), refused=(), **given):
        sources = [Source(file=name, sha256=name) for name in files]
        sources += [Source(file=name, sha256="", status="refused", reason="") for name in refused]
        corpus = Corpus(sources=tuple(sources), reviews=tuple(reviews))
        aligned = Alignment(facts=facts, links=tuple(links))
        chosen = parameters.check(given)
        verdicts = agreement.judge_all(aligned, corpus, chosen)
        claims = [claim for fact in facts for claim in fact.claims]
        return agreement.summarise(corpus, claims, (), aligned, verdicts, chosen)

    return make


@pytest.fixture
def fact(claim):
    def make(name, *stated, **fields):
        return Fact(id=name, label=name, claims=tuple(claim(s, v, **fields) for s, v in stated))

    return make


def test_every_number_stands_in_one_list(summary, fact):
    told = summary(
        fact("f1", ("a", 5), ("b", 5)),
        fact("f2", ("a", 5), ("b", 9)),
        fact("f3", ("a", 5)),
        fact("f4", ("a", 5), ("a", 7)),
    )

    assert told.facts == 4
    assert told.multi_source == ("f1", "f2")
    assert (told.agreeing, told.disputed, told.compatible) == (("f1",), ("f2",), ())
    assert told.single_source == ("f3", "f4")


def test_linked_sources_corroborate_nothing(summary, fact):
    links = [Link(a="a", b="b", by="wording", share=0.3, group="a")]
    facts = [fact("f1", ("a", 5), ("b", 5)), fact("f2", ("a", 6), ("c", 6))]

    told = summary(*facts, links=links)

    assert told.agreeing == ("f1", "f2")
    assert told.corroborated == ("f2",)
    assert told.groups == (("a", "b"), ("c",))


def test_categories_stand_beyond_the_numbers(summary, claim):
    answers = tuple(claim(name, None, kind="category", category="yes") for name in "ab")

    told = summary(Fact(id="f1", label="", claims=answers))

    assert told.beyond_numbers == ("f1",)
    assert (told.facts, told.multi_source) == (0, ())


def test_the_minimum_of_sources_moves_what_counts_as_shared(summary, fact):
    told = summary(fact("f1", ("a", 5), ("b", 5)), minimum_sources=3)

    assert told.multi_source == ()
    assert told.wilson is None


def test_a_rejected_fact_is_counted_nowhere(summary, fact):
    told = summary(fact("f1", ("a", 5), ("b", 5)), reviews=[Review(on="f1", decision="reject")])

    assert (told.facts, told.multi_source) == (0, ())


def test_pairs_of_sources_count_facts_that_both_state(summary, fact):
    told = summary(
        fact("f1", ("a", 5), ("b", 5)), fact("f2", ("a", 5), ("b", 9)), fact("f3", ("c", 1))
    )

    assert told.pairwise == (("a", "b", 1, 2),)


def test_coverage_counts_the_shared_numbers_that_each_text_states(summary, fact):
    told = summary(
        fact("f1", ("a", 5), ("b", 5)), fact("f2", ("a", 5), ("b", 9)), fact("f3", ("c", 1))
    )

    assert told.coverage == (("a", 2, 2), ("b", 2, 2), ("c", 0, 2))


def test_alpha_is_refused_over_mixed_units(summary, fact):
    told = summary(
        fact("f1", ("a", 5), ("b", 5), unit="km"), fact("f2", ("a", 5), ("b", 5), unit="USD")
    )

    assert told.alpha[-1][:3] == ("all numbers", None, 2)
    assert "mixed units" in told.alpha[-1][3]


def test_alpha_needs_ten_facts_of_one_unit(summary, fact):
    few = [fact(f"f{i}", ("a", i + 1), ("b", i + 1), unit="km") for i in range(9)]
    enough = [*few, fact("f9", ("a", 10), ("b", 20), unit="km")]

    assert summary(*few).alpha[0][1] is None
    assert 0.5 < summary(*enough).alpha[0][1] < 1


def test_refused_files_are_named(summary, fact):
    assert summary(fact("f1", ("a", 5)), refused=("x.pdf",)).refused == ("x.pdf",)
