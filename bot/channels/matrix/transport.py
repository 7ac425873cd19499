"""The transport: events come by the stream that the server keeps, and what the bot says goes out by transactions.

The place in the stream is kept only once everything before it was dealt with, so nothing written in an absence is lost;
what was dealt with and comes again is recognised (`bot.channels.kit.desk`), and what was sent already is sent under the
same transaction, which the server carries out once.
"""

from __future__ import annotations

import asyncio
import hashlib
import io
import logging
import time
from collections import deque
from collections.abc import AsyncIterator, Callable
from typing import Any, TypeVar

from aiohttp import ClientError
from nio import (
    AsyncClient,
    ErrorResponse,
    LocalProtocolError,
    MegolmEvent,
    RoomGetEventResponse,
    RoomMessagesResponse,
    SendRetryError,
    SyncResponse,
    UploadResponse,
)
from nio.exceptions import EncryptionError, OlmTrustError

from bot.app.monitoring import metrics
from bot.app.monitoring.logs import place_of
from bot.channels.kit.offers import Remembered as Latest
from bot.channels.kit.port import (
    Added,
    Away,
    Edited,
    File,
    Hear,
    Incoming,
    Place,
    Said,
    Shown,
    Thumb,
    Undeliverable,
    Unreadable,
)
from bot.channels.matrix import rendering
from bot.channels.matrix.reading import Event, Mine, View, body_of, looked_up, read, relation_of, replied_to
from bot.channels.matrix.recovery import Recovery
from bot.channels.matrix.session import Memory, Remembered, made_client, sign_in
from bot.channels.matrix.settings import MatrixSettings
from bot.desk.store.files import sole_use_of_file
from knowledge.errors import ChannelError

POLL_MS, SHORT_POLL_MS = 25_000, 1_000
"""How long the server may hold an empty answer back: usually, and while a key is waited for."""
PAUSES_S = (1.0, 2.0, 5.0, 10.0, 30.0)
"""After a failed attempt to reach the server, and further ones."""
ANSWERED_WITHIN_S = 24 * 3600
"""Nobody waits for the answer to an older message."""
KEY_WAITED_FOR_S = 8.0
"""After an encrypted message, for the key that often comes a moment later."""
MOST_MISSED = 1_000
"""Events of one room that are fetched after an absence."""
UNREACHABLE = (ClientError, OSError, TimeoutError)
"""What is raised where the server cannot be reached, or fails."""
_PAGE = 100
_REFUSALS = ("M_FORBIDDEN", "M_NOT_FOUND", "M_TOO_LARGE", "M_BAD_JSON", "M_UNKNOWN")
_FILTER = {"room": {"timeline": {"limit": 100}, "state": {"lazy_load_members": False}}, "presence": {"types": []}}
_log = logging.getLogger(__name__)
Result = TypeVar("Result")


class MatrixTransport:
    """Speaks with one homeserver as one user."""

    name = "matrix"

    def __init__(self, settings: MatrixSettings, *, clock: Callable[[], float] = time.time) -> None:
        self._settings = settings
        self._clock = clock
        self._memory = Memory(settings.folder)
        self._client: AsyncClient
        self._mine: Latest[str, Mine] = Latest()
        """Messages of the bot, by event."""
        self._others: Latest[str, bool] = Latest()
        """Events that are known to be somebody else's."""
        self._reactions: Latest[str, str] = Latest()
        """Thumbs under messages of the bot: event, and message."""
        self._undecrypted: list[tuple[float, MegolmEvent, asyncio.Future[None]]] = []
        """Messages whose key is waited for, until when."""
        self._batches: deque[tuple[str, list[asyncio.Future[None]]]] = deque()
        """Places in the stream that are not confirmed yet, each with what must be dealt with first."""
        self._entering: dict[str, str] = {}
        """Rooms whose invitation was accepted just now, and who invited."""
        self._remembered = Remembered()
        self._recovery: Recovery | None = None

    @property
    def device(self) -> str:
        """The device that the bot is signed in as; empty before it is."""
        return self._remembered.device

    async def run(self, hear: Hear) -> None:
        """Sign in, and tell what people do in rooms until cancelled."""
        self._settings.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        with sole_use_of_file(self._memory.path):
            self._client = made_client(self._settings, self._memory.read())
            try:
                self._remembered = await self._signed_in()
                await self._follow(hear)
            finally:
                self._confirm()
                await self._client.close()

    async def send(self, place: Place, shown: Shown, key: str) -> str:
        """Send a message into its thread."""
        sent = await self._put(place.chat, "m.room.message", rendering.message(shown, place), key)
        self._mine.put(sent, Mine(place.thread))
        return sent

    async def edit(self, place: Place, message: str, shown: Shown) -> None:
        """Replace a message; programs show the new words in its place."""
        await self._put(place.chat, "m.room.message", rendering.replacement(shown, message), f"{message}/{place.act}")

    async def delete(self, place: Place, message: str) -> None:
        """Redact a message of the bot."""
        await self._asked(self._client.room_redact(place.chat, message, tx_id=_transaction(f"{message}/gone")))

    async def file(self, place: Place, file: File, key: str) -> str:
        """Upload a file, encrypted where the room is, and send it."""
        room = self._client.rooms.get(place.chat)
        encrypted = room is not None and room.encrypted
        try:
            uploaded, keys = await self._client.upload(
                io.BytesIO(file.content), content_type=file.media_type, filename=file.name,
                encrypt=encrypted, filesize=len(file.content))
        except UNREACHABLE as error:
            raise Away from error
        if not isinstance(uploaded, UploadResponse):
            raise _fault(uploaded)
        kind = "m.image" if file.media_type.startswith("image/") else "m.file"
        content: dict[str, Any] = {
            "msgtype": kind, "filename": file.name, "body": file.caption or file.name,
            "info": {"mimetype": file.media_type, "size": len(file.content)}, **rendering.relation(place)}
        if encrypted:
            content["file"] = {**(keys or {}), "url": uploaded.content_uri}
        else:
            content["url"] = uploaded.content_uri
        sent = await self._put(place.chat, "m.room.message", content, key)
        self._mine.put(sent, Mine(place.thread))
        return sent

    async def typing(self, place: Place, busy: bool) -> None:
        """Show that the bot is writing."""
        await self._client.room_typing(place.chat, busy)

    async def _signed_in(self) -> Remembered:
        """Sign in, as long as it takes: the network may come up later than the bot."""
        async for _ in _attempts():
            try:
                remembered = await sign_in(self._client, self._settings, self._memory)
                if self._client.should_upload_keys:
                    await self._client.keys_upload()
                if self._settings.recovery_key is not None:
                    key = self._settings.recovery_key.get_secret_value()
                    self._recovery = await Recovery.opened(self._client, key)
                    await self._recovery.trust_device()
            except UNREACHABLE as error:
                _log.warning("cannot reach the homeserver: %s", type(error).__name__)
                continue
            return remembered
        raise AssertionError("attempts do not end")

    async def _follow(self, hear: Hear) -> None:
        """Read the stream of events from where it was left; again from there where the server fails meanwhile."""
        since, first = self._remembered.since, True
        while True:
            async for _ in _attempts():
                try:
                    next_batch, work = await self._read_on(since, hear, first=first)
                    break
                except UNREACHABLE as error:
                    metrics.fault("polling")
                    _log.warning("cannot reach the homeserver: %s", type(error).__name__)
            self._batches.append((next_batch, work))
            for one in work:
                one.add_done_callback(lambda _: self._confirm())
            self._confirm()
            metrics.polled(self._clock())
            since, first = next_batch, False

    async def _read_on(self, since: str, hear: Hear, *, first: bool) -> tuple[str, list[asyncio.Future[None]]]:
        """Tell of what has happened since a place in the stream: the next place, and what must be dealt with first.

        Raises ChannelError where the session is over, and one of `UNREACHABLE` where the server fails.
        """
        waited = 0 if first else SHORT_POLL_MS if self._undecrypted else POLL_MS
        answer = await self._client.sync(waited, _FILTER, since=since or None, full_state=first)
        if not isinstance(answer, SyncResponse):
            if answer.status_code == "M_UNKNOWN_TOKEN":
                raise ChannelError("the Matrix homeserver has ended the bot's session; start it again, and where a "
                                   "token is set give it a new one")
            raise ConnectionError(answer.status_code)
        work = await self._work_of(answer, since, hear)
        for room in answer.rooms.invite:
            await self._enter(room)
        await self._exchange_keys()
        await self._decrypt_late(hear)
        return str(answer.next_batch), work

    async def _work_of(self, answer: SyncResponse, since: str, hear: Hear) -> list[asyncio.Future[None]]:
        """Tell of everything that people did; what must be dealt with before this place in the stream is confirmed."""
        work: list[asyncio.Future[None]] = []
        for room, joined in answer.rooms.join.items():
            inviter = self._entering.pop(room, None)
            if inviter is not None:  # only now is it known who is in it, and messages can be sent
                private = self._view(room).private
                work.append(hear(Added(Place(chat=room, sender=inviter, act=f"entered {room}", private=private))))
            events = list(joined.timeline.events)
            if joined.timeline.limited and since:
                events = [*await self._missed(room, joined.timeline.prev_batch, since), *events]
            for event in _since_entry(events, self._client.user_id):
                if not since and not _entered(events, self._client.user_id):
                    self._note(event.source)
                    continue  # what was said before the bot first ran is not for it
                work += await self._tell(room, event, hear)
        return work

    async def _missed(self, room: str, start: str | None, since: str) -> list[Any]:
        """The events between two places in the stream that one answer had no room for, in their order."""
        missed: list[Any] = []
        while start and len(missed) < MOST_MISSED:
            page = await self._client.room_messages(room, start, end=since, limit=_PAGE)
            if not isinstance(page, RoomMessagesResponse) or not page.chunk:
                break
            missed += page.chunk
            start = page.end
        return missed[::-1]

    async def _tell(self, room: str, event: Any, hear: Hear) -> list[asyncio.Future[None]]:
        """Tell of one event; what must be dealt with."""
        source = event.source
        if source.get("sender") == self._client.user_id:
            self._note(source)
            return []
        if isinstance(event, MegolmEvent):
            return [self._wait_for_key(room, event)]
        try:
            incoming = await self._read(room, source)
        except UNREACHABLE:
            raise
        except Exception as error:  # one event that nobody foresaw must not hold up those behind it for ever
            metrics.fault("unreadable")
            _log.error("an event could not be read: %s", place_of(error))
            return []
        # What was deleted is forgotten however long ago that was.
        if incoming is None or (isinstance(incoming, Said | Edited) and self._is_old(source)):
            return []
        return [hear(incoming)]

    async def _read(self, room: str, source: Event) -> Incoming | None:
        """What an event is, with what has to be asked of the server for it."""
        view = self._view(room)
        wanted = looked_up(source)
        other = await self._mine_at(room, wanted) if wanted else None
        incoming = read(source, view, other, self._reactions.get)
        if isinstance(incoming, Thumb) and incoming.thumb is not None:
            self._reactions.put(incoming.place.act, incoming.place.message)
        if isinstance(incoming, Said | Edited) and not incoming.text:
            asked = replied_to(source)
            return await self._passed_on(room, source, asked, view) if asked and other is None else None
        return incoming

    async def _passed_on(self, room: str, source: Event, asked: str, view: View) -> Incoming | None:
        """The question of a colleague that somebody passes on by calling the bot in reply to it."""
        found = await self._client.room_get_event(room, asked)
        text = body_of(found.event.source) if isinstance(found, RoomGetEventResponse) else ""
        passed = {**source, "content": {"msgtype": "m.text", "body": f"{view.me}: {text}"}}
        return read(passed, view, None, self._reactions.get) if text else None

    def _view(self, room: str) -> View:
        known = self._client.rooms[room]
        me = self._client.user_id
        name = known.users[me].name if me in known.users else ""
        return View(room=room, me=me, my_name=name or "", private=known.joined_count + known.invited_count <= 2)

    async def _mine_at(self, room: str, event: str) -> Mine | None:
        """A message of the bot; None for somebody else's, and for one that is gone."""
        known = self._mine.get(event)
        if known is not None or self._others.get(event):
            return known
        found = await self._client.room_get_event(room, event)
        if isinstance(found, RoomGetEventResponse) and found.event.sender == self._client.user_id:
            self._note(found.event.source)
            return self._mine.get(event)
        self._others.put(event, True)
        return None

    def _note(self, source: Event) -> None:
        """Remember a message of the bot, and the thread it stands in."""
        if source.get("sender") == self._client.user_id:
            relation = relation_of(source)
            thread = relation.get("event_id") if relation.get("rel_type") == "m.thread" else ""
            self._mine.put(str(source.get("event_id")), Mine(str(thread or "")))

    def _is_old(self, source: Event) -> bool:
        """Whether nobody waits for an answer any more."""
        sent = source.get("origin_server_ts")
        return isinstance(sent, int) and self._clock() - sent / 1000 > ANSWERED_WITHIN_S

    async def _enter(self, room: str) -> None:
        """Accept an invitation; a room that cannot be entered is left alone."""
        invited = self._client.invited_rooms.get(room)
        inviter = invited.inviter if invited is not None else None
        entered = await self._client.join(room)
        if isinstance(entered, ErrorResponse):
            _log.warning("a room could not be entered: %s", entered.status_code)
        else:
            self._entering[room] = inviter or room

    def _wait_for_key(self, room: str, event: MegolmEvent) -> asyncio.Future[None]:
        event.room_id = room
        waiting: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._undecrypted.append((self._clock() + KEY_WAITED_FOR_S, event, waiting))
        return waiting

    async def _decrypt_late(self, hear: Hear) -> None:
        """Read what can be read now, and give up what has waited for its key too long."""
        waiting, self._undecrypted = self._undecrypted, []
        for until, event, done in waiting:
            readable = self._decrypted(event) or await self._recovered(event)
            if readable is not None:
                _after(await self._tell(event.room_id, readable, hear), done)
            elif until < self._clock():
                metrics.fault("unreadable")
                _after(self._say_unreadable(event, hear), done)
            else:
                self._undecrypted.append((until, event, done))

    def _decrypted(self, event: MegolmEvent) -> Any:
        try:
            return self._client.decrypt_event(event)
        except EncryptionError:
            return None

    async def _recovered(self, event: MegolmEvent) -> Any:
        """The event, by a key that the account keeps on the server; None where there is none."""
        found = self._recovery is not None and await self._recovery.fetch_key(event)
        return self._decrypted(event) if found else None

    def _say_unreadable(self, event: MegolmEvent, hear: Hear) -> list[asyncio.Future[None]]:
        """Tell whoever is alone with the bot; among others nobody knows whether it was meant."""
        if not self._view(event.room_id).private or self._is_old(event.source):
            return []
        place = Place(chat=event.room_id, sender=event.sender, message=event.event_id)
        return [hear(Unreadable(place, "encrypted"))]

    async def _exchange_keys(self) -> None:
        """What encryption needs besides, as `sync_forever` of the library does it."""
        client = self._client
        await client.send_to_device_messages()
        if client.should_upload_keys:
            await client.keys_upload()
        if client.should_query_keys:
            await client.keys_query()
        if client.should_claim_keys:
            await client.keys_claim(client.get_users_for_key_claiming())
        if self._recovery is not None:
            await self._recovery.keep_keys()

    def _confirm(self) -> None:
        """Keep the last place in the stream before which everything was dealt with."""
        confirmed = ""
        while self._batches and all(one.done() and not one.cancelled() for one in self._batches[0][1]):
            confirmed = self._batches.popleft()[0]
        if confirmed and confirmed != self._remembered.since:
            self._remembered = self._remembered.model_copy(update={"since": confirmed})
            self._memory.keep(self._remembered)

    async def _put(self, room: str, kind: str, content: dict[str, Any], key: str) -> str:
        """Send an event under a transaction that the server carries out once; what it is called."""
        sent = await self._asked(self._client.room_send(
            room, kind, content, tx_id=_transaction(key), ignore_unverified_devices=True))
        return str(sent.event_id)

    async def _asked(self, request: Any) -> Any:
        try:
            answer = await request
        except (*UNREACHABLE, SendRetryError) as error:
            raise Away from error
        except (LocalProtocolError, EncryptionError, OlmTrustError) as error:
            raise Undeliverable from error
        if isinstance(answer, ErrorResponse):
            raise _fault(answer)
        return answer


def _fault(answer: Any) -> Exception:
    status = getattr(answer, "status_code", None)
    return Undeliverable(status) if status in _REFUSALS else Away(status)


def _transaction(key: str) -> str:
    return hashlib.sha256(key.encode()).hexdigest()[:32]


def _after(work: list[asyncio.Future[None]], done: asyncio.Future[None]) -> None:
    """Have something count as done once all this is; as broken off where one of it is."""
    def end(ended: asyncio.Future[Any]) -> None:
        if ended.cancelled():
            done.cancel()
        elif not done.done():
            done.set_result(None)

    asyncio.gather(*work).add_done_callback(end)


def _entered(events: list[Any], me: str) -> bool:
    """Whether the bot came into the room within these events."""
    return any(_is_entry(event.source, me) for event in events)


def _since_entry(events: list[Any], me: str) -> list[Any]:
    """The events behind the bot's invitation; all of them where it was in the room before."""
    first = next((number for number, event in enumerate(events) if _is_entry(event.source, me)), -1)
    return events[first + 1:]


def _is_entry(source: Event, me: str) -> bool:
    """Whether the bot was let in or came in; a change of its name is told in the same form."""
    if source.get("type") != "m.room.member" or source.get("state_key") != me:
        return False
    before = (source.get("unsigned") or {}).get("prev_content") or {}
    return source["content"].get("membership") in ("invite", "join") and before.get("membership") != "join"


async def _attempts() -> AsyncIterator[int]:
    """Counts attempts without end, with longer and longer pauses between them."""
    number = 0
    while True:
        yield number
        await asyncio.sleep(PAUSES_S[min(number, len(PAUSES_S) - 1)])
        number += 1
