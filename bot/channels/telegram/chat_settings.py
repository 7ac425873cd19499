"""/settings: what a chat's administrators decide, as a message with buttons that shows what holds now.

Behind a button stands `chat:WHAT:VALUE`. Nothing of it is trusted: who presses is looked up at Telegram each time.
"""

from __future__ import annotations

from telegram import Bot, InlineKeyboardButton, InlineKeyboardMarkup
from telegram.constants import ChatMemberStatus
from telegram.error import BadRequest, Forbidden

from bot.channels.base import Responder
from bot.channels.kit.names import AUTOMATIC, country_name, flag, language_name
from bot.channels.telegram.access_gate import SETTINGS_BUTTON
from bot.channels.telegram.messenger import InDoubt
from bot.channels.telegram.patience import patiently
from bot.channels.telegram.updates import ANONYMOUS_ADMIN_ID, CHANNEL, Place, Press
from bot.channels.telegram.voice import Voice, asker_at
from bot.desk.store.chats import REPLIES, WHO_MAY_ASK, Chats, ChatSettings
from bot.desk.store.choices import ChoiceTable
from bot.desk.store.conversations import Conversations
from bot.desk.store.database import Connection, transaction

UNSET = "none"
ATTEMPTS = 5
_CHOICES: dict[str, tuple[str, ...]] = {"who": WHO_MAY_ASK, "replies": REPLIES}
_FIELDS = {"language": "language", "country": "country", "who": "who_may_ask", "replies": "replies"}


class ChatSettingsPanel:
    """Shows the settings and changes them for those who may."""

    def __init__(self, bot: Bot, connection: Connection, responder: Responder, voice: Voice,
                 pause_s: float) -> None:
        self._bot = bot
        self._connection = connection
        self._chats = Chats(connection)
        self._choices = ChoiceTable(connection)
        self._conversations = Conversations(connection)
        self._responder = responder
        self._voice = voice
        self._pause_s = pause_s

    async def show(self, place: Place, in_doubt: InDoubt) -> None:
        """Answer /settings."""
        if not await self.may_change(place):
            await self._voice.say(place, "settings-not-yours", in_doubt)
            return
        await self._voice.send(place, self._text(place), in_doubt, keyboard=self._main_keyboard(place))

    async def press(self, press: Press, *, now: float) -> None:
        """Do what a button of the settings says, if the person may."""
        place = press.place
        what, value = _read(press.button)
        if not self._offers(what, value, place) or not await self.may_change(place):
            return
        keyboard = self._main_keyboard(place)
        if value:
            self._change(place, what, value, now)
            keyboard = self._main_keyboard(place)
        elif what == "language":
            keyboard = self._language_keyboard(place)
        elif what == "country":
            keyboard = self._country_keyboard(place)
        await self._voice.replace(place, self._text(place), keyboard)

    async def may_change(self, place: Place) -> bool:
        """Whether the person is an administrator of the chat; alone with the bot everybody is."""
        if place.private or place.user_id == ANONYMOUS_ADMIN_ID:
            return True
        try:
            member = await patiently(lambda: self._bot.get_chat_member(place.chat_id, place.user_id),
                                     attempts=ATTEMPTS, pause_s=self._pause_s)
        except (BadRequest, Forbidden):
            return False
        return member.status in (ChatMemberStatus.OWNER, ChatMemberStatus.ADMINISTRATOR)

    def _settings(self, place: Place) -> ChatSettings:
        if place.private:
            return ChatSettings(**self._choices.of(asker_at(place)).model_dump())
        return self._chats.of(CHANNEL, str(place.chat_id))

    def _change(self, place: Place, what: str, value: str, now: float) -> None:
        chosen = None if value in (AUTOMATIC, UNSET) else value
        asker = asker_at(place)
        with transaction(self._connection):
            if place.private:
                self._choices.choose(asker, self._choices.own(asker).model_copy(update={_FIELDS[what]: chosen}))
                # The button outranks an earlier "in English, please".
                conversation = self._conversations.get(asker)
                if what == "language" and conversation.chosen_language:
                    unbound = conversation.model_copy(update={"chosen_language": None})
                    self._conversations.keep(asker, unbound, now=now)
            else:
                changed = self._settings(place).model_copy(update={_FIELDS[what]: chosen})
                self._chats.keep(CHANNEL, str(place.chat_id), changed)

    def _offers(self, what: str, value: str, place: Place) -> bool:
        """Whether such a button is ever shown in such a chat."""
        if what in _CHOICES:
            return value in _CHOICES[what] and not place.private
        values = {"language": (*self._responder.languages, AUTOMATIC), "country": (*self._responder.countries, UNSET)}
        return what == "show" and not value or what in values and value in ("", *values[what])

    def _text(self, place: Place) -> str:
        settings, language = self._settings(place), self._voice.language(place)

        def text(name: str, **slots: str) -> str:
            return self._voice.text_in(name, language, **slots)

        lines = [
            text("settings-language", value=language_name(settings.language) if settings.language
                 else text("settings-language-automatic")),
            text("settings-country", value=country_name(settings.country, language) if settings.country
                 else text("settings-country-unset")),
        ]
        if place.private:
            return "\n\n".join([text("settings-yours"), "\n".join(lines)])
        lines += [text(f"settings-who-{settings.who_may_ask}"), text(f"settings-replies-{settings.replies}")]
        return "\n\n".join([text("settings-of-chat"), "\n".join(lines)])

    def _main_keyboard(self, place: Place) -> InlineKeyboardMarkup:
        settings, language = self._settings(place), self._voice.language(place)
        shown = [("settings-button-language", "language"), ("settings-button-country", "country")]
        if not place.private:
            who = "everyone" if settings.who_may_ask == "listed" else "listed"
            replies = "visible" if settings.replies == "private" else "private"
            shown += [(f"settings-button-who-{who}", f"who:{who}"),
                      (f"settings-button-replies-{replies}", f"replies:{replies}")]
        return InlineKeyboardMarkup([[_button(self._voice.text_in(name, language), code)] for name, code in shown])

    def _language_keyboard(self, place: Place) -> InlineKeyboardMarkup:
        buttons = [_button(language_name(tag), f"language:{tag}") for tag in self._responder.languages]
        automatic = _button(self._voice.text("settings-language-automatic", place), f"language:{AUTOMATIC}")
        return self._listed(place, buttons, automatic)

    def _country_keyboard(self, place: Place) -> InlineKeyboardMarkup:
        language = self._voice.language(place)
        buttons = [_button(f"{flag(code)} {country_name(code, language)}", f"country:{code}")
                   for code in self._responder.countries]
        return self._listed(place, buttons, _button(self._voice.text("settings-country-unset", place),
                                                    f"country:{UNSET}"))

    def _listed(self, place: Place, buttons: list[InlineKeyboardButton],
                none: InlineKeyboardButton) -> InlineKeyboardMarkup:
        pairs = [buttons[start:start + 2] for start in range(0, len(buttons), 2)]
        back = _button(self._voice.text("settings-button-back", place), "show")
        return InlineKeyboardMarkup([*pairs, [none], [back]])


def _read(button: str) -> tuple[str, str]:
    what, _, value = button.removeprefix(SETTINGS_BUTTON).partition(":")
    return what, value


def _button(label: str, code: str) -> InlineKeyboardButton:
    return InlineKeyboardButton(label, callback_data=f"{SETTINGS_BUTTON}{code}")
