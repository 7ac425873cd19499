"""What the bot does with each thing a person sends: chooses who takes care of it, and obeys the common commands.

Whatever breaks while answering ends here: the person is told that something went wrong, the log says where, and neither
repeats what was written.
"""

from __future__ import annotations

import logging

from telegram import Bot
from telegram.error import InvalidToken

from bot.answering.answer import Answer
from bot.answering.messages import FALLBACK_LANGUAGE
from bot.app.monitoring import metrics
from bot.app.monitoring.logs import place_of
from bot.channels.kit.names import AUTOMATIC, country_name, language_name
from bot.channels.telegram import keyboards
from bot.channels.telegram.access_gate import Verdict
from bot.channels.telegram.administration import Administration
from bot.channels.telegram.answering import Answering, Asked
from bot.channels.telegram.correcting import tell_correction
from bot.channels.telegram.desk import NOTHING, Desk, Outcome
from bot.channels.telegram.extras import Extras
from bot.channels.telegram.feedback_talk import FeedbackTalk
from bot.channels.telegram.inbox import TakenOver
from bot.channels.telegram.inline import answer_search
from bot.channels.telegram.keyboards import ButtonCode
from bot.channels.telegram.messenger import InDoubt, nobody_doubts
from bot.channels.telegram.pressing import Pressing
from bot.channels.telegram.rescue import rescue
from bot.channels.telegram.updates import (
    Added,
    Command,
    DueCorrection,
    DueReply,
    DueReport,
    DueVotes,
    Incoming,
    Place,
    Press,
    Question,
    Reaction,
    Reason,
    Search,
    Unreadable,
    words_of,
)
from bot.channels.telegram.voice import asker_at
from bot.desk.store.database import StoreError

_log = logging.getLogger(__name__)


class Handlers:
    """One method a kind of message; `handle` chooses."""

    def __init__(self, bot: Bot, desk: Desk, administration: Administration) -> None:
        self._bot = bot
        self._desk = desk
        self._administration = administration
        self._answering = Answering(desk, self._grant)
        self._feedback = FeedbackTalk(desk, self._answering, administration.reviewers_chat)
        extras = Extras(desk, self._answering)
        self._pressing = Pressing(desk, self._answering, extras, self._feedback)

    def queue_of(self, incoming: Incoming) -> int:
        """The chat whose queue a message waits in: that of its answer."""
        place = incoming.place
        return self._answering.target(place).chat_id if isinstance(incoming, Question | Press) else place.chat_id

    async def handle(self, incoming: Incoming, *, in_doubt: InDoubt, repeated: bool) -> Outcome:
        """Reply to one message, or do one piece of the bot's own work.

        `repeated`: a former run may have sent this reply already, so an answer says that it may be a repetition.
        A database that fails is the caller's concern, and so is another bot that took over: nothing was sent then.
        """
        try:
            return await self._handle(incoming, in_doubt=in_doubt, repeated=repeated)
        except (InvalidToken, StoreError, TakenOver):
            raise
        except Exception as error:
            # The channel's edge: the one place that catches everything. A message of the error might quote the
            # person, so only its kind and place are logged.
            metrics.fault("answer")
            _log.error("chat %d: no answer: %s", incoming.place.chat_id, place_of(error))
            if not isinstance(incoming, DueReport | DueReply | DueVotes | DueCorrection):
                await self._desk.voice.say(incoming.place, "talk-failed", in_doubt)
        return NOTHING

    async def _handle(self, incoming: Incoming, *, in_doubt: InDoubt, repeated: bool) -> Outcome:
        match incoming:
            case Question(edited=True):
                return await self._answering.edit(incoming, self._desk.redact(incoming.text), in_doubt,
                                                  repeated=repeated)
            case Question(place=place, text=text, replies_to=replies_to):
                asked = Asked(text=text, conversation=self._answering.taken_up(place, replies_to),
                              redacted=incoming.redacted)
                return await self._answering.answer(place, asked, in_doubt, repeated=repeated)
            case Command():
                return await self._obey(incoming, in_doubt, repeated=repeated)
            case Press():
                return await self._press(incoming, in_doubt, repeated=repeated)
            case Reason(place=place, text=text):
                heard = await self._feedback.hear(incoming, in_doubt)
                if heard is not None:
                    return heard
                return await self._answering.answer(place, Asked(text=text, redacted=incoming.redacted), in_doubt,
                                                    repeated=repeated)
            case DueReport():
                return await self._feedback.report(incoming, in_doubt)
            case DueReply():
                return await self._feedback.tell_reply(incoming, in_doubt)
            case DueCorrection():
                return await tell_correction(self._desk, incoming, in_doubt)
            case Reaction():
                return await self._pressing.react(incoming, in_doubt)
            case DueVotes():
                await self._answering.show_votes(incoming)
            case Added(place=place):
                await self._desk.voice.say(place, "telegram-added", in_doubt)
            case Unreadable(place=place):
                await self._desk.voice.say(place, "talk-only-text", in_doubt)
            case Search():
                await self.search(incoming, admitted=True)
        return NOTHING

    def is_of_answer(self, reaction: Reaction) -> bool:
        """Whether it was an answer that somebody reacted to."""
        return self._pressing.reacted_to(reaction) is not None

    async def rescue(self, incoming: Incoming) -> Outcome | None:
        """Answer a message of somebody in danger while the database fails; None for any other message."""
        words = words_of(incoming)
        return await rescue(self._desk, incoming.place, words) if words else None

    async def search(self, search: Search, *, admitted: bool) -> None:
        """Answer an inline query."""
        await answer_search(self._bot, self._desk, search, admitted=admitted)

    async def turn_away(self, incoming: Incoming, verdict: Verdict) -> None:
        """Tell somebody why there is no answer; nothing is remembered."""
        if isinstance(incoming, Search):
            await self.search(incoming, admitted=False)
        elif isinstance(incoming, Press):
            note = self._text(verdict.message or "telegram-outdated-button", incoming.place, **verdict.slots)
            await self._desk.messenger.acknowledge(incoming.query_id, note)
        elif verdict.message is not None:
            text = self._text(verdict.message, incoming.place, **verdict.slots)
            await self._desk.voice.send(incoming.place, text, nobody_doubts)

    async def apologise(self, place: Place) -> None:
        """Say that something went wrong with a message."""
        await self._desk.voice.say(place, "talk-failed", nobody_doubts)

    async def acknowledge(self, press: Press) -> None:
        """Answer the press itself, with a note if its button has no meaning any more."""
        if await self._administration.acknowledge(press):
            return
        name = None if self._menu_code(press) else self._pressing.note(press)
        note = None if name is None else self._text(name, press.place)
        await self._desk.messenger.acknowledge(press.query_id, note, alert=name != "telegram-thanks")

    async def _press(self, press: Press, in_doubt: InDoubt, *, repeated: bool) -> Outcome:
        if await self._administration.press(press, in_doubt):
            return NOTHING
        code = self._menu_code(press)
        if code is None:
            return await self._pressing.press(press, in_doubt, repeated=repeated)
        if code.action == "lang":
            return await self._set_language(press.place, code.value, in_doubt, replace=press.place.private)
        return await self._set_country(press.place, code.value, in_doubt, replace=press.place.private)

    def _menu_code(self, press: Press) -> ButtonCode | None:
        """What a button of a menu stands for; None for a button of another kind, or one no longer offered."""
        code = keyboards.read_code(press.button)
        if code is None:
            return None
        offered = (*self._desk.responder.languages, AUTOMATIC) if code.action == "lang" \
            else self._desk.responder.countries
        return code if code.value in offered else None

    async def _obey(self, command: Command, in_doubt: InDoubt, *, repeated: bool) -> Outcome:
        if await self._administration.obey(command, in_doubt):
            return NOTHING
        desk, place, argument = self._desk, command.place, command.argument
        if argument and desk.is_urgent(argument):
            return await self._answering.answer(place, Asked(text=argument, redacted=command.redacted), in_doubt,
                                                repeated=repeated)
        responder = desk.responder
        match command.name, argument.lower():
            case "language", tag if tag in (*responder.languages, AUTOMATIC):
                return await self._set_language(place, tag, in_doubt, replace=False)
            case "language", _:
                automatic = self._text("talk-language-automatic", place)
                await desk.voice.say(place, "talk-language-choose", in_doubt,
                               keyboard=keyboards.language_keyboard(responder.languages, automatic))
            case "country", code if code.upper() in responder.countries:
                return await self._set_country(place, code.upper(), in_doubt, replace=False)
            case "country", _:
                await desk.voice.say(place, "talk-country-choose", in_doubt,
                               keyboard=keyboards.country_keyboard(responder.countries, desk.voice.language(place)))
            case "new", _:
                asker = asker_at(self._answering.target(place))
                await desk.voice.say(place, "talk-new", in_doubt)
                return Outcome((lambda: desk.conversations.end(asker),))
            case "start", _:
                return await self._start(place, argument, in_doubt)
            case "sources", _:
                await desk.voice.say(place, "talk-sources", in_doubt)
            case "privacy", _:
                await desk.voice.say(place, "telegram-privacy", in_doubt, days=str(desk.kept_days))
            case _:
                await desk.voice.say(place, "telegram-help", in_doubt)
        return NOTHING

    async def _start(self, place: Place, argument: str, in_doubt: InDoubt) -> Outcome:
        """Welcome somebody, or show the answer whose link they followed."""
        given = self._desk.given(place, argument) if place.private and argument else None
        if given is not None:
            return await self._answering.show(place, given, in_doubt)
        await self._desk.voice.say(place, "telegram-start", in_doubt)
        return NOTHING

    async def _set_language(self, place: Place, tag: str, in_doubt: InDoubt, *, replace: bool) -> Outcome:
        desk, asker = self._desk, asker_at(place)
        chosen = None if tag == AUTOMATIC else tag
        language = chosen or desk.voice.hint(place) or FALLBACK_LANGUAGE
        name = (desk.responder.command_text("talk-language-automatic", language) if chosen is None
                else language_name(chosen))
        await desk.voice.say(place, "talk-language-set", in_doubt, replace=replace, language=language, choice=name)
        choices = desk.choices.own(asker).model_copy(update={"language": chosen})
        # The button outranks an earlier "in English, please".
        unbound = desk.conversations.get(asker).model_copy(update={"chosen_language": None})
        now = desk.clock()
        return Outcome((lambda: desk.choices.choose(asker, choices),
                        lambda: desk.conversations.keep(asker, unbound, now=now)))

    async def _set_country(self, place: Place, code: str, in_doubt: InDoubt, *, replace: bool) -> Outcome:
        desk, asker = self._desk, asker_at(place)
        name = country_name(code, desk.voice.language(place))
        await desk.voice.say(place, "talk-country-set", in_doubt, replace=replace, choice=name)
        choices = desk.choices.own(asker).model_copy(update={"country": code})
        return Outcome((lambda: desk.choices.choose(asker, choices),))

    async def _grant(self, place: Place, answer: Answer, in_doubt: InDoubt) -> Outcome | None:
        return await self._pressing.grant(place, answer, in_doubt)

    def _text(self, name: str, place: Place, **slots: str) -> str:
        return self._desk.voice.text(name, place, **slots)
