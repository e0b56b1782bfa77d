"""A light guess at a text's language: by its script, else by its small words and its letters."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from functools import cache
from pathlib import Path

_FILE = Path(__file__).parent / "languages.toml"
_SAMPLE = 20_000
_WORD, _PLAIN_WORD = re.compile(r"[^\W\d_]+"), re.compile(r"[a-z]+")
_BEYOND_ASCII = re.compile(r"[^\x00-\x7f]")
_IN_WORD = re.compile(r"(?<=[A-Za-z])[^\x00-\x7f]|[^\x00-\x7f](?=[A-Za-z])")
_BEYOND_LATIN = re.compile(r"[\u0370-\u1dff\u3040-\ud7af]")
# letters of one script -> the language that is mostly written in it; kana before Han
_SCRIPTS = (
    ("ja", re.compile(r"[\u3040-\u30ff]")),
    ("zh", re.compile(r"[\u3400-\u9fff]")),
    ("ko", re.compile(r"[\uac00-\ud7af]")),
    ("ru", re.compile(r"[\u0400-\u04ff]")),
    ("ar", re.compile(r"[\u0600-\u06ff]")),
    ("th", re.compile(r"[\u0e00-\u0e7f]")),
    ("ta", re.compile(r"[\u0b80-\u0bff]")),
    ("bn", re.compile(r"[\u0980-\u09ff]")),
    ("ka", re.compile(r"[\u10a0-\u10ff]")),
    ("hy", re.compile(r"[\u0530-\u058f]")),
    ("el", re.compile(r"[\u0370-\u03ff]")),
    ("he", re.compile(r"[\u0590-\u05ff]")),
    ("hi", re.compile(r"[\u0900-\u097f]")),
)


# letters that a neighbour of that language has and it has not: Ukrainian, Persian and Urdu
_NEIGHBOURS = {"ru": ("uk", re.compile(r"[іїєґ]")), "ar": ("fa", re.compile(r"[پچژگ]"))}
_NOTHING = re.compile(r"(?!)")


def guess(text: str) -> str | None:
    """An ISO 639-1 code, or None where too little speaks for one."""
    sample = text[:_SAMPLE]
    if sample.isascii():
        return _by_small_words(_PLAIN_WORD.findall(sample.lower()))
    return _by_script(sample) or _by_small_words(_WORD.findall(sample.lower()))


def has_own_letters(code: str) -> bool:
    """Whether a language writes letters that Windows-1252 has not, and they are known."""
    return code in _letters()


def strange(text: str, code: str) -> int:
    """How many characters in the words of a text its language, one with own letters, has not."""
    letters = _letters()[code]
    return sum(letter not in letters for letter in _IN_WORD.findall(text[:_SAMPLE]))


def is_read(code: str | None) -> bool:
    """Whether the rules are made for texts in that language; one that is not known may be."""
    return code is None or _main(code) == "en"


def name(code: str | None) -> str:
    """What a language is called in English; a code that is not known stands for itself."""
    return _rows()["names"].get(_main(code), code) if code else "a language not recognised"


def _main(code: str) -> str:
    """The language of a code such as es-MX."""
    return code.lower().partition("-")[0]


def _by_script(sample: str) -> str | None:
    if not _BEYOND_LATIN.search(sample):
        return None
    letters = sum(map(str.isalpha, sample))
    for code, script in _SCRIPTS:
        share = 0.1 if code == "ja" else 0.3
        if len(script.findall(sample)) > share * letters:
            return _neighbour(code, sample)
    return None


def _neighbour(code: str, sample: str) -> str:
    other, letters = _NEIGHBOURS.get(code, (code, _NOTHING))
    return other if len(letters.findall(sample)) > 0.01 * len(sample) else code


def _by_small_words(words: list[str]) -> str | None:
    codes = _codes()
    small = Counter(filter(codes.__contains__, words))
    found: dict[str, int] = {}
    for word, times in small.items():
        for code in codes[word]:
            found[code] = found.get(code, 0) + times
    most = max(found.values(), default=0)
    if not most or most < 0.08 * len(words):
        return None
    tied = sorted(code for code, times in found.items() if times == most)
    best = tied[0] if len(tied) == 1 else _best_spelt(words, tied)
    if best is None:
        return None
    own = [word for word in small if best in codes[word]]
    different = sum(best == "en" or word not in _borrowed() for word in own)
    return best if different >= 2 else None


def _best_spelt(words: list[str], codes: list[str]) -> str | None:
    """The language that has the letters of most words, or None where no single one has."""
    odd = [_BEYOND_ASCII.findall(word) for word in words if not word.isascii()]
    (least, best), *others = sorted((_misspelt(odd, code), code) for code in codes)
    return best if all(many > least for many, _ in others) else None


def _misspelt(odd: list[list[str]], code: str) -> int:
    """How many words hold a letter that a language has not, as far as its letters are known.

    Of each word that is not all ASCII, `odd` holds the other letters.
    """
    letters = _letters().get(code)
    return sum(not letters.issuperset(word) for word in odd) if letters else 0


@cache
def _rows() -> dict[str, dict[str, str]]:
    return tomllib.loads(_FILE.read_text("utf-8"))


@cache
def _borrowed() -> frozenset[str]:
    return frozenset(_rows()["borrowed"]["words"].split())


@cache
def _letters() -> dict[str, frozenset[str]]:
    rows = _rows()["letters"].items()
    return {code: frozenset(letters + letters.upper()) for code, letters in rows}


@cache
def _table() -> dict[str, frozenset[str]]:
    return {code: frozenset(words.split()) for code, words in _rows()["small_words"].items()}


@cache
def _codes() -> dict[str, list[str]]:
    """The languages that each small word belongs to."""
    codes: dict[str, list[str]] = {}
    for code, small in _table().items():
        for word in small:
            codes.setdefault(word, []).append(code)
    return codes
