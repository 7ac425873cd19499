"""How the bot speaks for itself, apart from answers: its own texts, in the language of whoever reads them."""

from __future__ import annotations

from telegram import InlineKeyboardMarkup

from bot.answering.messages import FALLBACK_LANGUAGE
from bot.channels.base import Responder
from bot.channels.telegram.messenger import InDoubt, Messenger
from bot.channels.telegram.rendering import text_pieces
from bot.channels.telegram.splitting import split_pieces
from bot.channels.telegram.updates import ANONYMOUS_ADMIN_ID, CHANNEL, Place
from bot.desk.store.asker import Asker
from bot.desk.store.choices import ChoiceTable


def asker_at(place: Place) -> Asker:
    """Who wrote the message, as the database knows them.

    Administrators who hide their name share one number in all groups, so they are known as their group.
    """
    user = place.chat_id if place.user_id == ANONYMOUS_ADMIN_ID else place.user_id
    return Asker(channel=CHANNEL, chat=str(place.chat_id), thread=str(place.thread_id or ""), user=str(user))


class Voice:
    """Words and sends texts of the channel."""

    def __init__(self, responder: Responder, choices: ChoiceTable, messenger: Messenger) -> None:
        self._responder = responder
        self._choices = choices
        self._messenger = messenger

    def language(self, place: Place) -> str:
        """The language chosen, else that of the person's app."""
        return self._choices.of(asker_at(place)).language or self.hint(place) or FALLBACK_LANGUAGE

    def hint(self, place: Place) -> str | None:
        """The language of the app if we speak it; apps may still say "no" where they mean Bokmål."""
        tag = (place.language_hint or "").lower().partition("-")[0]
        tag = "nb" if tag == "no" else tag
        return tag if tag in self._responder.languages else None

    def text(self, name: str, place: Place, **slots: str) -> str:
        """One of the channel's texts for the person."""
        return self._responder.command_text(name, self.language(place), **slots)

    def text_in(self, name: str, language: str, **slots: str) -> str:
        """One of the channel's texts in a language."""
        return self._responder.command_text(name, language, **slots)

    async def say(self, place: Place, name: str, in_doubt: InDoubt, *, keyboard: InlineKeyboardMarkup | None = None,
                  replace: bool = False, language: str | None = None, **slots: str) -> None:
        """Send one of the channel's texts, or put it in place of the message with the pressed button."""
        language = language or self.language(place)
        text = self.text_in(name, language, **slots)
        if replace and await self.replace(place, text, keyboard):
            return
        await self.send(place, text, in_doubt, keyboard=keyboard, language=language)

    async def send(self, place: Place, text: str, in_doubt: InDoubt, *, keyboard: InlineKeyboardMarkup | None = None,
                   language: str | None = None) -> bool:
        """Send a text that is worded already; False if Telegram did not take it."""
        messages = split_pieces(text_pieces(text))
        sent = await self._messenger.send(place, messages, in_doubt=in_doubt, keyboard=keyboard, language=language)
        return len(sent) == len(messages)

    async def replace(self, place: Place, text: str, keyboard: InlineKeyboardMarkup | None) -> bool:
        """Put a text in place of that of the message whose button was pressed; False if that cannot be done."""
        return await self._messenger.replace(place, split_pieces(text_pieces(text))[0], keyboard)

    def link_with(self, code: str) -> str:
        """An address that opens the chat with the bot, and carries a code that only the bot reads."""
        return self._messenger.link_with(code)

    def link(self, payload: str) -> str:
        """An address that opens the private chat with the bot; /start then carries the payload."""
        return self._messenger.link(payload)

    async def acknowledge(self, query_id: str, note: str | None = None) -> None:
        """Answer a pressed button, with a note that pops up."""
        await self._messenger.acknowledge(query_id, note)
