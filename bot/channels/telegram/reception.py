"""Where updates arrive: each is read by itself, written to the inbox, and queued for its chat.

When `accept` returns, everything that needs a reply is on disk, so Telegram may be told that it arrived. On disk the
text is redacted. The text as typed lives in memory until it is answered, so that the assistant can still warn the
person about an identifier in it; after a restart the redacted text is answered.
"""

from __future__ import annotations

import asyncio
import logging
import sqlite3
from collections.abc import Callable, Coroutine, Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

from telegram import Bot, Update

from bot.channels.base import Redact
from bot.channels.telegram.database import transaction
from bot.channels.telegram.handlers import Handlers
from bot.channels.telegram.inbox import Inbox
from bot.channels.telegram.memory import Memory
from bot.channels.telegram.queues import ChatQueues
from bot.channels.telegram.updates import Command, Incoming, Place, Press, Question, Unreadable, read_update

_log = logging.getLogger(__name__)


@dataclass(frozen=True)
class _Job:
    update_id: int
    repeated: bool
    acknowledged: asyncio.Task[None] | None
    """The answer to a pressed button, which goes out before the work begins."""


class Reception:
    """Takes raw updates in, sees to it that each is answered once."""

    def __init__(self, bot: Bot, handlers: Handlers, connection: sqlite3.Connection, *, redact: Redact,
                 allowed_chats: frozenset[int], clock: Callable[[], float]) -> None:
        self._bot = bot
        self._handlers = handlers
        self._connection = connection
        self._inbox = Inbox(connection)
        self._memory = Memory(connection)
        self._redact = redact
        self._allowed_chats = allowed_chats
        self._clock = clock
        self._queues: ChatQueues[_Job] = ChatQueues(self._work)
        self._typed: dict[int, Incoming] = {}
        self._background: set[asyncio.Task[None]] = set()
        self._refused: set[int] = set()
        self._album: dict[int, str] = {}

    def resume(self) -> None:
        """Queue what a former run left behind."""
        for left in self._inbox.unfinished():
            incoming = self._inbox.load(left.update_id)
            _log.info("update %d: taken up again", left.update_id)
            self._queue(left.update_id, incoming, repeated=left.in_doubt)

    def accept(self, raw_updates: Sequence[dict[str, Any]]) -> None:
        """Write the updates to the inbox, in one go, then set to work."""
        accepted: list[tuple[int, Incoming]] = []
        with transaction(self._connection):
            for raw in raw_updates:
                update_id = raw.get("update_id")
                if not isinstance(update_id, int) or self._inbox.knows(update_id):
                    continue
                incoming = self._take_in(update_id, raw)
                if incoming is not None:
                    accepted.append((update_id, incoming))
        for update_id, incoming in accepted:
            self._queue(update_id, incoming, repeated=False)

    async def close(self, grace_s: float) -> None:
        """Finish what is under way; the rest stays in the inbox for the next start."""
        await self._queues.close(grace_s)
        for task in self._background:
            task.cancel()
        await asyncio.gather(*self._background, return_exceptions=True)

    def forget_old(self) -> None:
        """Drop what is no longer needed."""
        with transaction(self._connection):
            self._inbox.forget_old(now=self._clock())
            self._memory.forget_old(now=self._clock())

    def _take_in(self, update_id: int, raw: dict[str, Any]) -> Incoming | None:
        """Read one update and keep it; None if it needs no reply of its own."""
        try:
            update = Update.de_json(raw, self._bot)
            incoming = read_update(update, bot=self._bot.bot)
            stored = None if incoming is None else self._without_identifiers(incoming)
        except Exception as error:
            # Telegram may send what this version of the library cannot parse. One such update must not hold up
            # those behind it, and must not be fetched again for ever.
            _log.error("update %d: unreadable (%s), set aside", update_id, type(error).__name__)
            self._inbox.add_closed(update_id, "quarantined", now=self._clock())
            self._apologise(raw)
            return None
        if incoming is None or stored is None:
            return None
        if self._allowed_chats and incoming.place.chat_id not in self._allowed_chats:
            self._refuse(incoming)
            return None
        if update.edited_message is not None:
            self._take_edit(update_id, incoming, stored)
            return None
        if isinstance(incoming, Unreadable) and self._seen_album(incoming):
            return None
        self._inbox.add(update_id, stored, now=self._clock())
        self._typed[update_id] = incoming
        return incoming

    def _apologise(self, raw: dict[str, Any]) -> None:
        """Tell a person in a private chat that the message could not be read, if it shows whom to tell."""
        try:
            message = raw["message"]
            place = Place(chat_id=message["chat"]["id"], thread_id=None, user_id=message["from"]["id"],
                          message_id=message["message_id"], private=message["chat"]["type"] == "private",
                          language_hint=message["from"].get("language_code"))
        except (LookupError, TypeError, AttributeError, ValueError):
            return
        if place.private and not (self._allowed_chats and place.chat_id not in self._allowed_chats):
            self._in_background(self._handlers.apologise(place))

    def _take_edit(self, update_id: int, incoming: Incoming, stored: Incoming) -> None:
        """An edit counts if the message is still waiting; later the answer already given stands."""
        replaced = self._inbox.replace_waiting(stored)
        if replaced is not None and replaced in self._typed:
            self._typed[replaced] = incoming
        self._inbox.add_closed(update_id, "done", now=self._clock())

    def _without_identifiers(self, incoming: Incoming) -> Incoming:
        match incoming:
            case Question():
                return incoming.model_copy(update={"text": self._redact(incoming.text)})
            case Command():
                return incoming.model_copy(update={"argument": self._redact(incoming.argument)})
            case _:
                return incoming

    def _seen_album(self, incoming: Unreadable) -> bool:
        """Whether an earlier picture of the same album was answered; of each chat the last album is remembered."""
        if incoming.album is None:
            return False
        seen = self._album.get(incoming.place.chat_id) == incoming.album
        self._album[incoming.place.chat_id] = incoming.album
        return seen

    def _refuse(self, incoming: Incoming) -> None:
        """One polite line a chat; every pressed button is answered, since it would go on waiting."""
        query_id = incoming.query_id if isinstance(incoming, Press) else None
        if query_id is None:
            if incoming.place.chat_id in self._refused:
                return
            self._refused.add(incoming.place.chat_id)
        self._in_background(self._handlers.refuse(incoming.place, query_id))

    def _queue(self, update_id: int, incoming: Incoming, *, repeated: bool) -> None:
        acknowledged = (self._in_background(self._handlers.acknowledge(incoming))
                        if isinstance(incoming, Press) else None)
        self._queues.put(incoming.place.chat_id, _Job(update_id, repeated, acknowledged))

    async def _work(self, job: _Job) -> None:
        if job.acknowledged is not None:
            with suppress(Exception):
                await job.acknowledged
        incoming = self._typed.pop(job.update_id, None) or self._inbox.load(job.update_id)
        conversation = await self._handlers.handle(
            incoming, in_doubt=self._doubt_keeper(job), repeated=job.repeated)
        with transaction(self._connection):
            if conversation is not None:
                self._memory.keep_conversation(incoming.place, conversation, now=self._clock())
            self._inbox.finish(job.update_id)

    def _doubt_keeper(self, job: _Job) -> Callable[[bool], None]:
        """Writes down whether the reply may be on its way, each time that changes.

        A former run's doubt is never withdrawn.
        """
        known = job.repeated

        def keep(doubt: bool) -> None:
            nonlocal known
            doubt = doubt or job.repeated
            if doubt != known:
                self._inbox.mark(job.update_id, in_doubt=doubt)
                known = doubt

        return keep

    def _in_background(self, work: Coroutine[Any, Any, None]) -> asyncio.Task[None]:
        task = asyncio.create_task(work)
        self._background.add(task)
        task.add_done_callback(self._background.discard)
        return task
