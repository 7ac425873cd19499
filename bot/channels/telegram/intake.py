"""Taking one update in: it is read, let in or turned away, redacted, and written to the inbox."""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import Any, NamedTuple

from telegram import Bot, Update

from bot.app.monitoring import metrics
from bot.channels.base import Redact
from bot.channels.telegram.access_gate import Gate
from bot.channels.telegram.background import Background
from bot.channels.telegram.handlers import Handlers
from bot.channels.telegram.inbox import Inbox
from bot.channels.telegram.reading import read_update
from bot.channels.telegram.updates import (
    Command,
    Incoming,
    Place,
    Question,
    Reaction,
    Reason,
    Search,
    Unreadable,
    well_formed,
)

_log = logging.getLogger(__name__)


class Kept(NamedTuple):
    """What was written to the inbox."""

    incoming: Incoming
    queue: int
    """The chat in whose order it is answered."""
    here: bool
    """Whether this bot answers it; else whichever takes it first."""


class Intake:
    """Takes updates in, one by one, within a transaction of the caller."""

    def __init__(self, bot: Bot, handlers: Handlers, gate: Gate, inbox: Inbox, background: Background, *,
                 redact: Redact, commands: frozenset[str], clock: Callable[[], float], shared: bool = False) -> None:
        """`shared`: other bots take from the same inbox, so that only what is urgent is sure to be answered here."""
        self._bot = bot
        self._handlers = handlers
        self._gate = gate
        self._inbox = inbox
        self._background = background
        self._redact = redact
        self._commands = commands
        self._clock = clock
        self._shared = shared
        self._album: dict[int, str] = {}
        self.typed: dict[int, Incoming] = {}
        """What people typed, as they typed it, until it is answered."""
        self.under_way: set[int] = set()
        """Updates somebody has begun to answer."""

    def take(self, update_id: int, raw: dict[str, Any]) -> Kept | None:
        """Read one update and keep it; None if it needs no reply of its own."""
        try:
            update = self._parsed(raw)
            self._follow(update)
            incoming = read_update(update, bot=self._bot.bot, commands=self._commands)
            stored = None if incoming is None else self._without_identifiers(incoming)
        except Exception as error:
            self._set_aside(update_id, raw, error)
            return None
        if incoming is None or stored is None:
            return None
        if isinstance(incoming, Search):
            self._search(incoming)
            return None
        if self._needs_no_reply(incoming) or not self._lets_in(incoming, _sent_at(update, self._clock())):
            return None
        if update.edited_message is not None:
            edited = None if self._replaces_waiting(update_id, incoming, stored) else _edited(incoming, stored)
            if edited is None:
                return None
            incoming, stored = edited
        # Nobody else need hear of an emergency before it is answered, nor need the database last until then.
        here = not self._shared or self._gate.sounds_urgent(incoming)
        queue = self._handlers.queue_of(incoming)
        self._inbox.add(update_id, stored, now=self._clock(), queue=queue, taken=here and self._shared)
        if here:
            self.typed[update_id] = incoming
        return Kept(incoming, queue, here)

    def read(self, raw: dict[str, Any]) -> Incoming | None:
        """What a raw update is, without keeping anything; raises whatever is wrong with it."""
        return read_update(self._parsed(raw), bot=self._bot.bot, commands=self._commands)

    def _parsed(self, raw: dict[str, Any]) -> Update:
        return Update.de_json(well_formed(raw), self._bot)

    def _follow(self, update: Update) -> None:
        """A group that has become a supergroup goes on under another number."""
        message = update.message
        if message is not None and message.migrate_to_chat_id is not None:
            self._gate.follow(message.chat.id, message.migrate_to_chat_id)

    def _set_aside(self, update_id: int, raw: dict[str, Any], error: Exception) -> None:
        """Close an update that cannot be read: Telegram may send what this version of the library cannot parse.

        One such update must not hold up those behind it, and must not be fetched again for ever.
        """
        metrics.fault("unreadable")
        _log.error("update %d: unreadable (%s), set aside", update_id, type(error).__name__)
        self._inbox.add_closed(update_id, "quarantined", now=self._clock())
        self._apologise(raw)

    def _needs_no_reply(self, incoming: Incoming) -> bool:
        """Whether it is a picture of an album that was answered, or a reaction to something that is no answer."""
        match incoming:
            case Unreadable():
                return self._seen_album(incoming)
            case Reaction():  # what people say to each other's messages, or to others of the bot
                return not self._handlers.is_of_answer(incoming)
            case _:
                return False

    def _lets_in(self, incoming: Incoming, sent_at: float) -> bool:
        """Whether the gate admits it; whom it turns away is told so, unless the gate wants silence."""
        verdict = self._gate.admit(incoming, sent_at)
        if verdict.kind not in ("admitted", "silent"):
            self._background.start(self._handlers.turn_away(incoming, verdict))
        return verdict.kind == "admitted"

    def _search(self, search: Search) -> None:
        """Answer an inline query at once; it never waits in the inbox, for a late answer is worth nothing."""
        admitted = self._gate.serves(search.place.chat_id, search.place.user_id)
        self._background.start(self._handlers.search(search, admitted=admitted))

    def _apologise(self, raw: dict[str, Any]) -> None:
        """Tell a person in a private chat that the message could not be read, if it shows whom to tell."""
        try:
            message = raw["message"]
            place = Place(chat_id=message["chat"]["id"], thread_id=None, user_id=message["from"]["id"],
                          message_id=message["message_id"], private=message["chat"]["type"] == "private",
                          language_hint=message["from"].get("language_code"))
        except (LookupError, TypeError, AttributeError, ValueError):
            return
        if place.private and self._gate.serves(place.chat_id, place.user_id):
            self._background.start(self._handlers.apologise(place))

    def _replaces_waiting(self, update_id: int, incoming: Incoming, stored: Incoming) -> bool:
        """Put an edited message in place of the first one, if nobody has begun to answer that."""
        waiting = self._inbox.waiting(stored.place.chat_id, stored.place.message_id)
        if waiting is None or waiting in self.under_way:
            return False
        former = self._inbox.load(waiting)
        if isinstance(former, Question) and former.edited:
            # What waits is an edit itself: it still means an answer that was given.
            edited = _edited(incoming, stored)
            if edited is None:
                return False
            incoming, stored = edited
        self._inbox.replace(waiting, stored, urgent=self._shared and self._gate.sounds_urgent(incoming))
        if waiting in self.typed:
            self.typed[waiting] = incoming
        self._inbox.add_closed(update_id, "done", now=self._clock())
        return True

    def _without_identifiers(self, incoming: Incoming) -> Incoming:
        match incoming:
            case Question(text=text) | Reason(text=text):
                kept = self._redact(text)
                return incoming.model_copy(update={"text": kept, "redacted": kept != text})
            case Command(argument=argument):
                kept = self._redact(argument)
                return incoming.model_copy(update={"argument": kept, "redacted": kept != argument})
            case _:
                return incoming

    def _seen_album(self, incoming: Unreadable) -> bool:
        """Whether an earlier picture of the same album was answered; of each chat the last album is remembered."""
        if incoming.album is None:
            return False
        seen = self._album.get(incoming.place.chat_id) == incoming.album
        self._album[incoming.place.chat_id] = incoming.album
        return seen


def _edited(incoming: Incoming, stored: Incoming) -> tuple[Question, Question] | None:
    """Both marked as edited; None where they are no question: only that has an answer which could change with it."""
    if not isinstance(incoming, Question) or not isinstance(stored, Question):
        return None
    return incoming.model_copy(update={"edited": True}), stored.model_copy(update={"edited": True})


def _sent_at(update: Update, now: float) -> float:
    """When the message was sent, if that is known: what waited at Telegram did not come in a burst."""
    message = update.message or update.edited_message
    moment = None if message is None else message.edit_date or message.date
    return now if moment is None else min(now, moment.timestamp())
