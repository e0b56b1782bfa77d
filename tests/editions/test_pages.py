"""The pages of a small study, from records to parts."""

import json
import re
from dataclasses import replace
from decimal import Decimal

import pytest

from accord.charts.records import Row
from accord.editions.pages import (
    about,
    apart,
    cards,
    dates,
    front,
    gathered,
    independence,
    matrix,
    shared,
    unknown,
    words,
)
from accord.editions.pages.words import Words
from accord.model import Check, Cluster, Interval, Link
from accord.model.fact import Fact, NearMiss

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
    assert card.quotes[-1].said == "lower deck, so not comparable; possible"
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

    assert (cell.glyph, cell.letter, cell.value) == ("conflicts", "AB", "40 and 55")


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
    assert dates.period(written) == told


def test_the_report_opens_with_the_story_where_the_corpus_names_it(disputed):
    named = replace(disputed, corpus=replace(disputed.corpus, story="The ferry"))

    assert front.lede(disputed).kicker == "What three texts agree on, number by number"
    assert front.lede(named).kicker == "The ferry: what three texts agree on, number by number"


def test_origins_count_linked_texts_once_and_the_card_tells_the_other_count(disputed):
    agreed = replace(disputed.agreements[0], verdict="agree", pairs=(), clusters=(), n_eff=(1, 3))
    calm = replace(disputed, agreements=(agreed,))
    terms = {term: said(runs) for term, runs in about.terms(calm, calm.fact["f1"])}

    assert words.origins(agreed) == "1"
    assert cards.parts(calm)[0].counts == "3 texts, 1 origin"
    assert (
        terms["Origins"]
        == "1, linked texts counted once; 3, if only texts that name one origin were"
    )


def test_a_majority_of_linked_texts_is_told_to_be_none(disputed):
    first, second = disputed.agreements[0].rivals
    linked = replace(disputed.agreements[0], clusters=(replace(first, n_eff=(1, 2)), second))
    card = cards.parts(replace(disputed, agreements=(linked,)))[0]

    assert "By text that is two against one" in said(card.why[1])
    assert said(card.why[1]).endswith("by origin it is one against one.")


def test_texts_too_many_for_columns_stand_beside_their_own_facts(disputed, monkeypatch):
    monkeypatch.setattr(matrix, "COLUMNS", 2)
    body = matrix.part(disputed)
    told = [(cell.of, cell.value) for cell in body.rows[0].cells if cell.glyph]

    assert len(body.columns) == len(body.rows[0].cells) == matrix.PLACES
    assert told == [("a", "40"), ("c", "55"), ("b", "about 40")]


def test_a_chart_of_many_texts_has_a_row_for_each_value():
    forty = Interval.exactly(Decimal(40))
    rows = [
        Row(source=f"t{number}", label="40" if number < 7 else "55", interval=forty)
        for number in range(9)
    ]
    told = [(row.source, row.note, row.label) for row in gathered.rows(rows, Words())]

    assert gathered.rows(rows[:8], Words()) == tuple(rows[:8])
    assert told == [("Seven texts", "t0, t1, t2 …", "40"), ("Two texts", "t7, t8", "55")]


@pytest.mark.parametrize(
    ("unit", "name"),
    {"{person}": "number of people", "{berth}": "number of berths", "{city}": "number of cities",
     "{pass_key}": "number of pass keys", "{branch}": "number of branches"}.items(),
)  # fmt: skip
def test_what_is_counted_is_named_in_the_plural(unit, name):
    assert words.unit_name(unit) == name


def test_a_period_is_written_in_words():
    assert dates.period("2024-03-05") == "5\xa0March\xa02024"


@pytest.mark.parametrize(
    ("texts", "lead", "kicker"),
    [((), "0 texts", "No text could be read"), (("a.txt",), "1 text", "What one text states")],
)
def test_without_two_texts_the_report_says_why_nothing_is_compared(disputed, texts, lead, kicker):
    none: tuple[str, ...] = ()
    summary = replace(
        disputed.summary, texts=texts, multi_source=none, agreeing=none, corroborated=none,
        disputed=none, modality_differs=none,
    )  # fmt: skip
    alone = replace(disputed, summary=summary)
    told = front.lede(alone)

    assert [line[0] for line in told.lines] == [lead]
    assert told.kicker.startswith(kicker)
    assert front.origins(alone).subtitle == "A number is shared when two or more texts state it"


def test_the_first_screen_keeps_room_for_what_is_disputed(disputed):
    fact, verdict = disputed.fact["f1"], disputed.agreements[0]
    calm = [replace(fact, id=f"g{n}", label=f"calm {n}") for n in range(20)]
    agreed = [replace(verdict, fact=f.id, verdict="agree", pairs=()) for f in calm]
    many = replace(
        disputed,
        alignment=replace(disputed.alignment, facts=(*calm, fact)),
        agreements=(*agreed, verdict),
        summary=replace(disputed.summary, multi_source=(*(f.id for f in calm), "f1")),
    )
    told = front.origins(many)

    assert len(told.rows) == front.SHOWN
    assert told.rows[-1].fact == "f1"
    assert told.note.endswith("12 of 21 numbers are shown; the data hold all.")


def test_a_side_goes_by_its_narrowest_number(disputed):
    """ "About 40" holds 41 too: a dispute of 40 with 41 is none of about 40 with 41."""
    assert shared.value(disputed, disputed.fact["f1"]) == "40 or 55"


def test_many_rival_values_are_counted(disputed):
    first = disputed.agreements[0].rivals[0]
    sides = tuple(replace(first, n_eff=(1, 1)) for _ in range(6))
    torn = replace(disputed, agreements=(replace(disputed.agreements[0], clusters=sides),))

    assert words.origins(torn.agreements[0]) == "6 sides"
    assert cards.parts(torn)[0].counts == "3 texts, six rival values"
    assert shared.value(torn, torn.fact["f1"]) == "40, 40, 40 or three more"


@pytest.mark.parametrize(
    ("differs", "glyph"),
    [
        ("scope: lower deck against whole", "not-comparable"),
        ("measure: cars against vans", "silent"),
    ],
)
def test_only_the_same_thing_in_another_scope_is_marked_not_comparable(narrower, differs, glyph):
    fact, *others = narrower.alignment.facts
    two = replace(fact, claims=fact.claims[:2])
    near = NearMiss(a=two.claims[0].id, b="c4", differs=differs)
    alignment = replace(narrower.alignment, facts=(two, *others), near_misses=(near,))
    told = replace(narrower, alignment=alignment)

    assert matrix.part(told).rows[0].cells[2].glyph == glyph


def test_each_text_tells_how_many_of_the_shared_numbers_it_states(disputed):
    rows = independence.coverage(disputed).rows

    assert [[said(cell) for cell in row][::2] for row in rows] == [
        ["a", "1 of 1"],
        ["b", "1 of 1"],
        ["c", "0 of 1"],
    ]


def test_a_copy_is_no_tie_of_the_picture(findings):
    copy = Link(a="a.txt", b="z.txt", by="copy", share=1.0, group="a.txt")
    alignment = replace(findings.alignment, links=(*findings.alignment.links, copy))
    drawn = independence.figure(replace(findings, alignment=alignment))
    alone = independence.figure(replace(findings, alignment=replace(alignment, links=(copy,))))

    assert drawn == independence.figure(findings)
    assert drawn is not None
    assert alone is None
