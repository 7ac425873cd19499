"""People on Teams, the bot, and Microsoft between them."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import httpx
from pydantic import SecretStr

from bot.answering.answer import Block
from bot.channels.base import Responder
from bot.channels.kit.desk import Desk
from bot.channels.kit.gate import Rules
from bot.channels.kit.room import DeskSettings
from bot.channels.kit.serve import Host
from bot.channels.teams.settings import TeamsSettings
from bot.channels.teams.transport import PATH, TeamsTransport
from tests.kit.toy import NOW, Toy
from tests.teams.connector import APP, ME, TENANT, Microsoft
from tests.telegram.toy import toy_redact

MENTION = "<at>Farmasvar</at>"
ADDRESS = "https://farmasvar.example.org"


def settings(folder: Path, **more: Any) -> TeamsSettings:
    """The settings of a bot on this machine."""
    return TeamsSettings.model_validate({
        "app": APP, "secret": SecretStr("a secret"), "tenant": TENANT, "address": ADDRESS, "port": 0,
        "folder": folder / "teams", **more})


class Stage:
    """Microsoft, and a bot on it while a block runs."""

    def __init__(self, folder: Path, responder: Responder | None = None) -> None:
        self.folder = folder
        self.microsoft = Microsoft()
        self.responder: Any = responder or Toy()
        self.now = NOW
        self.desk: Desk
        self.host: Host
        self.web: httpx.AsyncClient
        self.transport: TeamsTransport

    @asynccontextmanager
    async def bot(self, *, language: str | None = None, **rules: Any) -> AsyncIterator[None]:
        """A bot that runs while the block does; what is sent to its address comes by `web`."""
        many = {"messages_per_minute": 1000, "chat_messages_per_minute": 1000}
        kept = DeskSettings(database=self.folder / "farmasvar.sqlite", rules=Rules(**{**many, **rules}),
                            language=language)
        microsoft = self.microsoft
        self.transport = TeamsTransport(settings(self.folder), cloud=microsoft.cloud, tokens=microsoft,
                                        otherwise=microsoft.address, clock=lambda: self.now)
        self.desk = Desk("teams", self.responder, toy_redact, kept, lambda: self.now)
        self.host = Host(self.transport, self.desk, pause_s=0.001)
        self.transport.port = asyncio.get_running_loop().create_future()
        running = asyncio.create_task(self.transport.run(self.host.hear))
        try:
            await asyncio.wait({running, self.transport.port}, return_when=asyncio.FIRST_COMPLETED)
            if running.done():
                await running
            async with httpx.AsyncClient(base_url=f"http://127.0.0.1:{self.transport.port.result()}") as self.web:
                yield
        finally:
            await self.host.close(5)
            running.cancel()
            await asyncio.gather(running, return_exceptions=True)

    async def post(self, activity: dict[str, Any], token: str | None = None) -> int:
        """Post an activity as Teams does, with a valid token or the one given; the status it is answered with."""
        authorization = f"Bearer {self.microsoft.signed() if token is None else token}"
        answer = await self.web.post(PATH, json=activity, headers={"Authorization": authorization})
        return answer.status_code

    def person(self, name: str = "kari") -> Person:
        """Somebody alone with the bot."""
        return self._person(name, f"a:{name}", "personal")

    def in_group(self, name: str, chat: str = "19:group@thread.v2") -> Person:
        """Somebody in a group chat that the bot is in."""
        return self._person(name, chat, "groupChat")

    def in_channel(self, name: str, thread: str, chat: str = "19:ward@thread.tacv2") -> Person:
        """Somebody in a thread of a team's channel."""
        return self._person(name, f"{chat};messageid={thread}", "channel")

    def _person(self, name: str, conversation: str, kind: str) -> Person:
        self.microsoft.chats.add(conversation.partition(";")[0])
        return Person(self, name, conversation, kind)

    def texts(self) -> list[str]:
        """What the bot has in the chats now."""
        return [text_of(one) for one in self.microsoft.activities.values()]


class Person:
    """Somebody in one chat. Each method gives what the bot said last, once its post was answered."""

    def __init__(self, stage: Stage, name: str, conversation: str, kind: str) -> None:
        self._stage, self._name, self.conversation, self._kind = stage, name, conversation, kind
        self.last = ""
        """The last message they wrote."""

    def activity(self, kind: str = "message", **more: Any) -> dict[str, Any]:
        """An activity of theirs."""
        return {
            "type": kind, "id": self._stage.microsoft.number(), "timestamp": "2026-11-30T12:00:00.000Z",
            "channelId": "msteams", "serviceUrl": self._stage.microsoft.address,
            "from": {"id": f"29:{self._name}", "name": self._name.title(), "aadObjectId": self._name},
            "recipient": {"id": ME, "name": "Farmasvar"},
            "conversation": {"id": self.conversation, "conversationType": self._kind, "tenantId": TENANT},
            "channelData": {"tenant": {"id": TENANT}}, "textFormat": "plain", **more}

    async def say(self, text: str, *, mention: bool = False, **more: Any) -> str:
        """Write; with the bot's name in front where others read along."""
        activity = self.activity(text=text, **more)
        if mention:
            activity |= {"text": f"{MENTION} {text}", "entities": [
                {"type": "mention", "mentioned": {"id": ME, "name": "Farmasvar"}, "text": MENTION}]}
        self.last = activity["id"]
        return await self._posted(activity)

    async def press(self, message: str, label: str) -> str:
        """Press a button of a message of the bot."""
        [action] = [one for one in buttons_of(self._stage.microsoft.activities[message]) if one["title"] == label]
        return await self._posted(self.activity(value=action["data"], replyToId=message))

    async def edit(self, message: str, text: str) -> str:
        """Change what they wrote."""
        return await self._posted(self.activity(
            "messageUpdate", id=message, text=text,
            channelData={"tenant": {"id": TENANT}, "eventType": "editMessage"}))

    async def delete(self, message: str) -> str:
        """Delete what they wrote."""
        return await self._posted(self.activity(
            "messageDelete", id=message, channelData={"tenant": {"id": TENANT}, "eventType": "softDeleteMessage"}))

    async def react(self, message: str, kind: str, *, back: bool = False) -> str:
        """Put a reaction to a message of the bot, or take it back."""
        name = "reactionsRemoved" if back else "reactionsAdded"
        return await self._posted(self.activity("messageReaction", replyToId=message, **{name: [{"type": kind}]}))

    async def add_bot(self) -> str:
        """Install the bot."""
        return await self._posted(self.activity("conversationUpdate", membersAdded=[{"id": ME}]))

    async def _posted(self, activity: dict[str, Any]) -> str:
        before = len(self._stage.microsoft.posted)
        assert await self._stage.post(activity) == 200
        return self._stage.texts()[-1] if len(self._stage.microsoft.posted) > before else ""


def card_of(activity: dict[str, Any]) -> dict[str, Any]:
    """The card of a message of the bot."""
    content = activity["attachments"][0]["content"]
    assert isinstance(content, dict)
    return content


def buttons_of(activity: dict[str, Any]) -> list[dict[str, Any]]:
    """The buttons of choices in a card, in order."""
    sets = [one for one in card_of(activity)["body"] if one["type"] == "ActionSet"]
    return [action for one in sets for action in one["actions"] if action["type"] == "Action.Submit"]


def text_of(activity: dict[str, Any]) -> str:
    """What somebody reads of a message: its text, or the words of its card, a line each."""
    if "text" in activity:
        return str(activity["text"])
    return "\n".join(_lines(card_of(activity)["body"]))


def _lines(elements: list[dict[str, Any]]) -> list[str]:
    lines: list[str] = []
    for element in elements:
        if element["type"] == "RichTextBlock":
            lines.append("".join(run["text"] for run in element["inlines"]))
        lines += _lines(element.get("items", []))
        lines += [f"[{action['title']}]" for action in element.get("actions", [])]
    return lines


def paragraph(text: str) -> Block:
    """A block of plain words."""
    return Block(kind="paragraph", text=text)


def play(folder: Path, scene: Callable[[Stage], Awaitable[None]], responder: Responder | None = None) -> None:
    """Run a scene to its end, or fail after a minute."""
    async def limited() -> None:
        stage = Stage(folder, responder)
        async with stage.microsoft.running():
            await asyncio.wait_for(scene(stage), 60)

    asyncio.run(limited())
