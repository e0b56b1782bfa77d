"""What a number measures and whose it is, in the text's own words."""

from __future__ import annotations

from decimal import Decimal

from accord import units
from accord.claims import gapping, harm, intervals, labels, listed, nouns, places, tables, wholes
from accord.claims.amount import amount, length, level, multiple, summed
from accord.claims.lexicon import LEMMA, PARTICIPLES
from accord.claims.nouns import Noun
from accord.claims.phrase import Phrase
from accord.claims.places import Measured, Place
from accord.model import Interval

_TABLE = tables.read("measure")
_CHANGES, _MORE, _ACTIONS, _SHARES = (
    tables.words(_TABLE[name]["words"]) for name in ("changes", "comparatives", "actions", "shares")
)
_BESIDE = frozenset({"from", "against", "versus", "vs", "and", "or"})
_TAKING, _LIFE = frozenset({"claim", "cost", "take"}), frozenset({"life", "lives"})
_HEDGED, _SPELLS = (tables.words(_TABLE[name]["words"]) for name in ("hedged", "spells"))
_COUNTED = frozenset({"count", "magnitude", "ordinal"})


def of(at: Place, before: Measured) -> Measured:
    """What the number at `at` measures; `before` is what the number before it does."""
    kind = at.quantity.kind
    interval = intervals.of(at, before)
    if interval is not None:
        return interval
    gapped = None if kind in _COUNTED else gapping.of(at, before)
    if gapped is not None:
        found: Measured | None = gapped
    elif kind in _COUNTED and at.quantity.unit == "{point}":
        found = (level(at) if at.quantity.direction else summed(at)) or _counted(at)
    elif kind in _COUNTED:
        found = _counted(at) or amount(at)
    elif kind in ("percent", "points"):
        found = _share(at, before)
    elif kind == "ratio":
        found = multiple(at)
    elif kind in ("distance", "age"):
        found = length(at) or amount(at)
    elif kind == "area":
        found = harm.of(at) or harm.worded(amount(at))
    else:
        found = amount(at)
    if found is None and (before.kind == kind or _is_said_again(at)) and _goes_on(at):
        found = before._replace(tails=())
    return found or listed.of(at) or Measured()


def _goes_on(at: Place) -> bool:
    """Whether the number stands beside the one before it: "4 tons against 5 tons", "and 5"."""
    phrase = at.phrase
    word, earlier = phrase.word(at.left), phrase.word(at.left - 1)
    return word in _BESIDE or (word in {"with", "to"} and earlier in {"compared", "compares"})


def _is_said_again(at: Place) -> bool:
    """Whether the number says in other words how far something moved: 4 points, or 1%."""
    return at.phrase.word(at.left) == "or" and at.quantity.direction is not None


def _counted(at: Place) -> Measured | None:
    phrase = at.phrase
    start = at.high + 1 if phrase.word(at.high) == "of" else at.high
    noun = None if _acts(at) else nouns.right(phrase, start)
    if noun is None or _is_pronoun(phrase, noun):
        return (None if _opens(at) else level(at)) or _unit(at)
    found = places.named(at, noun)
    action = _action(at, noun)
    if found and _names_other(at, found):
        return _unit(at)
    if found is None or action is None or at.quantity.kind == "ordinal":
        return found
    return found._replace(measure=f"{found.measure} {action}")


def _acts(at: Place) -> bool:
    """Whether the word behind people without a noun is what they do: "300 work in Kent"."""
    word, after = at.phrase.word(at.high), at.phrase.tag(at.high + 1)
    people = at.quantity.unit == "{person}" and at.quantity.noun is None
    return people and word in LEMMA and (LEMMA[word] != word or after in "PTAD")


def _opens(at: Place) -> bool:
    """Whether the number is itself the subject of a verb: "... and 1,200 fled"."""
    return at.phrase.tag(at.high) in "VMBH" and at.phrase.tag(at.left) in ".,C"


def _is_pronoun(phrase: Phrase, noun: Noun) -> bool:
    return noun.end - noun.start == 1 and phrase.tag(noun.start) == "I"


def _names_other(at: Place, found: Measured) -> bool:
    """Whether the number counts something else: "two shells fell, one hit a mill"."""
    noun = (at.quantity.noun or "").casefold().split()
    return bool(noun) and not set(noun) & set((found.measure or "").casefold().split())


def _unit(at: Place) -> Measured | None:
    """The counted noun, where the number's own span holds it ("4 hens")."""
    unit, many = at.quantity.noun, at.quantity.value != Interval.exactly(Decimal(1))
    if unit is None or (many and at.quantity.unit == f"{{{unit}}}"):
        unit = _plural(at.quantity.unit)
    if unit is None:
        return None
    action = _action(at, Noun(at.low, at.high))
    return Measured(f"{unit} {action}" if action else unit)


def _plural(unit: str | None) -> str | None:
    """The counted noun that a unit names: "{hen}" and "{hen}/d" give "hens"."""
    counted = (unit or "").partition("/")[0]
    return units.name(counted, plural=True) if counted.startswith("{") else None


def _action(at: Place, noun: Noun) -> str | None:
    """What happened to the counted thing: "were killed" after it, or "killed" before it."""
    phrase = at.phrase
    if wholes.is_left_out(at):
        return None
    for verb in (_behind(phrase, noun), at.left):
        lemma = phrase.lemma(verb)
        if lemma is None or wholes.is_undone(phrase, verb):
            continue
        if wholes.is_said_of_another(at, noun, verb):
            continue
        if lemma in _TAKING and phrase.word(noun.end - 1) == "lives":
            return PARTICIPLES["lose"]
        if lemma == "lose" and phrase.word(verb + 2) in _LIFE:
            return PARTICIPLES["die"]
        if lemma in _ACTIONS and not _is_done_by(phrase, noun, verb):
            return PARTICIPLES[lemma]
    return None


def _is_done_by(phrase: Phrase, noun: Noun, verb: int) -> bool:
    """Whether the counted are who do it: "four guards lost their coats", "firms sold stakes"."""
    active = verb >= noun.end and "B" not in phrase.tags[noun.end : verb]
    return active and nouns.right(phrase, verb + 1) is not None


def _behind(phrase: Phrase, noun: Noun) -> int:
    """The verb that says what happened to a thing: "were killed", "who died"; -1 if none does."""
    who = phrase.word(noun.end) == "who"
    first = after = noun.end + who
    while phrase.tag(after) in "AHBMN":
        after += 1
    if who and "B" not in phrase.tags[first:after]:
        dying = phrase.lemma(after) == "die" or phrase.word(after + 2) in _LIFE
        return after if dying else -1
    return after if after > first or phrase.tag(after) == "V" else -1


def _share(at: Place, before: Measured) -> Measured | None:
    phrase = at.phrase
    word = phrase.word(at.high)
    if word in _CHANGES or (phrase.tag(at.high) == "W" and phrase.word(at.high + 1) in _CHANGES):
        return _change(at, before)
    if word == "of":
        return _part(at, before)
    if phrase.tag(at.left) in "DS" and phrase.tag(at.high) == "W" and word not in _MORE:
        return places.named(at, nouns.right(phrase, at.high)) or level(at)
    if word in _MORE:
        return level(at) or before
    if phrase.tag(at.high) == "W" and phrase.word(at.high + 1) in {"of", "in"}:
        said = level(at) if phrase.tag(at.left) == "B" else None  # "was 4% effective in"
        return said or places.named(
            at, Noun(at.high, at.high + 1, ((at.high + 1, places.end(phrase, at.high + 2)),))
        )
    return _whose(at) or level(at) or _moved(at) or _participial(at, before)


def _whose(at: Place) -> Measured | None:
    """As "a turnout of 4%"; "a fall of 4%" says how much, and not of what."""
    return None if at.phrase.word(at.left - 1) in _CHANGES else summed(at)


def _moved(at: Place) -> Measured | None:
    """As "shares up as much as 4%", without a verb."""
    phrase, place = at.phrase, at.low - 1
    while phrase.word(place) in _HEDGED:
        place -= 1
    moved = phrase.word(place) in {"up", "down"} and phrase.tag(place - 1) == "W"
    if not moved or phrase.word(place - 1) in _SPELLS:
        return None
    return places.named(at, nouns.near(phrase, place - 1))


def _change(at: Place, before: Measured) -> Measured | None:
    """As "a 4% rise in sales": sales; without "in", what the clause speaks of."""
    phrase = at.phrase
    after = at.high + 1 if phrase.word(at.high) in _CHANGES else at.high + 2
    if phrase.word(after) in {"in", "of"}:
        found = places.named(at, nouns.right(phrase, after + 1))
        if found:
            return found
    if phrase.tag(at.high) == "W" and after == at.high + 2:
        return places.named(at, Noun(at.high, at.high + 1))
    return level(at) or before


def _part(at: Place, before: Measured) -> Measured | None:
    phrase = at.phrase
    noun = nouns.whole(phrase, at.high + 1)
    if noun is None:
        if before.measure is None:
            return None
        return before._replace(
            measure=f"share of {before.measure.removeprefix('share of ')}", tails=()
        )
    found = places.named(at, noun, "share of {}")
    verb = places.verb(at)
    takes = verb is not None and phrase.lemma(verb) in _SHARES
    doer = nouns.subject(phrase, verb) if takes and verb is not None else None
    if found is None or doer is None or doer.end > at.low:
        return found
    who, owner = labels.label(phrase, doer)
    return found._replace(subject=f"{owner}'s {who}" if owner and who else who or found.subject)


def _participial(at: Place, before: Measured) -> Measured | None:
    verb = places.verb(at)
    if verb is not None and at.phrase.words[verb].endswith("ing"):
        return before if before.measure else None
    return None
