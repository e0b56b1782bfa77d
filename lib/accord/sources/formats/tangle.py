"""How much work the tags of a web page are for its parser, told before they are parsed.

The parser looks through all open elements at most tags, and through all attributes of a tag for
each one more; and it opens text styles that no tag closed once more in each block behind them.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field

MOST = 300_000_000  # steps; some 24,000 tags one inside the other, or attributes of one tag

_ATTRIBUTE = r"[\s/]*+[^\s/>][^\s/>=]*+(?:\s*+=\s*+(?:\"[^\"]*+\"?|'[^']*+'?|[^\s>]*+))?"
_TAG = re.compile(
    r"<!--(?:-?>|.*?(?:--!?>|\Z))|<(?:(script|style|textarea|title)\b.*?(?:</\1|\Z)"
    rf"|(?P<close>/?)(?P<name>[a-z][^\s/>]*+)(?P<given>(?:{_ATTRIBUTE})*+))",
    re.IGNORECASE | re.DOTALL,
)
_ATTRIBUTES = re.compile(_ATTRIBUTE)
# what holds nothing, and what the next of its kind ends
_SHUT = frozenset({
    "a", "area", "base", "body", "br", "col", "dd", "dt", "embed", "head", "hr", "html", "img",
    "input", "li", "link", "meta", "nobr", "optgroup", "option", "p", "param", "rp", "rt", "source",
    "tbody", "tfoot", "thead", "track", "wbr",
})  # fmt: skip
_CELLS = frozenset({"caption", "td", "th", "tr"})
_STYLES = frozenset({
    "b", "big", "code", "em", "font", "i", "s", "small", "strike", "strong", "tt", "u",
})  # fmt: skip
_ALIKE = 3  # a style is opened again as many times, however often it was opened
_COPY = 300  # an element costs as much as so many steps


@dataclass(slots=True)
class _Open:
    """What is open within the innermost cell of a table, beyond which the parser does not look."""

    names: Counter[str] = field(default_factory=Counter[str])
    styles: dict[str, list[str]] = field(default_factory=dict[str, list[str]])
    alike: Counter[str] = field(default_factory=Counter[str])
    depth: int = 0
    styled: int = 0

    def start(self, name: str, tag: str) -> None:
        self.names[name] += 1
        self.depth += 1
        if name in _STYLES and self.alike[tag] < _ALIKE:
            self.alike[tag] += 1
            self.styles.setdefault(name, []).append(tag)
            self.styled += 1

    def end(self, name: str) -> None:
        self.depth -= self.names[name] > 0
        self.names[name] -= self.names[name] > 0
        if self.styles.get(name):
            self.alike[self.styles[name].pop()] -= 1
            self.styled -= 1


def is_tangled(text: str) -> bool:
    """Whether the page would take its parser more than `MOST` steps."""
    tables = [_Open()]
    steps = 0
    for tag in _TAG.finditer(text):
        name = (tag["name"] or "").lower()
        if name:
            _follow(tables, name, tag)
            steps += tables[-1].depth + _COPY * tables[-1].styled + _packed(tag["given"])
        if steps > MOST:
            return True
    return False


def _follow(tables: list[_Open], name: str, tag: re.Match[str]) -> None:
    if name == "table":
        if not tag["close"]:
            tables.append(_Open())
        elif len(tables) > 1:
            tables.pop()
    elif name in _CELLS and len(tables) > 1:
        tables[-1] = _Open()
    elif tag["close"]:
        tables[-1].end(name)
    elif name not in _SHUT:
        tables[-1].start(name, tag[0].lower())


def _packed(given: str) -> int:
    """Each attribute is compared with those before it."""
    many = len(_ATTRIBUTES.findall(given)) if given else 0
    return many * many // 2
