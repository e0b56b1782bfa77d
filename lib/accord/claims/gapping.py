"""A verb that is said once for several: "Ruritania sold 4 tons, Arcadia 5 tons"."""

from __future__ import annotations

from accord.claims import labels, nouns, places
from accord.claims.lexicon import PLAIN
from accord.claims.nouns import Noun
from accord.claims.phrase import Phrase
from accord.claims.places import Measured, Place

_SEPARATING = frozenset(",C")
_CLAUSAL = frozenset("VMBHR.")
_LINKS = frozenset({"with", "on", "at", "by", "to"})


def of(at: Place, before: Measured) -> Measured | None:
    """What the number before measures, of the noun phrase that stands right before this one.

    Where the one before measures its own subject ("sales rose 4%, profits 5%"), or the phrase has
    neither an article nor a capital ("paid $4 in tax, interest $5"), it is what is measured.
    """
    if before.at is None or before.measure is None or before.kind != at.quantity.kind:
        return None
    noun = _rival(at, before.at)
    who, owner = labels.label(at.phrase, noun) if noun else (None, None)
    if noun is None or who is None:
        return None
    itself = _is_common(at.phrase, noun) or _measures_its_subject(before, before.at)
    if itself and at.phrase.tag(noun.end - 1) != "S":
        return places.named(at, noun)
    return Measured(before.measure, f"{owner}'s {who}" if owner else who)


def _rival(at: Place, earlier: Place) -> Noun | None:
    """The noun phrase between a comma or "and" and the number, if no verb parts both numbers."""
    phrase, end = at.phrase, at.left - (at.phrase.word(at.left) in _LINKS)
    noun = nouns.left(phrase, end)
    if noun is None or _CLAUSAL.intersection(phrase.tags[earlier.high : end + 1]):
        return None
    opens = noun.start - (phrase.tag(noun.start - 1) == "D")
    parted = opens > earlier.high and phrase.tag(opens - 1) in _SEPARATING
    return noun if parted and _is_named(phrase, noun) else None


def _is_common(phrase: Phrase, noun: Noun) -> bool:
    return phrase.tag(noun.start - 1) != "D" and phrase.raw[noun.start][0].islower()


def _is_named(phrase: Phrase, noun: Noun) -> bool:
    """Whether no verb opens the phrase, and a number in it, if any, closes a name: the S&P 500."""
    opening = phrase.words[noun.start]
    if opening.endswith(("ing", "able")) and opening not in PLAIN:
        return False
    inner = phrase.tags[noun.start : noun.end].rstrip("Q")
    closed = len(inner) == noun.end - noun.start
    return "Q" not in inner and (closed or phrase.raw[noun.start + len(inner) - 1][:1].isupper())


def _measures_its_subject(before: Measured, earlier: Place) -> bool:
    """Whether the measure is the subject of the verb, or the phrase that stands in its place."""
    phrase, verb = earlier.phrase, places.verb(earlier)
    end = earlier.left - (phrase.word(earlier.left) in _LINKS)
    subject = nouns.subject(phrase, verb) if verb is not None else None
    told = [labels.label(phrase, noun)[0] for noun in (nouns.left(phrase, end), subject) if noun]
    return before.measure in told
