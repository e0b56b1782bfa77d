"""The page of a diff in a browser: accessibility, width, and that it asks nobody for anything."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from accord import editions, engines, parameters
from accord.editions import told_html
from accord.study import publishing
from accord.study.order import Order

pytestmark = [pytest.mark.browser, pytest.mark.slow]

SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><circle r="{}"/></svg>'
TEXTS = {
    "a.txt": "The new bridge cost ${} million. It opened in May 2021.\n",
    "b.txt": "Officials said the new bridge cost about $43 million.\n",
}
DECIDED = '[[review]]\non = "c0123456789ab"\ndecision = "accept"\nby = "RK"\n'


@pytest.fixture(scope="module")
def address(tmp_path_factory):
    """A diff with a changed text, figures, words of the report and a stale decision."""
    folder = tmp_path_factory.mktemp("diff")
    page = folder / "diff.html"
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("ACCORD_STORE", str(folder / "store"))
        two = [edition(folder / str(cost), cost) for cost in (40, 45)]
        page.write_text(told_html.to_html(editions.compare(*two), *two), encoding="utf-8")
    return page.as_uri()


def edition(folder, cost):
    corpus, out = folder / "texts", folder / "out"
    corpus.mkdir(parents=True)
    for name, text in {**TEXTS, "reviews.toml": DECIDED}.items():
        (corpus / name).write_text(text.replace("{}", str(cost)), encoding="utf-8")
    given = parameters.check({"corpus": str(corpus)})
    order = Order(given=given, origins={}, out=out, tell=lambda _: None)
    publishing.data(order, engines.here)
    (out / "figures").mkdir()
    (out / "figures" / "cost.svg").write_text(SVG.format(cost), encoding="utf-8")
    (out / "figures" / "cost.csv").write_text(f"r\n{cost}\n", encoding="utf-8")
    (out / "report.md").write_text(f"## Cost\n\nIt cost {cost}.\n", encoding="utf-8")
    return out


@pytest.fixture
def view(browser, address):
    """Open the page; every request but the file's own, and every console message, is kept."""
    contexts = []

    def opened(width=1280, scheme="light", **options):
        context = browser.new_context(viewport={"width": width, "height": 820}, **options)
        contexts.append(context)
        page = context.new_page()
        page.asked, page.said = [], []
        page.on("request", lambda request: page.asked.append(request.url))
        page.on("console", lambda message: page.said.append(message.text))
        page.emulate_media(color_scheme=scheme)
        page.goto(address)
        return page

    yield opened
    for context in contexts:
        context.close()


@pytest.mark.parametrize("width", [1280, 360])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_in_a_diff(view, width, scheme):
    page = view(width, scheme, bypass_csp=True)
    page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
    found = Axe().run(page).response["violations"]

    assert [(each["id"], each["nodes"][0]["html"]) for each in found] == []


@pytest.mark.parametrize("width", [1280, 640, 320])
def test_a_diff_never_scrolls_sideways(view, width):
    page = view(width)

    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_a_diff_shows_sentences_figures_words_and_decisions_and_loads_nothing(view):
    page = view()

    assert page.locator("del").count() > 0
    assert page.locator("figure.over img").count() == 2
    assert page.get_by_text("c0123456789ab").count() == 1
    assert [url for url in page.asked if not url.startswith(("data:", page.url))] == []
    assert page.said == []
