"""What a reader of HTML, Markdown, SVG, CSV or PDF finds that should not be there."""

from __future__ import annotations

import csv
import io
import re
import xml.etree.ElementTree as ET
from base64 import b64decode
from itertools import pairwise

from markdown_it import MarkdownIt
from pypdf import PdfReader
from selectolax.lexbor import LexborHTMLParser

MARKS = ("hostile-element", "iframe", "object", "embed", "base", "form", "link[href*='//']")
ATTRIBUTES = ("data-hostile", "srcdoc", "action", "formaction")
LINKS = re.compile(r"(?:#[\w.%-]*|data:,|[\w-]+\.(?:csv|pdf|html)|figures/[\w-]+\.csv)")
DRAWN = "data:image/svg+xml;base64,"  # a drawing of ours in a page of differences
PRICE = r"<span>\$</span>"  # the one tag that we write in Markdown: no formula begins there
# A heading that the inputs try to open: a title of Markdown, or one underlined by dashes.
HEADINGS = re.compile(r"(?:Exports|title:.*|filters:.*|a \| b)\s*", re.DOTALL)
NUMBER = re.compile(r"[+-]?[0-9]+(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?")
FORMULA = tuple("=+-@\t\r")
SVG = {"svg", "style", "path", "text", "tspan", "g", "defs", "rect", "line", "title", "desc"}
COMPUTED = "8641969"

_MARKDOWN = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])


def in_html(text):
    """Elements, attributes, links, headings and results that came from an input."""
    page = LexborHTMLParser(text)
    found = [node.html for mark in MARKS for node in page.css(mark)]
    found += [node.html for node in page.css(".hostile")]
    for node in page.css("img"):
        source = node.attributes.get("src") or ""
        found += in_svg(b64decode(source.removeprefix(DRAWN))) if _drawn(source) else [source]
    for node in page.css("*"):
        given = node.attributes
        found += [f"{node.tag} {a}" for a in given if a.startswith("on") or a in ATTRIBUTES]
        found += [str(given[a]) for a in ("href", "xlink:href") if _leads_out(given.get(a))]
    headings = [node.text() for node in page.css("h1, h2, h3, h4, h5, h6")]
    return [*found, *filter(HEADINGS.fullmatch, headings), *_computed(text)]


def in_markdown(text):
    """The same for Markdown as a strict reader renders it, with raw HTML allowed."""
    tokens = list(_walk(_MARKDOWN.parse(text.replace(PRICE, r"\$"))))
    found = [t.content for t in tokens if t.type in ("html_block", "html_inline", "image")]
    found += [
        t.attrs["href"] for t in tokens if t.type == "link_open" and _leads_out(t.attrs["href"])
    ]
    found += [t.content for t in tokens if t.type == "fence" and not t.content.startswith("@")]
    headings = [b.content for a, b in pairwise(tokens) if a.type == "heading_open"]
    shortcodes = re.findall(r"\{\{<[^\n]{0,40}", text)
    return [*found, *filter(HEADINGS.fullmatch, headings), *shortcodes, *_computed(text)]


def in_svg(text):
    """Elements that no chart draws, links, handlers and results."""
    found, drawing = [], ET.fromstring(text)  # noqa: S314  # our own drawing, judged here
    for node in drawing.iter():
        found += [node.tag] if node.tag.rpartition("}")[2] not in SVG else []
        found += [name for name in node.attrib if name.startswith("on") or name.endswith("href")]
    return [*found, *_computed(ET.tostring(drawing, encoding="unicode"))]


def in_csv(text):
    """Cells that a spreadsheet would take for a formula."""
    rows = csv.reader(io.StringIO(text, newline=""))
    cells = [cell for row in rows for cell in row]
    return [c for c in cells if c.startswith(FORMULA) and not NUMBER.fullmatch(c)]


def in_pdf(path):
    """Links that leave the document, what a template read or computed; and the text itself."""
    pages = PdfReader(path).pages
    text = "\n".join(page.extract_text() for page in pages)
    actions = [
        note.get_object().get("/A", {}) for page in pages for note in page.get("/Annots", ())
    ]
    links = [str(action["/URI"]) for action in actions if "/URI" in action]
    return [link for link in links if _leads_out(link)] + _computed(text), text


def in_linked(value, key=""):
    """Addresses in linked data that are no place in the report and no web address."""
    if isinstance(value, dict):
        return [one for name, inner in value.items() for one in in_linked(inner, name)]
    if isinstance(value, list):
        return [one for inner in value for one in in_linked(inner, key)]
    is_address = isinstance(value, str) and key in ("@id", "url", "id", "sameAs")
    return [value] if is_address and re.match(r"javascript:|data:|file:|=", value) else []


def _drawn(source):
    return source.startswith(DRAWN)


def _leads_out(address):
    return address is not None and not LINKS.fullmatch(address)


def _computed(text):
    return [COMPUTED] if COMPUTED in text else []


def _walk(tokens):
    for token in tokens:
        yield token
        yield from _walk(token.children or [])
