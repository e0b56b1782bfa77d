"""Markdown tokens in, HTML of the page out: no raw HTML, no style attribute, safe links only."""

from __future__ import annotations

from collections.abc import MutableMapping, Sequence
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from markdown_it.token import Token
from markdown_it.utils import OptionsDict
from markupsafe import Markup, escape

from accord.editions.render import document, links, mathematics
from accord.editions.render.blocks import Prose

_ALLOWED = ("href", "src", "alt", "title", "start", "class")
_PICTURES = ("image/png", "image/jpeg", "image/gif")


def render(prose: Prose, above: int) -> Markup:
    """The prose as HTML, its headings directly below a heading of level `above`."""
    environment = {"above": above, "level": above, "attachments": prose.attachments}
    options = MarkdownIt("commonmark", {"html": False}).options
    written = _Renderer().render(prose.tokens, options, environment)
    return Markup(written)  # noqa: S704  # the renderer escapes all text and lets no HTML through


class _Renderer(RendererHTML):
    """The renderer of markdown-it with our headings, links, pictures and tables."""

    def renderAttrs(self, token: Token) -> str:  # type: ignore[override]  # noqa: N802
        names = (name for name in _ALLOWED if name in token.attrs)
        return "".join(f' {name}="{escape(str(token.attrs[name]))}"' for name in names)

    def heading_open(self, tokens: Sequence[Token], idx: int, _: Any, env: Any) -> str:
        env["level"] = _level(tokens[idx], env)
        return f"<h{env['level']}>"

    def heading_close(self, _: Sequence[Token], __: int, ___: Any, env: Any) -> str:
        return f"</h{env['level']}>\n"

    def link_open(self, tokens: Sequence[Token], idx: int, _: Any, __: Any) -> str:
        address = links.safe(str(tokens[idx].attrs.get("href", "")))
        return f'<a href="{escape(address)}">' if address else "<a>"

    def fence(self, tokens: Sequence[Token], idx: int, options: Any, env: Any) -> str:
        del options, env
        code = escape(tokens[idx].content)
        return f'<pre tabindex="0" role="group" aria-label="Code"><code>{code}</code></pre>\n'

    def code_block(self, tokens: Sequence[Token], idx: int, options: Any, env: Any) -> str:
        return self.fence(tokens, idx, options, env)

    def math(self, tokens: Sequence[Token], idx: int, _: Any, __: Any) -> str:
        token = tokens[idx]
        drawn = "<br>".join(row.svg for row in mathematics.drawn(token.content))
        return drawn or f"<code>{escape(token.markup)}</code>"

    def table_open(self, *_: Any) -> str:
        return '<div class="scroll" tabindex="0" role="group" aria-label="Table"><table>\n'

    def table_close(self, *_: Any) -> str:
        return "</table></div>\n"

    def th_open(self, tokens: Sequence[Token], idx: int, _: Any, __: Any) -> str:
        return _cell("th" if tokens[idx + 1].content else "td", tokens[idx])

    def th_close(self, tokens: Sequence[Token], idx: int, _: Any, __: Any) -> str:
        return "</th>" if tokens[idx - 1].content else "</td>"

    def td_open(self, tokens: Sequence[Token], idx: int, _: Any, __: Any) -> str:
        return _cell("td", tokens[idx])

    def image(
        self,
        tokens: Sequence[Token],
        idx: int,
        options: OptionsDict,
        env: MutableMapping[str, Any],
    ) -> str:
        del options
        token = tokens[idx]
        alt = document.words(token.children or []) or "picture"
        address = str(token.attrs.get("src", ""))
        source = _attached(address, env["attachments"])
        if source:
            return f'<img src="{escape(source)}" alt="{escape(alt)}">'
        target = links.safe(address)
        return f'<a href="{escape(target)}">{escape(alt)}</a>' if target else str(escape(alt))


def _level(token: Token, env: MutableMapping[str, Any]) -> int:
    """The heading's level, with none left out on the way down."""
    above, last = int(env["above"]), int(env["level"])
    return max(above + 1, min(int(token.tag[1]), last + 1))


def _cell(name: str, token: Token) -> str:
    right = "right" in str(token.attrs.get("style", ""))
    return f'<{name} class="right">' if right else f"<{name}>"


def _attached(address: str, attachments: Any) -> str:
    """A picture that travels in the notebook, as a data address; "" for every other."""
    if address.startswith("attachment:"):
        bundle = attachments.get(address.removeprefix("attachment:"), {})
        found = ((mime, bundle[mime]) for mime in _PICTURES if mime in bundle)
        return next((f"data:{mime};base64,{content}" for mime, content in found), "")
    picture = address.startswith(tuple(f"data:{mime};base64," for mime in _PICTURES))
    return address if picture else ""
