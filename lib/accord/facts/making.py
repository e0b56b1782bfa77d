"""One fact from the claims that belong together."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import TypeVar

from accord.model import Claim, Codebook, Fact, Measure, fact_id

_T = TypeVar("_T")
LONGEST = 70
_NEAR, _BESIDE, _SHORT = 80, 3, 3
_APOSTROPHE = "\N{RIGHT SINGLE QUOTATION MARK}"
_STOPS = re.compile(r"[.,;:!?](?=\s|$)|[\n\"“”()]")


def fact_of(
    stated: Sequence[Claim], echoes: Sequence[Claim], code: Measure | None, texts: Mapping[str, str]
) -> Fact:
    """The fact that `stated` (in reading order) and their restatements speak of."""
    claims = tuple(sorted((*stated, *echoes), key=lambda claim: claim.id))
    measure = code.label if code else _commonest([claim.measure for claim in stated])
    subject = (code.subject if code else None) or _commonest([claim.subject for claim in stated])
    return Fact(
        id=_id(claims),
        label=_label(stated, code, measure, texts),
        measure=measure,
        subject=subject,
        period=_commonest([claim.period for claim in stated]),
        scope=_commonest([claim.scope for claim in stated if claim.scope]) or (),
        unit=_commonest([claim.unit for claim in stated]),
        claims=claims,
        coded_by="codebook" if code else "rules",
    )


def question_fact(answers: Sequence[Claim], codebook: Codebook) -> Fact:
    """The fact that all answers to one category question speak of."""
    claims = tuple(sorted(answers, key=lambda claim: claim.id))
    label = claims[0].measure or "Category"
    question = next((q for q in codebook.questions if q.label == label), None)
    return Fact(
        id=_id(claims),
        label=_sentence_case(label),
        measure=label,
        subject=_commonest([claim.subject for claim in claims]),
        claims=claims,
        coded_by="codebook",
        broader=question.broader if question else (),
    )


def _id(claims: Sequence[Claim]) -> str:
    return fact_id(claims[0].id)


def _commonest(values: Sequence[_T | None]) -> _T | None:
    if len(values) == 1:
        return values[0]
    known = [value for value in values if value is not None]
    if len(known) < 2:
        return next(iter(known), None)
    counted = Counter(known)
    return max(counted, key=counted.__getitem__)


def _label(
    stated: Sequence[Claim], code: Measure | None, measure: str | None, texts: Mapping[str, str]
) -> str:
    if code:
        return _sentence_case(code.label)
    if not measure:
        return _quoted(stated[0], texts.get(stated[0].source, ""))
    subject = _commonest([claim.subject for claim in stated if claim.measure == measure])
    if subject is None or subject.isupper() or subject.casefold() in measure.casefold():
        return _bare(measure, stated, texts)
    return _sentence_case(_owned(measure, subject))


def _owned(measure: str, subject: str) -> str:
    """A measure and whose it is: "Arden's votes"; a long or common name stands before a colon."""
    if len(subject.split()) <= _SHORT and not subject.islower():
        return f"{subject}{_APOSTROPHE}{'' if subject.endswith('s') else 's'} {measure}"
    room = LONGEST - len(measure) - len(": ")
    return f"{subject if len(subject) <= room else _shortened(subject, room - 2)}: {measure}"


def _shortened(name: str, room: int) -> str:
    """The first words of a name, and none that only leads to the next ("of the")."""
    words = name[: max(room, 0)].split(" ")[:-1]
    while len(words) > 1 and words[-1].islower() and not name.islower():
        words.pop()
    return f"{' '.join(words)} …"


def _bare(measure: str, stated: Sequence[Claim], texts: Mapping[str, str]) -> str:
    """A measure without a subject; the text's own words where one word would tell too little."""
    text = texts.get(stated[0].source, "")
    if " " in measure or not text or len({claim.source for claim in stated}) > 1:
        return _sentence_case(measure)
    return _quoted(stated[0], text)


def _quoted(claim: Claim, text: str) -> str:
    """The claim in its own few words, where no measure is known: to a clause mark or six words."""
    start, end = claim.span.start, claim.span.end
    head = _STOPS.split(text[max(0, start - _NEAR) : start])[-1].split()
    tail = _STOPS.split(text[end : end + _NEAR])[0].split()
    kept = [*head[-_BESIDE:], claim.text, *tail[:_BESIDE]] if text else [claim.text or claim.kind]
    before = "… " if len(head) > _BESIDE else ""
    after = " …" if len(tail) > _BESIDE else ""
    return f"“{before}{' '.join(' '.join(kept).split())[:LONGEST].strip()}{after}”"


def _sentence_case(label: str) -> str:
    plain = " ".join(label.split())[:LONGEST].rstrip(" ,")
    return plain[:1].upper() + plain[1:]
