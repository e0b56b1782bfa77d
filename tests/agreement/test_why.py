from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from accord import agreement
from accord.model import Context, Corpus, Fact, Interval, Link, Sentence, Source, Span


def corpus(*sources: Source) -> Corpus:
    return Corpus(sources=sources)


def text(name: str, **fields) -> Source:
    return Source(file=name, sha256=name, **fields)


def test_the_sentence_names_who_says_what(claim, fact):
    stated = [
        claim("003_x.txt", 30, text="$3 m", unit="USD"),
        claim("002_y.txt", 13, text="$1.3 m", unit="USD"),
        claim("004_z.txt", 13, text="$1.3 m", unit="USD"),
    ]

    why = agreement.judge(fact(*stated)).why

    assert why == "Texts 002 and 004 say $1.3 m, text 003 says $3 m."


def test_a_modifier_is_said_in_words(claim, fact):
    bound = Interval(None, Decimal(20))
    stated = [
        claim("a.txt", 20, text="20 staff", modifier="up_to", allows=bound),
        claim("b.txt", 20, text="20 staff"),
    ]

    assert "text a says up to 20 staff" in agreement.judge(fact(*stated)).why.lower()


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("Five ferries", "five ferries"),
        ("Twenty-five ferries", "twenty-five ferries"),
        ("A fifth", "a fifth"),
        ("March 2024", "March 2024"),
        ("US$3", "US$3"),
    ],
)
def test_a_number_in_words_begins_small_within_the_sentence(claim, fact, written, said):
    why = agreement.judge(fact(claim("a.txt", 5, text=written), claim("b.txt", 5, text="5"))).why

    assert f"says {said}" in why


def test_few_origins_are_counted_in_words(claim, fact):
    why = agreement.judge(fact(claim("a.txt", 5), claim("b.txt", 5))).why

    assert why.endswith("; they come from two origins with no visible link.")


@pytest.mark.parametrize(
    ("by", "named"), [("root", ""), ("wording", ", though they name none in common")]
)
def test_texts_linked_by_what_they_share_are_said_to_name_no_origin(claim, fact, by, named):
    link = Link(a="a.txt", b="b.txt", by=by, share=0.5, group="a.txt", fact="f1")

    why = agreement.judge(fact(claim("a.txt", 5), claim("b.txt", 5)), [link]).why

    assert why.endswith(f"; the texts are linked and count as one origin{named}.")


def test_names_that_would_clash_are_written_whole(claim, fact):
    why = agreement.judge(fact(claim("41_1.txt", 5), claim("41_2.txt", 5))).why

    assert why.startswith("Texts 41_1 and 41_2 say 5")


def test_a_part_of_the_thing_may_explain_a_conflict(claim, fact):
    whole, rival = claim("a.txt", 30, kind="money"), claim("b.txt", 13, kind="money")
    stage = claim("a.txt", 13, kind="money", text="$13 m", scope=("first stage",))

    judged = agreement.judge(fact(whole, rival), (), [Fact(id="f2", label="", claims=(stage,))])

    assert judged.explained_by == "stage"
    assert judged.why.endswith("; text a gives $13 m for the first stage.")


def test_a_mark_of_the_context_is_a_part_too(claim, fact):
    whole, rival = claim("a.txt", 30, kind="money"), claim("b.txt", 13, kind="money")
    part = replace(
        claim("a.txt", 13, kind="money", text="$13 m"), context=Context(marks=("initial",))
    )

    judged = agreement.judge(fact(whole, rival), (), [Fact(id="f2", label="", claims=(part,))])

    assert judged.explained_by == "scope"


def test_a_part_that_a_third_text_gives_explains_nothing(claim, fact):
    whole, rival = claim("a.txt", 30, kind="money"), claim("b.txt", 13, kind="money")
    stage = claim("c.txt", 13, kind="money", scope=("first stage",))

    judged = agreement.judge(fact(whole, rival), (), [Fact(id="f2", label="", claims=(stage,))])

    assert judged.explained_by is None


REASONS = {
    "forecast against outcome": ({"modality": "potential"}, {}, corpus()),
    "time": (
        {},
        {},
        corpus(text("a.txt", date="2024-03"), text("b.txt", date="2025-01-02")),
    ),
    "translation": (
        {},
        {},
        corpus(text("a.txt", language="en"), text("b.txt", language="es")),
    ),
    None: (
        {},
        {},
        corpus(text("a.txt", date="2025", language="en"),
               text("b.txt", date="2025-01-02", language="en")),
    ),
}  # fmt: skip


@pytest.mark.parametrize("reason", REASONS)
def test_a_conflict_carries_the_reason_that_the_texts_show(reason, claim, fact):
    one, other, known = REASONS[reason]
    couple = fact(claim("a.txt", 30, **one), claim("b.txt", 13, **other))

    assert agreement.judge(couple, (), (), known).explained_by == reason


def test_values_that_follow_one_another_are_explained_by_time(claim, fact):
    tolls = fact(claim("a.txt", 9), claim("b.txt", 12), claim("c.txt", 13), claim("d.txt", 12))
    days = {"a": "2024-05-14", "b": "2024-05-15", "c": "2024-05-17", "d": "2024-05-16"}
    known = corpus(*(text(f"{name}.txt", date=day) for name, day in days.items()))

    judged = agreement.judge(tolls, (), (), known)

    assert judged.explained_by == "time"
    assert judged.why.endswith("; text a is older than texts b and d, which are older than text c.")


def test_values_that_go_back_and_forth_are_not_explained_by_time(claim, fact):
    tolls = fact(claim("a.txt", 9), claim("b.txt", 12), claim("c.txt", 13), claim("d.txt", 12))
    days = {"a": "2024-05-14", "b": "2024-05-15", "c": "2024-05-16", "d": "2024-05-17"}
    known = corpus(*(text(f"{name}.txt", date=day) for name, day in days.items()))

    assert agreement.judge(tolls, (), (), known).explained_by is None


def test_a_rough_number_stands_beside_the_nearest_value_that_it_agrees_with(claim, fact):
    rough = claim("c.txt", 90, allows=Interval(Decimal(81), Decimal(99)), modifier="about")

    judged = agreement.judge(fact(claim("a.txt", 84), claim("b.txt", 91), rough))

    assert [cluster.sources for cluster in judged.clusters] == [
        ("b.txt", "c.txt"),
        ("a.txt",),
    ]


def test_so_much_a_year_agrees_with_a_yearly_sum(claim, fact):
    couple = fact(
        claim("a.txt", 110, kind="money", unit="USD"),
        claim("b.txt", 110, kind="rate", unit="USD/a"),
        unit="USD",
    )

    assert agreement.judge(couple).verdict == "agree"


@pytest.mark.parametrize(
    ("unit", "verdict"),
    [("{truck}", "agree"), ("{car}/d", "agree"), ("{lorry}/d", "agree"), ("{car}/h", "conflict")],
)
def test_things_a_day_agree_with_daily_things_by_any_noun(claim, fact, unit, verdict):
    couple = fact(
        claim("a.txt", 300, kind="rate", unit="{car}/d"),
        claim("b.txt", 300, kind="count", unit=unit),
        unit="{car}/d",
    )

    assert agreement.judge(couple).verdict == verdict


def test_one_number_in_two_units_is_explained_by_the_unit(claim, fact):
    couple = fact(
        claim("a.txt", 43, step=1, unit="km", kind="distance"),
        claim("b.txt", 43, step=1, unit="[mi_i]", kind="distance"),
        unit="km",
    )

    assert agreement.judge(couple).explained_by == "unit"


def test_a_title_against_its_own_body_is_explained(claim, fact):
    titled = replace(claim("a.txt", 30), sentence=Span(0, 20))
    body = replace(claim("a.txt", 13), sentence=Span(21, 60))
    known = corpus(
        text("a.txt", sentences=(Sentence(span=Span(0, 20), heading=True),
                                 Sentence(span=Span(21, 60)))),
        text("b.txt"),
    )  # fmt: skip

    judged = agreement.judge(fact(titled, body, claim("b.txt", 13)), (), (), known)

    assert judged.explained_by == "headline against body"
