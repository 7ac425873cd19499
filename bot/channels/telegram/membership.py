"""/invite, /members and /remove: the list of those who may use the bot, kept by its administrators in the chat.

Only numbers are stored. The names that /members shows are asked of Telegram at that moment.
"""

from __future__ import annotations

import asyncio
import re
from contextlib import suppress
from datetime import UTC, datetime

from telegram import Bot
from telegram.error import TelegramError

from bot.channels.telegram.access_gate import JOIN, Roster, invitation_code
from bot.channels.telegram.messenger import InDoubt
from bot.channels.telegram.updates import CHANNEL, Command, Place
from bot.channels.telegram.voice import Voice
from bot.desk.store.access import ROLES, Access, Member, Role
from bot.desk.store.database import Connection, transaction

HERE = "here"
NAMES_ASKED = 50
"""Names asked of Telegram for one list; further members are shown by their number."""


class Membership:
    """The commands on the list of members."""

    def __init__(self, bot: Bot, connection: Connection, roster: Roster, voice: Voice) -> None:
        self._bot = bot
        self._connection = connection
        self._access = Access(connection)
        self._roster = roster
        self._voice = voice

    async def join(self, command: Command, in_doubt: InDoubt, *, now: float) -> None:
        """Use the invitation that /start carries."""
        place = command.place
        role: Role | None = None
        code = invitation_code(command) or ""
        if place.private and self._roster.role(place.user_id) == "administrator":
            # Whoever tries their own link leaves it for the one it is meant for.
            role = "administrator" if self._access.invitation(CHANNEL, code, now=now) else None
        elif place.private:
            with transaction(self._connection):
                role = self._access.redeem(CHANNEL, code, str(place.user_id), now=now)
        if role is None:
            await self._voice.say(place, "access-invitation-void", in_doubt)
            return
        welcome = self._voice.text("access-joined", place, role=self._named(role, place))
        await self._voice.send(place, f"{welcome}\n\n{self._voice.text('telegram-start', place)}", in_doubt)

    async def invite(self, place: Place, argument: str, in_doubt: InDoubt, *, now: float) -> None:
        """Make a link for one person, or put the chat itself on the list."""
        if argument == HERE and not place.private:
            with transaction(self._connection):
                self._access.grant(CHANNEL, str(place.chat_id), "asker", by=str(place.user_id), now=now)
            await self._voice.say(place, "access-chat-listed", in_doubt)
            return
        role = next((role for role in ROLES if role == (argument or "asker")), None)
        if role is None:
            await self._voice.say(place, "access-roles", in_doubt, roles=", ".join(ROLES))
        elif not place.private:
            await self._voice.say(place, "access-invite-in-private", in_doubt)
        else:
            with transaction(self._connection):
                code = self._access.invite(CHANNEL, role, by=str(place.user_id), now=now)
            link = self._voice.link(f"{JOIN}{code}")
            await self._voice.say(place, "access-invitation", in_doubt, role=self._named(role, place), link=link)

    async def list_members(self, place: Place, in_doubt: InDoubt) -> None:
        """Show everybody on the list."""
        if not place.private:
            await self._voice.say(place, "admin-in-private", in_doubt)
            return
        members = self._access.members(CHANNEL)
        if not members:
            await self._voice.say(place, "access-nobody-listed", in_doubt)
            return
        names = await asyncio.gather(*(self._name(member) for member in members[:NAMES_ASKED]))
        names += [""] * (len(members) - len(names))
        lines = [f"{member.id} {name}".rstrip() + f" ({self._named(member.role, place)}, {_day(member.since)})"
                 for member, name in zip(members, names, strict=True)]
        await self._voice.send(place, "\n".join([self._voice.text("access-members", place), *lines]), in_doubt)

    async def remove(self, place: Place, argument: str, in_doubt: InDoubt, *, now: float) -> None:
        """Take a person or chat off the list; `here` is the chat itself."""
        number = str(place.chat_id) if argument == HERE and not place.private else argument
        if not re.fullmatch(r"-?\d{1,20}", number):
            await self._voice.say(place, "access-remove-whom", in_doubt)
        elif self._roster.is_fixed(int(number)):
            await self._voice.say(place, "access-fixed", in_doubt, number=number)
        else:
            with transaction(self._connection):
                removed = self._access.revoke(CHANNEL, number, by=str(place.user_id), now=now)
            await self._voice.say(place, "access-removed" if removed else "access-not-on-list", in_doubt, number=number)

    def _named(self, role: Role, place: Place) -> str:
        return self._voice.text(f"access-role-{role}", place)

    async def _name(self, member: Member) -> str:
        """The name of a person or chat as Telegram shows it; empty where it does not say."""
        with suppress(TelegramError):
            chat = await self._bot.get_chat(int(member.id))
            return chat.title or chat.full_name or ""
        return ""


def _day(when: float) -> str:
    return datetime.fromtimestamp(when, UTC).date().isoformat()
