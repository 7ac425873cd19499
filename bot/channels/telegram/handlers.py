"""What the bot does with each thing a person sends: asks the responder, keeps choices, words its own messages.

Everything a handler needs is passed in. Whatever breaks while answering ends here: the person is told that something
went wrong, the log says where, and neither repeats what was written.
"""

from __future__ import annotations

import asyncio
import logging
import time
import traceback
from collections.abc import Callable
from concurrent.futures import Executor

from telegram import InlineKeyboardMarkup
from telegram.error import InvalidToken

from bot.answer import Answer, Block, Enquiry
from bot.channels.base import Responder
from bot.channels.telegram import keyboards
from bot.channels.telegram.keyboards import AUTOMATIC, ButtonCode
from bot.channels.telegram.memory import Button, Choices, Memory
from bot.channels.telegram.messenger import Messenger
from bot.channels.telegram.rendering import Piece, answer_pieces, text_pieces
from bot.channels.telegram.splitting import split_pieces
from bot.channels.telegram.updates import Command, Incoming, Place, Press, Question, Unreadable
from bot.conversation import Conversation

LONGEST_QUESTION = 4000
"""Characters; Telegram itself stops at 4096."""

InDoubt = Callable[[bool], None]
_log = logging.getLogger(__name__)


class Handlers:
    """One method a kind of message; `handle` chooses."""

    def __init__(self, responder: Responder, memory: Memory, messenger: Messenger, *, executor: Executor,
                 clock: Callable[[], float]) -> None:
        self._responder = responder
        self._memory = memory
        self._messenger = messenger
        self._executor = executor
        self._clock = clock

    async def handle(self, incoming: Incoming, *, in_doubt: InDoubt, repeated: bool) -> Conversation | None:
        """Reply to one message; the conversation after it, None if it is unchanged.

        `repeated`: a former run may have sent this reply already, so an answer says that it may be a repetition.
        """
        try:
            match incoming:
                case Question(place=place, text=text):
                    return await self._answer(place, text, in_doubt=in_doubt, repeated=repeated)
                case Command():
                    return await self._obey(incoming, in_doubt)
                case Press():
                    return await self._press(incoming, in_doubt=in_doubt, repeated=repeated)
                case Unreadable(place=place):
                    await self._say(place, "telegram-only-text", in_doubt)
        except InvalidToken:
            raise
        except Exception as error:
            # The channel's edge: the one place that catches everything. A message of the error might quote the
            # person, so only its kind and place are logged.
            _log.error("chat %d: no answer: %s", incoming.place.chat_id, describe_fault(error))
            await self._say(incoming.place, "telegram-failed", in_doubt)
        return None

    async def refuse(self, place: Place, query_id: str | None) -> None:
        """Tell a chat that is not on the list so; nothing is remembered."""
        text = self._responder.command_text("telegram-not-allowed", self._language(place.language_hint, Choices()))
        if query_id is not None:
            await self._messenger.acknowledge(query_id, text)
        else:
            await self._messenger.send(place, split_pieces(text_pieces(text)), in_doubt=lambda doubt: None)

    async def apologise(self, place: Place) -> None:
        """Say that something went wrong with a message."""
        await self._say(place, "telegram-failed", lambda doubt: None)

    async def acknowledge(self, press: Press) -> None:
        """Answer the press itself, with a note if its button has no meaning any more."""
        outdated = self._known_code(press) is None
        note = self._text("telegram-outdated-button", press.place) if outdated else None
        await self._messenger.acknowledge(press.query_id, note)

    async def _answer(self, place: Place, text: str, *, in_doubt: InDoubt, repeated: bool) -> Conversation | None:
        if len(text) > LONGEST_QUESTION:
            await self._say(place, "telegram-too-long", in_doubt, limit=str(LONGEST_QUESTION))
            return None
        choices = self._memory.choices(place)
        enquiry = Enquiry(text=text, language=choices.language, language_hint=self._hint(place.language_hint),
                          country=choices.country)
        started = time.monotonic()
        async with self._messenger.typing(place):
            answer, conversation = await asyncio.get_running_loop().run_in_executor(
                self._executor, self._responder.reply, enquiry, self._memory.conversation(place))
        pieces = answer_pieces(answer.blocks)
        if repeated:
            note = self._responder.command_text("telegram-repeated", answer.language)
            pieces = [*answer_pieces([Block(kind="notice", text=note)]), *pieces]
        messages = split_pieces(pieces)
        if not messages:
            raise ValueError("the answer has no text")
        delivered = await self._messenger.send(place, messages, in_doubt=in_doubt,
                                               keyboard=self._keyboard(place, answer))
        _log.info("chat %d: %s in %.2f s, %d messages, delivered: %s", place.chat_id, answer.status,
                  time.monotonic() - started, len(messages), delivered)
        return conversation

    def _keyboard(self, place: Place, answer: Answer) -> InlineKeyboardMarkup | None:
        """A button for each next question, and for each country whose emergency numbers may be wanted.

        A country button asks the question again once the country is known, so that one tap brings the numbers.
        """
        again = [(f"{keyboards.flag(code)} {keyboards.country_name(code, answer.language)}",
                  Button(question=answer.question.text, country=code)) for code in answer.country_choices]
        further = [(option.label, Button(question=option.question)) for option in answer.options]
        now = self._clock()
        return keyboards.question_keyboard(
            [(label, self._memory.add_button(place.chat_id, button, now=now)) for label, button in [*again, *further]])

    async def _press(self, press: Press, *, in_doubt: InDoubt, repeated: bool) -> Conversation | None:
        place, code = press.place, self._known_code(press)
        if code is None:
            return None
        if code.action == "lang":
            return await self._set_language(place, code.value, in_doubt, replace=place.private)
        if code.action == "country":
            await self._set_country(place, code.value, in_doubt, replace=place.private)
            return None
        button = self._memory.button(place.chat_id, code.value, now=self._clock())
        if button is None:
            return None
        if button.country:
            self._memory.choose(place, self._memory.choices(place).model_copy(update={"country": button.country}))
        return await self._answer(place, button.question, in_doubt=in_doubt, repeated=repeated)

    def _known_code(self, press: Press) -> ButtonCode | None:
        """What the button stands for; None for a button that is forged, forgotten, or no longer offered."""
        code = keyboards.read_code(press.button)
        known = code is not None and {
            "lang": code.value in (*self._responder.languages, AUTOMATIC),
            "country": code.value in self._responder.countries,
            "ask": self._memory.button(press.place.chat_id, code.value, now=self._clock()) is not None,
        }[code.action]
        return code if known else None

    async def _obey(self, command: Command, in_doubt: InDoubt) -> Conversation | None:
        place = command.place
        match command.name, command.argument.lower():
            case "language", tag if tag in (*self._responder.languages, AUTOMATIC):
                return await self._set_language(place, tag, in_doubt, replace=False)
            case "language", _:
                automatic = self._text("telegram-language-automatic", place)
                await self._say(place, "telegram-language-choose", in_doubt,
                                keyboard=keyboards.language_keyboard(self._responder.languages, automatic))
            case "country", code if code.upper() in self._responder.countries:
                await self._set_country(place, code.upper(), in_doubt, replace=False)
            case "country", _:
                language = self._language(place.language_hint, self._memory.choices(place))
                await self._say(place, "telegram-country-choose", in_doubt,
                                keyboard=keyboards.country_keyboard(self._responder.countries, language))
            case "new", _:
                self._memory.end_conversation(place)
                await self._say(place, "telegram-new", in_doubt)
            case ("start" | "sources" | "privacy") as name, _:
                await self._say(place, f"telegram-{name}", in_doubt)
            case _:
                await self._say(place, "telegram-help", in_doubt)
        return None

    async def _set_language(self, place: Place, tag: str, in_doubt: InDoubt, *, replace: bool) -> Conversation | None:
        chosen = None if tag == AUTOMATIC else tag
        self._memory.choose(place, self._memory.choices(place).model_copy(update={"language": chosen}))
        name = (self._text("telegram-language-automatic", place) if chosen is None
                else keyboards.language_name(chosen))
        await self._say(place, "telegram-language-set", in_doubt, replace=replace, choice=name)
        # The button outranks an earlier "in English, please".
        return self._memory.conversation(place).model_copy(update={"chosen_language": None})

    async def _set_country(self, place: Place, code: str, in_doubt: InDoubt, *, replace: bool) -> None:
        choices = self._memory.choices(place).model_copy(update={"country": code})
        self._memory.choose(place, choices)
        name = keyboards.country_name(code, self._language(place.language_hint, choices))
        await self._say(place, "telegram-country-set", in_doubt, replace=replace, choice=name)

    async def _say(self, place: Place, name: str, in_doubt: InDoubt, *, keyboard: InlineKeyboardMarkup | None = None,
                   replace: bool = False, **slots: str) -> None:
        """Send one of the channel's own messages, or put it in place of the message with the pressed button."""
        pieces: list[Piece] = text_pieces(self._text(name, place, **slots))
        messages = split_pieces(pieces)
        if replace and await self._messenger.replace(place, messages[0]):
            return
        await self._messenger.send(place, messages, keyboard=keyboard, in_doubt=in_doubt)

    def _text(self, name: str, place: Place, **slots: str) -> str:
        language = self._language(place.language_hint, self._memory.choices(place))
        return self._responder.command_text(name, language, **slots)

    def _hint(self, app_language: str | None) -> str | None:
        """The app's language if we speak it. Apps may still say "no" where they mean Bokmål."""
        tag = (app_language or "").lower().partition("-")[0]
        tag = "nb" if tag == "no" else tag
        return tag if tag in self._responder.languages else None

    def _language(self, app_language: str | None, choices: Choices) -> str:
        """The language of the channel's own messages."""
        return choices.language or self._hint(app_language) or "en"


def describe_fault(error: BaseException) -> str:
    """Kind and place of an error, without its message."""
    frames = traceback.extract_tb(error.__traceback__)
    place = f" at {frames[-1].filename}:{frames[-1].lineno}" if frames else ""
    return f"{type(error).__name__}{place}"
