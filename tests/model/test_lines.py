import json
from datetime import date
from decimal import Decimal
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from accord.errors import EditionError
from accord.model import (
    Agreement,
    Alignment,
    Check,
    Claim,
    Cluster,
    Corpus,
    Fact,
    Findings,
    Interval,
    Link,
    NearMiss,
    Pair,
    SetAside,
    Setting,
    Source,
    Span,
    Summary,
    lines,
)

KEYS = {
    "claims": (
        "id source start end text sentence kind value_low value_high low high low_closed "
        "high_closed unit unit_text modifier direction measure subject period scope modality "
        "speaker root derived_from formula restates category rule coded_by doubts"
    ),
    "sources": "source sha256 chars encoding language outlet title date status reason copy_of",
    "facts": "id label measure subject period scope unit claims sources",
    "agreements": (
        "fact verdict n_sources n_eff confidence modality gap clusters why explained_by pairs"
    ),
    "near_misses": "a b differs",
    "set_aside": "source start end text reason",
    "links": "a b by share group",
}

words = st.text(max_size=12)
maybe = st.none() | words
spans = st.tuples(st.integers(0, 999), st.integers(0, 99)).map(lambda s: Span(s[0], s[0] + s[1]))
amounts = st.decimals(-(10**15), 10**15, places=6)
ordinals = st.dates().map(lambda day: Decimal(day.toordinal()))
minutes = st.integers(0, 24 * 60 - 1).map(Decimal)
shares = st.integers(0, 1000).map(lambda part: part / 1000)
numbers = st.integers(0, 99)
pairs = st.builds(Pair, a=words, b=words, relation=words)
tuples = st.lists(words, max_size=3).map(tuple)


@st.composite
def intervals(draw, ends=amounts):
    low, high = sorted([draw(ends), draw(ends)])
    low, high = draw(st.sampled_from([(low, high), (None, high), (low, None), (None, None)]))
    return Interval(low, high, draw(st.booleans()), draw(st.booleans()))


@st.composite
def claims(draw, key=words):
    kind, ends = draw(
        st.sampled_from([("money", amounts), ("date", ordinals), ("time", minutes)]),
    )
    low, high = sorted([draw(ends), draw(ends)])
    return Claim(
        id=draw(key),
        source=draw(words),
        span=draw(spans),
        text=draw(words),
        sentence=draw(spans),
        kind=kind,
        value=draw(st.sampled_from([None, Interval(low, high), Interval(low, None)])),
        interval=draw(st.none() | intervals(ends)),
        unit=draw(maybe),
        unit_text=draw(st.sampled_from([None, "GMT", "dollars"])),
        modifier=draw(words),
        resolution=abs(draw(amounts)),
        measure=draw(maybe),
        period=draw(maybe),
        scope=draw(tuples),
        modality=draw(st.sampled_from(["asserted", "denied"])),
        derived_from=draw(tuples),
        doubts=draw(tuples),
        category=draw(maybe),
    )


@st.composite
def agreements(draw, fact):
    clusters = st.builds(
        Cluster,
        interval=st.none() | intervals(),
        category=maybe,
        claims=tuples,
        sources=tuples,
        n_eff=st.tuples(numbers, numbers),
    )
    checks = st.builds(
        Check,
        figure=words,
        period=maybe,
        value=intervals(),
        unit=maybe,
        issuer=maybe,
        url=maybe,
        claim=words,
        implied=intervals(),
        finding=words,
        why=words,
    )
    return Agreement(
        fact=fact,
        verdict=draw(words),
        n_sources=draw(numbers),
        n_eff=(draw(numbers), draw(numbers)),
        confidence="low",
        gap=draw(st.none() | shares),
        core=draw(st.none() | intervals()),
        clusters=draw(st.lists(clusters, max_size=2).map(tuple)),
        pairs=draw(st.lists(pairs, max_size=2).map(tuple)),
        checks=draw(st.lists(checks, max_size=1).map(tuple)),
        reviewed=draw(maybe),
    )


def summary(**changes):
    ids = ["texts", "refused", "copies", "multi_source", "agreeing", "corroborated", "disputed"]
    ids += ["compatible", "single_source", "modality_differs", "beyond_numbers", "groups"]
    ids += ["pairwise", "alpha", "coverage"]
    counts = ["claims", "facts", "numbers_read", "numbers_set_aside"]
    told = dict.fromkeys(ids, ()) | dict.fromkeys(counts, 0) | {"wilson": None}
    return Summary(**{**told, **changes})


def study(**changes):
    told = {
        "corpus": Corpus(),
        "settings": (Setting(name="about", value=0.1),),
        "claims": (),
        "set_aside": (),
        "alignment": Alignment(),
        "agreements": (),
        "summary": summary(),
    }
    return Findings(**{**told, **changes})


def written_and_read(findings):
    with TemporaryDirectory() as folder:
        lines.write(findings, Path(folder))
        return lines.read(Path(folder), corpus=findings.corpus, settings=findings.settings)


def row_of(claim):
    return json.loads(lines.dumps(next(lines.as_rows(study(claims=(claim,)))["claims"])))


def a_claim(**changes):
    told = {
        "id": "c1",
        "source": "a.txt",
        "span": Span(4, 9),
        "text": "9 mph",
        "sentence": Span(0, 20),
        "kind": "count",
    }
    return Claim(**{**told, **changes})


@settings(max_examples=60)
@given(st.data())
def test_a_study_that_is_written_and_read_again_is_the_same_study(data):
    keys = data.draw(st.lists(words, max_size=4, unique=True))
    stated = tuple(data.draw(claims(st.just(key))) for key in keys)
    stated = tuple(sorted(stated, key=lambda c: (c.source, c.span.start, c.id)))
    facts = tuple(Fact(id=f"f{i}", label="x", claims=(c,)) for i, c in enumerate(stated))
    links = data.draw(
        st.lists(st.builds(Link, a=words, b=words, by=words, share=shares, group=words), max_size=1)
    )
    aside = st.builds(SetAside, source=words, start=numbers, end=numbers, text=words, reason=words)
    findings = study(
        claims=stated,
        set_aside=tuple(data.draw(st.lists(aside, max_size=1))),
        alignment=Alignment(
            facts=facts, links=tuple(links), near_misses=(NearMiss(a="x", b="y", differs="unit"),)
        ),
        summary=summary(wilson=(0.1, 0.5), groups=(("a", "b"),), alpha=(("%", 0.5, 10, "why"),)),
    )

    assert written_and_read(findings) == findings


@settings(max_examples=60)
@given(agreements("f1"))
def test_an_agreement_comes_back_as_it_was(agreement):
    assert written_and_read(study(agreements=(agreement,))).agreements == (agreement,)


@given(st.text())
def test_a_line_of_any_text_is_one_line_of_utf_8(text):
    line = lines.dumps({"text": text})

    line.encode()
    assert line.splitlines() == [line]
    assert lines.loads(line) == {"text": text}


@given(st.decimals(allow_nan=False, allow_infinity=False))
def test_an_amount_is_a_json_number_of_the_same_value(amount):
    assert lines.loads(lines.number(amount)) == amount


@pytest.mark.parametrize(
    ("amount", "written"),
    [
        ("90082000000", "90082000000"),
        ("1.3", "1.3"),
        ("1.3E+9", "1300000000"),
        ("1300000000.0", "1300000000"),
        ("-30.30303030", "-30.30303030"),
        ("-0", "0"),
        ("2E-7", "0.0000002"),
    ],
)
def test_an_amount_is_written_in_plain_digits(amount, written):
    assert lines.number(Decimal(amount)) == written


def test_a_float_is_written_without_binary_noise():
    assert lines.dumps([0.1 + 0.2, 1.0]) == "[0.3, 1]"


@pytest.mark.parametrize("amount", ["NaN", "Infinity", "-Infinity"])
def test_what_is_no_number_is_never_written_nor_read(amount):
    with pytest.raises(ValueError, match="finite"):
        lines.dumps(Decimal(amount))
    with pytest.raises(EditionError):
        lines.loads(amount)


def test_an_end_that_was_computed_has_no_closing_zeros():
    about = Interval(Decimal("68.60"), Decimal("71.40"))
    row = next(lines.as_rows(study(claims=(a_claim(interval=about),)))["claims"])

    assert (str(row["low"]), str(row["high"])) == ("68.6", "71.4")


def test_a_date_is_written_as_iso_days():
    june = Interval.days(date(2031, 6, 1), date(2031, 6, 30))
    row = row_of(a_claim(kind="date", value=june, interval=june))

    assert (row["low"], row["high"]) == ("2031-06-01", "2031-06-30")


@pytest.mark.parametrize(
    ("zone", "minute", "written"),
    [("GMT", "270", "T04:30Z"), (None, "270", "T04:30"), ("local time", "0.5", "T00:00:30")],
)
def test_a_time_of_day_says_its_zone_only_where_it_is_utc(zone, minute, written):
    at = Interval.exactly(Decimal(minute))

    assert row_of(a_claim(kind="time", unit_text=zone, interval=at))["low"] == written


def test_an_open_end_is_null_and_keeps_its_flag():
    row = row_of(a_claim(interval=Interval(Decimal(5), None, low_closed=False)))

    assert (row["low"], row["high"], row["low_closed"]) == (5, None, False)


def test_keys_stand_in_the_order_of_the_contract():
    fact = Fact(id="f1", label="speed", claims=(a_claim(),))
    verdict = Agreement(fact="f1", verdict="agree", n_sources=2, n_eff=(1, 2), confidence="low")
    rows = lines.as_rows(
        study(
            corpus=Corpus(sources=(Source(file="a.txt", sha256="0"),)),
            claims=(a_claim(),),
            set_aside=(SetAside(source="a.txt", start=0, end=1, text="1", reason="r"),),
            alignment=Alignment(
                facts=(fact,),
                links=(Link(a="a", b="b", by="copy", share=1, group="a"),),
                near_misses=(NearMiss(a="x", b="y", differs="unit"),),
            ),
            agreements=(verdict,),
        )
    )

    for name, keys in KEYS.items():
        assert " ".join(next(rows[name])).startswith(keys)


def test_records_are_sorted_whatever_order_they_come_in():
    three = [a_claim(id=key, source=source) for key, source in ("1b", "3a", "2a")]
    rows = list(lines.as_rows(study(claims=tuple(three)))["claims"])

    assert [row["id"] for row in rows] == ["2", "3", "1"]


def test_the_summary_says_each_count_beside_its_ids(tmp_path):
    lines.write(study(summary=summary(agreeing=("f1", "f2"))), tmp_path)
    told = json.loads((tmp_path / "summary.json").read_text(encoding="utf-8"))

    assert told["agreeing"] == {"count": 2, "ids": ["f1", "f2"]}


@pytest.mark.parametrize("line", ["{", "[]", '{"id": 1}', "[" * 5000, '{"a": NaN}'])
def test_a_broken_line_is_named(tmp_path, line):
    lines.write(study(), tmp_path)
    (tmp_path / "claims.jsonl").write_text(f"{line}\n", encoding="utf-8")

    with pytest.raises(EditionError, match=r"claims\.jsonl line 1|no amount"):
        lines.read(tmp_path)


def test_without_a_corpus_the_texts_come_back_empty(tmp_path):
    source = Source(file="a.txt", sha256="0", chars=4, outlet="a paper", text="1 2.")
    lines.write(study(corpus=Corpus(sources=(source,))), tmp_path)
    (read,) = lines.read(tmp_path).corpus.sources

    assert (read.file, read.outlet, read.chars, read.text) == ("a.txt", "a paper", 4, "")
