"""The file formats that are read, one file each; a new one is its file and one line here."""

from __future__ import annotations

import re
from collections.abc import Callable

from accord.sources.formats import html, md, tangle, txt
from accord.sources.formats.page import Page

FORMATS: dict[str, Callable[[str], Page]] = {
    ".txt": txt.page,
    ".md": md.page,
    ".markdown": md.page,
    ".html": html.page,
    ".htm": html.page,
}

_START = 1000
_HTML = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--[^>]*-->\s*)?<(?:!doctype\s+html|html)\b", re.IGNORECASE
)
_XML = re.compile(r"\s*<\?xml\b")


def page(suffix: str, text: str) -> Page:
    """The readable text of a decoded file; a web page is known by its first tag."""
    return _reader(suffix, text)(text)


def is_tangled(suffix: str, text: str) -> bool:
    """Whether the text is a web page whose tags are more work than is done for one."""
    return _reader(suffix, text) is html.page and tangle.is_tangled(text)


def is_html(text: str) -> bool:
    """Whether the text starts as a web page does and declares no entity."""
    return _HTML.match(text[:_START]) is not None and "<!ENTITY" not in text[:_START]


def is_xml(text: str) -> bool:
    """Whether the text starts as an XML document that is no web page."""
    return _XML.match(text[:_START]) is not None and not is_html(text)


def _reader(suffix: str, text: str) -> Callable[[str], Page]:
    return html.page if is_html(text) else FORMATS[suffix]


__all__ = ["FORMATS", "Page", "is_html", "is_tangled", "is_xml", "page"]
