import json
import re
import subprocess
import time
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from accord import editions
from accord.editions import comparing, content, manifest, revision, told, told_markdown
from accord.errors import EditionError
from accord.model import Interval, Setting, lines
from accord.project import Project

SMALLER = (Setting(name="about", value=0.05),)


@pytest.fixture
def compared(findings, recipe):
    """Compares the study with another one, each with a recipe."""

    def between(other, made=None):
        return comparing.between(
            content.of(findings, recipe()), content.of(other, made or recipe())
        )

    return between


def with_claims(findings, *claims):
    fact = replace(findings.alignment.facts[0], claims=claims)
    return replace(findings, claims=claims, alignment=replace(findings.alignment, facts=(fact,)))


def with_verdict(findings, **changes):
    return replace(findings, agreements=(replace(findings.agreements[0], **changes),))


def test_nothing_changed_is_silent(compared, findings):
    nothing = compared(findings)

    assert nothing.same
    assert told.text(nothing) == told_markdown.to_markdown(nothing) == ""


def test_a_claim_that_reads_otherwise_says_what_and_why(compared, findings, recipe):
    first, second, third = findings.claims
    wider = replace(second, interval=Interval(Decimal(38), Decimal(42)))
    (change,) = compared(
        with_claims(findings, first, wider, third), recipe(settings=SMALLER)
    ).claims

    assert (change.id, change.how, change.because) == (
        "c2",
        "changed",
        "parameter about 0.1 -> 0.05",
    )
    assert [(c.field, c.old, c.new) for c in change.fields] == [("low", 36, 38), ("high", 44, 42)]


def test_an_edited_sentence_is_a_changed_claim(compared, findings):
    first, second, third = findings.claims
    edited = replace(third, id="c9", value=Interval.exactly(Decimal(56)), text="56 cars")
    (change,) = compared(with_claims(findings, first, second, edited)).claims

    assert (change.id, change.old_id, change.how) == ("c9", "c3", "changed")


def test_a_claim_that_only_moved_in_its_text_is_the_same(compared, findings):
    first, second, third = findings.claims
    moved = replace(third, span=replace(third.span, start=5, end=12))

    assert compared(with_claims(findings, first, second, moved)).same


def test_a_text_that_came_is_the_cause_of_its_claims_whatever_else_differs(
    compared, findings, recipe
):
    corpus = replace(findings.corpus, sources=findings.corpus.sources[:2])
    less = replace(with_claims(findings, *findings.claims[:2]), corpus=corpus)
    change = compared(less, recipe(settings=SMALLER, code=(("lib", "2"), ("theme", "1"))))

    assert [(c.id, c.how, c.because) for c in change.claims] == [
        ("c3", "removed", "text c.txt removed")
    ]
    assert change.facts[0].because.startswith("several causes: text c.txt removed; ")


@pytest.mark.parametrize(
    ("field", "old", "new"),
    [
        ("verdict", "conflict", "agree"),
        ("n_eff", [2, 2], [1, 2]),
        ("confidence", "disputed", "low"),
        ("modality", "same", "differs"),
    ],
)
def test_a_verdict_that_moved_is_told(compared, findings, field, old, new):
    value = tuple(new) if isinstance(new, list) else new
    (change,) = compared(with_verdict(findings, **{field: value})).facts

    assert [(c.field, c.old, c.new) for c in change.fields] == [(field, old, new)]


@pytest.mark.parametrize(
    ("changes", "because"),
    [
        ({"code": (("lib", "2"), ("theme", "1"))}, "code lib changed"),
        ({"versions": (("accord", "1.0"), ("selectolax", "2"))}, "library selectolax None -> 2"),
        ({"code": (("lib", "1"), ("theme", "2"))}, "nothing that is recorded differs"),
        (
            {"code": (), "versions": ()},
            "code or a library: texts, tables and parameters are the same",
        ),
        ({"code": (), "settings": SMALLER}, "parameter about 0.1 -> 0.05, or the code"),
        (
            {"settings": SMALLER, "code": (("lib", "2"),)},
            "several causes: parameter about 0.1 -> 0.05; code lib changed",
        ),
    ],
)
def test_a_cause_is_named_only_as_far_as_it_is_proven(compared, findings, recipe, changes, because):
    (change,) = compared(with_verdict(findings, verdict="agree"), recipe(**changes)).facts

    assert change.because == because


def test_a_parameter_that_no_claim_depends_on_is_no_cause_of_a_claim(compared, findings, recipe):
    first, *rest = findings.claims
    links = (Setting(name="about", value=0.1), Setting(name="link_share", value=0.5))
    other = with_claims(findings, replace(first, measure="seats"), *rest)
    change = compared(other, recipe(settings=links, code=(("lib", "2"), ("theme", "1"))))

    assert change.claims[0].because == "code lib changed"


def test_without_a_manifest_no_cause_is_claimed(findings):
    other = with_verdict(findings, verdict="agree")
    change = comparing.between(content.of(findings), content.of(other))

    assert change.facts[0].because.startswith("not recorded")


def test_a_fact_is_followed_by_the_claims_it_shares(compared, findings):
    fact = replace(findings.alignment.facts[0], id="f7", claims=findings.claims[:2])
    verdict = replace(findings.agreements[0], fact="f7")
    other = replace(
        findings,
        alignment=replace(findings.alignment, facts=(fact,)),
        agreements=(verdict,),
    )
    (change,) = compared(other).facts

    assert (change.id, change.old_id, change.how) == ("f7", "f1", "changed")
    assert change.claims_removed == ("c3",)


def test_facts_that_merge_and_split_are_told_apart_from_new_ones(compared, findings, recipe):
    whole = findings.alignment.facts[0]
    parts = (
        replace(whole, claims=findings.claims[:2]),
        replace(whole, id="f3", claims=findings.claims[2:]),
    )
    split = replace(findings, alignment=replace(findings.alignment, facts=parts))
    there = compared(split).facts
    back = comparing.between(content.of(split, recipe()), content.of(findings, recipe())).facts

    assert [(f.how, f.id, f.old_id) for f in there if f.how != "changed"] == [("split", "f3", "f1")]
    assert [(f.how, f.id, f.old_id) for f in back if f.how != "changed"] == [("merged", "f1", "f3")]


def test_a_text_that_was_renamed_keeps_its_claims(compared, findings):
    names = {"a.txt": "z.txt"}
    sources = tuple(replace(s, file=names.get(s.file, s.file)) for s in findings.corpus.sources)
    claims = tuple(
        replace(c, id=f"n{c.id}", source="z.txt") if c.source in names else c
        for c in findings.claims
    )
    link = replace(findings.alignment.links[0], a="z.txt")
    other = replace(
        with_claims(findings, *claims), corpus=replace(findings.corpus, sources=sources)
    )
    other = replace(other, alignment=replace(other.alignment, links=(link,)))
    change = compared(other)

    assert (change.claims, change.links) == ((), ())
    assert [one.words for one in change.differences] == ["text z.txt was a.txt"]


def test_headline_links_and_lists_are_compared_too(compared, findings):
    other = replace(
        findings,
        summary=replace(findings.summary, disputed=()),
        set_aside=(),
        alignment=replace(findings.alignment, links=(), near_misses=()),
    )
    change = compared(other)

    assert [(c.field, c.old, c.new) for c in change.headline] == [("disputed", 1, 0)]
    assert [c.field for c in change.links] == ["a.txt and b.txt by wording"]
    assert [c.field for c in change.others] == ["near misses", "numbers set aside"]


def test_a_change_back_is_the_mirror_of_the_change(findings, recipe):
    first, second, _ = findings.claims
    old = content.of(findings, recipe())
    new = content.of(with_claims(findings, replace(first, unit="t"), second), recipe())
    there, back = comparing.between(old, new), comparing.between(new, old)

    mirror = {"added": "removed", "removed": "added", "changed": "changed"}
    assert sorted((c.old_id or c.id, c.how) for c in there.claims) == sorted(
        (c.id, mirror[c.how]) for c in back.claims
    )


def test_two_published_editions_name_the_files_that_differ(tmp_path, findings, recipe, writer):
    root, today = tmp_path / "editions", date(2031, 5, 1)
    editions.publish(writer(findings), recipe(), root, today)
    other = with_verdict(findings, verdict="agree")
    editions.publish(writer(other), recipe(settings=SMALLER), root, today)
    change = editions.compare(root / "1", root / "2")

    assert (change.old.edition, change.new.edition) == (1, 2)
    assert [c.field for c in change.files] == ["agreements.jsonl", "report.md"]


def test_the_text_reads_as_one_entry_a_fact(compared, findings, recipe):
    other = with_verdict(findings, verdict="agree")

    assert told.text(compared(other, recipe(settings=SMALLER))).splitlines()[1:] == [
        "facts:",
        "  ~ cars on the ferry (f1)",
        "      verdict: conflict -> agree",
        "      because: parameter about 0.1 -> 0.05",
        "  made with: parameter about 0.1 -> 0.05",
    ]


def test_markdown_shows_hostile_words_as_they_are_typed(compared, findings):
    first, *rest = findings.claims
    hostile = replace(first, measure="| <b>[x](javascript:1)\n\x1b[31m\u202e")
    shown = told_markdown.to_markdown(compared(with_claims(findings, hostile, *rest)))

    assert "<b>" not in shown
    assert not re.search(r"(?<!\\)[\[\]<>]", shown)
    assert not {"\x1b", "\u202e"} & set(shown)


def test_markdown_fits_a_comment_however_much_changed(findings, recipe):
    many = tuple(replace(findings.claims[0], id=f"n{i}", measure=f"m{i}") for i in range(2000))
    old, new = (
        content.of(with_claims(findings, *findings.claims)),
        content.of(with_claims(findings, *many), recipe()),
    )
    shown = told_markdown.to_markdown(comparing.between(old, new))

    assert "rows more" in shown
    assert len(shown) < 65_536


def test_json_tells_every_field(compared, findings):
    row = json.loads(told.to_json(compared(with_verdict(findings, verdict="agree"))))

    assert row["same"] is False
    assert row["facts"][0]["fields"] == [{"field": "verdict", "old": "conflict", "new": "agree"}]


def two_with(claims, findings, folder):
    """Two folders with that many claims, each of them in another unit in the second."""
    old = tuple(
        replace(findings.claims[0], id=f"n{i:04}", value=Interval.exactly(Decimal(i)))
        for i in range(claims)
    )
    for name, stated in (("old", old), ("new", tuple(replace(c, unit="t") for c in old))):
        lines.write(with_claims(findings, *stated), folder / name)
    return folder / "old", folder / "new"


def work_of(compare):
    """The least CPU time of three goes: what a busy machine adds is not its work."""
    taken = []
    for _ in range(3):
        start = time.process_time()
        compare()
        taken.append(time.process_time() - start)
    return min(taken)


def test_the_work_of_comparing_grows_with_the_claims_and_not_with_their_square(tmp_path, findings):
    few, many = (two_with(claims, findings, tmp_path / str(claims)) for claims in (200, 1600))
    change = editions.compare(*many)

    assert len(change.claims) == 1600
    assert work_of(lambda: editions.compare(*many)) < 24 * work_of(lambda: editions.compare(*few))


def test_a_folder_that_is_no_edition_is_an_error(tmp_path):
    with pytest.raises(EditionError, match=r"claims\.jsonl"):
        editions.compare(tmp_path, tmp_path)


@pytest.fixture
def home(tmp_path, findings, recipe, writer):
    """A project in git: edition 1 in its first commit, edition 2 in its second."""
    project = Project(root=tmp_path, home=tmp_path)
    project.editions.parent.mkdir()
    who = ["-c", "user.name=a", "-c", "user.email=a@b", "-c", "commit.gpgsign=false"]
    git = ["git", "-C", str(tmp_path)]
    subprocess.run([*git, "init", "-q"], check=True)
    for verdict, settings in (("conflict", recipe().settings), ("agree", SMALLER)):
        build = writer(with_verdict(findings, verdict=verdict))
        editions.publish(build, recipe(settings=settings), project.editions, date(2031, 5, 1))
        subprocess.run([*git, "add", "-A"], check=True)
        subprocess.run([*git, *who, "commit", "-q", "-m", verdict], check=True)
    return project


@pytest.mark.parametrize(
    ("word", "number"),
    [("1", 1), ("HEAD", 2), ("HEAD~1", 1), ("HEAD:report/editions/1", 1)],
)
def test_an_edition_goes_by_number_or_by_revision(home, word, number):
    with revision.folder(word, home) as folder:
        assert manifest.read(folder).edition == number


def test_a_folder_is_taken_as_it_is(home):
    with revision.folder(str(home.editions / "2"), home) as folder:
        assert folder == home.editions / "2"


@pytest.mark.parametrize("word", ["9", "--output=x", "nowhere", "HEAD:nowhere", "", "HEAD:../x"])
def test_a_word_that_names_no_edition_is_an_error(home, word):
    with pytest.raises(EditionError), revision.folder(word, home) as folder:
        manifest.read(folder)
