"""The pages in a real Chromium: barriers, widths, light and dark, without scripts, the back button, a lost session."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
from click.testing import CliRunner

from bot.app.cli import main
from bot.app.renewal import RenewingAssistant
from bot.app.settings import Settings
from bot.app.wiring import serving_assistant
from knowledge.languages import LANGUAGES
from tests.bot.shipped_assistant import shipped_assistant
from tests.golden import CACHE
from tests.knowledge.review.drafts import NAME, drafted
from tests.web.browser import CHROMIUM, ask, barriers, overflow, pages_in_thread, sign_in
from tests.web.toy import EVERY_PAGE, Pages

CARD = f"/review/{NAME}"
pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="no Chromium is installed; on Debian: apt install chromium")


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    """Chromium without a window."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield opened
        opened.close()


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Pages]:
    """The pages over a toy."""
    drafts = tmp_path_factory.mktemp("drafts")
    drafted(drafts)
    with pages_in_thread(tmp_path_factory.mktemp("pages"), folders=(drafts,)) as running:
        yield running


@pytest.fixture(scope="module")
def shipped(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Pages]:
    """The pages over the shipped library."""
    with pages_in_thread(tmp_path_factory.mktemp("shipped"), shipped_assistant(CACHE)) as running:
        yield running


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280, 3840])
def test_no_page_has_barriers_or_is_wider_than_its_window(browser: Any, pages: Pages, scheme: str, width: int) -> None:
    page = browser.new_page(color_scheme=scheme, viewport={"width": width, "height": 900}, locale="en-GB")
    faults: list[str] = []
    page.on("console", lambda message: faults.append(message.text) if message.type == "error" else None)

    def look(name: str) -> None:
        faults.extend(f"{name}: {found}" for found in barriers(page))
        if overflow(page) > 0:
            faults.append(f"{name}: {overflow(page)} pixels too wide")

    for address in ("/ask?q=x", "/join/no-such-link"):
        page.goto(pages.address + address)
        look(f"{address}, not signed in")
    page.goto(f"{pages.address}/join/{pages.desk.invite('chief', 'administrator', by='test')}")
    look("join")
    page.locator("main button").click()
    page.wait_for_url("**/ask")
    for question in ("does it help?", "she swallowed them all", "unknown thing"):
        ask(page, pages, question)
        look(question)
    page.locator("summary").last.click()
    page.fill("#reason", "not so")
    page.locator("#feedback details button").click()
    page.wait_for_url("**/answers/*thanks=1*")
    look("reported")
    for address in (*EVERY_PAGE, CARD, "/cards/toy-text", "/library?state=draft", "/reports?state=closed"):
        page.goto(pages.address + address)
        look(address)
    page.goto(f"{pages.address}/answers/abcdefgh")
    look("nothing here")
    page.goto(f"{pages.address}{CARD}?claim=pain")
    for summary in page.locator("main summary").all():
        summary.click()
    look("a draft with everything open")
    page.get_by_role("button", name="Approve the card").click()
    page.wait_for_selector("main [role=alert]")
    look("a refused approval")
    page.goto(f"{pages.address}/own")
    page.get_by_role("button", name="Make a link for another device").click()
    page.wait_for_url("**/own/link*")
    look("a link of one's own")
    page.goto(f"{pages.address}/access")
    page.fill("#person", "berit")
    page.get_by_role("button", name="Make a link").click()
    page.wait_for_url("**/access/invite")
    look("invited")
    page.close()
    told = re.compile(r"status of (401|404|410|422)")  # which the browser says of every page that says so itself
    assert [fault for fault in faults if not told.search(fault)] == []


OUT_OF_VIEW = """() => {
    const shown = [...document.querySelectorAll("main button, main a, main input, main select, main td")];
    const isOut = (at) => at.width > 1 && (at.right > innerWidth + 1 || at.left < 0);
    return shown.filter((one) => isOut(one.getBoundingClientRect())).map((one) => one.outerHTML);
}"""


def test_nothing_to_press_or_read_in_a_table_lies_out_of_view_on_a_phone(browser: Any, pages: Pages) -> None:
    page = browser.new_page(viewport={"width": 320, "height": 900}, locale="de-DE")
    sign_in(page, pages, "a-chief-with-a-long-name", "administrator")
    ask(page, pages, "unknown thing")
    page.goto(f"{pages.address}/access")
    page.fill("#person", "somebody.with-a-long-name")
    page.locator("form[action='/access/invite'].fields button").click()
    page.wait_for_url("**/access/invite")
    page.goto(f"{pages.address}/access")
    page.fill("#clinic", "a-clinic-with-a-long-name")
    page.locator("form[action='/access/tokens/add'] button").click()
    page.wait_for_url("**/access/tokens/add")
    for address in EVERY_PAGE:
        page.goto(pages.address + address)
        if not address.startswith("/review"):
            assert page.evaluate(OUT_OF_VIEW) == [], address
    page.close()


def test_enter_in_the_field_why_neither_withdraws_a_card_nor_drops_a_claim(browser: Any, pages: Pages) -> None:
    page = browser.new_page(locale="en-GB")
    sign_in(page, pages, "kari", "reviewer")
    page.goto(f"{pages.address}{CARD}?claim=pain")
    for field in ("#withdraw-why", "#drop-why"):
        page.fill(field, "by a slip")
        page.press(field, "Enter")
        page.wait_for_timeout(300)
        assert page.input_value(field) == "by a slip" and page.url.endswith("?claim=pain")
    page.close()


def test_everything_works_without_scripts(browser: Any, pages: Pages) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    sign_in(page, pages)
    ask(page, pages, "does it help?")
    before = page.url
    page.get_by_role("button", name="More?").click()
    page.wait_for_url(lambda address: address != before)
    assert "tell me more (turn 2)" in page.locator("#reply").inner_text()
    page.get_by_role("link", name="Copy as text").click()
    page.wait_for_url("**/text")
    assert "tell me more (turn 2)" in page.locator("body").inner_text()
    context.close()


def test_the_back_button_shows_the_answer_before_and_sends_nothing_again(browser: Any, pages: Pages) -> None:
    page = browser.new_context().new_page()
    sign_in(page, pages)
    ask(page, pages, "first question")
    ask(page, pages, "second question")
    number = len(pages.responder.enquiries)
    page.go_back()
    page.go_back()
    assert "first question" in page.locator("#reply").inner_text()
    page.reload()
    assert len(pages.responder.enquiries) == number
    page.context.close()


def test_a_lost_session_asks_to_sign_in_and_shows_nothing(browser: Any, pages: Pages) -> None:
    page = browser.new_context(locale="sv-SE").new_page()
    sign_in(page, pages, "dora")
    ask(page, pages, "about zebras")
    pages.desk.end_sessions("dora")
    page.reload()
    assert "inte inloggad" in page.locator("main").inner_text() and "zebras" not in page.content()
    page.context.close()


def test_a_whole_visit_by_keyboard(browser: Any, pages: Pages) -> None:
    page = browser.new_context(locale="en-GB").new_page()
    sign_in(page, pages, "eva")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    for _ in range(20):
        if page.evaluate("document.activeElement.id") == "question":
            break
        page.keyboard.press("Tab")
    page.keyboard.type("does it help?")
    page.keyboard.press("Control+Enter")
    page.wait_for_selector("#reply")
    assert page.evaluate("document.activeElement.id") == "reply-title"
    page.context.close()


@pytest.mark.parametrize("tag", LANGUAGES)
def test_no_text_of_any_language_breaks_a_narrow_page(browser: Any, pages: Pages, tag: str) -> None:
    page = browser.new_context(viewport={"width": 320, "height": 640}, locale=tag).new_page()
    sign_in(page, pages, "chief", "administrator")
    for address in (*EVERY_PAGE, CARD):
        page.goto(pages.address + address)
        assert page.evaluate("document.documentElement.lang") == tag
        assert (address, overflow(page)) == (address, 0)
    page.context.close()


@pytest.mark.parametrize(
    ("question", "language", "said"),
    [
        ("Hjelper magnesium mot leggkramper hos eldre?", "nb", "leggkramper"),
        ("Hilft Magnesium gegen Wadenkrämpfe bei älteren Menschen?", "de", "Krämpfe"),
        ("Does magnesium help leg cramps in older adults?", "en", "cramps"),
    ],
)
def test_a_real_question_is_answered_its_option_followed_and_its_source_opened(
    browser: Any, shipped: Pages, question: str, language: str, said: str
) -> None:
    page = browser.new_context(locale="en-GB").new_page()
    sign_in(page, shipped)
    ask(page, shipped, question)
    reply = page.locator("article.reply")
    assert reply.get_attribute("lang") == language and said in reply.inner_text()
    assert page.locator("article.reply .notice").count() == 1  # of the age of the sources
    page.locator(".mark a").first.click()
    assert page.url.endswith("#source-1")
    assert barriers(page) == []
    before = page.url
    page.locator(".options button").first.click()
    page.wait_for_url(lambda address: address != before)
    page.locator("aside a[href^='/cards/']").first.click()
    page.wait_for_url("**/cards/*")
    assert page.locator(".claims li").count() > 0
    page.context.close()


def test_a_real_emergency_shows_its_numbers_first(browser: Any, shipped: Pages) -> None:
    page = browser.new_context(viewport={"width": 390, "height": 844}, locale="nb-NO").new_page()
    sign_in(page, shipped)
    page.goto(f"{shipped.address}/own")
    page.select_option("#country", "NO")
    page.locator("form[action='/own/choices'] button").click()
    page.wait_for_load_state("networkidle")
    ask(page, shipped, "Barnet mitt har nettopp svelget en hel pakke magnesiumtabletter!")
    numbers = page.locator("#reply .urgent", has_text="113").first
    box = numbers.bounding_box()
    assert box is not None and box["y"] + box["height"] < 844
    assert barriers(page) == []
    page.context.close()


def test_a_page_is_light(browser: Any, shipped: Pages, tmp_path: Path) -> None:
    page = browser.new_context().new_page()
    loaded: list[int] = []
    page.on("response", lambda response: loaded.append(len(response.body())))
    sign_in(page, shipped, "frida")
    page.wait_for_load_state("networkidle")
    assert 0 < sum(loaded) < 100_000
    page.context.close()


ABSTRACT = """Zinc for the common cold: a made-up review

CD999998

Main results
We included six trials with 812 adults with the common cold. Compared with placebo, zinc probably shortens the duration
of cough (MD -1.2 days, 95% CI -1.9 to -0.5; 4 studies, 610 participants; moderate-certainty evidence).

Authors' conclusions
Zinc probably shortens cough by about a day.
"""


def test_a_file_becomes_a_draft_a_reviewed_card_and_an_answer(browser: Any, tmp_path: Path) -> None:
    (tmp_path / "cd999998.txt").write_text(ABSTRACT, encoding="utf-8")
    folder = tmp_path / "library"
    result = CliRunner().invoke(main, ["ingest", str(tmp_path / "cd999998.txt"), "--out", str(folder)])
    assert result.exit_code == 0, result.output
    settings = Settings(data_dir=tmp_path / "data", library=(folder,), shipped_library=False)
    settings.data_dir.mkdir()
    assistant = RenewingAssistant(lambda: serving_assistant(settings))
    with pages_in_thread(tmp_path / "pages", assistant, folders=(folder,), renew=assistant.renew) as running:
        page = browser.new_context(locale="en-GB").new_page()
        sign_in(page, running, "kari", "reviewer")
        ask(page, running, "Does zinc help against the common cold?")
        assert page.locator(".sources li").count() == 0
        page.goto(f"{running.address}/review")
        page.locator("main table a").first.click()
        review_by_keyboard(page)
        ask(page, running, "Does zinc help against the common cold?")
        assert "a made-up review" in page.locator(".sources").inner_text()
        page.context.close()


def press(page: Any, role: str, name: str) -> None:
    """Go on with the tabulator to what bears a name, and press it."""
    wanted = page.get_by_role(role, name=name, exact=True).first
    for _ in range(150):
        if wanted.evaluate("node => node === document.activeElement"):
            with page.expect_navigation():
                page.keyboard.press("Enter")
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"the tabulator leads to no {role} called {name}")


def test_two_reviewers_at_once_do_not_undo_each_other(browser: Any, tmp_path: Path) -> None:
    drafted(tmp_path / "cards")
    with pages_in_thread(tmp_path / "pages", folders=(tmp_path / "cards",)) as running:
        kari, ola = (browser.new_context(locale="en-GB").new_page() for _ in range(2))
        for page, person in ((kari, "kari"), (ola, "ola")):
            sign_in(page, running, person, "reviewer")
            page.goto(f"{running.address}{CARD}?claim=pain")
        for page, certainty in ((kari, "low"), (ola, "high")):
            page.get_by_label("Certainty").first.select_option(certainty)
            page.get_by_role("button", name="Save the changes", exact=True).click()
            page.wait_for_load_state("networkidle")
        assert "Somebody else changed this card" in ola.locator("main").inner_text()
        assert ola.get_by_label("Certainty").first.input_value() == "low"
        for page in (kari, ola):
            page.context.close()


@contextmanager
def framing_site(folder: Path) -> Iterator[str]:
    """Another site, which serves the files of a folder."""
    handler = partial(SimpleHTTPRequestHandler, directory=str(folder))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://localhost:{server.server_port}"
        server.shutdown()


@pytest.mark.parametrize("is_named", [True, False])
def test_a_site_that_is_named_shows_the_pages_in_a_frame_and_people_sign_in_there(browser: Any, tmp_path: Path,
                                                                                 is_named: bool) -> None:
    with (framing_site(tmp_path) as site,
          pages_in_thread(tmp_path, address="https://farmasvar.example.org", frames=(site,) if is_named else ()) as it):
        (tmp_path / "index.html").write_text(f'<iframe src="{it.address}/ask?q=hello"></iframe>', encoding="utf-8")
        page = browser.new_context(locale="en-GB").new_page()
        page.goto(f"{site}/index.html")
        frame = page.frame_locator("iframe")
        if is_named:
            frame.locator("#link").fill(it.desk.invite("anna", "asker", by="test"))
            frame.get_by_role("button", name="Go on").click()
            frame.locator("form[action^='/join/'] button").click()
            assert frame.locator("#question").input_value() == "hello"
            frame.get_by_role("button", name="Ask", exact=True).click()
            assert "hello (turn 1)" in frame.locator("#reply").inner_text()
        else:
            assert frame.locator("#link").count() == 0
        page.context.close()


def test_that_a_reply_is_under_way_is_said_to_who_listens(browser: Any, pages: Pages) -> None:
    page = browser.new_context(locale="en-GB").new_page()
    sign_in(page, pages, "gerd")
    page.goto(f"{pages.address}/ask")
    page.fill("#question", "does it help?")
    page.evaluate("document.querySelector('form.question').addEventListener('submit', event => event.preventDefault())")
    page.locator("form.question button").click()  # which leads nowhere now, so that the page can be looked at
    assert page.get_by_role("status").inner_text() == "The reply is on its way …"
    page.context.close()


def review_by_keyboard(page: Any) -> None:
    """Accept every claim that says something, drop the others, and approve the card, without a mouse."""
    for _ in range(20):
        if not page.locator(".claims li", has_text=re.compile("waits|Left open")).count():
            break
        left = page.get_by_text("Before it can be accepted").count()
        press(page, "button", "Drop the claim" if left else "Accept")
    press(page, "button", "Approve the card")
    page.wait_for_url("**done=approve**")
    assert "The card is approved and saved." in page.locator("#done").inner_text()
    press(page, "link", "Review")
    press(page, "button", "Read the library anew")  # which waits until it is read
    page.wait_for_url("**renewed=1")


def test_what_a_claim_would_say_is_shown_while_it_is_corrected(browser: Any, pages: Pages) -> None:
    page = browser.new_context(locale="en-GB").new_page()
    sign_in(page, pages, "ola", "reviewer")
    page.goto(f"{pages.address}{CARD}?claim=pain")
    assert "probably reduces" in page.locator("#sentence").inner_text()
    page.get_by_label("Certainty").first.select_option("low")
    page.locator("#sentence", has_text="may reduce").wait_for()
    page.locator("#place-sleep").select_text()
    page.locator("summary", has_text="Add a claim").click()
    page.get_by_role("button", name="Use the words selected in the source").click()
    assert page.locator("[name='field:locator.begins']").last.input_value() == "The evidence on sleep is very"
    page.context.close()
