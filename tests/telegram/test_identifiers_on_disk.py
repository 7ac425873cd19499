"""Patient identifiers never touch the disk: everything the bot writes is searched for each of them while it works.

What the recogniser does not recognise is text like any other and is counted apart: those figures belong to the tests
of the recogniser. What it recognises must be nowhere. `benchmarks.identifiers` does the same with thousands.
"""

from __future__ import annotations

import asyncio
import logging
import tempfile
from collections import Counter
from pathlib import Path

import pytest

from bot.app.settings import Settings
from bot.app.wiring import make_assistant
from bot.channels.telegram import serve
from bot.dialogue.assistant import Assistant
from bot.safety.deidentify import redact
from tests.bot.shipped_assistant import shipped_assistant
from tests.telegram.fake_bot_api import FakeBotApi
from tests.telegram.identifier_messages import Message, messages
from tests.telegram.people import private
from tests.telegram.test_shipped_replies import Shipped
from tests.telegram.toy import Stage

CHATS = 20
LOOK_EVERY_S = 0.1


class Search:
    """Looks through every file under a folder for needles, again and again."""

    def __init__(self, folder: Path, sent: list[Message]) -> None:
        self._folder = folder
        self._left = {needle.encode(): message for message in sent for needle in message.needles}
        self.found: list[Message] = []
        self.files: Counter[str] = Counter()

    def look(self) -> None:
        """One look at all files."""
        for path in self._folder.rglob("*"):
            try:
                content = path.read_bytes() if path.is_file() else b""
            except FileNotFoundError:
                continue
            self.files[path.name] += len(content) > 0
            for needle in [needle for needle in self._left if needle in content]:
                self.found.append(self._left.pop(needle))

    async def keep_looking(self) -> None:
        """Look until cancelled."""
        while True:
            await asyncio.to_thread(self.look)
            await asyncio.sleep(LOOK_EVERY_S)


async def found_on_disk(folder: Path, assistant: Assistant, sent: list[Message]) -> Search:
    """Put the messages to a bot that logs all it can, and search whatever it writes."""
    search = Search(folder, sent)
    async with FakeBotApi() as fake:
        stage = Stage(fake, folder)
        stage.responder = Shipped(assistant)
        stop = asyncio.Event()
        running = asyncio.create_task(serve(stage.settings(messages_per_minute=10**6, chat_messages_per_minute=10**6),
                                            stage.responder, lambda text: redact(text).text, stop=stop))
        looking = asyncio.create_task(search.keep_looking())
        for number, message in enumerate(sent):
            private(fake, 1000 + number % CHATS).say(message.text)
        fake.add_update("message", {"message_id": 1, "text": sent[0].text, "from": {"id": 1}})
        asked = Counter(1000 + number % CHATS for number in range(len(sent)))
        await fake.until(lambda: all(len(fake.in_chat(chat)) >= count for chat, count in asked.items()),
                         30 + 0.5 * len(sent))
        await fake.confirmed()
        stop.set()
        await running
        looking.cancel()
        search.look()
    return search


def recognised(message: Message) -> bool:
    """Whether nothing to be looked for is left of the message once it is redacted."""
    left = redact(message.text).text
    return not any(needle in left for needle in message.needles)


@pytest.fixture(scope="module")
def assistant(request: pytest.FixtureRequest) -> Assistant:
    """The shipped assistant as `farmasvar` makes it: unlike that of other tests it keeps no vectors of questions."""
    folder = request.config.cache.mkdir("farmasvar")
    shipped_assistant(folder)
    return make_assistant(Settings.model_construct(data_dir=folder, embedding_model=None, country=None))


def test_no_recognised_identifier_is_in_the_database_its_journal_the_log_or_a_temporary_file(
        assistant: Assistant, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    sent = list(messages(208))
    handler = logging.FileHandler(tmp_path / "bot.log")
    logging.getLogger().addHandler(handler)
    level = logging.getLogger().level
    logging.getLogger().setLevel(logging.DEBUG)
    try:
        search = asyncio.run(found_on_disk(tmp_path, assistant, sent))
    finally:
        logging.getLogger().setLevel(level)
        logging.getLogger().removeHandler(handler)
        handler.close()
    leaked = [message for message in search.found if recognised(message)]
    assert not leaked, [(message.kind, message.needles) for message in leaked]
    assert search.files["farmasvar.sqlite"] and search.files["farmasvar.sqlite-journal"]
    assert b"chat 1000: answered" in (tmp_path / "bot.log").read_bytes()


def test_identifiers_with_right_check_digits_are_recognised() -> None:
    sent = list(messages(1600))
    missed = Counter(message.kind for message in sent if not recognised(message))
    assert sum(missed.values()) <= 0.02 * len(sent), missed


def test_what_is_sent_differs_from_message_to_message() -> None:
    sent = list(messages(400))
    assert len({message.text for message in sent}) == 400
    assert len({message.kind for message in sent}) == 16
