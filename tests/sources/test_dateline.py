import pytest

from accord.sources import dateline

BODY = "The mill burned down."


@pytest.mark.parametrize(
    ("line", "agency"),
    [
        (f"ARDEN, May 4 (Byron) - {BODY}", "Byron"),
        (f"ARDEN (Byron News Service) -- {BODY}", "Byron News Service"),
        (f"Arden, 4 May 2031 (Byron-Press) \u2014 {BODY}", "Byron-Press"),
        (f"(Byron) \u2013 {BODY}", "Byron"),
        (f"May 4, 2031 (Byron)\n{BODY}", "Byron"),
        (f"A Mill Burns\n\nARDEN, May 4 (Byron) - {BODY}", "Byron"),
    ],
)
def test_the_agency_of_a_dispatch_stands_in_its_dateline(line, agency):
    assert dateline.agency(line) == agency


@pytest.mark.parametrize(
    "line",
    [
        BODY,
        "THE MILLERS OF ARDEN (MOA) - A SHORT HISTORY\n",
        "Mill burns (Updated)\nThe mill of Arden (Byron) burned down.",
        f"ARDEN, May 4 (Update) - {BODY}",
        "Ada Byron (Millers) - a portrait.",
        "The mill (4 storeys) - it burned.",
        "\n" * 1000 + f"ARDEN, May 4 (Byron) - {BODY}",
    ],
)
def test_other_brackets_name_no_agency(line):
    assert dateline.agency(line) is None


@pytest.mark.parametrize(
    ("text", "day"),
    [
        (f"A mill burns\n\n4 May 2031\n\n{BODY}", "2031-05-04"),
        (f"A mill burns\nThe Arden Post, Sunday, May 4th, 2031, 10:15 am\n{BODY}", "2031-05-04"),
        (f"A mill burns\nPublished: 04.05.2031, 17:40\n{BODY}", "2031-05-04"),
        (f"A mill burns\nUpdated 2031-05-04\n{BODY}", "2031-05-04"),
        (f"ARDEN, Ruritania, Sept. 4, 2031 (Byron) - {BODY}", "2031-09-04"),
        (f"Arden, 4 May 2031. {BODY}", "2031-05-04"),
        (f"Press release, 4 May 2031\n{BODY}", None),
        (f"Press Release, 4 May 2031\n{BODY}", "2031-05-04"),
    ],
)
def test_the_day_of_a_text_stands_on_a_line_of_its_own_or_in_the_dateline(text, day):
    assert dateline.day(text) == day


@pytest.mark.parametrize(
    "text",
    [
        BODY,
        "The mill burned down on 4 May 2031, the miller said.",
        "The Great Fire of Arden, 4 May 1731: Three Hundred Years On\nIt was a mill.",
        f"ARDEN, May 4 (Byron) - {BODY}",
        f"31 June 2031\n{BODY}",
        f"Version 14.05.20311\n{BODY}",
        f"{BODY}\n" * 9 + "4 May 2031",
    ],
)
def test_other_days_do_not_date_a_text(text):
    assert dateline.day(text) is None
