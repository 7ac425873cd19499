"""What pages load at first use is loaded before the first visitor, and again when the library was read anew."""

from __future__ import annotations

import asyncio
from datetime import date
from pathlib import Path

import pytest

from bot.answering.summaries import CardListed
from bot.channels.web import review_desk
from bot.channels.web.review_desk import ReviewDesk
from knowledge.review.states import Policy
from tests.http.toy import ToyResponder, ToyTools
from tests.knowledge.review.drafts import NAME, drafted
from tests.web.toy import running_pages

TODAY = date(2026, 11, 30)


def test_the_library_is_listed_in_every_language_before_somebody_searches_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    listed: list[str] = []
    whole = ToyTools.listed

    def noting(tools: ToyTools, text: str, language: str) -> list[CardListed]:
        listed.append(language)
        return whole(tools, text, language)

    monkeypatch.setattr(ToyTools, "listed", noting)

    async def scene() -> None:
        async with running_pages(tmp_path):
            pass

    asyncio.run(scene())
    assert listed == list(ToyResponder().languages)


def test_what_breaks_beforehand_keeps_no_page_from_being_served(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def breaking(desk: ReviewDesk, languages: object) -> None:
        raise RuntimeError("no words")

    monkeypatch.setattr(ReviewDesk, "warm_up", breaking)

    async def scene() -> None:
        async with running_pages(tmp_path) as pages, pages.visited_by("anna") as anna:
            assert "question" in await anna.open("/ask")

    asyncio.run(scene())


def test_a_draft_is_laid_out_in_each_language_beforehand(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    drafted(tmp_path)
    desk = ReviewDesk([tmp_path], Policy(), lambda: TODAY)
    laid_out: list[tuple[str, str]] = []
    whole = ReviewDesk.opened

    def noting(one: ReviewDesk, card: str, claim: str, language: str, spoken: str) -> review_desk.Opened:
        laid_out.append((card, spoken))
        return whole(one, card, claim, language, spoken)

    monkeypatch.setattr(ReviewDesk, "opened", noting)
    desk.warm_up(("en", "nb"))
    assert laid_out == [(NAME, "en"), (NAME, "nb")]


def test_without_a_folder_nothing_of_the_review_is_loaded(monkeypatch: pytest.MonkeyPatch) -> None:
    def loading() -> None:
        raise AssertionError("the terminology was loaded")

    monkeypatch.setattr(review_desk, "shipped_terms", loading)
    ReviewDesk([], Policy(), lambda: TODAY).warm_up(("en",))
