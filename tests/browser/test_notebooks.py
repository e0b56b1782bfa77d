"""The notebooks in a real JupyterLab: Run All, then again with another value."""

import base64
import json
import os
import shutil
import subprocess
import sys
import time
from contextlib import suppress

import pytest

from accord import project, study
from accord.editions import pages

pytestmark = [pytest.mark.browser, pytest.mark.slow]

PATIENCE = 120  # seconds for a loaded machine; nothing here is measured
DRAWN = "data:image/svg+xml;base64,"
LAST = """last => {
  const prompts = [...document.querySelectorAll(".jp-CodeCell .jp-InputArea-prompt")];
  const numbers = prompts.map((one) => Number(one.textContent.replace(/\\D/g, "")));
  return numbers.every((number) => number > last) && Math.max(...numbers);
}"""


@pytest.fixture(scope="module")
def lab(tmp_path_factory):
    """A JupyterLab of its own with a copy of the notebooks; the address of one, with its token."""
    home = tmp_path_factory.mktemp("lab")
    shutil.copytree(project.find().notebooks, home / "notebooks")
    own = {f"JUPYTER_{name}_DIR": str(home / name) for name in ("RUNTIME", "CONFIG", "DATA")}
    own |= {"JUPYTERLAB_SETTINGS_DIR": str(home), "JUPYTERLAB_WORKSPACES_DIR": str(home)}
    words = ("--no-browser", "--port=0", f"--ServerApp.root_dir={home}", "--allow-root")
    command = (sys.executable, "-m", "jupyter", "lab", *words)
    with subprocess.Popen(
        command, cwd=home, env={**os.environ, **own}, stderr=subprocess.DEVNULL
    ) as server:
        try:
            said = _said(home / "RUNTIME", server)
            yield f"{said['url']}lab/tree/notebooks/{{}}.ipynb?reset&token={said['token']}"
        finally:
            server.terminate()


def _said(folder, server):
    """What the server writes of itself once it listens."""
    for _ in range(PATIENCE * 5):
        for told in folder.glob("jpserver-*.json"):
            with suppress(json.JSONDecodeError):  # half written yet
                return json.loads(told.read_text(encoding="utf-8"))
        assert server.poll() is None, "JupyterLab did not start"
        time.sleep(0.2)
    raise TimeoutError(folder)


@pytest.fixture
def opened(browser, lab):
    """Open a notebook in a window so high that every cell is drawn."""
    context = browser.new_context(viewport={"width": 1280, "height": 9000})
    context.set_default_timeout(PATIENCE * 1000)

    def show(name):
        page = context.new_page()
        page.goto(lab.format(name), wait_until="domcontentloaded")
        page.locator(".jp-Notebook .jp-CodeCell").first.wait_for()
        page.get_by_text("| Idle").wait_for()
        return page

    yield show
    context.close()


def run_all(page, last=0):
    """Run every cell; the number of the last one that ran."""
    page.get_by_role("menuitem", name="Run", exact=True).click()
    page.get_by_text("Run All Cells", exact=True).click()
    return page.wait_for_function(LAST, arg=last).json_value()


def change(page, name, line):
    page.locator(".jp-CodeCell .cm-line", has_text=f"{name}: ").first.click()
    page.keyboard.press("Home")
    page.keyboard.press("Shift+End")
    page.keyboard.type(line)


def complaints(page):
    return page.locator('[data-mime-type="application/vnd.jupyter.stderr"]').all_text_contents()


def pictures(page):
    found = [one.get_attribute("src") for one in page.locator(".jp-OutputArea img").all()]
    return [base64.b64decode(src.removeprefix(DRAWN)).decode() for src in found]


def cards(**given):
    """The drawings of the report's cards."""
    found = pages.cards.parts(study.of({"corpus": "seeds", **given}))
    return [card.figure.wide for card in found if card.figure]


def test_run_all_shows_the_pictures_of_the_report_before_and_after_a_change(opened):
    page = opened("04_agreement")
    last = run_all(page)
    page.locator(".jp-OutputArea img").nth(len(cards())).wait_for()
    before = pictures(page)
    change(page, "about", "about: float = 0.005")
    run_all(page, last)
    after = cards(about=0.005)
    for _ in range(PATIENCE):
        if pictures(page)[: len(after)] == after:
            break
        page.wait_for_timeout(1000)

    assert before[: len(cards())] == cards() != after
    assert pictures(page)[: len(after)] == after
    assert complaints(page) == []


def test_a_mistyped_value_is_told_in_words(opened):
    page = opened("03_facts")
    change(page, "about", 'about: float = "ten"')
    page.get_by_role("menuitem", name="Run", exact=True).click()
    page.get_by_text("Run All Cells", exact=True).click()
    page.locator('[data-mime-type="application/vnd.jupyter.stderr"]').wait_for()
    [words] = complaints(page)

    assert words.startswith("ParameterError: parameter 'about' should be a valid number, got 'ten'")
    assert "File" not in words


def test_the_index_of_claims_is_sorted_filtered_and_opened(opened):
    page = opened("02_quantities")
    run_all(page)
    index = page.locator(".accord-index")
    numbers = index.locator("tbody tr:visible td:nth-child(2)")
    index.get_by_label("Kind").select_option("money")
    money = sorted(numbers.all_text_contents())
    index.get_by_role("button", name="Number").click()
    rising = numbers.all_text_contents()
    index.get_by_role("button", name="Number").click()
    falling = numbers.all_text_contents()
    index.get_by_role("searchbox").fill("cosco")
    index.locator("details:visible summary").first.click()

    assert sorted(rising) == money
    assert falling == rising[::-1] != rising
    told = f"{numbers.count()} of {len(study.of({'corpus': 'seeds'}).claims)} shown"
    assert index.locator("output").text_content() == told
    assert 0 < numbers.count() < len(money)
    assert index.locator("details[open] p").last.text_content().startswith("00")
