from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accord.sources import decoding

SPANISH = "El año pasado el precio subió 3,5 por ciento en Perú.\n"
CURLY = "“Sales hit €2 million”, up 10–15%, it said…\n"  # noqa: RUF001
GERMAN = (
    "Die Ausfuhr stieg um 21 % auf 90 Millionen Euro, sagte der Rat für Wirtschaft. Größe: 5 km.\n"
)
JAPANESE = "日本の輸出は二十一パーセント増えた。\n"
CHINESE = "去年羊毛出口增长了百分之十二，达到四百五十万美元。\n" * 3  # noqa: RUF001
RUSSIAN = "В прошлом году экспорт шерсти вырос на двенадцать процентов.\n" * 3  # noqa: RUF001
PLAIN = "Wool rose 12% in 2031.\n"

POLISH = (
    "Ceny wełny wzrosły w zeszłym roku o 12 procent, powiedział minister. "
    "Rząd chce wydać 45 milionów na drogi, ponieważ wieś nie jest bogata.\n"
)
CZECH = (
    "Ceny vlny loni vzrostly o 12 procent, řekl ministr. Vláda chce vydat 45 milionů na nové "
    "silnice, protože je venkov potřebuje. Příští týden se začne jednat.\n"
)
TURKISH = (
    "Yün fiyatları geçen yıl yüzde 12 arttı. Hükümet yeni yollar için 45 milyon lira harcamak "  # noqa: RUF001
    "istiyor, çünkü köyler için bu çok önemli, değil mi?\n"
)
KOREAN = "장관은 지난해 양모 가격이 12퍼센트 올랐다고 말했다.\n" * 3
TAIWAN = "大臣說去年羊毛價格上漲了百分之十二。政府希望花費四千五百萬美元修建新的道路。\n" * 3
UKRAINIAN = "Ціни на вовну зросли торік на 12 відсотків, сказав міністр.\n" * 3

CASES = {
    "UTF-8": (CURLY.encode(), CURLY, "utf-8"),
    "UTF-8 with a mark": (b"\xef\xbb\xbf" + CURLY.encode(), CURLY, "utf-8"),
    "UTF-16 LE with a mark": (b"\xff\xfe" + CURLY.encode("utf-16-le"), CURLY, "utf-16-le"),
    "UTF-16 BE with a mark": (b"\xfe\xff" + CURLY.encode("utf-16-be"), CURLY, "utf-16-be"),
    "UTF-16 LE without a mark": (PLAIN.encode("utf-16-le"), PLAIN, "utf-16-le"),
    "UTF-16 BE without a mark": (PLAIN.encode("utf-16-be"), PLAIN, "utf-16-be"),
    "UTF-32 LE with a mark": (b"\xff\xfe\0\0" + PLAIN.encode("utf-32-le"), PLAIN, "utf-32-le"),
    "Latin-1": (SPANISH.encode("latin-1"), SPANISH, "cp1252"),
    "Windows-1252": (CURLY.encode("cp1252"), CURLY, "cp1252"),
    "Windows-1252 with letters side by side": (GERMAN.encode("cp1252"), GERMAN, "cp1252"),
    "ISO-2022-JP": (JAPANESE.encode("iso2022_jp"), JAPANESE, "iso2022_jp"),
    "GB18030": (CHINESE.encode("gb18030"), CHINESE, "gb18030"),
    "Windows-1251": (RUSSIAN.encode("cp1251"), RUSSIAN, "cp1251"),
    "KOI8-R": (RUSSIAN.encode("koi8-r"), RUSSIAN, "koi8_r"),
    "KOI8-U": (UKRAINIAN.encode("koi8-u"), UKRAINIAN, "koi8_u"),
    "Shift JIS": (JAPANESE.encode("shift_jis") * 3, JAPANESE * 3, "shift_jis"),
    "Big5": (TAIWAN.encode("big5"), TAIWAN, "big5"),
    "EUC-KR": (KOREAN.encode("euc_kr"), KOREAN, "euc_kr"),
    "Polish in Windows-1250": (POLISH.encode("cp1250"), POLISH, "cp1250"),
    "Polish in Latin-2": (POLISH.encode("iso8859-2"), POLISH, "iso8859-2"),
    "Czech in Windows-1250": (CZECH.encode("cp1250"), CZECH, "cp1250"),
    "Turkish in Windows-1254": (TURKISH.encode("cp1254"), TURKISH, "cp1254"),
    "good lines among bad ones": (
        CHINESE.encode() + SPANISH.encode("cp1252"),
        CHINESE + SPANISH,
        "utf-8 and cp1252",
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_each_encoding_is_read_and_named(case):
    content, text, encoding = CASES[case]

    assert decoding.decode(content) == (text, encoding)


WRITTEN = [
    (text, encoding)
    for text in (SPANISH, GERMAN, POLISH, CZECH, TURKISH, RUSSIAN, UKRAINIAN, JAPANESE * 3)
    for encoding in ("utf-8", "utf-16", "cp1252", "cp1250", "cp1251", "cp1254", "koi8-u")
    if text.encode(encoding, "ignore").decode(encoding) == text
]


@pytest.mark.parametrize(("text", "encoding"), WRITTEN)
def test_a_text_is_the_same_in_every_encoding_that_can_write_it(text, encoding):
    assert decoding.decode(text.encode(encoding))[0] == text


def test_an_english_text_with_foreign_names_is_read_as_western():
    text = (
        "The mayors of Tromsø and Forlì met in Zürich, and the board was not for it: it is art.\n"
    )

    assert decoding.decode(text.encode("cp1252")) == (text, "cp1252")


def test_control_characters_become_blanks_in_place():
    text, _ = decoding.decode(b"Wool\0rose\x08twice,\tthen fell back.\r\n")

    assert text == "Wool rose twice,\tthen fell back.\r\n"


CODES = ["\x1b[31m", "\x1b[0m", "\x1b[1;4H", "\x9b2J", "\x1b]0;a title\x07", "\x1bM"]


@pytest.mark.parametrize("code", CODES)
def test_a_terminal_s_control_codes_become_blanks_in_place(code):
    assert decoding.clean(f"Wool{code}7") == "Wool" + " " * len(code) + "7"


def test_a_character_written_as_two_halves_is_one():
    halves = b"".join(chr(c).encode("utf-8", "surrogatepass") for c in (0xD83D, 0xDE00))

    assert decoding.decode(b"Wool " + halves + b" rose.") == ("Wool \U0001f600 rose.", "utf-8")


def test_newlines_are_untouched():
    assert decoding.decode(b"a\r\nb\rc\nd")[0] == "a\r\nb\rc\nd"


def test_bytes_that_are_no_text_give_none():
    assert decoding.decode(bytes(range(32)) * 20) == (None, None)


def test_packed_bytes_are_no_text_however_few_of_them_are_controls():
    packed = bytes(range(250, 8, -1)) * 9

    assert decoding.decode(packed) == (None, None)


@given(st.text(st.characters(exclude_categories=["Cc", "Cs"], exclude_characters="\ufeff")))
def test_what_was_written_as_utf8_is_read_back(text):
    assert decoding.decode(text.encode())[0] == text


@given(st.binary(max_size=400))
def test_no_bytes_break_the_reader(content):
    text, encoding = decoding.decode(content)

    assert (text is None) == (encoding is None)


def test_a_few_broken_characters_among_sound_ones_are_marked_as_lost():
    text, encoding = decoding.decode(CURLY.encode() + b"And \xc0 more." + "“Yes.”".encode())

    assert encoding == "utf-8"
    assert text == CURLY + "And \ufffd more.“Yes.”"


DECLARED = {
    "as a page writes it": ("iso-8859-2", "iso8859-2"),
    "Latin-1, read as browsers do": ("ISO-8859-1", "cp1252"),
    "a name of no encoding": ("rot13", "cp1252"),
    "an encoding of programs": ("unicode_escape", "cp1252"),
    "an unknown name": ("klingon", "cp1252"),
}


@pytest.mark.parametrize("case", DECLARED)
def test_a_page_is_read_in_the_encoding_that_it_names_for_itself(case):
    named, encoding = DECLARED[case]
    page = f'<html><head><meta charset="{named}"></head><p>Caf\u00e9 12 % \\x41</p></html>\n'

    assert decoding.decode(page.encode("latin-1")) == (page, encoding)


def test_a_page_that_names_a_wrong_encoding_is_read_by_its_lines():
    page = "<html><meta charset=ascii><p>Wool rose 12% \u2013 it said.</p></html>\n"

    assert decoding.decode(page.encode()) == (page, "utf-8")
