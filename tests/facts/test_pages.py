"""Which dates are the page's own."""

import pytest

from accord.facts.pages import is_page_date
from accord.model import Claim, Span

BODY = " The Orvel dam opened to visitors, and the mill was closed." * 12
DATES = {
    "Dam opens\nPublished: Tue {4 May 2003}\nThe Orvel dam": True,
    "{4 May 2003}\nThe Orvel dam opened": True,
    "Updated 11:25 GMT {4 May 2003}\nVisitors came": True,
    "Orvel dam opens to the public {May 4, 2003} The Orvel dam": True,
    "On {4 May 2003}, visitors came to the dam": False,
    "The dam opened on {4 May 2003} and visitors came": False,
    "The dam was closed by {May 2003}. Visitors left": False,
    "The dam (opened {4 May 2003}) is closed": False,
}


@pytest.mark.parametrize(("marked", "expected"), DATES.items(), ids=DATES)
def test_a_date_that_stands_alone_near_the_top_is_the_page_s(marked, expected):
    assert is_page_date(*dated(marked + BODY)) is expected


def test_a_date_amid_the_text_is_never_the_page_s():
    assert not is_page_date(*dated(f"Dam.{BODY}\nPublished: {{4 May 2003}}\n{BODY}"))


def test_only_dates_and_times_can_be_the_page_s():
    claim, text = dated("{40}\nworkers came")

    assert not is_page_date(
        Claim(
            id="c",
            source="a",
            span=claim.span,
            text="40",
            sentence=claim.sentence,
            kind="count",
        ),
        text,
    )


def dated(marked):
    start, end = marked.index("{"), marked.index("}") - 1
    text = marked.replace("{", "").replace("}", "")
    span = Span(start, end)
    return (
        Claim(id="c", source="a", span=span, text=span.of(text), sentence=span, kind="date"),
        text,
    )
