"""The pages of a small study, from records to parts."""

import json
import re
from dataclasses import replace
from decimal import Decimal

import pytest

from accord.editions.pages import about, apart, cards, front, matrix, unknown, words
from accord.model import Check, Cluster, Interval
from accord.model.fact import Fact

NUMBER = re.compile(r"\d+")


@pytest.fixture(scope="module")
def disputed(findings):
    """The study with its rival values told as two clusters."""
    verdict = findings.agreements[0]
    rival = Cluster(
        interval=Interval.exactly(Decimal(55)),
        category=None,
        claims=("c3",),
        sources=("c.txt",),
        n_eff=(1, 1),
    )
    told = replace(verdict, clusters=(*verdict.clusters, rival))
    return replace(findings, agreements=(told,))


@pytest.fixture(scope="module")
def narrower(disputed):
    """The study where the third text gives the rivals' number too, for a part of the thing."""
    part = replace(
        disputed.claims[0],
        id="c4",
        source="c.txt",
        span=disputed.claims[2].span,
        scope=("lower deck",),
        modality="potential",
    )
    other = Fact(id="f2", label="cars on the lower deck", unit="{car}", claims=(part,))
    alignment = replace(disputed.alignment, facts=(*disputed.alignment.facts, other))
    alone = replace(disputed.agreements[0], fact="f2", verdict="single-source", pairs=())
    return replace(
        disputed,
        claims=(*disputed.claims, part),
        alignment=alignment,
        agreements=(*disputed.agreements, alone),
    )


def plain(part):
    return json.dumps(part.content(), ensure_ascii=False, sort_keys=True)


def said(runs):
    return "".join(run.text for run in runs)


def test_the_first_lines_count_what_the_body_shows(disputed):
    body = matrix.part(disputed)
    shown = [row for row in body.rows if not row.beyond]
    leads = dict(enumerate(lead for lead, _ in front.lede(disputed).lines))
    shared, every = map(int, NUMBER.findall(leads[0]))
    agreeing, among = map(int, NUMBER.findall(leads[1]))

    assert shared == among == len(shown) == len(front.origins(disputed).rows)
    assert every - shared == len(unknown.once(disputed).rows)
    assert agreeing == sum(row.verdict in ("corroborated", "one-origin") for row in shown)
    assert len(cards.parts(disputed)) == len(body.rows)


def test_a_claim_of_a_part_stands_beside_the_dispute_and_is_no_side_of_it(narrower):
    fact = narrower.fact["f1"]
    card = cards.parts(narrower)[0]

    assert [claim.id for claim in apart.claims(narrower, fact)] == ["c4"]
    assert card.quotes[-1].said == "lower deck, so not comparable; potential"
    assert any("not comparable" in cell for row in card.figure.rows for cell in row)


def test_a_fact_without_dispute_has_nothing_apart(narrower):
    agreed = replace(narrower.agreements[0], verdict="agree", pairs=())
    calm = replace(narrower, agreements=(agreed, narrower.agreements[1]))

    assert apart.claims(calm, calm.fact["f1"]) == ()


def test_about_a_number_tells_definition_unit_sources_and_steps(disputed):
    terms = {term: said(runs) for term, runs in about.terms(disputed, disputed.fact["f1"])}

    assert list(terms)[:4] == ["Definition", "Unit, period", "Sources", "Steps"]
    assert terms["Sources"] == "a, b, c; stated three times in all"
    assert "at least one pair does not meet" in terms["Steps"]
    assert terms["Named origins"] == "the port"


def test_a_computed_number_shows_formula_and_rounding(disputed):
    change = Interval.exactly(Decimal("-12.34567891"))
    computed = replace(
        disputed.claims[0],
        id="c9",
        unit="%",
        value=change,
        interval=change,
        derived_from=("c1", "c2"),
        formula="100 \N{MULTIPLICATION SIGN} (2000000 EUR ÷ 3000000 EUR)",
    )
    fact = replace(disputed.fact["f1"], unit="%", claims=(computed,))
    alignment = replace(disputed.alignment, facts=(fact,))
    terms = {
        term: said(runs) for term, runs in about.terms(replace(disputed, alignment=alignment), fact)
    }

    assert terms["Formula"] == "40 cars: 100 \N{MULTIPLICATION SIGN} (€2\xa0m ÷ €3\xa0m)"
    assert (
        terms["Rounding"]
        == "kept as \N{MINUS SIGN}12.34567891\xa0%, shown as \N{MINUS SIGN}12.3\xa0%"
    )


def test_a_text_on_both_sides_is_shown_on_both(disputed):
    verdict = disputed.agreements[0]
    own = replace(disputed.claims[2], id="c5", source="a.txt")
    rivals = (verdict.clusters[0], replace(verdict.clusters[1], claims=("c3", "c5")))
    fact = replace(disputed.fact["f1"], claims=(*disputed.fact["f1"].claims, own))
    both = replace(
        disputed,
        claims=(*disputed.claims, own),
        alignment=replace(disputed.alignment, facts=(fact,)),
        agreements=(replace(verdict, clusters=rivals),),
    )
    cell = matrix.part(both).rows[0].cells[0]

    assert (cell.glyph, cell.letter, cell.value) == ("conflicts", "", "40 and 55")


def test_a_number_stated_once_says_how_many_outside_figures_fit_and_where(disputed):
    check = Check(
        figure="cars",
        period=None,
        value=Interval.exactly(Decimal(40)),
        unit="{car}",
        issuer="the harbour office",
        url=None,
        claim="c1",
        implied=Interval.exactly(Decimal(40)),
        finding="consistent",
        why="a long sentence",
    )
    checks = (check, replace(check, finding="not consistent"))
    alone = replace(
        disputed,
        agreements=(replace(disputed.agreements[0], checks=checks),),
        summary=replace(disputed.summary, multi_source=(), single_source=("f1",)),
    )
    last = unknown.once(alone).rows[0][-1]

    assert said(last) == "one of two outside figures fits"
    assert last[-1].link == "#table-checks"


def test_every_digit_is_accounted_for_with_its_share(disputed):
    assert "All 4 digits and number words" in unknown.aside(disputed).note
    assert "3 (75\xa0%) in claims, 1 set aside" in unknown.aside(disputed).note


def test_swapping_two_names_of_sources_changes_only_the_names(disputed):
    swap = {"a.txt": "b.txt", "b.txt": "a.txt"}
    named = [
        replace(source, outlet=f"outlet of {swap.get(source.file, source.file)}")
        for source in disputed.corpus.sources
    ]
    other = [
        replace(source, outlet=f"outlet of {source.file}") for source in disputed.corpus.sources
    ]
    ours, theirs = (
        replace(disputed, corpus=replace(disputed.corpus, sources=tuple(sources)))
        for sources in (named, other)
    )
    mark = str.maketrans({"a": "b", "b": "a"})

    def renamed(text):
        return re.sub(r"(?<=outlet of )[ab]", lambda found: found[0].translate(mark), text)

    for page in (matrix.part, front.lede, front.origins):
        assert renamed(plain(page(ours))) == plain(page(theirs))


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("2024", "2024"),
        ("2024-03", "March\xa02024"),
        ("2024-01/2024-11", "January to November\xa02024"),
        ("2023-12/2024-02", "December\xa02023 to February\xa02024"),
        ("2023/2024", "2023 to 2024"),
        (None, ""),
    ],
)
def test_a_period_is_told_in_words(written, told):
    assert words.period(written) == told
