"""A channel that is nowhere but in memory, and a bot that runs on it."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from itertools import count
from pathlib import Path
from typing import Any

from bot.answering.answer import Answer, Block, Enquiry
from bot.channels.base import Responder
from bot.channels.kit.desk import Desk
from bot.channels.kit.gate import Rules
from bot.channels.kit.port import (
    Added,
    Away,
    Edited,
    File,
    Hear,
    Picked,
    Place,
    Removed,
    Said,
    Shown,
    Thumb,
    Undeliverable,
)
from bot.channels.kit.room import DeskSettings
from bot.channels.kit.serve import Host
from bot.dialogue.state import Conversation
from tests.telegram.toy import ToyResponder, toy_redact

NOW = 1_790_000_000.0


class Toy(ToyResponder):
    """Knows danger by one word, and keeps something folded where it is asked to."""

    def tells_of_danger(self, text: str) -> bool:
        return "overdose" in text

    def reply(self, enquiry: Enquiry, conversation: Conversation) -> tuple[Answer, Conversation]:
        answer, after = super().reply(enquiry, conversation)
        if "folded" in enquiry.text:
            more = Block(kind="paragraph", text="What lies below.", folded=True)
            answer = answer.model_copy(update={"blocks": (*answer.blocks, more)})
        if answer.status == "urgent":
            answer = answer.model_copy(update={"blocks": (Block(kind="urgent", text="Call 113 now."), *answer.blocks)})
        return answer, after.model_copy(update={"offered": tuple(option.question for option in answer.options),
                                                "language": answer.language})


class ToyChat:
    """The transport: what the bot did to it, in order, and what people do on it."""

    name = "toy"

    def __init__(self) -> None:
        self.messages: dict[str, Shown | File] = {}
        """What stands in the chats now, by message."""
        self.places: dict[str, Place] = {}
        self.keys: list[str] = []
        self.typed: list[bool] = []
        self.away = 0
        """How often the chat is still away."""
        self.refuses = False
        self._numbers = count(1)

    async def run(self, hear: Hear) -> None:
        await asyncio.Event().wait()

    async def send(self, place: Place, shown: Shown, key: str) -> str:
        return self._put(place, shown, key)

    async def file(self, place: Place, file: File, key: str) -> str:
        return self._put(place, file, key)

    async def edit(self, place: Place, message: str, shown: Shown) -> None:
        assert message in self.messages
        self.messages[message] = shown

    async def delete(self, place: Place, message: str) -> None:
        del self.messages[message]

    async def typing(self, place: Place, busy: bool) -> None:
        self.typed.append(busy)

    def texts(self) -> list[str]:
        """What stands in the chats now."""
        return [one.text if isinstance(one, Shown) else one.name for one in self.messages.values()]

    def _put(self, place: Place, one: Shown | File, key: str) -> str:
        if self.away:
            self.away -= 1
            raise Away
        if self.refuses:
            raise Undeliverable
        self.keys.append(key)
        message = f"bot{next(self._numbers)}"
        self.messages[message] = one
        self.places[message] = place
        return message


class Person:
    """Somebody in one chat; each method gives the text of the bot's last message, once it has been dealt with."""

    def __init__(self, stage: Stage, user: str, chat: str, private: bool, thread: str) -> None:
        self._stage = stage
        self._place = Place(chat=chat, thread=thread, sender=user, private=private)

    async def say(self, text: str, *, message: str | None = None, replies_to: str | None = None) -> str:
        return await self._do(Said(self._at(message), text=text, replies_to=replies_to))

    async def edit(self, message: str, text: str, **more: Any) -> str:
        return await self._do(Edited(self._at(message), text=text, **more))

    async def delete(self, message: str) -> str:
        return await self._do(Removed(self._at(message)))

    async def pick(self, message: str, number: int) -> str:
        return await self._do(Picked(self._at(message, act=self._stage.new_message()), number=number))

    async def thumb(self, message: str, thumb: Any) -> str:
        return await self._do(Thumb(self._at(message, act=self._stage.new_message()), thumb=thumb))

    async def add_bot(self) -> str:
        return await self._do(Added(self._at("")))

    def hear(self, text: str, message: str | None = None) -> asyncio.Future[None]:
        """Write without waiting for the reply."""
        return self._stage.host.hear(Said(self._at(message), text=text))

    def _at(self, message: str | None, act: str = "") -> Place:
        named = self._stage.new_message() if message is None else message
        return self._place.model_copy(update={"message": named, "act": act})

    async def _do(self, incoming: Any) -> str:
        before = len(self._stage.chat.keys)
        await asyncio.wait_for(self._stage.host.hear(incoming), 10)
        texts = self._stage.chat.texts()
        return texts[-1] if len(self._stage.chat.keys) > before else ""


class Stage:
    """A toy channel with a bot on it."""

    def __init__(self, folder: Path, responder: Responder | None = None) -> None:
        self.chat = ToyChat()
        self.responder: Any = responder or Toy()
        self.database: Any = folder / "farmasvar.sqlite"
        self.now = NOW
        self.host: Host
        self.desk: Desk
        self._numbers = count(1)

    def new_message(self) -> str:
        return f"m{next(self._numbers)}"

    def person(self, user: str = "kari", chat: str = "", *, private: bool = True, thread: str = "") -> Person:
        return Person(self, user, chat or f"with {user}", private, thread)

    @asynccontextmanager
    async def bot(self, *, language: str | None = None, **rules: Any) -> AsyncIterator[None]:
        """A bot that runs while the block does."""
        many = {"messages_per_minute": 1000, "chat_messages_per_minute": 1000}
        settings = DeskSettings(database=self.database, rules=Rules(**{**many, **rules}), language=language)
        self.desk = Desk(self.chat.name, self.responder, toy_redact, settings, lambda: self.now)
        self.host = Host(self.chat, self.desk, pause_s=0.001)
        try:
            yield
        finally:
            if hasattr(self.responder, "released"):
                self.responder.released.set()
            await self.host.close(5)


def play(folder: Path, scene: Callable[[Stage], Awaitable[None]], responder: Responder | None = None) -> None:
    """Run a scene to its end, or fail after a minute."""
    async def limited() -> None:
        await asyncio.wait_for(scene(Stage(folder, responder)), 60)

    asyncio.run(limited())
