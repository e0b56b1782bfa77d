"""HTML within Markdown: what it says as tokens of Markdown, what it is made of left out."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from typing import TypeAlias

from markdown_it.token import Token

from accord.editions.render import markup

Parse: TypeAlias = Callable[[str], list[Token]]

_TAG = re.compile(r"<(/?)([a-zA-Z]+)\b")
_STYLES = {"b": "strong", "strong": "strong", "i": "em", "em": "em", "s": "s", "del": "s"}


def read(tokens: Iterable[Token], parse: Parse) -> Iterator[Token]:
    """The tokens with each block of HTML as the Markdown of its words, and no tag in a line."""
    for token in tokens:
        if token.type == "html_block":
            yield from parse(markup.written(token.content))
        elif token.children and any(one.type == "html_inline" for one in token.children):
            yield replace(token, children=list(_line(token.children, parse)))
        else:
            yield token


def _line(tokens: list[Token], parse: Parse) -> Iterator[Token]:
    """A line whose pairs of tags are emphasis, with breaks and pictures, and no other tag."""
    pairs = _pairs(tokens)
    for place, token in enumerate(tokens):
        if token.type != "html_inline":
            yield token
        elif place in pairs:
            yield pairs[place]
        elif token.content.lower().startswith("<br"):
            yield Token("hardbreak", "br", 0)
        elif token.content.lower().startswith("<img"):
            yield from (
                one for said in parse(markup.written(token.content)) for one in said.children or ()
            )


def _pairs(tokens: list[Token]) -> dict[int, Token]:
    """What stands for the tags that open and close one style, properly within one another."""
    found: dict[int, Token] = {}
    waiting: list[tuple[str, int]] = []
    for place, token in enumerate(tokens):
        if token.type != "html_inline":
            waiting = [] if token.nesting else waiting
            continue
        tag = _TAG.match(token.content)
        name = _STYLES.get(tag[2].lower(), "") if tag else ""
        if not tag or not name:
            continue
        if not tag[1]:
            waiting.append((name, place))
        elif waiting and waiting[-1][0] == name:
            found[waiting.pop()[1]] = Token(f"{name}_open", name, 1)
            found[place] = Token(f"{name}_close", name, -1)
    return found
