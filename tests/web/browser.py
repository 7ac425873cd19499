"""A real browser on running pages. Tests that need one are skipped where no Chromium is installed."""

from __future__ import annotations

import asyncio
import shutil
from collections.abc import Iterator
from concurrent.futures import Future
from contextlib import contextmanager
from importlib import resources
from pathlib import Path
from threading import Thread
from typing import Any

from bot.channels.base import Responder
from tests.web.toy import Pages, running_pages

CHROMIUM = next((found for name in ("chromium", "chromium-browser", "google-chrome") if (found := shutil.which(name))),
                None)
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
_CHECK = """async (rules) => (await axe.run(document, {runOnly: rules})).violations.map(
    (found) => `${found.id}: ${found.nodes.map((node) => node.target.join(" ")).join("; ")}`)"""


@contextmanager
def pages_in_thread(folder: Path, responder: Responder | None = None, **settings: Any) -> Iterator[Pages]:
    """Running pages beside the test."""
    ready: Future[tuple[Pages, asyncio.AbstractEventLoop, asyncio.Event]] = Future()

    async def running() -> None:
        stop = asyncio.Event()
        async with running_pages(folder, responder, **settings) as pages:
            ready.set_result((pages, asyncio.get_running_loop(), stop))
            await stop.wait()

    thread = Thread(target=lambda: asyncio.run(running()), daemon=True)
    thread.start()
    pages, loop, stop = ready.result(60)
    try:
        yield pages
    finally:
        loop.call_soon_threadsafe(stop.set)
        thread.join(20)


def barriers(page: Any) -> list[str]:
    """What axe-core finds wrong with the page that is open."""
    page.evaluate(resources.files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8"))
    return [str(found) for found in page.evaluate(_CHECK, RULES)]


def overflow(page: Any) -> int:
    """By how many pixels the page is wider than its window."""
    return int(page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"))


def sign_in(page: Any, pages: Pages, person: str = "anna", role: Any = "asker") -> None:
    """Open a link and press its button."""
    page.goto(f"{pages.address}/join/{pages.desk.invite(person, role, by='test')}")
    page.locator("main button").click()
    page.wait_for_url("**/ask")


def ask(page: Any, pages: Pages, question: str) -> None:
    """Type a question and send it."""
    page.goto(f"{pages.address}/ask")
    page.fill("#question", question)
    page.locator("form.question button").click()
    page.wait_for_url("**/answers/*")
