"""A small invented study of three texts on a ferry, for the tests of this room."""

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from accord.editions.manifest import File, Recipe
from accord.model import (
    Agreement,
    Alignment,
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

TEXTS = {
    "a.txt": "The ferry carries 40 cars.\n",
    "b.txt": "About 40 cars fit on the ferry, the port says.\n",
    "c.txt": "It takes 55 cars. Page 7.\n",
}


def claim(key, file, number, **more):
    start = TEXTS[file].index(str(number))
    told = {
        "id": key,
        "source": file,
        "span": Span(start, start + 7),
        "text": TEXTS[file][start : start + 7],
        "sentence": Span(0, TEXTS[file].index(".") + 1),
        "kind": "count",
        "value": Interval.exactly(Decimal(number)),
        "interval": Interval.exactly(Decimal(number)),
        "unit": "{car}",
        "measure": "cars",
        "rule": "count",
        "resolution": Decimal(1),
    }
    return Claim(**{**told, **more})


@pytest.fixture(scope="session")
def findings():
    about = Interval(Decimal(36), Decimal(44))
    first = claim("c1", "a.txt", 40)
    second = claim("c2", "b.txt", 40, interval=about, modifier="about", root="the port")
    third = claim("c3", "c.txt", 55)
    sources = tuple(
        Source(file=name, sha256=name * 4, chars=len(text), encoding="utf-8", text=text)
        for name, text in TEXTS.items()
    )
    fact = Fact(id="f1", label="cars on the ferry", unit="{car}", claims=(first, second, third))
    verdict = Agreement(
        fact="f1",
        verdict="conflict",
        n_sources=3,
        n_eff=(2, 2),
        confidence="disputed",
        gap=0.2,
        clusters=(
            Cluster(
                interval=about,
                category=None,
                claims=("c1", "c2"),
                sources=("a.txt", "b.txt"),
                n_eff=(2, 2),
            ),
        ),
        why="Texts a and b say 40, text c says 55.",
        pairs=(Pair(a="c1", b="c2", relation="agree"), Pair(a="c1", b="c3", relation="conflict")),
    )
    return Findings(
        corpus=Corpus(sources=sources),
        settings=(Setting(name="about", value=0.1),),
        claims=(first, second, third),
        set_aside=(
            SetAside(source="c.txt", start=23, end=24, text="7", reason="a number of a page"),
        ),
        alignment=Alignment(
            facts=(fact,),
            links=(Link(a="a.txt", b="b.txt", by="wording", share=0.25, group="a.txt"),),
            near_misses=(NearMiss(a="c1", b="c3", differs="scope"),),
        ),
        agreements=(verdict,),
        summary=summary(("f1",)),
    )


def summary(disputed):
    none: tuple[str, ...] = ()
    return Summary(
        texts=tuple(TEXTS),
        refused=none,
        copies=none,
        claims=3,
        facts=1,
        multi_source=("f1",),
        agreeing=none,
        corroborated=none,
        disputed=disputed,
        compatible=none,
        single_source=none,
        modality_differs=none,
        beyond_numbers=none,
        groups=(("a.txt", "b.txt"), ("c.txt",)),
        wilson=(0.05, 0.5),
        pairwise=(("a.txt", "b.txt", 1, 1),),
        alpha=(("count", None, 3, "fewer than ten pairable units"),),
        coverage=tuple((file, int(file != "c.txt"), 1) for file in sorted(TEXTS)),
        numbers_read=3,
        numbers_set_aside=1,
    )


@pytest.fixture(scope="session")
def recipe():
    """A recipe of the study, with differences where asked."""

    def made(**changes):
        files = {name: File(sha256=name * 4, size=len(text)) for name, text in TEXTS.items()}
        plain = Recipe(
            settings=(Setting(name="about", value=0.1),),
            files=tuple(files.items()),
            code=(("lib", "1"), ("theme", "1")),
            versions=(("accord", "1.0"),),
        )
        return replace(plain, **changes)

    return made


@pytest.fixture(scope="session")
def writer():
    """A build that writes a study and a page which prints its number and its digest of inputs."""

    def builder(findings):
        def build(place, folder: Path):
            lines.write(findings, folder)
            page = f"edition {place.number}, inputs {place.inputs}"
            (folder / "report.md").write_text(page, encoding="utf-8")

        return build

    return builder
