"""One output of a cell in, its blocks out."""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from functools import cache
from typing import Any

from pydantic import TypeAdapter, ValidationError
from selectolax.lexbor import LexborHTMLParser

from accord.editions import parts
from accord.editions.render import markup
from accord.editions.render.blocks import Block, Drawing, Failure, Grid, Image, Plain

# What a terminal does and does not print: colours, links, bells; and what is written over.
_TERMINAL = re.compile(r"\x1b(?:\[[0-9;:?]*[A-Za-z]|\][^\x07\x1b]*(?:\x07|\x1b\\)|[@-Z\\^_])|\x07")
_OVERSTRUCK = re.compile(r"[^\n\x08]\x08")
_REWRITTEN = re.compile(r"[^\n\r]*\r(?![\n\r]|$)")
_PICTURES = ("image/svg+xml", "image/png", "image/jpeg", "image/gif")
_SIGNATURES = {"image/png": b"\x89PNG", "image/jpeg": b"\xff\xd8", "image/gif": b"GIF8"}


@dataclass(frozen=True, slots=True)
class Markdown:
    """Markdown that the walk has still to read."""

    text: str


def read(output: Mapping[str, Any], alt: str) -> Iterator[Block | Markdown]:
    """The block of one output, in the richest kind that is safe; nothing where it holds nothing."""
    kind = output.get("output_type")
    if kind == "stream":
        yield Plain(text=bare(output.get("text", "")), stream=str(output.get("name", "stdout")))
    elif kind == "error":
        yield Failure(
            name=bare(output.get("ename", "")),
            message=bare(output.get("evalue", "")),
            trace=bare("\n".join(map(str, output.get("traceback", [])))),
        )
    elif kind in ("display_data", "execute_result"):
        yield from _bundle(output.get("data", {}), alt)


def bare(text: object) -> str:
    """Text as a terminal leaves it on its screen; a list of lines is joined."""
    joined = "".join(map(str, text)) if isinstance(text, list) else str(text)
    plain = _OVERSTRUCK.sub("", _TERMINAL.sub("", joined))
    return _REWRITTEN.sub("", plain.replace("\r\n", "\n"))


def _bundle(bundle: Mapping[str, Any], alt: str) -> Iterator[Block | Markdown]:
    found = _drawing(bundle.get(parts.MIME)) or _picture(bundle, alt) or _frame(bundle)
    if found:
        yield found
    elif bundle.get("text/markdown"):
        yield Markdown(bare(bundle["text/markdown"]))
    elif said := markup.written(bare(bundle.get("text/html", ""))):
        yield Markdown(said)
    elif bundle.get("text/latex"):
        yield Markdown(bare(bundle["text/latex"]))
    elif "text/plain" in bundle:
        yield Plain(text=bare(bundle["text/plain"]))


def _drawing(content: object) -> Drawing | None:
    """The part, with every field checked and present; None where it is not one of ours."""
    if not isinstance(content, dict):
        return None
    adapter = _adapters().get(str(content.get("part")))
    if adapter is None:
        return None
    fields = {name: value for name, value in content.items() if name != "part"}
    try:
        record = adapter.validate_python(fields)
    except ValidationError:
        return None
    return Drawing(part=str(content["part"]), content=asdict(record))


@cache
def _adapters() -> dict[str, TypeAdapter[Any]]:
    kinds = sorted(parts.Part.__subclasses__(), key=lambda kind: kind.__name__)
    return {kind.__name__.lower(): TypeAdapter(kind) for kind in kinds}


def _picture(bundle: Mapping[str, Any], alt: str) -> Image | None:
    for mime in _PICTURES:
        if mime in bundle:
            content = _content(mime, bare(bundle[mime]))
            if content:
                return Image(mime=mime, content=content, alt=alt)
    return None


def _content(mime: str, text: str) -> bytes:
    if mime == "image/svg+xml":
        return text.encode("utf-8", "replace")
    try:
        content = base64.b64decode(text, validate=False)
    except (binascii.Error, ValueError):
        return b""
    return content if content.startswith(_SIGNATURES[mime]) else b""


def _frame(bundle: Mapping[str, Any]) -> Grid | None:
    """An HTML output that is one table and little else, as pandas writes its frames."""
    if "text/html" not in bundle:
        return None
    page = LexborHTMLParser(bare(bundle["text/html"]))
    tables = page.css("table")
    if len(tables) != 1 or page.css_first("h1, h2, h3, h4, ul, ol, pre, img"):
        return None
    heads, rows = markup.spread(tables[0])
    columns = tuple(_headed(rows[:heads])) if heads else ()
    return Grid(columns=columns, rows=tuple(map(tuple, rows[heads:])))


def _headed(rows: list[list[str]]) -> Iterator[str]:
    """One heading a column from several rows; a word over several columns stands over each."""
    for across in range(len(rows[0])):
        yield " ".join(filter(None, (row[across] for row in rows)))
