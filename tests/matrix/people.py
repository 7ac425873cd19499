"""A Matrix bot on a real homeserver, and people who write to it with a client of their own."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from itertools import count
from pathlib import Path
from typing import Any

from nio import AsyncClient, AsyncClientConfig, MegolmEvent, RoomMessagesResponse
from nio.exceptions import EncryptionError
from pydantic import SecretStr

from bot.channels.base import Responder
from bot.channels.kit.gate import Rules
from bot.channels.kit.room import DeskSettings
from bot.channels.kit.serve import serve
from bot.channels.matrix.settings import MatrixSettings
from bot.channels.matrix.transport import MatrixTransport
from knowledge.errors import ChannelError
from tests.kit.toy import Toy
from tests.synapse import Synapse
from tests.telegram.toy import toy_redact

PATIENCE_S = 90.0
ENCRYPTED = {"type": "m.room.encryption", "state_key": "", "content": {"algorithm": "m.megolm.v1.aes-sha2"}}
_numbers = count(1)
Event = dict[str, Any]


class Person:
    """Somebody with a Matrix program."""

    def __init__(self, synapse: Synapse, user: str, folder: Path) -> None:
        self.user = user
        folder.mkdir(exist_ok=True)
        config = AsyncClientConfig(encryption_enabled=True, store_sync_tokens=False)
        self.client = AsyncClient(synapse.address, user, config=config, store_path=str(folder))
        self._seen: dict[str, list[Event]] = {}
        self._undecrypted: list[tuple[str, Any]] = []

    async def sign_in(self) -> None:
        await self.client.login("secret", device_name="person")
        await self.sync()

    async def room_with(self, *users: str, encrypted: bool = False, name: str | None = None) -> str:
        """A room that these are invited to; alone with the bot where it is the only one."""
        made = await self.client.room_create(
            invite=users, name=name, is_direct=len(users) == 1, initial_state=[ENCRYPTED] if encrypted else [])
        await self.until(lambda: made.room_id in self.client.rooms)
        return str(made.room_id)

    async def say(self, room: str, text: str, **content: Any) -> str:
        """Write a message; what it is called."""
        return await self.put(room, "m.room.message", {"msgtype": "m.text", "body": text, **content})

    async def say_in(self, room: str, thread: str, text: str, **content: Any) -> str:
        """Write into a thread."""
        return await self.say(room, text, **{"m.relates_to": {
            "rel_type": "m.thread", "event_id": thread, "is_falling_back": True,
            "m.in_reply_to": {"event_id": thread}}, **content})

    async def reply(self, room: str, to: str, text: str, **content: Any) -> str:
        return await self.say(room, text, **{"m.relates_to": {"m.in_reply_to": {"event_id": to}}, **content})

    async def edit(self, room: str, message: str, text: str) -> str:
        new = {"msgtype": "m.text", "body": text}
        return await self.say(room, f"* {text}", **{
            "m.new_content": new, "m.relates_to": {"rel_type": "m.replace", "event_id": message}})

    async def react(self, room: str, message: str, key: str) -> str:
        return await self.put(room, "m.reaction", {
            "m.relates_to": {"rel_type": "m.annotation", "event_id": message, "key": key}})

    async def redact(self, room: str, event: str) -> None:
        await self.client.room_redact(room, event)

    async def put(self, room: str, kind: str, content: dict[str, Any]) -> str:
        sent = await self.client.room_send(room, kind, content, tx_id=f"p{next(_numbers)}",
                                           ignore_unverified_devices=True)
        return str(sent.event_id)

    async def sync(self, timeout: int = 0) -> None:
        answer = await self.client.sync(timeout, full_state=not self._seen)
        for room, joined in answer.rooms.join.items():
            for event in joined.timeline.events:
                self._take(room, event)
        for room in list(answer.rooms.invite):
            await self.client.join(room)
        for room, event in self._undecrypted[:]:
            try:
                opened = self.client.decrypt_event(event)
            except EncryptionError:
                continue
            self._undecrypted.remove((room, event))
            self._seen.setdefault(room, []).append(opened.source)
        if self.client.should_upload_keys:
            await self.client.keys_upload()
        if self.client.should_query_keys:
            await self.client.keys_query()
        if self.client.should_claim_keys:
            await self.client.keys_claim(self.client.get_users_for_key_claiming())
        await self.client.send_to_device_messages()

    def _take(self, room: str, event: Any) -> None:
        if isinstance(event, MegolmEvent):
            event.room_id = room
            self._undecrypted.append((room, event))
        else:
            self._seen.setdefault(room, []).append(event.source)

    def seen(self, room: str, kind: str = "m.room.message", by: str = "") -> list[Event]:
        """What was seen in a room."""
        return [event for event in self._seen.get(room, [])
                if event["type"] == kind and (event["sender"] == by if by else event["sender"] != self.user)]

    async def sees(self, room: str, number: int, kind: str = "m.room.message", by: str = "") -> list[Event]:
        """So many messages of others, as soon as they are there."""
        return await self.until(lambda: self.seen(room, kind, by)[:number]
                                if len(self.seen(room, kind, by)) >= number else None)

    async def until(self, found: Callable[[], Any]) -> Any:
        """Go on reading until something is there."""
        async with asyncio.timeout(PATIENCE_S):
            while not (result := found()):
                await self.sync(500)
        return result

    async def as_it_stands(self, room: str) -> list[Event]:
        """The events of a room as the server holds them now, the oldest first."""
        page = await self.client.room_messages(room, limit=100)
        assert isinstance(page, RoomMessagesResponse)
        return [event.source for event in page.chunk[::-1]]


class Stage:
    """A homeserver with an account for a bot, and whoever comes."""

    def __init__(self, synapse: Synapse, folder: Path, responder: Responder | None) -> None:
        self.synapse = synapse
        self.folder = folder
        self.responder: Any = responder or Toy()
        self.me = synapse.register(f"bot{next(_numbers)}")
        self.token: str | None = None
        self._people = AsyncExitStack()

    async def person(self, name: str = "kari") -> Person:
        """Somebody who has signed in."""
        user = self.synapse.register(f"{name}{next(_numbers)}")
        person = Person(self.synapse, user, self.folder / user[1:].partition(":")[0])
        self._people.push_async_callback(person.client.close)
        await person.sign_in()
        return person

    def settings(self, **changes: Any) -> MatrixSettings:
        way = {"token": SecretStr(self.token)} if self.token else {"password": SecretStr("secret")}
        return MatrixSettings.model_validate({"homeserver": self.synapse.address, "user": self.me,
                                              "folder": self.folder / "matrix", **way, **changes})

    @asynccontextmanager
    async def bot(self, *, rules: Rules | None = None, **changes: Any) -> AsyncIterator[MatrixTransport]:
        """A bot that runs while the block does."""
        stop = asyncio.Event()
        transport = MatrixTransport(self.settings(**changes))
        running = asyncio.create_task(self._serving(transport, rules, stop))
        try:
            yield transport
        finally:
            if hasattr(self.responder, "released"):
                self.responder.released.set()
            stop.set()
            await asyncio.wait_for(running, 20)

    async def refused(self, **changes: Any) -> str:
        """What a bot says that is not let in."""
        try:
            async with asyncio.timeout(PATIENCE_S):
                await self._serving(MatrixTransport(self.settings(**changes)), None, asyncio.Event())
        except ChannelError as error:
            return str(error)
        raise AssertionError("it was let in")

    async def _serving(self, transport: MatrixTransport, rules: Rules | None, stop: asyncio.Event) -> None:
        desk = DeskSettings(database=self.folder / "farmasvar.sqlite",
                            rules=rules or Rules(messages_per_minute=1000, chat_messages_per_minute=1000))
        await serve(transport, self.responder, toy_redact, desk, stop=stop, pause_s=0.1)

    async def close(self) -> None:
        await self._people.aclose()


def play(synapse: Synapse, folder: Path, scene: Callable[[Stage], Awaitable[None]],
         responder: Responder | None = None) -> None:
    """Run a scene to its end, or fail after some minutes."""
    async def run() -> None:
        stage = Stage(synapse, folder, responder)
        try:
            await asyncio.wait_for(scene(stage), 240)
        finally:
            await stage.close()

    asyncio.run(run())


def body(event: Event) -> str:
    """What a message says now."""
    return str(event["content"].get("body", ""))
