"""What two editions were made from differently, and which of it can have caused a change."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from accord.editions import inputs, matching
from accord.editions.comparison import Difference
from accord.editions.content import Content
from accord.editions.manifest import KNOWLEDGE, Recipe
from accord.parameters import TOLD

# What can shape no finding at all, and what can shape a verdict but no claim: a claim is read from
# one text with the codebook, and nothing else is in its reach.
_NO_FINDING = {
    ("code", "notebooks"),
    ("code", "rendering"),
    ("code", "templates"),
    ("code", "theme"),
    *(("parameter", name) for name in TOLD),
}
_NO_CLAIM = {
    ("knowledge", "references.toml"),
    ("knowledge", "reviews.toml"),
    ("parameter", "link_claims"),
    ("parameter", "link_share"),
    ("parameter", "link_wording"),
    ("parameter", "minimum_sources"),
    ("parameter", "references"),
    ("parameter", "reviews"),
}
_READING = {"accord", "charset-normalizer", "numpy", "pystemmer", "selectolax", "snowballstemmer"}

ALONE, REBUILT = "alone", "rebuilt"  # how a cause is proven
SEVERAL = "several causes"
UNKNOWN = "not recorded: a manifest is missing"
_BY_CODE = "code or a library: texts, tables and parameters are the same"


@dataclass(frozen=True, slots=True)
class Grounds:
    """What two editions were made from differently.

    `recorded` says whether both recipes are known, `code` whether their code is.
    """

    differences: tuple[Difference, ...]
    recorded: bool
    code: bool

    def of_claim(self, source: str) -> tuple[str, str]:
        """Why a claim of `source` changed, as far as the recipes prove it; and the proof."""
        own = [one for one in self.differences if one.kind != "text" or one.name == source]
        moved = [one.words for one in own if one.kind == "text" and one.how != "changed"]
        if moved and self.recorded:
            return moved[0], ALONE
        return self._said([one for one in own if _reaches_claims(one)] or self.reaching())

    def of_fact(self) -> tuple[str, str]:
        """Why a fact changed, as far as the recipes prove it; and the proof."""
        return self._said(self.reaching())

    def reaching(self) -> list[Difference]:
        """Every difference that can reach a finding."""
        return [one for one in self.differences if _reaches_findings(one)]

    def _said(self, reaching: list[Difference]) -> tuple[str, str]:
        if not self.recorded:
            return UNKNOWN, ""
        words = "; ".join(one.words for one in reaching)
        if not self.code:
            return (f"{words}, or the code" if words else _BY_CODE), ""
        if not reaching:
            return "nothing that is recorded differs", ""
        return (words, ALONE) if len(reaching) == 1 else (f"{SEVERAL}: {words}", "")


def between(old: Content, new: Content) -> Grounds:
    """Everything in the two recipes that is not the same."""
    if old.recipe is None or new.recipe is None:
        return Grounds(tuple(_texts(old, new, frozenset())), recorded=False, code=False)
    left_out = inputs.left_out(old.recipe) ^ inputs.left_out(new.recipe)
    found = (
        *_texts(old, new, left_out),
        *_knowledge(old.recipe, new.recipe),
        *_parameters(old.recipe, new.recipe),
        *_code(old.recipe, new.recipe),
        *_libraries(old.recipe, new.recipe),
    )
    code = bool(old.recipe.code and new.recipe.code)
    return Grounds(found, recorded=True, code=code)


def _reaches_findings(one: Difference) -> bool:
    if one.kind == "library":
        return one.name in _READING
    return (one.kind, one.name) not in _NO_FINDING


def _reaches_claims(one: Difference) -> bool:
    return _reaches_findings(one) and (one.kind, one.name) not in _NO_CLAIM


def _texts(old: Content, new: Content, known: frozenset[str]) -> Iterator[Difference]:
    renamed = matching.sources(old.sources, new.sources)
    for name in sorted({*old.sources, *new.sources} - known - {*renamed, *renamed.values()}):
        if how := _how(old.sources.get(name), new.sources.get(name)):
            yield Difference(kind="text", name=name, how=how)
    for name, other in sorted(renamed.items()):
        yield Difference(kind="text", name=other, how=f"was {name}")


def _how(old: Mapping[str, Any] | None, new: Mapping[str, Any] | None) -> str:
    if old is None or new is None:
        return "added" if old is None else "removed"
    return "" if old["sha256"] == new["sha256"] else "changed"


def _knowledge(old: Recipe, new: Recipe) -> Iterator[Difference]:
    before, after = dict(old.files), dict(new.files)
    for name in KNOWLEDGE:
        if before.get(name) != after.get(name):
            how = "changed" if name in before and name in after else "added"
            yield Difference(kind="knowledge", name=name, how=how if name in after else "removed")


def _parameters(old: Recipe, new: Recipe) -> Iterator[Difference]:
    yield from _plain("parameter", _values(old, new), _values(new, old))


def _values(one: Recipe, other: Recipe) -> Iterator[tuple[str, Any]]:
    """The parameters; one that the other did not know yet counts where it was set."""
    known = {setting.name for setting in other.settings}
    for setting in one.settings:
        if setting.name != "corpus" and (setting.name in known or setting.origin != "default"):
            yield setting.name, setting.value


def _code(old: Recipe, new: Recipe) -> Iterator[Difference]:
    if old.code and new.code:
        yield from _plain("code", old.code, new.code)


def _libraries(old: Recipe, new: Recipe) -> Iterator[Difference]:
    if not (old.versions and new.versions):
        return
    code = dict(old.code).get("lib") != dict(new.code).get("lib")
    for one in _plain("library", old.versions, new.versions):
        if not (code and one.name == "accord"):  # the code's own digest says it already
            yield one


def _plain(
    kind: str, old: Iterable[tuple[str, Any]], new: Iterable[tuple[str, Any]]
) -> Iterator[Difference]:
    before, after = dict(old), dict(new)
    for name in sorted({*before, *after}):
        if before.get(name) != after.get(name):
            how = "changed" if kind == "code" else f"{before.get(name)} -> {after.get(name)}"
            yield Difference(kind=kind, name=name, how=how)
