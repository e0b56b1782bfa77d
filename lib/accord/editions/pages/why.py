"""Why a card's verdict is what it is, beyond the verdict's own sentence."""

from __future__ import annotations

import re

from accord.editions.pages import sides, words
from accord.editions.pages.words import Words
from accord.editions.parts import Run
from accord.model import Agreement, Fact, Findings

_TORN = re.compile(r"(?<=\d) (?=[a-z%])")
_DIFFER = "The texts differ in certainty: what one calls possible, another states."


def lines(findings: Findings, fact: Fact, verdict: Agreement) -> tuple[tuple[Run, ...], ...]:
    """Who says what, what linked texts weigh, where certainty differs, what a reviewer decided."""
    told = [line for line in (verdict.why, _majority(verdict, words.of(findings))) if line]
    if verdict.modality == "differs" and fact.is_quantity:
        told.append(_certainty(findings, fact))
    if verdict.reviewed:
        told.append(f"A reviewer decided: {verdict.reviewed}.")
    return tuple((Run(_TORN.sub(words.NBSP, line)),) for line in told)


def _majority(verdict: Agreement, say: Words) -> str:
    """Where linked texts would pass for a majority, what is left once they count once."""
    if verdict.verdict != "conflict" or len(verdict.rivals) > words.SIDES:
        return ""
    texts = " against ".join(say.count(len(c.sources)) for c in verdict.rivals)
    origins = " against ".join(say.count(c.n_eff[0]) for c in verdict.rivals)
    if texts == origins:
        return ""
    return f"By text that is {texts}; linked texts count once, so by origin it is {origins}."


def _certainty(findings: Findings, fact: Fact) -> str:
    """Which texts speak of the number as of something possible, and which do not."""
    names = sides.shorts(findings)
    potential = {c.source for c in fact.claims if c.modality == "potential"}
    firm = {c.source for c in fact.claims if c.modality not in ("potential", "denied")}
    both, maybe, sure = (
        sorted(names[file] for file in files)
        for files in (potential & firm, potential - firm, firm - potential)
    )
    told = ((maybe, "calls it possible"), (sure, "states it"), (both, "does both"))
    said = [_said(files, how) for files, how in told if files]
    return f"The texts differ in certainty: {words.listed(said)}." if len(said) > 1 else _DIFFER


def _said(names: list[str], how: str) -> str:
    """Texts with what they do: "text 000 states it", "texts 002 and 004 call it possible"."""
    if len(names) == 1:
        return f"text {names[0]} {how}"
    verb, rest = how.split(" ", 1)
    return f"texts {words.listed(names)} {'do' if verb == 'does' else verb[:-1]} {rest}"
