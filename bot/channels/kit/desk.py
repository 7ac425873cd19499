"""The desk: what to say to each thing that somebody does, whatever the chat.

Everything here blocks and runs in worker threads. Each piece of work opens the database by itself. Where it cannot be
used, whoever is in danger is answered all the same, and everybody else is told that something is broken.
"""

from __future__ import annotations

import json
import logging
import textwrap
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from bot.answering.messages import FALLBACK_LANGUAGE, messages_in
from bot.app.monitoring import metrics
from bot.app.monitoring.logs import place_of
from bot.channels.base import Redact, Responder
from bot.channels.kit.answering import Answering, Asked
from bot.channels.kit.feedback_talk import FeedbackTalk
from bot.channels.kit.gate import Gate
from bot.channels.kit.names import AUTOMATIC, country_name, language_name
from bot.channels.kit.offers import Choice, Offer, choices_of
from bot.channels.kit.port import (
    ASKING,
    Added,
    Edited,
    File,
    Found,
    Incoming,
    Picked,
    Place,
    Removed,
    Said,
    Searched,
    Shown,
    Thumb,
    Unreadable,
    command_in,
)
from bot.channels.kit.room import DeskSettings, Keep, Room, Turn, paragraphs, person_at
from bot.desk.own_data import COUNTED, held_on
from bot.desk.store.access import Access
from bot.desk.store.answers import Answers, GivenAnswer
from bot.desk.store.asker import Asker
from bot.desk.store.choices import ChoiceTable
from bot.desk.store.conversations import Conversations
from bot.desk.store.corrections import Correction, Corrections
from bot.desk.store.database import Connection, StoreError, scrub, transaction
from bot.desk.store.feedback import Feedback, Report
from bot.desk.store.privacy import forget, forget_answer
from bot.desk.store.retention import forget_old, oldest_kept
from knowledge.errors import ChannelError

BROKEN = (StoreError, OSError, ChannelError)
"""What a database raises that cannot be used."""
FILE_NAME = "farmasvar.json"
SHOWN_OF_QUESTION = 300
_log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Due:
    """Somebody to be told what they did not just ask for: that cards behind an answer have changed, or what reviewers
    reply to a report."""

    place: Place
    key: str
    turn: Turn


class Desk:
    """Serves one channel; what it remembers is in the database."""

    def __init__(self, channel: str, responder: Responder, redact: Redact, settings: DeskSettings,
                 clock: Callable[[], float]) -> None:
        self._room = Room(channel, responder, redact, settings, clock)
        self._gate = Gate(channel, settings.rules)
        self._feedback = FeedbackTalk(self._room)
        self._answering = Answering(self._room, self._feedback)

    def is_urgent(self, incoming: Incoming) -> bool:
        """Whether what somebody wrote tells of danger, as far as its words show: a few milliseconds."""
        return self._room.responder.tells_of_danger(words_of(incoming)) if words_of(incoming) else False

    def turn(self, incoming: Incoming) -> Turn:
        """What to do about one thing. Raises what breaks beside the database."""
        try:
            with self._room.database() as connection:
                verdict = self._gate.admit(connection, incoming, urgent=self.is_urgent(incoming),
                                           now=self._room.clock())
                if verdict.admitted:
                    return self._turn(connection, incoming)
                if verdict.message is None:
                    return Turn()
                language = self._room.language(None, incoming.place)
                return self._room.say(verdict.message, language, **verdict.slots)
        except BROKEN as error:
            metrics.fault("database")
            _log.error("the database cannot be used: %s", type(error).__name__)
            return self._without_database(incoming)

    def search(self, searched: Searched) -> Found:
        """The summaries of cards that speak of what somebody looks for; none for whoever may not ask."""
        room = self._room
        with room.database() as connection:
            language = room.language(connection, searched.place)
            if not self._gate.admit_search(connection, searched, now=room.clock()):
                return Found(instead=room.text("telegram-inline-closed", language), language=language)
        cards = tuple(room.responder.tools.summaries(searched.text, language))
        return Found(cards, "" if cards else room.text("telegram-inline-none", language), language)

    def was_sent(self, place: Place, turn: Turn, sent: tuple[str, ...]) -> None:
        """Keep what belongs to a turn whose messages were sent."""
        offer = turn.offer
        if offer is not None:
            self._room.latest.put(person_at(place), offer)
            for message in sent:
                self._room.under.put((place.chat, message), offer)
        try:
            with self._room.database() as connection:
                with transaction(connection):
                    turn.keep(connection, sent)
                if turn.scrubs:
                    scrub(connection)
        except BROKEN as error:
            metrics.fault("database")
            _log.error("what was said could not be kept: %s", place_of(error))

    def apology(self, place: Place) -> Turn:
        """What is said where something broke."""
        return self._room.say("talk-failed", self._room.language(None, place))

    def corrections(self) -> list[Due]:
        """Whom to tell that a card behind an answer has changed or was withdrawn: one message an answer."""
        room = self._room
        since = oldest_kept(room.clock(), room.settings.kept_days)
        with room.database() as connection:
            found = Corrections(connection).due(room.channel, room.responder.tools.card_versions(), since=since)
        of_answer: dict[str, list[Correction]] = {}
        for correction in found:
            of_answer.setdefault(correction.given.record.id, []).append(correction)
        return [self._due(corrections) for corrections in of_answer.values()]

    def replies(self) -> list[Due]:
        """Whom to tell what the reviewers replied to their report."""
        with self._room.database() as connection:
            reports = Feedback(connection)
            found = [(reports.get(due.report), due.asker) for due in reports.replies_due(self._room.channel)]
        return [self._reply(report, asker) for report, asker in found if report is not None]

    def forget_old(self) -> None:
        """Drop what has been kept long enough."""
        with self._room.database() as connection:
            with transaction(connection):
                forgotten = forget_old(connection, now=self._room.clock(), kept_days=self._room.settings.kept_days)
            if any(forgotten.values()):
                scrub(connection)

    def _turn(self, connection: Connection, incoming: Incoming) -> Turn:
        room, place = self._room, incoming.place
        match incoming:
            case Said():
                return self._said(connection, incoming)
            case Edited():
                return self._answering.edit(connection, incoming)
            case Removed():
                return self._removed(connection, place)
            case Picked(number=number):
                return self._picked(connection, place, number)
            case Thumb():
                return self._feedback.thumb(connection, incoming)
            case Unreadable() if self._was_answered(connection, place):
                return Turn()
            case Unreadable(why=why):
                name = "talk-only-text" if why == "no_text" else "talk-encrypted"
                return room.say(name, room.language(connection, place))
            case Added():
                return room.say("talk-added", room.language(connection, place))

    def _said(self, connection: Connection, said: Said) -> Turn:
        place, text = said.place, said.text.strip()
        if self._was_answered(connection, place):
            return Turn()
        command = command_in(text)
        if command is not None:
            name, rest = command
            if name not in ASKING and not self._room.responder.tells_of_danger(rest):
                return self._obey(connection, place, name, rest)
            text = rest
            if not text:
                return self._room.say("talk-help", self._room.language(connection, place))
        heard = self._feedback.heard(connection, place, text)
        if heard is not None:
            return heard
        chosen = self._chosen_by(connection, said, text)
        if chosen is not None:
            return self._choose(connection, place, chosen)
        folded = self._folded(connection, place, text)
        if folded is not None:
            return folded
        return self._answering.answer(connection, place, Asked(text=text), said.replies_to)

    def _was_answered(self, connection: Connection, place: Place) -> bool:
        """Whether a message came before, and was answered."""
        answers = Answers(connection, self._room.settings.kept_days)
        return bool(place.message) and answers.of_message(self._room.channel, place.chat, place.message) is not None

    def _chosen_by(self, connection: Connection, said: Said, text: str) -> Choice | None:
        """What a number stands for, or the letters of a country that was asked for; None for other words."""
        code = text.upper()
        if not text.isdecimal() and not (len(code) == 2 and code in self._room.responder.countries):
            return None
        offer = self._offer(connection, said.place, said.replies_to)
        if text.isdecimal():
            return offer.choices[int(text) - 1] if 1 <= int(text) <= len(offer.choices) else None
        return next((one for one in offer.choices if one.kind in ("from", "country") and one.value == code), None)

    def _picked(self, connection: Connection, place: Place, number: int) -> Turn:
        choices = self._offer(connection, place, place.message).choices
        mine = place.model_copy(update={"message": ""})  # it is the bot's message that was chosen from
        return self._choose(connection, mine, choices[number - 1]) if 1 <= number <= len(choices) else Turn()

    def _offer(self, connection: Connection, place: Place, message: str | None) -> Offer:
        """What a message of the bot offers, or else what the person was offered last; after a restart, by its answer.
        """
        room, answers = self._room, Answers(connection, self._room.settings.kept_days)
        under = room.under.get((place.chat, message)) if message else None
        if under is not None:
            return under
        given: GivenAnswer | None = None
        if message:
            given = answers.shown_by(room.channel, place.chat, message, now=room.clock())
        else:
            latest = room.latest.get(person_at(place))
            if latest is not None:
                return latest
            given = next(iter(answers.recent(room.asker(place), now=room.clock(), most=1)), None)
        if given is None:
            return Offer()
        return Offer(choices=choices_of(given.record), language=given.record.language)

    def _choose(self, connection: Connection, place: Place, choice: Choice) -> Turn:
        """Do what was chosen from a list."""
        if choice.kind == "language":
            return self._set_language(connection, place, choice.value)
        if choice.kind == "country":
            return self._set_country(connection, place, choice.value)
        if choice.kind == "forget":
            return self._forget(connection, place) if choice.value == place.sender else Turn()
        record = Answers(connection, self._room.settings.kept_days).get(
            choice.answer, channel=self._room.channel, chat=place.chat, now=self._room.clock())
        if record is None:
            return Turn()
        match choice.kind:
            case "option":
                return self._answering.option(connection, place, record, int(choice.value))
            case "from":
                return self._answering.from_country(connection, place, record, choice.value)
            case "draft":
                return self._answering.draft(connection, place, record, choice.value)
            case "reason":
                return self._feedback.choose(connection, place, record, choice.value)
            case _:
                return self._answering.anew(connection, place, record)

    def _folded(self, connection: Connection, place: Place, text: str) -> Turn | None:
        """What the last answer keeps for readers who ask for more; None where nobody asks, or there is none."""
        room = self._room
        offer = room.latest.get(person_at(place))
        language = offer.language if offer and offer.language else room.language(connection, place)
        if text.lower().rstrip("?!.") not in room.text("chat-more-words", language).split(", "):
            return None
        blocks = offer.folded if offer is not None else ()
        if offer is None:
            recent = Answers(connection, room.settings.kept_days).recent(room.asker(place), now=room.clock(), most=1)
            again = room.responder.tools.remake(recent[0].record) if recent else None
            blocks = again.folded if again is not None else ()
        return Turn((Shown(blocks, language),)) if blocks else None

    def _obey(self, connection: Connection, place: Place, name: str, rest: str) -> Turn:
        room = self._room
        language, asker = room.language(connection, place), room.asker(place)
        match name, rest.lower():
            case "language", tag if tag in (*room.responder.languages, AUTOMATIC):
                return self._set_language(connection, place, tag)
            case "language", _:
                automatic = room.text("talk-language-automatic", language)
                spoken = ((language_name(tag), Choice(kind="language", value=tag)) for tag in room.responder.languages)
                return room.say("talk-language-choose", language,
                                (*spoken, (automatic, Choice(kind="language", value=AUTOMATIC))))
            case "country", code if code.upper() in room.responder.countries:
                return self._set_country(connection, place, code.upper())
            case "country", _:
                return room.say("talk-country-choose", language, tuple(
                    (country_name(code, language), Choice(kind="country", value=code))
                    for code in room.responder.countries))
            case "new", _:
                return replace(room.say("talk-new", language),
                               keep=lambda connection, sent: Conversations(connection).end(asker))
            case "privacy", _:
                return room.say("talk-privacy", language, days=str(room.settings.kept_days))
            case "export", _:
                return self._export(connection, place, language)
            case "forget", _:
                button = room.text("own-data-forget-button", language)
                return room.say("own-data-forget", language, ((button, Choice(kind="forget", value=place.sender)),))
            case "join", code if code:
                return self._join(connection, place, rest, language)
            case "sources", _:
                return room.say("talk-sources", language)
            case _:
                return room.say("talk-help", language)

    def _set_language(self, connection: Connection, place: Place, tag: str) -> Turn:
        room, asker = self._room, self._room.asker(place)
        chosen = None if tag == AUTOMATIC else tag
        language = chosen or room.hint(place) or room.settings.language or FALLBACK_LANGUAGE
        name = language_name(chosen) if chosen else room.text("talk-language-automatic", language)
        choices = ChoiceTable(connection).own(asker).model_copy(update={"language": chosen})
        # The choice outranks an earlier "in English, please".
        unbound = Conversations(connection).get(asker).model_copy(update={"chosen_language": None})

        def keep(connection: Connection, sent: tuple[str, ...]) -> None:
            ChoiceTable(connection).choose(asker, choices)
            Conversations(connection).keep(asker, unbound, now=room.clock())

        return replace(room.say("talk-language-set", language, choice=name), keep=keep)

    def _set_country(self, connection: Connection, place: Place, code: str) -> Turn:
        room, asker, language = self._room, self._room.asker(place), self._room.language(connection, place)
        choices = ChoiceTable(connection).own(asker).model_copy(update={"country": code})
        return replace(room.say("talk-country-set", language, choice=country_name(code, language)),
                       keep=lambda connection, sent: ChoiceTable(connection).choose(asker, choices))

    def _join(self, connection: Connection, place: Place, code: str, language: str) -> Turn:
        """Use an invitation; the list is changed at once, for what is said of it must be true."""
        room = self._room
        with transaction(connection):
            role = Access(connection).redeem(room.channel, code, place.sender, now=room.clock()) \
                if place.private else None
        if role is None:
            return room.say("access-invitation-void", language)
        return room.say("access-joined", language, role=room.text(f"access-role-{role}", language))

    def _export(self, connection: Connection, place: Place, language: str) -> Turn:
        """Everything held on the person as a file, to the person alone."""
        if not place.private:
            return self._room.say("admin-in-private", language)
        held = held_on(connection, self._room.channel, place.sender)
        content = json.dumps(held, ensure_ascii=False, indent=2).encode()
        caption = self._room.text("own-data-export", language)
        return Turn((File(FILE_NAME, "application/json", content, caption),))

    def _forget(self, connection: Connection, place: Place) -> Turn:
        """Forget the person at once, and say how much it was."""
        room = self._room
        language = room.language(connection, place)  # what was chosen is about to be forgotten
        with transaction(connection):
            counts = forget(connection, room.channel, place.sender)
        scrub(connection)
        room.latest.drop(lambda person: person[2] == place.sender)
        room.writing.drop(lambda person: person[2] == place.sender)
        lines = [f"{room.text(f'own-data-{table}', language)}: {counts[table]}"
                 for table in COUNTED if counts.get(table)]
        heading = room.text("talk-forgotten" if lines else "own-data-nothing", language)
        return Turn((Shown(paragraphs("\n".join([heading, *lines])), language),))

    def _removed(self, connection: Connection, place: Place) -> Turn:
        """Forget the answer to a message that was deleted, and take it away; the conversation goes back before it."""
        room = self._room
        given = Answers(connection, room.settings.kept_days).of_message(room.channel, place.chat, place.message)
        if given is None:
            return Turn()
        asker, answer = given.asker, given.record.id

        def keep(connection: Connection, sent: tuple[str, ...]) -> None:
            conversations = Conversations(connection)
            if conversations.is_last(asker, place.message):
                conversations.keep(asker, conversations.before(asker, place.message), now=room.clock())
            forget_answer(connection, room.channel, answer)

        for message in given.reply_messages:
            room.under.pop((place.chat, message))
        room.latest.pop((asker.chat, asker.thread, asker.user))
        return Turn(keep=keep, removes=given.reply_messages, scrubs=True)

    def _due(self, corrections: list[Correction]) -> Due:
        room, given = self._room, corrections[0].given
        record, language = given.record, given.record.language
        lines = [room.text("talk-correction-withdrawn" if one.version is None else "talk-correction-changed", language,
                           source=record.titles.get(one.card, one.card)) for one in corrections]
        again = (room.text("talk-button-again", language), Choice(kind="again", answer=record.id))
        turn = room.say("talk-correction", language, (again,),
                        date=messages_in(language).date(datetime.fromtimestamp(given.given, UTC).date()),
                        question=textwrap.shorten(record.question.text, SHOWN_OF_QUESTION, placeholder="…"),
                        changes="\n".join(lines))
        place = Place(chat=given.asker.chat, thread=given.asker.thread, sender=given.asker.user,
                      message=given.question_message or "", private=False)
        changes = ",".join(f"{one.card}:{one.version}" for one in corrections)
        return Due(place, f"{record.id}/{changes}", replace(turn, keep=self._told(corrections)))

    def _reply(self, report: Report, asker: Asker) -> Due:
        def keep(connection: Connection, sent: tuple[str, ...]) -> None:
            Feedback(connection).reply_was_told(report.id, now=self._room.clock())

        turn = self._room.say("talk-report-reply", report.language,
                              question=textwrap.shorten(report.question, SHOWN_OF_QUESTION, placeholder="…") or "–",
                              reply=report.reply)
        place = Place(chat=asker.chat, thread=asker.thread, sender=asker.user, message="", private=False)
        return Due(place, f"reply/{report.id}/{report.replied}", replace(turn, keep=keep))

    def _told(self, corrections: list[Correction]) -> Keep:
        def keep(connection: Connection, sent: tuple[str, ...]) -> None:
            for correction in corrections:
                Corrections(connection).told(correction, now=self._room.clock())

        return keep

    def _without_database(self, incoming: Incoming) -> Turn:
        """What is said while nothing can be read or kept."""
        words, place = words_of(incoming), incoming.place
        urgent = self._answering.without_database(place, words) if words else None
        if urgent is not None:
            return urgent
        if not isinstance(incoming, Said | Picked):
            return Turn()
        return self._room.say("access-unknown", self._room.language(None, place))


def words_of(incoming: Incoming) -> str:
    """What a person wrote, without the command in front of a question; empty where nobody wrote anything."""
    if not isinstance(incoming, Said | Edited):
        return ""
    command = command_in(incoming.text.strip())
    return command[1] if command is not None else incoming.text
