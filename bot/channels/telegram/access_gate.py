"""Who is let in: the list of members, the settings of the chat, and how much one may send.

The gate is asked before anything is written down. Of people it turns away nothing is kept on disk; that they were told
so is remembered in memory, so that each hears it once.

Where list and settings cannot be read, the gate is shut: it lets in emergencies, and in the chat with the bot alone
the questions of those whom the bot's own settings let in.
"""

from __future__ import annotations

import math
from collections import OrderedDict
from collections.abc import Callable
from typing import Literal

from bot.channels.kit.rate_limits import MOST_REMEMBERED, RateLimits
from bot.channels.telegram.updates import (
    CHANNEL,
    Added,
    Command,
    DueCorrection,
    DueReply,
    DueReport,
    DueVotes,
    Incoming,
    Press,
    Question,
    Reaction,
    Reason,
    Search,
    words_of,
)
from bot.desk.store.access import Access, Role
from bot.desk.store.chats import Chats
from knowledge.evidence.models import Frozen

JOIN = "join-"
"""Begins the argument of /start behind an invitation's link."""
SETTINGS_BUTTON = "chat:"
"""Begins what stands behind the buttons of /settings."""
_OF_EMERGENCIES = ("country.", "country:")
"""Begins what stands behind the buttons that an emergency's answer may need: whose numbers to show."""


class Verdict(Frozen):
    """What becomes of a message: let in, turned away, told to wait, or passed over without a word."""

    kind: Literal["admitted", "refused", "limited", "silent"]
    message: str | None = None
    """The text that tells the person so; a pressed button always has one, since its press must be answered."""
    slots: dict[str, str] = {}


ADMITTED = Verdict(kind="admitted")
SILENT = Verdict(kind="silent")


class Roster:
    """Who may do what, by the list in the database and by the settings of the bot."""

    def __init__(self, access: Access, *, administrators: frozenset[int] = frozenset(),
                 allowed: frozenset[int] = frozenset()) -> None:
        self._access = access
        self._administrators = administrators
        self._allowed = allowed

    def role(self, number: int) -> Role | None:
        """What a person or a chat may do; None for a stranger."""
        if number in self._administrators:
            return "administrator"
        return self._access.role(CHANNEL, str(number)) or ("asker" if number in self._allowed else None)

    def is_fixed(self, number: int) -> bool:
        """Whether the settings list the person or chat, so that no command takes them off."""
        return number in self._administrators or number in self._allowed


class Gate:
    """Decides on every message before it is kept."""

    def __init__(self, roster: Roster, access: Access, chats: Chats, limits: RateLimits, *, open_to_all: bool,
                 reviewers_chat: Callable[[], int | None], is_urgent: Callable[[str], bool],
                 shut: bool = False) -> None:
        """`shut`: the database cannot be read, so nobody knows who is a member or what was set in a chat."""
        self._roster = roster
        self._access = access
        self._chats = chats
        self._limits = limits
        self._open_to_all = open_to_all
        self._reviewers_chat = reviewers_chat
        self._is_urgent = is_urgent
        self._shut = shut
        self._told: OrderedDict[tuple[int, int], None] = OrderedDict()

    def admit(self, incoming: Incoming, now: float) -> Verdict:
        """What becomes of one message; `now` is when it was sent, which matters for those that come late."""
        place = incoming.place
        if isinstance(incoming, DueReport | DueReply | DueVotes | DueCorrection):
            return ADMITTED
        if isinstance(incoming, Search):
            # Every letter typed is a query of its own, so they are not counted.
            return ADMITTED if self.serves(place.user_id, place.user_id) else SILENT
        turned_away = self._turned_away(incoming, now)
        if turned_away is not None:
            return SILENT if isinstance(incoming, Reaction) else turned_away
        wait = self._limits.ask(place.chat_id, place.user_id, now=now)
        if wait.seconds == 0 or self.sounds_urgent(incoming):
            return ADMITTED
        if isinstance(incoming, Reaction):
            return SILENT
        if not self._limits.is_news(place.chat_id, wait, now=now) and not isinstance(incoming, Press):
            return SILENT
        return Verdict(kind="limited", message="access-wait", slots={"seconds": str(math.ceil(wait.seconds))})

    def _turned_away(self, incoming: Incoming, now: float) -> Verdict | None:
        """How the bot declines to talk with this person in this chat; None where it talks."""
        place = incoming.place
        # In a group the chat is refused, not each person in it.
        if self._shut:
            return None if self._passes_shut(incoming) else self._refused(incoming, "access-unknown", place.chat_id)
        if not self.serves(place.chat_id, place.user_id) and not self._joins(incoming, now):
            invited = isinstance(incoming, Command) and place.private and invitation_code(incoming) is not None
            if invited:  # who brings one that was used, or is too old, is told that, each time
                return Verdict(kind="refused", message="access-invitation-void")
            return self._refused(incoming, "access-not-listed", place.chat_id)
        if self._for_listed_only(incoming) and self._roster.role(place.user_id) is None:
            return self._refused(incoming, "access-listed-only", place.user_id)
        return None

    def _passes_shut(self, incoming: Incoming) -> bool:
        """Whether a message is dealt with although nobody knows who is a member."""
        place = incoming.place
        if self.sounds_urgent(incoming):
            return True
        if isinstance(incoming, Press):
            return incoming.button.startswith(_OF_EMERGENCIES)
        # What the administrators of a group decided is unknown too.
        return isinstance(incoming, Question | Reason) and place.private and self.serves(place.chat_id, place.user_id)

    def serves(self, chat_id: int, user_id: int) -> bool:
        """Whether the bot talks with this person in this chat at all; for an inline query both are the person."""
        return (self._open_to_all or chat_id == self._reviewers_chat()
                or any(self._roster.role(number) is not None for number in (user_id, chat_id)))

    def follow(self, old_chat: int, new_chat: int) -> None:
        """Go on as before with a group that got another number."""
        self._access.move(CHANNEL, str(old_chat), str(new_chat))
        self._chats.move(CHANNEL, str(old_chat), str(new_chat))

    def _joins(self, incoming: Incoming, now: float) -> bool:
        """Whether a stranger brings a good invitation. Groups are no place for one: everybody would see it."""
        return (isinstance(incoming, Command) and incoming.place.private
                and (code := invitation_code(incoming)) is not None
                and self._access.invitation(CHANNEL, code, now=now) is not None)

    def _for_listed_only(self, incoming: Incoming) -> bool:
        """Whether the chat lets only listed people do this. Commands stay open: the settings are among them."""
        place = incoming.place
        if place.private or isinstance(incoming, Command | Added):
            return False
        if isinstance(incoming, Press) and incoming.button.startswith(SETTINGS_BUTTON):
            return False
        return self._chats.of(CHANNEL, str(place.chat_id)).who_may_ask == "listed"

    def sounds_urgent(self, incoming: Incoming) -> bool:
        """Whether what was written tells of danger, as far as its words show."""
        words = words_of(incoming)
        return bool(words) and self._is_urgent(words)

    def _refused(self, incoming: Incoming, message: str, whom: int) -> Verdict:
        """Turn a message away. The line says whom to call in an emergency, so what sounds like one gets it again."""
        known = (incoming.place.chat_id, whom)
        if known in self._told and not isinstance(incoming, Press) and not self.sounds_urgent(incoming):
            return SILENT
        self._told[known] = None
        self._told.move_to_end(known)
        while len(self._told) > MOST_REMEMBERED:
            self._told.popitem(last=False)
        return Verdict(kind="refused", message=message)


def invitation_code(command: Command) -> str | None:
    """The code of an invitation that the command carries."""
    carries = command.name == "start" and command.argument.startswith(JOIN)
    return command.argument.removeprefix(JOIN) if carries else None
