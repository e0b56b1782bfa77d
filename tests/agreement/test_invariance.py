"""What must not change a verdict."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from accord import agreement
from accord.model import Claim, Fact, Interval, Link, Span

NAMES = "abcd"


@st.composite
def intervals(draw):
    low, width = draw(st.integers(0, 30)), draw(st.sampled_from([0, 0, 2, 9]))
    value = Interval(Decimal(low), Decimal(low + width))
    modifier = draw(st.sampled_from(["exact", "up_to", "at_least", "about"]))
    allows = {
        "up_to": Interval(None, value.high),
        "at_least": Interval(value.low, None),
        "about": Interval(value.low * Decimal("0.9"), value.high * Decimal("1.1")),
    }.get(modifier, value)
    return value, allows, modifier


@st.composite
def facts(draw):
    stated = draw(st.lists(st.tuples(st.sampled_from(NAMES), intervals()), min_size=1, max_size=7))
    claims = tuple(
        Claim(
            id=f"c{place}", source=source, span=Span(place, place), sentence=Span(0, 9), text="n",
            kind="count", value=value, interval=allows, modifier=modifier, resolution=Decimal(1),
        )
        for place, (source, (value, allows, modifier)) in enumerate(stated)
    )  # fmt: skip
    return Fact(id="f", label="", claims=claims)


@st.composite
def links(draw):
    pairs = draw(st.lists(st.tuples(st.sampled_from(NAMES), st.sampled_from(NAMES)), max_size=4))
    kinds = draw(st.lists(st.sampled_from(["root", "claims", "wording"]), min_size=4, max_size=4))
    return [
        Link(a=min(pair), b=max(pair), by=kind, share=1.0, group="a", fact="f")
        for pair, kind in zip(pairs, kinds, strict=False)
        if pair[0] != pair[1]
    ]


def outcome(judged):
    return (
        judged.verdict, judged.n_eff, judged.gap, judged.core, judged.confidence,
        sorted((str(one.interval), one.claims, one.n_eff) for one in judged.clusters),
        [(pair.a, pair.b, pair.relation) for pair in judged.pairs],
    )  # fmt: skip


@given(facts(), st.randoms())
def test_the_order_of_claims_changes_nothing(fact, source):
    shuffled = list(fact.claims)
    source.shuffle(shuffled)

    assert agreement.judge(replace(fact, claims=tuple(shuffled))) == agreement.judge(fact)


@given(facts())
def test_one_name_for_another_changes_only_names(fact):
    swap = dict(zip(NAMES, reversed(NAMES), strict=True))
    renamed = tuple(replace(claim, source=swap[claim.source]) for claim in fact.claims)

    one, other = agreement.judge(fact), agreement.judge(replace(fact, claims=renamed))

    assert (one.verdict, one.n_eff, one.gap, one.core) == (
        other.verdict, other.n_eff, other.gap, other.core,
    )  # fmt: skip


@given(facts(), links())
def test_links_only_ever_lower_the_count_of_origins(fact, found):
    alone, linked = agreement.judge(fact), agreement.judge(fact, found)

    assert linked.n_eff[0] <= linked.n_eff[1] <= alone.n_eff[1]
    assert linked.verdict == alone.verdict


@given(facts())
def test_a_linked_repetition_never_raises_the_lower_count(fact):
    again = tuple(replace(c, id=f"{c.id}x", source="z") for c in fact.claims if c.source == "a")
    linked = [Link(a="a", b="z", by="wording", share=1.0, group="a")]

    before = agreement.judge(fact).n_eff[0]
    after = agreement.judge(replace(fact, claims=fact.claims + again), linked).n_eff[0]

    assert after <= max(before, 1)


@given(facts())
def test_every_claim_stands_in_one_cluster(fact):
    judged = agreement.judge(fact)

    inside = sorted(name for cluster in judged.clusters for name in cluster.claims)

    assert inside == sorted(claim.id for claim in fact.claims)


@given(facts())
def test_what_does_not_conflict_has_a_common_core(fact):
    judged = agreement.judge(fact)
    bounded = any(
        one.interval.low is not None or one.interval.high is not None for one in fact.claims
    )

    if judged.verdict in ("agree", "compatible") and len(fact.claims) == len(fact.sources):
        assert (judged.core is not None) == bounded


def test_five_thousand_sources_are_judged_quickly(claim):
    claims = tuple(claim(f"{i:04d}.txt", 20 + i % 3, step=1) for i in range(1000))
    many = tuple(
        replace(c, id=f"{c.id}-{k}", source=f"{k}-{c.source}") for k in range(5) for c in claims
    )

    judged = agreement.judge(Fact(id="f", label="", claims=many))

    assert judged.verdict == "conflict"
    assert len(judged.pairs) <= 36
    assert sum(len(cluster.claims) for cluster in judged.clusters) == 5000
