"""A sentence as words with their classes, and the noun phrases around a place in it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from accord.claims.lexicon import CHANGE, LEMMA, NOUN, PLURAL, TAG
from accord.model import Source, Span
from accord.model.words import Known, cut, cutter

_TOKEN = cutter(
    r"[A-Za-z]++(?!\S)"  # most words: asked first
    r"|(?:[A-Za-z]\.){2,}|[^\W_]++(?:['\u2019\u2018.&-][^\W_]++)*+['\u2019]?|."
)
_STOPS = frozenset('-.!?;:()[]\u2014\u2013\u2026|"\u201c\u201d\u00ab\u00bb')
_DEEDS = frozenset(NOUN.values())
_COMPASS = frozenset({"north", "south", "east", "west"})
_OPEN = frozenset("DSQ")
_ROUGHLY = frozenset({"about", "around", "over", "under", "nearly", "almost", "roughly"})
_FINITE, _INSIDE, _FARTHEST = frozenset("MBH"), frozenset("PDSWQA"), 16


@dataclass(frozen=True, slots=True, eq=False)
class Phrase:
    """The words of one sentence: as written, folded, their offsets in the source and their tags.

    Tags, a letter a word, are the classes of lexicon.toml, and V verb, W noun or adjective, S
    possessive, Q number, `,` comma, `.` any mark that ends a clause.
    """

    span: Span
    raw: tuple[str, ...]
    words: tuple[str, ...]
    ends: Sequence[int]
    tags: str

    def index(self, offset: int) -> int:
        """The first word that ends after `offset`."""
        return bisect_right(self.ends, offset)

    def tag(self, place: int) -> str:
        """The class of the word at `place`; "." outside the sentence."""
        return self.tags[place] if 0 <= place < len(self.tags) else "."

    def word(self, place: int) -> str:
        """The folded word at `place`; empty outside the sentence."""
        return self.words[place] if 0 <= place < len(self.words) else ""

    def lemma(self, place: int) -> str | None:
        """The verb at `place`, or None where no known verb stands."""
        return LEMMA.get(self.words[place]) if self.tag(place) == "V" else None

    def text(self, low: int, high: int) -> str:
        """Words [low, high) as written, with single blanks; numbers as they stand: "25,000"."""
        if "Q" in self.tags[low:high]:
            return self._numbered(low, high)
        words = zip(self.raw[low:high], self.tags[low:high], strict=True)
        return " ".join([word for word, tag in words if tag not in ".,"])

    def _numbered(self, low: int, high: int) -> str:
        """The words, those of a number with no blank between that the text does not have."""
        text, last = "", low - 1
        for place in range(low, min(high, len(self.tags))):
            if self.tags[place] in ".,":
                continue
            pair = self.tags[last] + self.tags[place] if text else ""
            beside = last == place - 1 and self.ends[last] == self.ends[place] - len(
                self.raw[place]
            )
            text += (
                self.raw[place] if not text or (beside and pair == "QQ") else f" {self.raw[place]}"
            )
            last = place
        return text


def read(source: Source, span: Span, numbers: Sequence[Span]) -> Phrase:
    """The words of one sentence, `numbers` marked."""
    pieces, ends = cut(_TOKEN, source.text, span.start, span.end)
    if not pieces:
        return Phrase(span, (), (), (), "")
    raw, words, firsts = zip(*map(_KNOWN.__getitem__, pieces), strict=True)
    tags = list(firsts)
    _mark(tags, raw, ends, numbers)
    for place, tag in enumerate(tags):
        if tag == "V":
            named = raw[place][0].isupper() and place > 0 and tags[place - 1] == "D"
            tags[place] = "W" if named else _verb_or_noun(words, tags, place)
        elif tag == "D" and words[place] == "that":
            tags[place] = _that(tags, place)
    return Phrase(span, raw, words, ends, "".join(tags))


def _known(raw: str) -> tuple[str, str, str]:
    """A word as written and folded, and the class it has wherever it stands."""
    word = raw.replace("\u2019", "'").replace("\u2018", "'").casefold()
    return raw, word, _first(word, raw)


_KNOWN = Known(_known)


def _first(word: str, raw: str) -> str:
    known = TAG.get(word)
    if known is not None:
        named = raw.isupper() if known == "I" else word in _COMPASS and raw[0].isupper()
        return "W" if named and len(raw) > 1 else known
    if not word[0].isalnum():
        return "," if word in {",", "\u2018", "'", "\u2019"} else "." if word in _STOPS else "W"
    if word.endswith(("'s", "s'")):
        return "S"
    if word.endswith("ly") and len(word) > 4:
        return "A"
    if len(word) > 4 and word.endswith("ed") and "-" not in word:
        return "V"
    return "Q" if word[0].isdigit() else "W"


def _that(tags: list[str], place: int) -> str:
    """Whether "that" opens a clause ("the firm that builds") or points ("that firm")."""
    after = tags[place + 1] if place + 1 < len(tags) else "."
    return "R" if after in "MBHVI" or (place and tags[place - 1] in "VW") else "D"


def _mark(
    tags: list[str], raw: Sequence[str], ends: Sequence[int], numbers: Sequence[Span]
) -> None:
    place = 0
    for number in numbers:
        place = max(place, bisect_right(ends, number.start))
        while place < len(ends) and ends[place] - len(raw[place]) < number.end:
            tags[place] = "Q"
            place += 1


def _verb_or_noun(words: tuple[str, ...], tags: list[str], place: int) -> str:
    """Whether the form at `place` is a verb here: "the cost of", "a proposed sale" are not."""
    word = words[place]
    before = tags[place - 1] if place else "."
    after = _behind(words, tags, place + 1)
    if word.endswith("ed") and LEMMA.get(word) != word:
        return "W" if before in "DSQ" and after in "WV" else "V"
    if word.endswith("ing"):
        opens = before in _OPEN or before == "V"
        return "W" if opens or (after == "P" and words[place + 1 : place + 2] == ("of",)) else "V"
    if LEMMA.get(word) != word and not word.endswith("s"):
        return "W" if before == "D" and after in "WV" else "V"
    if place and words[place - 1] == "to":
        return "V"
    return "W" if _reads_as_noun(words, tags, place, before, after) else "V"


def _behind(words: tuple[str, ...], tags: list[str], place: int) -> str:
    """The class of the word at `place`, of a number where it only says that this is rough."""
    if place >= len(tags):
        return "."
    rough = words[place] in _ROUGHLY and tags[place + 1 : place + 2] == ["Q"]
    return "Q" if rough and not words[place + 1].endswith("ed") else tags[place]  # not "doubled"


def _reads_as_noun(
    words: tuple[str, ...], tags: list[str], place: int, before: str, after: str
) -> bool:
    if before in "DSQPV" or _is_counted(words, tags, place) or _has_its_verb(words, tags, place):
        return True
    if before == "A" and place > 1 and tags[place - 2] in "DSQ":
        return True
    if before == "." or before in "MIBR" or after in "DSQI":
        return before == "." and after in "PTVMBH"
    if before == "W":
        following = words[place + 1 : place + 2]
        if following == ("worth",) or (words[place] in _DEEDS and after in "PT"):
            return True
        number = words[place - 1].endswith("s")
        goes_on = after in "PDAWN" or (after == "T" and words[place] not in _DEEDS)
        verb = words[place].endswith("s") != number and goes_on
        return not (verb and following != ("of",))
    joined = before == "C" and after != "Q" and not (words[place].endswith("s") and after in "WDQ")
    return joined or (before in ".C," and LEMMA[words[place]] in CHANGE) or after in "MBH"


def _has_its_verb(words: tuple[str, ...], tags: list[str], place: int) -> bool:
    """Whether a finite verb stands behind complements alone: "water plants in Arden will ..."."""
    if words[place] not in PLURAL or not place or tags[place - 1] != "W":
        return False
    after = place + 1
    while after < len(tags) and tags[after] in _INSIDE and after - place < _FARTHEST:
        after += 1
    return after > place + 1 and after < len(tags) and tags[after] in _FINITE


def _is_counted(words: tuple[str, ...], tags: list[str], place: int) -> bool:
    """Whether a number above one stands before the last but one word: "three other bombs"."""
    return (
        place > 1
        and tags[place - 2] == "Q"
        and words[place - 2] not in {"one", "1"}
        and tags[place - 1] == "W"
        and words[place].endswith("s")
        and not words[place - 1].endswith("s")
    )
