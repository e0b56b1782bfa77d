"""Which numbers of different texts come together, on stories made up for it."""

from dataclasses import replace
from decimal import Decimal
from itertools import chain

import pytest

from accord.facts import candidates
from accord.facts.mention import values
from accord.facts.table import Table
from accord.model import Claim, Codebook, Interval, Measure, Question, Span

DAM_A = """The Orvel dam cost {$40 million|money|40000000|USD} to build.
The dam opened in {May 2003|date|731336..731366} near Tarn, {9 km|distance|9|km} from the old mill.
Up to {300|count|300|person} workers lived in the camp."""
DAM_B = """Building the Orvel dam cost {$40 million|money|40000000|USD}, the ministry said.
It was opened in {May 2003|date|731336..731366}.
Some {300|count|~300|person} workers lived in a camp at Tarn,
{5.6 miles|distance|5.6|[mi_i]} from the old mill."""
BAKERY = (
    """Wheat harvests in Lorn rose by {8%|percent|8|%} as {12|count|12|farm} farms changed seed."""
)
PAIRS_APART = {
    "another thing counted": (
        "The ferry carried {60|count|60|person} sailors from Lund.",
        "The petition from Lund had {60|count|60|signature} signatures.",
    ),
    "another currency": (
        "The Lund bridge cost {4 million euros|money|4000000|EUR}.",
        "The Lund bridge cost {$4 million|money|4000000|USD}.",
    ),
    "opposites": (
        "Steel exports from Lund rose {30%|percent|30|%} in the spring.",
        "Steel imports to Lund fell {30%|percent|30|%} in the spring.",
    ),
    "another period": (
        "Lund exported steel worth {$7 million|money|7000000|USD|2011}.",
        "Lund exported steel worth {$9 million|money|9000000|USD|2012}.",
    ),
    "another stage": (
        "The firm will invest {$5 million|money|5000000|USD} in the first phase of the tunnel.",
        "The {$5 million|money|5000000|USD} Lund opera opened to the public.",
    ),
    "other reference points": (
        "The camp lies {40 km|distance|40|km} north of Lund.",
        "The camp lies {40 km|distance|40|km} from the harbour.",
    ),
    "values far apart": (
        "The flood killed {3|count|3|person} people in Lund.",
        "The flood killed {900|count|900|person} people in Lund.",
    ),
}


def test_equal_numbers_of_one_thing_come_together(story):
    assert sorted(story(DAM_A, DAM_B).joined()) == [
        ["$40 million", "$40 million"],
        ["300", "300"],
        ["9 km", "5.6 miles"],
        ["May 2003", "May 2003"],
    ]


def test_an_age_and_a_duration_of_one_sentence_are_two_things(story):
    told = "Horses aged {2|age|2|a} were fed at Lund for {two years|duration|2|a}."

    assert story(told).groups() == [[(0, 12, "2")], [(0, 35, "two years")]]


def test_two_shares_of_one_text_are_two_unless_one_is_the_other_rounded(story):
    told = "The feed kept {80%|percent|~80|%} of goats well. It kept {N%|percent|N|%} well in Lund."

    assert len(story(told.replace("N", "73.6")).groups()) == 2
    assert len(story(told.replace("N", "79.6")).groups()) == 1


ONE_BLOCK = {
    "a yearly sum, and so much a year": (
        "The Lund merger will save {$110 million|money|110000000|USD} in annual costs.",
        "The merger at Lund will save {$110m a year|rate|110000000|USD/a} in costs.",
    ),
    "a bare sum behind one with its currency": (
        "The council of Lund had planned a bridge for {890 million euros|money|890000000|EUR}.",
        (
            "The bridge of the Lund council ballooned to {2 billion euros|money|2000000000|EUR} "
            "from a planned {890 million|magnitude|890000000}."
        ),
    ),
    "a bare sum of damage": (
        "The flood damage in Lund came to {340 million euros|money|340000000|EUR}.",
        "Damage of the flood in Lund is put at {340 million|magnitude|340000000}.",
    ),
    "a bare share among shares": (
        "The economy of Lund grew by {2.9%|percent|2.9|%} in all.",
        "They promised {4%|percent|4|%}, and the economy of Lund grew by {2.9|magnitude|2.9}.",
    ),
    "cases, and people infected": (
        "Since January {41,320|count|41320|case} cases of fever were reported in Lund.",
        "The fever has infected {41,000|count|>41000|person} people in Lund.",
    ),
}


@pytest.mark.parametrize("texts", ONE_BLOCK.values(), ids=ONE_BLOCK)
def test_a_thing_in_another_form_is_compared(story, texts):
    assert len(story(*texts).joined()) == 1


@pytest.mark.parametrize(("claims", "found"), [(2, 1), (candidates.MANY + 1, 0)])
def test_words_farther_off_bring_claims_together_where_they_are_few(story, claims, found):
    trees = "alder, birch, cedar, elm, fir, hazel, juniper and larch"
    flowers = "aster, clover, daisy, iris, lily, lotus, poppy and rose"
    told = (
        f"There were {{7|count|7|nursery}} nurseries of {trees}, mills, barns and looms.",
        f"There were {{9|count|9|garden}} gardens of {flowers}, mills, barns and looms.",
    )
    table = Table(story(*told).prepared())

    assert sum(map(len, candidates.pairs(table, claims))) == found


def test_a_sum_at_once_is_not_so_much_a_year(story):
    told = (
        "The Lund merger will cost {$110 million|money|110000000|USD} in severance pay.",
        "The merger at Lund will cost {$110m a year|rate|110000000|USD/a} in severance pay.",
    )

    assert story(*told).joined() == []


def test_a_number_near_a_name_is_no_rival_of_one_near_none(story):
    named = "In Lund the turnout of voters was {74%|percent|74|%}."
    told = "So far the turnout of voters was {N%|percent|N|%}."

    assert story(named, told.replace("N", "61")).joined() == []
    assert story(told.replace("N", "74"), told.replace("N", "61")).joined() == [["74%", "61%"]]


def test_what_something_fell_from_is_not_what_it_is_roughly_now(story):
    told = story(
        "The party of Lund fell from {33%|percent|33|%} of votes.",
        "The party of Lund now has {32%|percent|~32|%} of votes.",
    )

    assert told.joined() == []


HEDGED = [
    ("just_over", "34", ("34", "37.4"), (34, 35)),
    ("just_over", "30", ("30", "33"), (30, 33)),
    ("nearly", "34", ("30.6", "34"), (33, 34)),
    ("nearly", "40", ("36", "40"), (36, 40)),
    ("nearly", "33.3333333", ("30", "33.3333333"), (30, 33.3333333)),
]


@pytest.mark.parametrize(("modifier", "written", "allowed", "ends"), HEDGED)
def test_a_hedge_moves_a_number_by_its_last_telling_digit_at_most(modifier, written, allowed, ends):
    claim = Claim(
        id="c", source="a.txt", span=Span(0, 2), text="", sentence=Span(0, 9), kind="percent",
        unit="%", value=Interval.exactly(Decimal(written)), modifier=modifier,
        interval=Interval(*map(Decimal, allowed)),
    )  # fmt: skip

    assert values(claim)[:2] == ends


def test_equal_numbers_of_many_digits_are_compared_for_any_word_in_common(story):
    crowd = "bakers, millers, weavers, tanners, coopers, smiths, potters, drapers and carters"
    told = (
        f"{{16,235|count|16235|person}} {crowd} signed under the plea of Lund over Orvel dam.",
        "Orvel dam: the plea of Lund has {16,235|count|16235|person} names.",
    )

    assert story(*told).joined() == [["16,235", "16,235"]]


def points(claim):
    """Reference points as reading states them."""
    if claim.kind != "distance":
        return claim
    return replace(claim, scope=("north of Lund" if "0" in claim.source else "from the harbour",))


@pytest.mark.parametrize("texts", PAIRS_APART.values(), ids=PAIRS_APART)
def test_numbers_of_different_things_stay_apart(story, texts):
    assert story(*texts, change=points).joined() == []


def test_different_numbers_for_one_priced_thing_come_together(story):
    told = story(
        "The {$4 million|money|4000000|USD} Lund bridge opened to cars.",
        "Cars crossed the {$6 million|money|6000000|USD} Lund bridge.",
    )

    assert told.joined() == [["$4 million", "$6 million"]]


def test_a_text_with_a_better_partner_keeps_a_different_number_away(story):
    told = story(
        "The {$4 million|money|4000000|USD} Lund bridge opened to cars.",
        "The {$6 million|money|6000000|USD} Lund bridge opened. "
        "The {$4 million|money|4000000|USD} Lund bridge was planned.",
    )

    assert ["$4 million", "$6 million"] not in told.joined()


def test_every_claim_ends_in_exactly_one_fact(story):
    told = story(DAM_A, DAM_B, BAKERY)
    held = [claim.id for fact in told.align().facts for claim in fact.claims]

    assert sorted(held) == sorted(claim.id for claim in told.claims)


def test_two_values_in_one_sentence_are_two_facts(story):
    told = story("The crossing took {33 days|duration|33|d} and now takes {23 days|duration|23|d}.")

    assert len(told.align().facts) == 2


def test_a_restatement_joins_what_it_restates(story):
    told = story("The mill lies {70 km|distance|70|km} ({43 miles|distance|43|[mi_i]}) north.")
    first, second = told.claims
    told.claims = [first, replace(second, restates=first.id)]

    assert [len(fact.claims) for fact in told.align().facts] == [2]


def test_a_restatement_in_another_currency_stays_its_own_fact(story):
    told = story("They took {2m euros|money|2000000|EUR} ({$2.6m|money|2600000|USD}) in gems.")
    first, second = told.claims
    told.claims = [first, replace(second, restates=first.id)]

    assert [len(fact.claims) for fact in told.align().facts] == [1, 1]


def test_the_date_of_a_page_is_no_fact(story):
    told = story(
        "Dam opens\nPublished: {4 May 2003|date|731339}\nThe Orvel dam opened to visitors."
    )

    assert told.align().facts == ()


def test_a_year_that_only_dates_another_number_is_no_fact(story):
    told = story(
        "Exports reached {$9 million|money|9000000|USD|2003} in {2003|date|731216..731580} at Lund."
    )

    assert [fact.claims[0].text for fact in told.align().facts] == ["$9 million"]


def test_a_place_in_a_list_is_compared_with_nothing(story):
    told = story(
        "Robbers fled through the {first|ordinal|1} district of Lund.",
        "Robbers fled through the {first|ordinal|1} district of Lund.",
    )

    assert told.joined() == []


def test_a_first_of_its_kind_is_compared(story):
    told = story(
        "Orvel is the {first|ordinal|1} tidal dam in Europe.",
        "It is Europe's {first|ordinal|1} tidal dam, at Orvel.",
    )

    assert told.joined() == [["first", "first"]]


def test_a_codebook_measure_brings_other_words_together(story):
    measure = Measure(label="Price of the bridge", words=("price", "bill"), unit="USD")
    told = story(
        "The price came to {$4 million|money|4000000|USD}.",
        "Taxpayers got a bill of {$9 million|money|9000000|USD}.",
        codebook=Codebook(measures=(measure,)),
    )

    assert [(f.label, f.coded_by, len(f.claims)) for f in told.align().facts] == [
        ("Price of the bridge", "codebook", 2)
    ]


@pytest.mark.parametrize(
    "measure",
    [
        Measure(label="x", words=("price",), unit="EUR"),
        Measure(label="x", words=("price",), unit="USD", none_of=("tunnel",)),
        Measure(label="x", words=("price",), unit="USD", all_of=("airport",)),
        Measure(label="x", words=("price",), unit="USD", scope=("second phase",)),
        Measure(label="x", words=("visitors",), unit="USD"),
    ],
)
def test_a_codebook_measure_that_does_not_fit_codes_nothing(story, measure):
    told = story(
        "The price of the tunnel came to {$4 million|money|4000000|USD}.",
        codebook=Codebook(measures=(measure,)),
    )

    assert [fact.coded_by for fact in told.align().facts] == ["rules"]


def test_coded_claims_of_two_periods_are_two_facts(story):
    measure = Measure(label="Steel exports", words=("export",), unit="USD")
    told = story(
        "Exports of steel were {$7 million|money|7000000|USD|2011}.",
        "Exports of steel were {$9 million|money|9000000|USD|2012}.",
        codebook=Codebook(measures=(measure,)),
    )

    assert told.joined() == []


def test_all_answers_to_a_question_are_one_fact_with_its_broader_pairs(story):
    question = Question(
        label="who runs the dam?",
        words=("run",),
        categories=(("Orvel Power", ("Orvel Power",)), ("a utility", ("utility",))),
        broader=(("Orvel Power", "a utility"),),
    )
    told = story(
        "A {utility|category|1} runs the dam.",
        "{Orvel Power|category|1} runs the dam.",
        codebook=Codebook(questions=(question,)),
        change=lambda c: replace(c, measure=question.label, category=c.text),
    )
    (fact,) = told.align().facts

    assert (fact.label, len(fact.claims), fact.broader) == (
        "Who runs the dam?",
        2,
        question.broader,
    )


def test_a_derived_change_joins_a_stated_one_of_the_same_sign(story):
    def derive(claim):
        if claim.text != "33 to 23":
            return replace(claim, direction="down")
        return replace(claim, rule="derived-change", direction="down", derived_from=("c1", "c2"))

    told = story(
        "Crossing time from Lund to Tarn was shortened from {33 to 23|percent|-30.3|%} days.",
        "The bridge reduces crossing time from Lund to Tarn by about {30%|percent|~30|%}.",
        change=derive,
    )

    assert told.joined() == [["33 to 23", "30%"]]


@pytest.mark.parametrize(("operands", "facts"), [(True, 2), (False, 1)])
def test_what_was_computed_from_a_number_is_another_fact(operands, facts, story):
    first = []

    def derive(claim):
        first.append(claim.id)
        if claim.text == "30%":
            return claim
        return replace(claim, derived_from=(first[0],) if operands else ("c1",))

    told = story(
        "The dam of Lund is {30%|percent|~30|%} full, {down|percent|~30|%} from July.",
        change=derive,
    )

    assert len(told.groups()) == facts


def test_points_that_something_fell_by_are_below_zero(story):
    told = story(
        "Rents in Lund fell {2 points|points|2|[pp]} in July.",
        change=lambda claim: replace(claim, direction="down"),
    )
    [[mention]] = [one.mentions for one in told.prepared()]

    assert mention.point == -2


def test_labels_are_never_empty_and_prefer_the_measure(story):
    told = story(
        DAM_A, change=lambda c: replace(c, measure="building cost" if c.kind == "money" else None)
    )
    labels = [fact.label for fact in told.align().facts]

    assert "Building cost" in labels
    assert all(labels)


def test_fact_ids_hash_the_smallest_claim_id(story):
    told = story(DAM_A, DAM_B)
    ids = [fact.id for fact in told.align().facts]

    assert ids == sorted(set(ids))
    assert all(len(name) == 13 and name.startswith("f") for name in ids)


def test_shuffled_claims_and_sources_give_the_same_alignment(story):
    told, other = story(DAM_A, DAM_B, BAKERY), story(DAM_A, DAM_B, BAKERY)
    other.claims.reverse()
    other.sources.reverse()

    assert told.align() == other.align()


def test_renamed_sources_give_the_same_groups(story):
    told = story(DAM_A, DAM_B, BAKERY, names=["a.txt", "b.txt", "c.txt"])
    other = story(DAM_A, DAM_B, BAKERY, names=["z.txt", "y.txt", "x.txt"])

    assert told.groups() == other.groups()


def test_an_exact_copy_changes_nothing_but_its_link(story):
    told, other = story(DAM_A, DAM_B), story(DAM_A, DAM_B)
    other.copy("copy.txt", [c for c in told.claims if c.source == "0.txt"])

    assert (told.align().facts, told.align().near_misses) == (
        other.align().facts,
        other.align().near_misses,
    )


def test_a_near_copy_leaves_the_pairs_of_the_others_alone(story):
    near = DAM_A.replace("old mill", "very old mill")
    pairs, more = story(DAM_A, DAM_B).groups(), story(DAM_A, DAM_B, near).groups()

    assert [[claim for claim in group if claim[0] < 2] for group in more] == pairs


def test_miles_for_kilometres_change_no_pair(story):
    miles = DAM_A.replace("{9 km|distance|9|km}", "{5.6 miles|distance|5.6|[mi_i]}")

    assert len(story(miles, DAM_B).joined()) == len(story(DAM_A, DAM_B).joined())


def test_an_unrelated_text_changes_nothing_for_the_others(story):
    told, other = story(DAM_A, DAM_B).align(), story(DAM_A, DAM_B, BAKERY).align()
    ids = {fact.id for fact in told.facts}

    assert told.facts == tuple(fact for fact in other.facts if fact.id in ids)
    assert set(told.near_misses) <= set(other.near_misses)


def test_near_misses_say_what_differs(story):
    said = chain.from_iterable(story(*texts).differs() for texts in PAIRS_APART.values())

    assert {part.partition(":")[0] for part in said} >= {"currency", "period"}


def test_equal_numbers_of_one_text_are_near_misses(story):
    told = story(
        "Up to {20|count|20|person} guards stay there. "
        "The motion has {20|count|20|signature} signatures."
    )

    assert told.differs() == {"what is counted: person against signature"} or told.differs() == {
        "what is counted: signature against person"
    }


def in_cents(claim):
    """A claim whose unit was marked without the braces of its code."""
    return replace(claim, unit="{cent}") if claim.unit == "cent" else claim


@pytest.mark.parametrize(("other", "together"), [("USD", True), ("GBP", False)])
def test_cents_are_of_the_currency_that_their_text_speaks_of(story, other, together):
    fares = story(
        f"A Lund ferry ticket costs {{45 cents|money|45|cent}}. It cost {{9|money|9|{other}}}.",
        "The ticket of a Lund ferry costs {$0.45|money|0.45|USD}.",
        change=in_cents,
    )

    assert (["45 cents", "$0.45"] in fares.joined()) is together
