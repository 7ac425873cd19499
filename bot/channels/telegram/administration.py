"""The commands by which chats and the bot itself are governed, and the buttons below their replies.

Each command is one of a few: a chat's settings, one's own data, the list of members, publishing. Here it is decided
who may give it; what it does stands in `chat_settings`, `own_data`, `membership` and `publishing`.
"""

from __future__ import annotations

from collections.abc import Callable

from telegram import Bot

from bot.answering.messages import FALLBACK_LANGUAGE
from bot.channels.base import Responder
from bot.channels.telegram.access_gate import SETTINGS_BUTTON, Roster, invitation_code
from bot.channels.telegram.chat_settings import ChatSettingsPanel
from bot.channels.telegram.membership import HERE, Membership
from bot.channels.telegram.messenger import InDoubt, Messenger, nobody_doubts
from bot.channels.telegram.own_data import FORGET_BUTTON, OwnData, is_own
from bot.channels.telegram.publishing import CORRECT_BUTTON, Publishing
from bot.channels.telegram.updates import CHANNEL, Command, Place, Press
from bot.channels.telegram.voice import Voice
from bot.desk.store.access import ROLES, Access, Role
from bot.desk.store.chats import Chats
from bot.desk.store.choices import ChoiceTable
from bot.desk.store.database import Connection, transaction

MENU_COMMANDS = ("settings", "export", "forget")
"""Commands for everybody, in the order of Telegram's menu."""
NEEDED_ROLES: dict[str, Role] = {
    "admin": "reviewer", "publish": "reviewer", "correct": "reviewer",
    "invite": "administrator", "members": "administrator", "remove": "administrator",
    "reviewers": "administrator", "link": "administrator", "unlink": "administrator",
}
"""Commands for some, with the least role they ask for; /admin explains them."""
ADMIN_COMMANDS = (*MENU_COMMANDS, *NEEDED_ROLES)
BUTTONS = (SETTINGS_BUTTON, FORGET_BUTTON, CORRECT_BUTTON)


class Administration:
    """Obeys those commands and buttons; whatever is none of them is left to others."""

    def __init__(self, bot: Bot, connection: Connection, responder: Responder, messenger: Messenger,
                 roster: Roster, *, clock: Callable[[], float], reviewers_chat: int | None = None,
                 pause_s: float = 1.0) -> None:
        """`reviewers_chat` is the one of the settings, which holds until /reviewers names another."""
        voice = Voice(responder, ChoiceTable(connection), messenger)
        self._connection = connection
        self._access = Access(connection)
        self._chats = Chats(connection)
        self._voice = voice
        self._roster = roster
        self._clock = clock
        self._preset_reviewers_chat = reviewers_chat
        self._settings = ChatSettingsPanel(bot, connection, responder, voice, pause_s)
        self._own_data = OwnData(bot, connection, voice, pause_s)
        self._membership = Membership(bot, connection, roster, voice)
        self._publishing = Publishing(bot, connection, responder.tools, responder.languages, voice, clock=clock,
                                      pause_s=pause_s)

    async def obey(self, command: Command, in_doubt: InDoubt = nobody_doubts) -> bool:
        """Do what the command says; False if it is none of these."""
        if invitation_code(command) is not None:
            await self._membership.join(command, in_doubt, now=self._clock())
            return True
        if command.name not in ADMIN_COMMANDS:
            return False
        needed = NEEDED_ROLES.get(command.name)
        if needed is not None and not self._may(command.place, needed):
            await self._voice.say(command.place, "admin-not-entitled", in_doubt)
        else:
            await self._do(command, in_doubt)
        return True

    async def _do(self, command: Command, in_doubt: InDoubt) -> None:
        """What one of the commands does that its sender may give."""
        place, argument = command.place, command.argument.strip()
        match command.name:
            case "settings":
                await self._settings.show(place, in_doubt)
            case "export":
                await self._own_data.export(place, in_doubt)
            case "forget":
                await self._own_data.ask_to_forget(place, in_doubt)
            case "invite":
                await self._membership.invite(place, argument.lower(), in_doubt, now=self._clock())
            case "members":
                await self._membership.list_members(place, in_doubt)
            case "remove":
                await self._membership.remove(place, argument.lower(), in_doubt, now=self._clock())
            case "reviewers":
                await self._seat_reviewers(place, argument.lower(), in_doubt)
            case "link":
                await self._publishing.link(place, argument, in_doubt)
            case "unlink":
                await self._publishing.unlink(place, argument, in_doubt)
            case "publish":
                await self._publishing.publish(place, argument, in_doubt)
            case "correct":
                await self._publishing.correct(place, argument, in_doubt)
            case _:
                await self._voice.say(place, "admin-help", in_doubt)

    async def acknowledge(self, press: Press) -> bool:
        """Answer the press itself, with a note where it will do nothing; False if the button is none of these."""
        if not press.button.startswith(BUTTONS):
            return False
        note = None
        if press.button.startswith(SETTINGS_BUTTON) and not await self._settings.may_change(press.place):
            note = "settings-not-yours"
        elif press.button.startswith(FORGET_BUTTON) and not is_own(press):
            note = "own-data-not-yours"
        elif press.button.startswith(CORRECT_BUTTON) and not self._may(press.place, "reviewer"):
            note = "admin-not-entitled"
        await self._voice.acknowledge(press.query_id, self._voice.text(note, press.place) if note else None)
        return True

    async def press(self, press: Press, in_doubt: InDoubt = nobody_doubts) -> bool:
        """Do what the button says, after `acknowledge`; False if it is none of these."""
        if press.button.startswith(SETTINGS_BUTTON):
            await self._settings.press(press, now=self._clock())
        elif press.button.startswith(FORGET_BUTTON):
            await self._own_data.forget(press, in_doubt)
        elif press.button.startswith(CORRECT_BUTTON):
            if self._may(press.place, "reviewer"):
                await self._publishing.press(press.place, press.button, in_doubt)
        else:
            return False
        return True

    def reviewers_chat(self) -> int | None:
        """Where reports go; None where no chat was named."""
        named = self._chats.reviewers_chat(CHANNEL)
        return self._preset_reviewers_chat if named is None else int(named)

    async def keep_house(self) -> None:
        """What is due at the start and each hour: outdated posts, and lists that need not be kept longer."""
        with transaction(self._connection):
            self._access.forget_old(now=self._clock())
        chat = self.reviewers_chat()
        language = self._chats.of(CHANNEL, str(chat)).language if chat is not None else None
        await self._publishing.keep_watch(chat, language or FALLBACK_LANGUAGE)

    def _may(self, place: Place, needed: Role) -> bool:
        """Whether the person's role suffices. Whoever is in the reviewers' chat is a reviewer there."""
        role = self._roster.role(place.user_id)
        if role in (None, "asker") and place.chat_id == self.reviewers_chat():
            role = "reviewer"
        return role is not None and ROLES.index(role) >= ROLES.index(needed)

    async def _seat_reviewers(self, place: Place, argument: str, in_doubt: InDoubt) -> None:
        """Let reports go to this chat, or to none."""
        if argument == HERE:
            with transaction(self._connection):
                settings = self._chats.of(CHANNEL, str(place.chat_id))
                self._chats.keep(CHANNEL, str(place.chat_id), settings.model_copy(update={"reviewers": True}))
            await self._voice.say(place, "reviewers-here", in_doubt)
        elif argument == "off":
            with transaction(self._connection):
                self._chats.dismiss_reviewers(CHANNEL)
            await self._voice.say(place, "reviewers-off", in_doubt)
        else:
            here = place.chat_id == self.reviewers_chat()
            await self._voice.say(place, "reviewers-are-here" if here else "reviewers-how", in_doubt)
