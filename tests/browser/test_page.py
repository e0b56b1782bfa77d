"""The page in a browser: accessibility, keyboard, filters, links, themes and print."""

import importlib.util
import os
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe

from accord.editions.render.html import render

pytestmark = [pytest.mark.browser, pytest.mark.slow]

VIEWS = [(w, m, s) for w in (1280, 360) for m, s in (
    ("screen", "light"), ("screen", "dark"), ("print", "light"), ("print", "dark"),
)]  # fmt: skip


def norvik():
    path = Path(__file__).parent.parent / "editions" / "sample.py"
    spec = importlib.util.spec_from_file_location("norvik", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def reports(tmp_path_factory):
    """The study as it is, and with thirty texts instead of five."""
    folder, study = tmp_path_factory.mktemp("page"), norvik()
    (folder / "report.html").write_text(render(study.notebook(), {}), encoding="utf-8")
    wide = render(study.notebook(study.widened(30)), {})
    (folder / "wide.html").write_text(wide, encoding="utf-8")
    long = study.long(2000)
    (folder / "long.html").write_text(render(long, {}), encoding="utf-8")
    long.metadata["numbers"] = "de"
    (folder / "german.html").write_text(render(long, {}), encoding="utf-8")
    return folder


@pytest.fixture
def view(browser, reports):
    """Open the report; every request but the file's own, and every console message, is kept."""
    contexts = []

    def opened(width=1280, media="screen", scheme="light", at="", **options):
        context = browser.new_context(viewport={"width": width, "height": 820}, **options)
        contexts.append(context)
        page = context.new_page()
        page.asked, page.said = [], []
        page.on("request", lambda request: page.asked.append(request.url))
        page.on("console", lambda message: page.said.append(message.text))
        page.emulate_media(media=media, color_scheme=scheme)
        file = next((name for name in ("wide", "long", "german") if at.startswith(name)), "report")
        page.goto((reports / f"{file}.html").as_uri() + at.removeprefix(file))
        return page

    yield opened
    for context in contexts:
        context.close()


def shown(page, selector):
    return page.locator(f"{selector}:visible").count()


@pytest.mark.parametrize(("width", "media", "scheme"), VIEWS)
def test_axe_finds_nothing(view, width, media, scheme):
    page = view(width, media, scheme, bypass_csp=True)
    page.evaluate("document.querySelectorAll('details:not(.contents)').forEach(d => d.open = true)")
    found = Axe().run(page).response["violations"]

    assert [(each["id"], each["nodes"][0]["html"]) for each in found] == []


@pytest.mark.parametrize("width", [1280, 1000, 768, 640, 360, 320])
def test_the_page_never_scrolls_sideways(view, width):
    page = view(width)

    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_a_table_of_words_folds_on_a_phone_and_names_each_cell(view):
    page = view(360)
    over = "t => [...t].filter(t => t.scrollWidth > t.parentElement.clientWidth + 1).length"
    cell = page.locator(".grid.folds td[data-column]:not(:empty)").first
    name = cell.evaluate("c => getComputedStyle(c, '::before').content")

    assert page.locator(".grid.folds").evaluate_all(over) == 0
    assert name.strip('"') == cell.get_attribute("data-column")


@pytest.mark.parametrize("width", [1280, 360])
def test_a_matrix_of_many_texts_scrolls_in_its_own_box(view, width):
    page = view(width, at="wide")

    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert page.locator(".matrix .verdict .word").first.is_visible()


def test_the_page_loads_nothing_and_breaks_no_policy(view):
    page = view()

    assert [url for url in page.asked if not url.startswith(("data:", page.url))] == []
    assert page.said == []


def test_the_fonts_travel_in_the_page(view):
    page = view()

    assert page.evaluate("document.fonts.check('16px Newsreader')")
    assert page.evaluate("[...document.fonts].some(f => f.status === 'loaded')")


def test_the_first_key_leads_to_the_skip_link_and_that_to_the_content(view):
    page = view()
    page.keyboard.press("Tab")
    focused = page.evaluate("document.activeElement.textContent")
    page.keyboard.press("Enter")

    assert focused == "Skip to the content"
    assert page.evaluate("document.activeElement.id") == "main"


def test_everything_that_takes_focus_shows_it(view):
    page = view()
    bare = []
    for _ in range(40):
        page.keyboard.press("Tab")
        outline = page.evaluate("getComputedStyle(document.activeElement).outline")
        if "3px" not in outline:
            bare.append(page.evaluate("document.activeElement.outerHTML.slice(0, 80)"))

    assert bare == []


def test_a_verdict_button_filters_rows_and_cards_and_is_kept_in_the_address(view):
    page = view()
    page.get_by_role("button", name="Disputed 2").click()

    assert shown(page, ".matrix .fact") == 2
    assert shown(page, ".card") == 1
    assert page.url.endswith("#?verdict=disputed")
    assert page.locator(".status").inner_text() == "2 of 8 facts shown"


@pytest.mark.parametrize(
    ("at", "rows"),
    [
        ("#?verdict=disputed", 2),
        ("#?source=003", 5),
        ("#?unit=EUR", 2),
        ("#?q=NORTH", 1),
        ("#?q=old+pier", 0),
        ("#?q=first+pier", 1),
        ("#?q=loan&verdict=one-origin", 1),
    ],
)
def test_an_address_brings_its_filter_back(view, at, rows):
    page = view(at=at)

    assert shown(page, ".matrix .fact") == rows


def test_the_search_looks_through_the_quotes(view):
    page = view()
    page.get_by_role("searchbox").fill("  Run  THE ")

    assert shown(page, ".matrix .fact") == 1
    assert shown(page, ".card") == 1


def test_the_search_looks_through_the_numbers_stated_once(view):
    page = view(at="#?q=piers")

    assert shown(page, "#table-once tbody tr") == 1
    assert page.locator(".status").inner_text().endswith("; 1 of 2 in the tables below")


def test_a_search_that_brings_two_thousand_rows_back_lays_out_a_page_of_them(view):
    page = view(at="long")
    page.fill("[data-filter=q]", "fare 199")
    few = shown(page, "#table-once tbody tr")
    page.fill("[data-filter=q]", "")

    assert 0 < few < 100
    assert shown(page, "#table-once tbody tr") == 100


def test_a_long_table_stands_by_the_page_and_prints_whole(view):
    page = view(at="long")
    first = shown(page, "#table-once tbody tr")
    page.get_by_role("button", name="Show 100 more of 1,900").click()
    second = shown(page, "#table-once tbody tr")
    page.emulate_media(media="print")

    assert (first, second, shown(page, "#table-once tbody tr")) == (100, 200, 2000)


def test_the_script_counts_in_the_marks_of_the_report(view):
    page = view(at="german")

    assert page.get_by_role("button", name="Show 100 more of 1.900").count() == 1


def test_a_search_reaches_the_pages_of_a_table_that_are_not_shown(view):
    page = view(at="long#?q=fare+1999")

    assert shown(page, "#table-once tbody tr") == 1
    assert shown(page, ".more") == 0


def test_clearing_the_search_clears_the_address(view):
    page = view(at="#?q=first+pier")
    page.get_by_role("searchbox").fill("")

    assert "#" not in page.url
    assert shown(page, ".matrix .fact") == 8


def test_without_script_all_is_there_and_no_dead_control(view):
    page = view(java_script_enabled=False)

    assert shown(page, ".matrix .fact") == 8
    assert shown(page, ".filters") == 0


def test_a_number_leads_to_its_place_with_what_was_read(view):
    page = view()
    page.locator("#fact-f06 .place a").first.click()

    assert page.locator("#claim-c002f06").is_visible()
    assert "exact, asserted" in page.locator("#claim-c002f06 + .told").inner_text()


def test_a_word_is_explained_by_key(view):
    page = view()
    page.locator(".card .chip").first.focus()
    page.keyboard.press("Enter")

    assert shown(page, "[popover]") == 1
    assert "No value satisfies both claims." in page.locator("[popover]:popover-open").inner_text()


@pytest.mark.parametrize(("width", "kind"), [(1280, "wide"), (360, "narrow")])
def test_one_of_the_two_drawings_is_shown(view, width, kind):
    page = view(width)

    assert shown(page, ".figure .drawing svg") == 1
    assert shown(page, f".figure .drawing svg.{kind}") == 1


def test_drawings_follow_the_theme_and_print_is_light(view):
    fills = [
        view(media=media, scheme=scheme).evaluate(
            "getComputedStyle(document.querySelector('.figure .f-conflict')).fill"
        )
        for media, scheme in (("screen", "light"), ("screen", "dark"), ("print", "dark"))
    ]

    assert fills == ["rgb(181, 66, 14)", "rgb(242, 154, 99)", "rgb(181, 66, 14)"]


def test_the_contents_open_by_key_on_a_phone_and_close_with_escape(view):
    page = view(360)
    page.locator(".contents summary").focus()
    page.keyboard.press("Enter")
    opened = shown(page, ".contents li")
    page.keyboard.press("Escape")

    assert opened == 7
    assert shown(page, ".contents li") == 0


def test_a_filter_hides_nothing_in_print(view):
    page = view(at="#?verdict=disputed")
    page.emulate_media(media="print")

    assert shown(page, ".matrix .fact") == 8


def test_no_card_is_broken_over_two_pages(view):
    page = view(media="print")

    breaks = page.evaluate(
        "[...document.querySelectorAll('.card')].map(card => getComputedStyle(card).breakInside)"
    )

    assert set(breaks) == {"avoid"}


def test_pictures_of_the_page_can_be_kept(view):
    """Writes the page's pictures where ACCORD_SCREENSHOTS says, for people to look at."""
    folder = os.environ.get("ACCORD_SCREENSHOTS")
    if not folder:
        pytest.skip("set ACCORD_SCREENSHOTS=folder to write pictures of the page")
    for width, media, scheme in VIEWS:
        path = Path(folder) / f"{width}-{media}-{scheme}.png"
        view(width, media, scheme).screenshot(path=path, full_page=True)

        assert path.stat().st_size > 0
