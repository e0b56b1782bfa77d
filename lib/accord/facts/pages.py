"""Which dates and times are the page's own, and which only date another number."""

from __future__ import annotations

import re
import tomllib
from collections import defaultdict
from collections.abc import Iterable
from functools import lru_cache
from importlib.resources import files

from accord.model import Claim, Source, day

HEAD, FOOT = 600, 250
_WORD = re.compile(r"[^\W\d_]+")
_BINDERS = re.compile(
    r"""(?:^|[\s("])(?:on|of|by|since|until|till|from|to|before|after|in|the|for|at|between|and|or
    |through|around|about|early|mid|late|dated|yesterday|morning|afternoon|evening|night
    |(?:mon|tues|wednes|thurs|fri|satur|sun)day),?\s*$|\(\s*$|^\s*$""",
    re.IGNORECASE | re.VERBOSE,
)
_PLACE = re.compile(
    r"^[A-Z][A-Z .'\u2019-]{2,}(?:[,/]\s*[A-Z][\w.'\u2019-]*(?: [A-Z][\w.'\u2019-]*)*)*,\s*$"
)
_AGENCY = re.compile(r",?(?:\s+\d{4})?\s*(?:\([^()]{2,40}\)\s*)?(?:[-\u2013\u2014:]+\s|$)")
_YEAR = re.compile(r"\d{4}(?:-\d{2})?")


def speak(claims: Iterable[Claim], source: Source) -> list[Claim]:
    """The claims of a source that state something: no page dates, no dates of other numbers."""
    kept = [claim for claim in claims if not is_page_date(claim, source.text)]
    dated = _dated(kept)
    return [claim for claim in kept if not _only_dates(claim, dated)]


def is_page_date(claim: Claim, text: str) -> bool:
    """Whether a date or time stands where a page prints its own.

    That is near either end of the text, with nothing before it on its line but days of the week,
    clock times and words such as "Published", and no "On" that opens a sentence.
    """
    if claim.kind not in ("date", "time"):
        return False
    if claim.span.start > HEAD and claim.span.end < len(text) - FOOT:
        return False
    before = text[text.rfind("\n", 0, claim.span.start) + 1 : claim.span.start][-120:]
    opens = before.lstrip().startswith(("On ", "At ", "By "))
    leads = not opens and all(_of_page(word) for word in _WORD.findall(before))
    alone = leads and _stands_alone(claim, text)
    return alone or _heads_a_dateline(claim, text, before) or _wedged(claim, text, before)


def _heads_a_dateline(claim: Claim, text: str, before: str) -> bool:
    """Whether a date stands between a place in capitals and a dash: "LUND, Tarn, May 4 (XYZ) -"."""
    after = text[claim.span.end : claim.span.end + 60].partition("\n")[0]
    return _PLACE.match(before.lstrip()) is not None and _AGENCY.match(after) is not None


def _of_page(word: str) -> bool:
    """Whether a word stands before a page's date: a weekday, "Published", a time zone."""
    return word.lower() in _words() or (word.isupper() and 2 <= len(word) <= 5)


@lru_cache(maxsize=1)
def _words() -> frozenset[str]:
    text = (files("accord.facts") / "pages.toml").read_text(encoding="utf-8")
    return frozenset(tomllib.loads(text)["words"].split())


def _wedged(claim: Claim, text: str, before: str) -> bool:
    """Whether a full date stands between a title and the first sentence, bound to neither."""
    bound = _BINDERS.search(before) is not None
    full = claim.kind == "date" and re.search(r"\b\d{4}\b|\d/\d", claim.text) is not None
    follows = re.match(
        r"\s+(?:[A-Z]|\d{1,2}:\d\d)|\s*$", text[claim.span.end : claim.span.end + 40]
    )
    return full and not bound and follows is not None


def _stands_alone(claim: Claim, text: str) -> bool:
    after = text[claim.span.end : claim.span.end + 40]
    return not re.match(r"\s*(?:,\s*)?[a-z]{3,}", after.removesuffix("\n")) or bool(
        re.match(r"\s*(?:am|pm|a\.m|p\.m|at|by)\b", after)
    )


def _dated(claims: Iterable[Claim]) -> dict[int, set[str]]:
    """For each sentence, by its start, the periods that its other numbers carry."""
    found: dict[int, set[str]] = defaultdict(set)
    for claim in claims:
        if claim.kind not in ("date", "time") and claim.period and not claim.derived_from:
            found[claim.sentence.start].update(_YEAR.findall(claim.period))
    return found


def _only_dates(claim: Claim, dated: dict[int, set[str]]) -> bool:
    """Whether a bare year or month only says for when another number of its sentence holds."""
    if claim.kind != "date":
        return False
    periods = dated.get(claim.sentence.start, set())
    return bool(periods & set(_iso(claim)))


def _iso(claim: Claim) -> tuple[str, ...]:
    """The year or month that a date spans, as a period writes it."""
    if claim.value is None or claim.value.low is None or claim.value.high is None:
        return ()
    first, days = day(claim.value.low), claim.value.high - claim.value.low
    return (f"{first:%Y}", f"{first:%Y-%m}") if days >= 360 else (f"{first:%Y-%m}",) * (days >= 27)
