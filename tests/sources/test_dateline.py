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
