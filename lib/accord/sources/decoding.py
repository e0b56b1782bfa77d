"""Bytes in, text out, and the encoding that read them."""

from __future__ import annotations

import codecs
import re
from contextlib import suppress
from functools import partial

from charset_normalizer import from_bytes

from accord.sources import language

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# What charset-normalizer may answer where bytes above 127 come in runs, as they do outside Latin.
_LEGACY = [
    "gb18030",
    "big5",
    "shift_jis",
    "euc_jp",
    "euc_kr",
    "cp1251",
    "koi8_r",
    "koi8_u",
    "cp1253",
    "cp1256",
]
# What writes Latin letters in single bytes, the likeliest first.
_LATIN = ("cp1252", "cp1250", "iso8859-2", "cp1254")
_CYRILLIC = ("cp1251", "koi8_r", "koi8_u")  # in one another, small letters are capitals
_FEW = 8  # bytes above 127, too few to tell Latin words from others by their number
_SAMPLE = 65_536
# What a web page says of itself near its start; a name that is no encoding of text is passed over.
_DECLARED = re.compile(
    rb"(?:<meta[^>]{0,200}charset|<\?xml[^>]{0,200}encoding)\s*=\s*[\"']?([\w-]{3,20})",
    re.IGNORECASE,
)
_HEAD = 2048
_KNOWN = re.compile(
    r"iso8859-\d+|cp125\d|cp874|koi8-[ru]|mac-\w+|gb\w+|big5\w*|shift_jis\w*|euc_\w+"
)
_LETTERS = re.compile(rb"[A-Za-z]")
_HIGH = re.compile(rb"[\x80-\xff]+")
# What a terminal obeys instead of showing it: colours, moves of the cursor, window titles.
_ESCAPES = re.compile(
    "(?:\x1b\\[|\x9b)[0-?]{0,99}[ -/]{0,9}[@-~]|\x1b\\][^\x07\x1b\n]{0,999}\x07|\x1b[@-Z\\\\^_]"
)
# One character as two surrogates of three bytes each, as some old databases write it (CESU-8).
_HALVES = re.compile(rb"\xed[\xa0-\xaf][\x80-\xbf]\xed[\xb0-\xbf][\x80-\xbf]")
_CONTROLS = bytes(code for code in range(32) if code not in b"\t\n\r\f\x1b\x08")
_BLANKED = {code: " " for code in (*range(32), *range(127, 160)) if chr(code) not in "\t\n\r"}
# Halves of characters, as JSON can hold, are lost.
_TABLE = _BLANKED | dict.fromkeys(range(0xD800, 0xE000), "\ufffd")
_HIDDEN = re.compile(f"[{re.escape(''.join(map(chr, _TABLE)))}]")


def decode(content: bytes) -> tuple[str | None, str | None]:
    """The text and its encoding; (None, None) for bytes that are no text.

    A byte order mark is no part of the text. Every control character except tab and line ends
    becomes one blank, and so does each character of a terminal's control code: offsets stay true.
    """
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return clean(content[len(mark) :].decode(encoding, "replace")), encoding
    wide = _wide(content)
    if wide:
        return clean(content.decode(wide, "replace")), wide
    if _controls(content) > 0.1:
        return None, None
    escaped = "iso2022_jp" if b"\x1b$" in content else None
    for encoding in filter(None, (escaped, "utf-8", _declared(content))):
        with suppress(UnicodeDecodeError):
            return clean(content.decode(encoding)), encoding
    return (None, None) if _controls(content) > 0.03 else _by_line(content)


def clean(text: str) -> str:
    """The text with each character that only controls as one blank, and no mark at its start."""
    if _HIDDEN.search(text) is None:
        return text.removeprefix("\ufeff")
    shown = _ESCAPES.sub(lambda code: " " * len(code[0]), text)
    return shown.removeprefix("\ufeff").translate(_TABLE)


def _wide(content: bytes) -> str | None:
    """UTF-16 without a mark: nearly every second byte of Latin text is NUL."""
    sample = content[:_SAMPLE]
    if 0 not in sample:
        return None
    half = len(sample) // 2
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    if half and odd > 0.7 * half and even < 0.1 * half:
        return "utf-16-le"
    if half and even > 0.7 * half and odd < 0.1 * half:
        return "utf-16-be"
    return None


def _declared(content: bytes) -> str | None:
    """The encoding that a web page names for itself; Latin-1 means Windows-1252 there."""
    named = _DECLARED.search(content[:_HEAD])
    try:
        name = codecs.lookup(named[1].decode("ascii")).name if named else ""
    except (LookupError, UnicodeDecodeError):
        return None
    if not _KNOWN.fullmatch(name):
        return None
    return "cp1252" if name == "iso8859-1" else name


def _controls(content: bytes) -> float:
    """The share of bytes that are control characters; a tenth in what is packed or encrypted."""
    sample = content[:_SAMPLE]
    return (len(sample) - len(sample.translate(None, _CONTROLS))) / max(len(sample), 1)


def _by_line(content: bytes) -> tuple[str, str]:
    """Lines that are UTF-8 stay so; the others are read as what they look like together."""
    lines = _HALVES.sub(_whole, content).splitlines(keepends=True)
    sound = [_utf8(line) for line in lines]
    bad = [line for line, text in zip(lines, sound, strict=True) if text is None]
    if not bad:
        return clean("".join(filter(None, sound))), "utf-8"
    encoding = _legacy(b"".join(bad))
    text = "".join(
        _lenient(line, encoding) if text is None else text
        for line, text in zip(lines, sound, strict=True)
    )
    mixed = any(text is not None and not text.isascii() for text in sound)
    return clean(text), f"utf-8 and {encoding}" if mixed else encoding


def _whole(halves: re.Match[bytes]) -> bytes:
    pair = halves[0].decode("utf-8", "surrogatepass").encode("utf-16-le", "surrogatepass")
    return pair.decode("utf-16-le").encode("utf-8")


def _utf8(line: bytes) -> str | None:
    """The line as UTF-8; a few broken characters among sound ones are marked as lost."""
    text = line.decode("utf-8", "replace")
    lost = text.count("\ufffd")
    sound = len(text) - lost - sum(map(str.isascii, text))
    few = 5 * lost <= len(text) and lost <= 4 * sound
    return text if lost == 0 or few else None


def _lenient(line: bytes, encoding: str) -> str:
    try:
        return line.decode(encoding)
    except UnicodeDecodeError:
        fallback = "latin-1" if encoding == "cp1252" else encoding
        return line.decode(fallback, "replace")


def _legacy(content: bytes) -> str:
    sample = content[:_SAMPLE]
    if _is_latin(sample):
        return _latin(sample)
    best = from_bytes(sample, cp_isolation=_LEGACY).best()
    encoding = best.encoding if best else "cp1252"
    return max(_CYRILLIC, key=partial(_small, sample)) if encoding in _CYRILLIC else encoding


def _small(sample: bytes, encoding: str) -> int:
    return sum(map(str.islower, sample.decode(encoding, "replace")))


def _is_latin(sample: bytes) -> bool:
    """Whether bytes above 127 stand alone among letters, as they do in Latin words."""
    runs = [len(run) for run in _HIGH.findall(sample)]
    letters = len(_LETTERS.findall(sample))
    return runs.count(1) * 2 >= len(runs) and sum(runs) <= max(letters, _FEW)


def _latin(sample: bytes) -> str:
    """Windows-1252, or what gives a language with letters of its own the fewest that it has not.

    The small words of a language, as far as they are plain ASCII, tell it in any encoding.
    """
    texts = [sample.decode(encoding, "replace") for encoding in _LATIN]
    codes = [language.guess(text) for text in texts]
    own = [code for code in codes if code and language.has_own_letters(code)]
    if not own or codes[0] not in (None, *own):
        return _LATIN[0]
    strange = [(language.strange(text, code), k) for k, text in enumerate(texts) for code in own]
    return _LATIN[min(strange)[1]]
