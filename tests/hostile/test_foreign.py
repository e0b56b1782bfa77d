"""The judges themselves: what is planted is found, and what is escaped is not."""

from __future__ import annotations

import pytest

from . import foreign

PLANTED = {
    "an element": (foreign.in_html, "<p><hostile-element>x</hostile-element>"),
    "a class": (foreign.in_html, "<p class='a hostile'>x"),
    "a handler": (foreign.in_html, "<p onclick='x()'>x"),
    "an image": (foreign.in_html, "<img src='http://127.0.0.1:9/x.png'>"),
    "a link": (foreign.in_html, "<a href='javascript:alert(1)'>x</a>"),
    "a heading": (foreign.in_html, "<h2>Exports</h2>"),
    "a result": (foreign.in_html, "<p>8641969"),
    "raw HTML in Markdown": (foreign.in_markdown, "a <b class=hostile>b</b>"),
    "a link in Markdown": (foreign.in_markdown, "[21%](https://x.example)"),
    "an image in Markdown": (foreign.in_markdown, "![x](x.png)"),
    "a heading in Markdown": (foreign.in_markdown, "title: x\n---\n"),
    "code in Markdown": (foreign.in_markdown, "```{python}\nprint(1)\n```"),
    "a shortcode": (foreign.in_markdown, "a {{< include x >}}"),
    "a script in a drawing": (foreign.in_svg, "<svg><script/></svg>"),
    "a link in a drawing": (foreign.in_svg, "<svg><path href='x'/></svg>"),
    "a formula": (foreign.in_csv, "a,=1+1\n"),
    "an address that runs": (foreign.in_linked, {"a": [{"url": "javascript:alert(1)"}]}),
}
ESCAPED = {
    "an element": (foreign.in_html, "<p>&lt;hostile-element&gt; <a href='#f1'>f</a>"),
    "Markdown": (foreign.in_markdown, "\\<b\\> \\[x\\](javascript:x) \\{\\{\\<"),
    "a drawing": (foreign.in_svg, "<svg><text>&lt;script&gt;</text></svg>"),
    "a cell": (foreign.in_csv, "'=1+1,-3.5\n"),
}


@pytest.mark.parametrize("case", PLANTED)
def test_what_is_planted_is_found(case):
    judge, text = PLANTED[case]

    assert judge(text)


@pytest.mark.parametrize("case", ESCAPED)
def test_what_is_escaped_is_right(case):
    judge, text = ESCAPED[case]

    assert judge(text) == []
