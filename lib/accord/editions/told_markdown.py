"""A comparison as Markdown that fits a comment on a pull request."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from accord.editions import markdown, told
from accord.editions.comparison import Comparison, TextChange
from accord.editions.told import Entry
from accord.editions.told_words import plain

# Characters of each part of the Markdown: a comment on a pull request holds 65,536.
_ROOM = {"headline": 3_000, "facts": 16_000, "claims": 16_000, "texts": 12_000, "links": 3_000}


def to_markdown(comparison: Comparison) -> str:
    """What changed, headline first, short enough for a comment; nothing where nothing did."""
    if comparison.same:
        return ""
    shifts = ("before", "after", "because")
    blocks = [
        f"### {markdown.escape(told.title(comparison))}",
        _table(("count", *shifts), map(told.shift, comparison.headline), _ROOM["headline"]),
        _table(("fact", "what", *shifts), _entry_rows(told.facts(comparison)), _ROOM["facts"]),
        _table(
            ("claim", "what", *shifts),
            _entry_rows(map(told.of_claim, comparison.claims)),
            _ROOM["claims"],
        ),
        _fitting(_marked(comparison.texts), _ROOM["texts"], "line"),
        _fitting(
            [f"- {markdown.escape(line)}" for line in told.decided(comparison)],
            _ROOM["links"],
            "decision",
        ),
        _table(("links", *shifts), map(told.shift, comparison.links), _ROOM["links"]),
        "\n".join(f"- {markdown.escape(line)}" for line in told.rest(comparison)),
    ]
    return "\n\n".join(block for block in blocks if block) + "\n"


def _marked(texts: Iterable[TextChange]) -> Iterator[str]:
    """Rewritten texts as Markdown, a line each."""
    marks = {"": "{}", "delete": " ~~{}~~ ", "insert": " **{}** "}
    for one in texts:
        yield f"\n**{markdown.escape(told.of_text(one)[2:])}**\n"
        for sentence in one.sentences:
            said = "".join(
                marks[style].format(markdown.escape(plain(word.strip() if style else word, 2000)))
                for style, word in told.elided(sentence.words)
            )
            became = "; ".join(told.effects(sentence))
            yield f"- {' '.join(said.split())} *({markdown.escape(became)})*"


def _entry_rows(entries: Iterable[Entry]) -> Iterator[tuple[str, ...]]:
    for head, rows, because in entries:
        for place, row in enumerate(rows or [("", "", "")]):
            yield (head, *row, because) if place == 0 else ("", *row, "")


def _table(columns: Sequence[str], rows: Iterable[tuple[str, ...]], room: int) -> str:
    every = [[markdown.escape(word) for word in row] for row in rows]
    if not every:
        return ""
    head, rule, *lines = markdown.table(columns, ["left"] * len(columns), every).split("\n")
    return f"{head}\n{rule}\n{_fitting(lines, room, 'row')}"


def _fitting(lines: Iterable[str], room: int, what: str) -> str:
    """As many lines as there is room for, and how many more there are."""
    every = list(lines)
    shown, left = 0, room
    while shown < len(every) and len(every[shown]) < left:
        left -= len(every[shown]) + 1
        shown += 1
    more = len(every) - shown
    last = f"\n\nand {told.many(more, what)} more." if more else ""
    return "\n".join(every[:shown]) + last
