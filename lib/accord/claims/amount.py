"""What money, time and every other size measures: a priced thing, a level, a sum, a deed."""

from __future__ import annotations

import re

from accord.claims import labels, leaving, nouns, places, tables
from accord.claims.lexicon import CHANGE, LEVEL, NOUN
from accord.claims.nouns import Noun
from accord.claims.phrase import Phrase
from accord.claims.places import DIRECTIONS, Measured, Place

_TABLE = tables.read("measure")
_AMOUNTS, _COSTS, _VALUES = (
    tables.words(_TABLE[name]["words"]) for name in ("amounts", "costs", "values")
)
_SUPERLATIVE = re.compile(r"most|least|worst|best|first|[a-z]{3,}[^aeiou]i?est")
_STOPPING = tables.words(_TABLE["stopping"]["words"])
_GOING = frozenset({"go", "move"})
_LASTING = frozenset({"last", "continue", "run"})
_TAKEN = tables.words(_TABLE["taken"]["words"])
_STUFF = frozenset({"mass", "volume", "area", "energy", "power", "data"})
_DIMENSIONS: dict[str, str] = _TABLE["dimensions"]


def level(at: Place) -> Measured | None:
    """The subject of "reached", "rose by" or "is", or what "cutting ... by" cuts."""
    phrase, verb = at.phrase, places.verb(at)
    if verb is None:
        return None
    lemma = "double" if phrase.tags[verb] == "Q" else phrase.lemma(verb)
    if lemma in _GOING and phrase.word(verb + 1) in {"up", "down"}:
        lemma = "rise"
    at_level = lemma in _STOPPING and phrase.word(verb + 1) == "at"
    if phrase.tags[verb] == "V" and not at_level and lemma not in LEVEL and lemma not in CHANGE:
        return None
    cut = nouns.right(phrase, verb + 1) if lemma in CHANGE else None
    if cut and cut.end <= at.left and not _is_step(phrase, cut.end - 1):
        return places.named(at, cut._replace(tails=places.tails(phrase, cut.end, at.left)))
    between = range(verb + 1, at.left + 1)
    stops = "WS" if phrase.word(at.left) == "to" else "WS,"  # rose 3 points, or 4%, to 5
    parted = any(phrase.tags[i] in stops and not _is_spent(phrase, i) for i in between)
    if parted and not (lemma == "cost" and _is_payer(at, verb)):
        return None
    form = "cost of {}" if lemma == "cost" else "{}"
    hangs = lemma in LEVEL and phrase.words[verb].endswith("ing") and phrase.tag(verb - 1) == "W"
    noun = nouns.near(phrase, verb - 1) if hangs else nouns.subject(phrase, verb)
    return places.named(at, noun, form)


def _is_payer(at: Place, verb: int) -> bool:
    """Whether a verb and its sum are parted only by who pays: "cost the mill $4 million"."""
    payer = nouns.right(at.phrase, verb + 1)
    return payer is not None and payer.end == at.left + 1


def _is_spent(phrase: Phrase, place: int) -> bool:
    """Whether a word between a verb and its number measures nothing: as much as, year on year."""
    bound = phrase.word(place - 1) == "as" == phrase.word(place + 1)
    return bound or phrase.words[place] in places.VAGUE or _is_step(phrase, place)


def _is_step(phrase: Phrase, place: int) -> bool:
    """Whether the word only says how far something moved: 3 points, year on year."""
    word = phrase.words[place]
    if word in {"point", "points"}:
        return phrase.tag(place - 1) == "Q"
    return any(
        phrase.word(place + step) in {"on", "over"} and phrase.word(place + 2 * step) == word
        for step in (-1, 1)
    )


def multiple(at: Place) -> Measured | None:
    """What "doubled" multiplies: its object, else its subject."""
    phrase = at.phrase
    if phrase.word(at.low) not in places.MULTIPLIED:
        return level(at)
    done = nouns.right(phrase, at.high)
    return places.named(at, done or nouns.subject(phrase, at.left + 1))


def length(at: Place) -> Measured | None:
    """As "4 km from", "4 metres deep", "a 4-km cable"."""
    phrase, word = at.phrase, at.phrase.word(at.high)
    who = _aged(at) if at.quantity.kind == "age" else None
    if who is None:
        verb = None if _is_aside(at) else places.verb(at)
        left = at.left - 1 if _is_aside(at) else at.left
        who = nouns.subject(phrase, verb) if verb is not None else nouns.left(phrase, left)
    name = "distance" if word in DIRECTIONS else _DIMENSIONS.get(word)
    if name is None and at.quantity.kind == "age":
        name = "age"
    if name is None:
        return None
    measure, owner = labels.label(phrase, who) if who else (None, None)
    subject = f"{owner}'s {measure}" if owner and measure else measure
    end = places.reference(phrase, at.high)
    return Measured(name, subject, ((at.high, end),) if end > at.high + 1 else ())


def _aged(at: Place) -> Noun | None:
    """Who is of the age, where they stand beside it: a 4-year-old girl, girls aged 4, under 4."""
    phrase, word = at.phrase, at.phrase.word(at.left)
    if phrase.tag(at.high) == "W" and phrase.words[at.high - 1].endswith("old"):
        return nouns.right(phrase, at.high)
    if word in {"aged", "ages"}:
        return nouns.left(phrase, at.left - 1)
    bounded = at.quantity.modifier in ("less_than", "over")
    return nouns.left(phrase, at.left) if bounded and phrase.tag(at.left) == "W" else None


def _is_aside(at: Place) -> bool:
    """Whether an age stands between a name and a comma: "Ada Byron, 49, ..."."""
    return at.quantity.kind == "age" and at.phrase.tag(at.left) == ","


def amount(at: Place) -> Measured | None:
    """Money, time and every other size: priced or lasting thing, stuff, level, sum, deed."""
    return (
        _priced(at)
        or _stuff(at)
        or _valued(at)
        or summed(at)
        or _timed(at)
        or level(at)
        or _deed(at)
    )


def _priced(at: Place) -> Measured | None:
    """As "the $4 billion bridge", "a six-month truce", "$4 million theft" at the head of a page."""
    phrase = at.phrase
    if phrase.tag(at.high) not in "WV":
        return None
    opens = "DSW." if at.quantity.kind == "money" else "DSW"
    if at.quantity.kind == "money" and _is_headline(at):
        opens += "PV"
    if at.quantity.kind == "money" and phrase.word(at.left) in {"in", "after", "with"}:
        opens += "P"
    if phrase.tag(at.left) not in opens:
        return None
    noun = nouns.right(phrase, at.high)
    return places.named(at, noun, _worded(at, noun)) if noun else None


def _is_headline(at: Place) -> bool:
    """Whether the words after the number all have a capital: "Hit by $4 Million Ring Theft"."""
    noun = nouns.right(at.phrase, at.high)
    words = at.phrase.raw[noun.start : noun.end] if noun else ()
    return len(words) > 1 and all(word[0].isupper() for word in words)


def _stuff(at: Place) -> Measured | None:
    """As "$4 million in tax", "$4 million of aid", "$4 million worth of rings"."""
    phrase, link = at.phrase, at.phrase.word(at.high)
    if link == "worth":
        return places.named(
            at, nouns.paired(phrase, nouns.whole(phrase, at.high + 2)), "value of {}"
        )
    if link == "of" and at.quantity.kind in _STUFF:
        return places.named(at, nouns.whole(phrase, at.high + 1))
    if link not in {"in", "of"} or at.quantity.kind != "money":
        return None
    noun = nouns.right(phrase, at.high + 1)
    if noun is None or not (link == "of" or _is_stuff(at, noun)):
        return None
    return places.named(at, nouns.paired(phrase, noun), _worded(at, noun))


def _is_stuff(at: Place, noun: Noun) -> bool:
    """Whether "in" names what the sum consists of, and not where it goes."""
    phrase = at.phrase
    if phrase.word(noun.end - 1) in _AMOUNTS:
        return True
    verb = places.verb(at)
    taken = _makes_off(at) or (verb is not None and phrase.lemma(verb) in _TAKEN)
    return taken and noun.start == at.high + 1 and phrase.raw[noun.start][0].islower()


def _makes_off(at: Place) -> bool:
    """Whether the sum is what somebody gets away with."""
    phrase = at.phrase
    verb = places.verb(at) if phrase.word(at.left) == "with" else None
    return verb is not None and (
        phrase.lemma(verb) in {"escape", "flee"} or phrase.word(at.left - 1) in {"off", "away"}
    )


def summed(at: Place) -> Measured | None:
    """As "a fine of $4 million", "a period of ten years", "a margin of error of 4 points"."""
    counted = at.quantity.kind == "count" and at.quantity.unit != "{point}"
    if at.phrase.word(at.left) != "of" or counted:
        return None
    whole, last = nouns.near(at.phrase, at.left - 1), nouns.left(at.phrase, at.left - 1)
    plain = whole is not None and "Q" not in at.phrase.tags[whole.start : whole.end]
    return places.named(at, whole if plain else last)


def _worded(at: Place, noun: Noun) -> str:
    """Whether a thing has a cost, a value or a length, or is itself the sum."""
    last = at.phrase.word(noun.end - 1)
    if at.quantity.kind == "duration":
        return "length of {}"
    if at.quantity.kind != "money" or last in _AMOUNTS:
        return "{}"
    return "cost of {}" if last in _COSTS else "value of {}"


def _valued(at: Place) -> Measured | None:
    phrase = at.phrase
    place = at.left - 1 if phrase.word(at.left) == "at" else at.left
    if phrase.word(place) not in _VALUES:
        return None
    noun = (
        nouns.near(phrase, place - 1)
        if phrase.tag(place - 1) in "WSQ"
        else nouns.subject(phrase, place)
    )
    return places.named(at, nouns.paired(phrase, noun), "value of {}")


def _deed(at: Place) -> Measured | None:
    """As "invested $4 million": investment; "stayed for ten years": length of stay."""
    phrase, verb = at.phrase, places.verb(at)
    lemma = phrase.lemma(verb) if verb is not None else None
    if verb is None or lemma not in NOUN or (verb != at.left and phrase.tag(at.left) != "P"):
        return _noun_before(at)
    if lemma == "leave" and not leaving.is_departure(phrase, verb):
        return None
    if at.quantity.kind == "duration" and _is_record(at, verb):
        return None
    form = "length of {}" if at.quantity.kind == "duration" else "{}"
    if at.quantity.kind == "money" and verb != at.left - (phrase.word(at.left) == "of"):
        return None
    if at.quantity.kind == "duration" and verb != at.left and phrase.word(at.left) != "for":
        return None
    doer = nouns.subject(phrase, verb)
    who = labels.label(phrase, doer) if doer else (None, None)
    return Measured(
        form.format(NOUN[lemma]),
        who[0] or who[1],
        places.tails(phrase, at.high, places.reference(phrase, at.high)),
    )


def _is_record(at: Place, verb: int) -> bool:
    """Whether a superlative holds for the time: "died in the worst fire for 30 years"."""
    return any(_SUPERLATIVE.fullmatch(word) for word in at.phrase.words[verb + 1 : at.left])


def _timed(at: Place) -> Measured | None:
    """As "the strike lasted 4 days", "it took 4 days to mend the dam", "4 days after the fire"."""
    if at.quantity.kind != "duration":
        return None
    phrase, verb = at.phrase, places.verb(at)
    if phrase.word(at.high) in {"after", "before"}:
        return _after(at)
    lemma = phrase.lemma(verb) if verb is not None else None
    if verb is None or verb < at.left - 1:
        return None
    if lemma in {"take", "need"} and phrase.word(at.high) == "to":
        return _time_to(at)
    if lemma in _LASTING:
        return places.named(at, nouns.subject(phrase, verb), "length of {}")
    return None


def _after(at: Place) -> Measured | None:
    """The noun of an event after "4 days after", where no clause follows."""
    phrase = at.phrase
    noun = nouns.whole(phrase, at.high + 1)
    if noun is None or phrase.tag(noun.end) not in ".,":
        return None
    return places.named(at, noun, f"time {phrase.word(at.high)} {{}}")


def _time_to(at: Place) -> Measured | None:
    phrase = at.phrase
    doing = phrase.word(at.high + 1)
    if phrase.tag(at.high + 1) not in "VW" or not doing:
        return None
    done = nouns.right(phrase, at.high + 2)
    found = places.named(at, done, f"time to {doing} {{}}") if done else None
    return found or Measured(f"time to {doing}")


def _noun_before(at: Place) -> Measured | None:
    if at.quantity.kind != "duration" or at.phrase.word(at.left) != "for":
        return None
    return places.named(at, nouns.left(at.phrase, at.left - 1), "length of {}")
