"""The answers that two people coding by hand gave for the five seeds (DESIGN, section 4)."""

from decimal import Decimal

import pytest

from accord import parameters
from accord.study import flow

# (words in the sentence of a claim, verdict, texts, does independent support reach two)
KNOWN = [
    ("$1.5 billion", "agree", {"000", "002", "004"}, False),
    ("personnel could be stationed", "agree", {"000", "002", "004"}, False),
    ("for up to 10 years", "agree", {"000", "002", "004"}, False),
    ("less than 50 miles from a", "agree", {"002", "004"}, False),
    ("opening in November 2024", "agree", {"000", "001", "004"}, True),
    ("from 33 days to 23 days", "agree", {"000", "001"}, True),
    ("US$3 billion", "conflict", {"002", "003", "004"}, False),
]
KINDS = {
    "$1.5 billion": "money",
    "personnel could be stationed": "count",
    "for up to 10 years": "duration",
    "less than 50 miles from a": "distance",
    "opening in November 2024": "date",
    "from 33 days to 23 days": "percent",
    "US$3 billion": "money",
}


def text_of(seeds, claim):
    return seeds.sources[claim.source].text


def facts_about(seeds, words):
    return [
        fact
        for fact in seeds.alignment.facts
        if len(fact.sources) > 1
        and any(
            claim.kind == KINDS[words] and words in claim.sentence.of(text_of(seeds, claim))
            for claim in fact.claims
        )
    ]


def short(files):
    return {file[:3] for file in files}


@pytest.mark.parametrize(("words", "verdict", "texts", "corroborated"), KNOWN)
def test_a_shared_number_has_its_known_verdict(seeds, words, verdict, texts, corroborated):
    found = facts_about(seeds, words)
    judged = seeds.verdict[found[0].id]

    assert len(found) == 1
    assert judged.verdict == verdict
    assert texts <= short(found[0].sources)
    assert judged.corroborated == corroborated


def test_seven_numbers_are_shared_six_agree_and_two_are_corroborated(seeds):
    summary = seeds.summary

    assert len(summary.multi_source) == 7
    assert len(summary.agreeing) == 6
    assert len(summary.corroborated) == 2
    assert len(summary.disputed) == 1


def test_three_texts_are_linked_and_two_stand_alone(seeds):
    groups = [short(group) for group in seeds.summary.groups]
    pairs = {tuple(sorted(short((link.a, link.b)))) for link in seeds.alignment.links}

    assert {"000", "002", "004"} in groups
    assert {"001"} in groups
    assert {"003"} in groups
    assert pairs == {("000", "002"), ("000", "004"), ("002", "004")}


def test_the_dispute_over_the_port_is_one_origin_against_one_and_says_why(seeds):
    judged = seeds.verdict[seeds.summary.disputed[0]]

    assert [cluster.n_eff[0] for cluster in judged.clusters] == [1, 1]
    assert round(judged.gap, 6) == 0.566667
    assert "stage" in judged.explained_by


def test_the_computed_change_keeps_its_formula_and_stands_beside_the_stated_one(seeds):
    fact = facts_about(seeds, "from 33 days to 23 days")[0]
    computed = next(claim for claim in fact.claims if claim.derived_from)

    assert computed.value.low == Decimal("-30.30303030")
    assert "33" in computed.formula
    assert "23" in computed.formula


TRAPS = [
    ("20 U.S. government or private", "20 signatures"),
    ("grew by over 30%", "by about 30%"),
    ("less than 50 miles from the", "(43 miles)"),
    ("all of Peru\u2019s iron", "a fifth of its copper"),
    ("dating back to at least late 2024", "began in late 2024"),
]


@pytest.mark.parametrize(("one", "other"), TRAPS)
def test_the_same_number_of_another_thing_stays_apart(seeds, one, other):
    def facts_with(words):
        return {
            fact.id
            for fact in seeds.alignment.facts
            for claim in fact.claims
            if abs(text_of(seeds, claim).find(words) + len(words) / 2 - claim.span.start)
            < len(words)
            and words in text_of(seeds, claim)
        }

    assert facts_with(one)
    assert facts_with(other)
    assert not facts_with(one) & facts_with(other)


def test_the_growth_of_exports_rests_on_one_text_and_outside_figures_check_it(seeds):
    checks = [check for judged in seeds.agreements for check in judged.checks]
    found = {check.value.low: check.finding for check in checks if check.implied != check.value}

    assert found.get(74_463_000_000) == "consistent"
    assert found.get(74_664_000_000) == "consistent"
    assert found.get(75_916_000_000) == "not consistent"


def test_certainty_drifts_from_could_to_will_on_the_staffing(seeds):
    fact = facts_about(seeds, "personnel could be stationed")[0]
    said = {claim.source[:3]: claim.modality for claim in fact.claims}

    assert seeds.verdict[fact.id].modality == "differs"
    assert said["002"] == "potential"
    assert said["000"] != "potential"


def test_the_operator_and_the_package_conflict_beyond_the_numbers(seeds):
    labels = {seeds.fact[i].label: seeds.verdict[i].verdict for i in seeds.summary.beyond_numbers}

    assert [v for label, v in labels.items() if "operates" in label] == ["conflict"]
    assert [v for label, v in labels.items() if "package" in label] == ["conflict"]


def test_a_currency_that_does_not_fit_the_country_is_kept_as_stated_with_a_doubt(seeds):
    claim = next(c for c in seeds.claims if "pesos" in c.text)

    assert claim.unit is None
    assert claim.unit_text == "pesos"
    assert claim.doubts


def test_the_digits_of_an_address_are_no_claim(seeds):
    aside = [a for a in seeds.set_aside if "7606000667093631526" in a.text]

    assert len(aside) == 1
    assert not [c for c in seeds.claims if "7606000667093631526" in c.text]


def test_a_narrow_about_parts_the_computed_change_from_the_stated_one():
    narrow = flow.find(parameters.check({"about": 0.005}))
    fact = facts_about(narrow, "from 33 days to 23 days")[0]

    assert narrow.verdict[fact.id].verdict == "conflict"


def test_without_the_codebook_at_least_five_of_the_seven_are_found():
    plain = flow.find(parameters.check({"codebook": False}))
    found = [words for words, *_ in KNOWN if facts_about(plain, words)]

    assert len(found) >= 5
