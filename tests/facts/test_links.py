from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from accord import parameters
from accord.facts import links
from accord.model import Claim, Fact, Interval, Source, Span

PARAMETERS = parameters.check({})


def linked(known, sources, given):
    return links.between(known, sources, links.by_wording(sources, given), given)


def claim(source: str, value: int, **fields) -> Claim:
    exactly = Interval.exactly(Decimal(value))
    return Claim(
        id=f"{source}{value}", source=source, span=Span(0, 1), sentence=Span(0, 1), text="n",
        kind=fields.pop("kind", "count"), value=exactly, interval=exactly, **fields,
    )  # fmt: skip


def source(name: str, *wording: int, **fields) -> Source:
    return Source(file=name, sha256=f"{name}-sum", wording=tuple(sorted(wording)), **fields)


def facts(*groups) -> list[Fact]:
    return [Fact(id=f"f{n}", label="", claims=tuple(group)) for n, group in enumerate(groups)]


def found(known, *sources, **given) -> list[tuple[str, str, str]]:
    between = linked(known, sources or tuple(map(source, "abc")), parameters.check(given))
    return [(link.a, link.b, link.by) for link in between]


def shared(number: int, alone: int = 0, **fields) -> list[Fact]:
    both = [(claim("a", n), claim("b", n, **fields)) for n in range(number)]
    return facts(*both, *[(claim("a", 100 + n),) for n in range(alone)],
                 *[(claim("b", 200 + n),) for n in range(alone)])  # fmt: skip


def test_two_shared_claims_of_the_smaller_text_link():
    assert found(shared(2, alone=6)) == [("a", "b", "claims")]


def test_one_shared_claim_is_too_few():
    assert found(shared(1)) == []


def test_a_small_share_of_many_claims_does_not_link():
    assert found(shared(2, alone=7)) == []


def test_another_modifier_is_another_claim():
    assert found(shared(2, modifier="about")) == []


def test_categories_and_restated_numbers_leave_no_print():
    assert found(shared(2, kind="category")) == []
    assert found(shared(2, restates="x")) == []


def test_the_limits_are_parameters():
    assert found(shared(2), link_claims=3) == []
    assert found(shared(2, alone=7), link_share=0.1) == [("a", "b", "claims")]


def test_a_root_that_both_name_links_for_that_fact_alone():
    known = facts(
        (claim("a", 1, root="The Ministry"), claim("b", 2, root="the  ministry")),
        (claim("a", 3), claim("b", 4)),
    )

    between = linked(known, tuple(map(source, "ab")), PARAMETERS)

    assert [(link.by, link.fact) for link in between] == [("root", "f0")]


def test_a_text_that_names_another_as_its_origin_is_linked_to_it():
    known = facts((claim("a", 1), claim("b", 1, root="Daily Post")))
    sources = (source("a", outlet="Daily Post"), source("b"))

    assert found(known, *sources) == [("a", "b", "root")]


WORDING = {
    "a twentieth of the smaller text": (range(20), range(19, 500), [("a", "b", "wording")]),
    "less than a twentieth": (range(21), range(20, 500), []),
    "nothing in common": (range(20), range(20, 40), []),
}


@pytest.mark.parametrize("case", WORDING)
def test_wording_is_shared_as_a_part_of_the_smaller_text(case):
    one, other, expected = WORDING[case]
    shift = 1 << 40  # hashes are spread wide

    sources = (source("a", *(n * shift for n in one)), source("b", *(n * shift for n in other)))

    assert found([], *sources) == expected


def test_groups_are_the_closure_of_all_links():
    known = [*shared(2), *facts((claim("c", 9, root="x"), claim("b", 9, root="x")))]

    between = linked(known, tuple(map(source, "abc")), PARAMETERS)

    assert {(link.by, link.group) for link in between} == {("claims", "a"), ("root", "a")}


def test_a_copy_is_linked_to_its_first():
    copy = replace(source("b"), copy_of="a")

    assert found([], source("a"), copy) == [("a", "b", "copy")]


def test_other_texts_do_not_change_a_link():
    few = found(shared(2), source("a"), source("b"))

    more = found(shared(2), source("a"), source("b"), source("x", 5 << 40), source("y", 6 << 40))

    assert few == more


def test_many_texts_of_one_wording_are_one_group_with_few_links():
    sources = tuple(source(f"{n:04d}", *(k << 40 for k in range(10))) for n in range(2000))

    between = linked([], sources, PARAMETERS)

    assert len(between) == 1999
    assert {link.group for link in between} == {"0000"}


def test_refused_sources_are_linked_to_nothing():
    refused = Source(file="b", sha256="", status="refused", reason="b is empty")

    assert found(shared(2), source("a"), refused) == []


def dispatch(names, roots=("Arden", None)):
    """A fact that two texts state, by the root of each claim."""
    one, other = roots
    return facts((claim(names[0], 4, root=one), claim(names[1], 5, root=other)))


@pytest.mark.parametrize("named", ["Arden", "the Arden news agency", "ARDEN News Service"])
def test_a_dispatch_is_of_the_agency_that_another_text_names(named):
    texts = (source("a"), source("b", credit="Arden"))

    assert found(dispatch("ab", (named, "Miller Byron")), *texts) == [("a", "b", "root")]
    assert found(dispatch("ab", ("Byron", None)), *texts) == []


def test_two_dispatches_of_one_agency_have_one_origin():
    texts = (source("a", credit="Arden"), source("b", credit="Arden"))

    assert found(dispatch("ab", (None, None)), *texts) == [("a", "b", "root")]
    assert found(dispatch("ab", ("Byron", "Mill")), *texts) == []


def test_two_texts_of_one_publisher_that_name_nobody_are_two():
    texts = (source("a", outlet="Arden"), source("b", outlet="Arden"))

    assert found(dispatch("ab", (None, None)), *texts) == []
