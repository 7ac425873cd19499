"""One conversation on every channel that needs no server beside it; Matrix has it in its own tests."""

from __future__ import annotations

import asyncio
import io
import re
from html import unescape
from pathlib import Path
from typing import Any

import pytest

from bot.answering.answer import Enquiry
from bot.channels.terminal import converse
from bot.dialogue.assistant import Assistant
from tests.bot.shipped_assistant import shipped_assistant
from tests.channels.conversation import COUNTRY, SCRIPT, Told, expected, held, numbered, told, words_of
from tests.http.toy import running_api
from tests.kit.toy import Stage as KitStage
from tests.kit.toy import play as play_on_kit
from tests.telegram.fake_bot_api import Message
from tests.telegram.people import private
from tests.telegram.test_shipped_replies import Shipped
from tests.telegram.toy import Stage as TelegramStage
from tests.telegram.toy import play as play_on_telegram
from tests.web.toy import Visitor, running_pages

MORE = "mer"
_TAG = re.compile(r"<[^>]+>")


@pytest.fixture(scope="module")
def assistant(request: pytest.FixtureRequest) -> Assistant:
    cache = request.config.cache
    assert cache is not None
    return shipped_assistant(cache.mkdir("farmasvar"))


def test_the_conversation_has_every_kind_of_reply(assistant: Assistant) -> None:
    replies = expected(assistant)
    assert "113" in replies[-1].words
    assert any(reply.folded for reply in replies) and any(reply.choices for reply in replies)
    assert "Nordmann" not in replies[-2].words and "identifisere" in replies[-2].words
    assert sum(not reply.sources for reply in replies) >= 2


class Typed(io.StringIO):
    """What a person types, and what is shown after each line of it."""

    def __init__(self, lines: list[str]) -> None:
        super().__init__()
        self._lines = lines
        self.shown: list[str] = []

    def readline(self, *_: Any) -> str:
        self.shown.append("")
        return self._lines.pop(0) if self._lines else ""

    def write(self, text: str) -> int:
        if self.shown:  # the welcome comes before anything is typed
            self.shown[-1] += text
        return len(text)


def test_in_the_terminal(assistant: Assistant) -> None:
    wanted = expected(assistant)
    lines: list[str] = []
    for number, line in enumerate(SCRIPT):
        label = line.removeprefix("> ")
        lines.append(str(wanted[number - 1].choices.index(label) + 1) if line.startswith("> ") else label)
        if wanted[number].folded:
            lines.append(MORE)
    talk = Typed(lines)
    converse(assistant, Enquiry(text="", country=COUNTRY), talk, talk)
    parts = iter(talk.shown)
    replies: list[Told] = []
    for reply in wanted:
        text, choices = numbered(next(parts))
        replies.append(told(text, next(parts) if reply.folded else "", choices))
    assert replies == wanted


def test_on_a_channel_of_the_kit(assistant: Assistant, tmp_path: Path) -> None:
    async def scene(stage: KitStage) -> None:
        person = stage.person()

        async def say(text: str) -> Told:
            shown, choices = numbered(await person.say(text))
            folded = await person.say(MORE) if "«mer»" in shown else ""
            return told(shown, folded, choices)

        async with stage.bot():
            await person.say(f"!country {COUNTRY}")
            assert await held(say, lambda label, number: say(str(number))) == expected(assistant)

    play_on_kit(tmp_path, scene, assistant)


def test_over_http(assistant: Assistant, tmp_path: Path) -> None:
    async def scene() -> None:
        async with running_api(tmp_path, assistant) as api:
            last: dict[str, Any] = {}

            async def say(text: str) -> Told:
                body = await api.ask(text, conversation="c", country=COUNTRY)
                last.update(body["answer"])
                folded = [part["text"] for part in last["sections"] if part["folded"]]
                return told(last["text"], "\n".join(folded), [option["label"] for option in last["options"]])

            async def choose(label: str, number: int) -> Told:
                return await say(next(one["question"] for one in last["options"] if one["label"] == label))

            assert await held(say, choose) == expected(assistant)

    asyncio.run(scene())


def test_on_telegram(assistant: Assistant, tmp_path: Path) -> None:
    async def scene(stage: TelegramStage) -> None:
        stage.responder = Shipped(assistant)  # type: ignore[assignment]
        person = private(stage.fake, 7, language_code=None)
        count = 1
        last: list[Message] = []

        async def reply() -> Told:
            nonlocal count
            shown, quoted = "", []
            while not shown or not last[0].buttons:
                count += 1  # a long answer comes in parts, the buttons under the last
                last[:] = (await stage.fake.messages(7, count))[-1:]
                quoted += last[0].styled("blockquote")
                shown += last[0].text + "\n"
            for one in quoted:
                shown = shown.replace(one, "")
            labels = [button["text"] for button in last[0].buttons if button["callback_data"].startswith("option.")]
            return told(shown, "\n".join(quoted), labels)

        async def say(text: str) -> Told:
            person.say(text)
            return await reply()

        async def choose(label: str, number: int) -> Told:
            person.press(last[0], label)
            return await reply()

        async with stage.bot():
            person.say(f"/country {COUNTRY}")
            await stage.fake.messages(7, 1)
            assert await held(say, choose) == expected(assistant)

    play_on_telegram(tmp_path, scene)


def test_on_the_pages(assistant: Assistant, tmp_path: Path) -> None:
    def part(page: str, pattern: str) -> str:
        found = re.search(pattern, page, re.DOTALL)
        return found[1] if found else ""

    def plain(html: str) -> str:
        return unescape(_TAG.sub("", re.sub(r"</(p|h2|li)>", "\n", re.sub(r'<p class="bullet">', "• ", html))))

    def read(page: str) -> Told:
        article = part(page, r'(<div id="reply".*?)</article>')
        shown, _, below = article.partition("<details>")
        beside = part(page, r'<ol class="sources"[^>]*>(.*?)</ol>')
        sources = [plain(one) for one in re.findall(r"<p>(.*?)</p>", beside, re.DOTALL)]
        options = part(page, r'<section class="options"[^>]*>(.*?)</section>')
        labels = [unescape(one) for one in re.findall(r'<button class="choice">(.*?)</button>', options)]
        folded = plain(below.partition("</summary>")[2])
        read = told(plain(shown), folded, labels)
        return Told(read.words, tuple(map(words_of, sources)), read.folded, read.choices)

    async def scene() -> None:
        async with running_pages(tmp_path, assistant) as pages, pages.visited_by() as visitor:
            await visitor.open("/ask")

            async def say(text: str) -> Told:
                return read(await sent(visitor, text))

            async def sent(visitor: Visitor, text: str, **more: str) -> str:
                conversation = part(visitor.page, r'name="conversation" value="([^"]*)"')
                return await visitor.send("/ask", question=text, conversation=conversation, country=COUNTRY, **more)

            async def choose(label: str, number: int) -> Told:
                form = next(one for one in re.findall(r"<form.*?</form>", visitor.page, re.DOTALL)
                            if f">{label}</button>" in unescape(one))
                fields = {name: unescape(value) for name, value in re.findall(r'name="(\w+)" value="([^"]*)"', form)}
                return read(await visitor.send("/ask", **{**fields, "country": COUNTRY}))

            assert await held(say, choose) == expected(assistant)

    asyncio.run(scene())
