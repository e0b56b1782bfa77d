import pytest

from accord.editions.render import links

REACHABLE = (
    "#fact-f01",
    "figures/cost.csv",
    "../1/report.html",
    "https://example.org/a?b=1&c=2",
    "HTTP://example.org",
)
REFUSED = (
    "",
    "javascript:alert(1)",
    " JavaScript:alert(1)",
    "java\nscript:alert(1)",
    "data:text/html,<b>x</b>",
    "vbscript:x",
    "file:///etc/passwd",
    "//example.org/x",
    "\\\\example.org\\x",
    "https:example.org",
    'figures/"onload="x',
)


@pytest.mark.parametrize("address", REACHABLE)
def test_an_anchor_a_relative_file_and_a_web_address_are_links(address):
    assert links.safe(address) == address


@pytest.mark.parametrize("address", REFUSED)
def test_every_other_address_is_no_link(address):
    assert links.safe(address) == ""
