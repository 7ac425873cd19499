"""Who is let in: by the list of members, by the settings of the channel, and by how much one may send.

Of people who are turned away nothing is kept; that they were told so is remembered in memory, so that each hears it
once. The line says whom to call in an emergency, so what sounds like one gets it again.
"""

from __future__ import annotations

import math
from threading import Lock

from pydantic import Field

from bot.channels.kit.offers import Remembered
from bot.channels.kit.port import Added, Incoming, Place, Removed, Said, Searched, Thumb, command_in
from bot.channels.kit.rate_limits import RateLimits
from bot.desk.store.access import Access
from bot.desk.store.database import Connection
from knowledge.evidence.models import Frozen


class Rules(Frozen):
    """Whom a channel serves, and how much of it."""

    members_only: bool = False
    """Whether only people and chats on the list of the database are served."""
    allowed: frozenset[str] = frozenset()
    """People and chats that are served; empty: everybody, unless members only are."""
    messages_per_minute: int = Field(default=20, ge=1)
    """From one person; what tells of danger is answered beyond it."""
    chat_messages_per_minute: int = Field(default=60, ge=1)
    """From one chat."""

    @property
    def open_to_all(self) -> bool:
        """Whether nobody needs to be listed."""
        return not (self.members_only or self.allowed)


class Verdict(Frozen):
    """Whether something is let in; if not, the text that says so, or no word."""

    admitted: bool
    message: str | None = None
    slots: dict[str, str] = {}


SEARCHES_PER_MINUTE = 60
"""Of one person; programs search anew with every few letters that are typed."""
ADMITTED, SILENT = Verdict(admitted=True), Verdict(admitted=False)


class Gate:
    """Decides on everything that people do, before any of it is kept; used from several threads."""

    def __init__(self, channel: str, rules: Rules) -> None:
        self._channel = channel
        self._rules = rules
        self._limits = RateLimits(rules.messages_per_minute, rules.chat_messages_per_minute)
        self._searches = RateLimits(SEARCHES_PER_MINUTE, SEARCHES_PER_MINUTE)
        self._lock = Lock()
        self._told: Remembered[tuple[str, str], bool] = Remembered()

    def admit(self, connection: Connection, incoming: Incoming, *, urgent: bool, now: float) -> Verdict:
        """What becomes of one thing; `urgent`: it tells of danger."""
        place = incoming.place
        if isinstance(incoming, Removed):
            return ADMITTED  # what was deleted is forgotten, whoever asks how often
        if not self._serves(connection, place):
            return self._to_stranger(connection, incoming, urgent, now)
        with self._lock:
            wait = self._limits.ask(place.chat, place.sender, now=now)
            if wait.seconds == 0 or urgent:
                return ADMITTED
            if isinstance(incoming, Thumb) or not self._limits.is_news(place.chat, wait, now=now):
                return SILENT
        return Verdict(admitted=False, message="access-wait", slots={"seconds": str(math.ceil(wait.seconds))})

    def admit_search(self, connection: Connection, searched: Searched, *, now: float) -> bool:
        """Whether somebody may look for cards; it counts for itself, so that a question can be asked right after."""
        with self._lock:
            waits = self._searches.ask(searched.place.sender, searched.place.sender, now=now).seconds > 0
        return not waits and self._serves(connection, searched.place)

    def _serves(self, connection: Connection, place: Place) -> bool:
        """Whether the bot talks with this person in this chat at all."""
        known = {place.sender, place.chat}
        if self._rules.open_to_all or known & self._rules.allowed:
            return True
        access = Access(connection)
        return any(access.role(self._channel, one) is not None for one in known)

    def _to_stranger(self, connection: Connection, incoming: Incoming, urgent: bool, now: float) -> Verdict:
        """A stranger may bring an invitation, where nobody else reads it; anybody else is told once."""
        place = incoming.place
        code = invitation_in(incoming)
        if code is not None and place.private:
            valid = Access(connection).invitation(self._channel, code, now=now) is not None
            return ADMITTED if valid else Verdict(admitted=False, message="access-invitation-void")
        # In a group the chat is refused, not each person in it.
        known = (place.chat, place.sender if place.private else "")
        if not isinstance(incoming, Said | Added) or (self._told.get(known) and not urgent):
            return SILENT
        self._told.put(known, True)
        return Verdict(admitted=False, message="access-not-listed")


def invitation_in(incoming: Incoming) -> str | None:
    """The code of an invitation that somebody brings."""
    command = command_in(incoming.text) if isinstance(incoming, Said) else None
    return command[1] if command is not None and command[0] == "join" and command[1] else None
