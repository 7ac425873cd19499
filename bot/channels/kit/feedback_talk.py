"""Talking about an answer: thumbs, and what is wrong with it.

A complaint is kept at once; the reason given afterwards joins it. Reviewers see reports with those of other channels.
"""

from __future__ import annotations

import textwrap
from dataclasses import replace

from bot.channels.kit.offers import Choice
from bot.channels.kit.port import Place, Thumb
from bot.channels.kit.room import Keep, Room, Turn, Writing, person_at
from bot.desk.records import AnswerRecord
from bot.desk.store.answers import Answers
from bot.desk.store.database import Connection
from bot.desk.store.feedback import VOTED_ON, WHAT_IS_WRONG, Feedback, Kind

LONGEST_REASON = 1000
WRITTEN_WITHIN_S = 600.0
"""What somebody writes later than this is a question again."""
_KINDS: dict[str, Kind] = {"helpful": "helpful", "unhelpful": "not_helpful", "error": "error"}


class FeedbackTalk:
    """Takes what readers say of answers."""

    def __init__(self, room: Room) -> None:
        self._room = room

    def thumb(self, connection: Connection, thumb: Thumb) -> Turn:
        """Take a thumb under an answer, or its being taken back."""
        room, place = self._room, thumb.place
        given = Answers(connection, room.settings.kept_days).shown_by(
            room.channel, place.chat, place.message, now=room.clock())
        if given is None or given.record.status not in VOTED_ON:
            return Turn()
        there, record = place.model_copy(update={"thread": given.asker.thread}), given.record
        if thumb.thumb == "helpful":
            return Turn(keep=self._kept(there, record, "helpful", ""))
        if thumb.thumb == "unhelpful":
            return self.complain(connection, there, record, "unhelpful")
        asker = room.asker(there)
        return Turn(keep=lambda connection, sent: Feedback(connection).withdraw(record.id, asker))

    def complain(self, connection: Connection, place: Place, record: AnswerRecord, complaint: str) -> Turn:
        """Keep a complaint and ask what is wrong."""
        room, language = self._room, self._room.language(connection, place)
        reasons = tuple(
            (room.text(f"talk-reason-{reason}", language),
             Choice(kind="reason", value=f"{complaint}-{reason}", answer=record.id)) for reason in WHAT_IS_WRONG)
        asking = room.say(f"talk-ask-{complaint}", language, reasons)
        return replace(asking, keep=self._kept(place, record, complaint, ""))

    def choose(self, connection: Connection, place: Place, record: AnswerRecord, value: str) -> Turn:
        """Take a reason that was chosen."""
        room, language = self._room, self._room.language(connection, place)
        complaint, _, reason = value.partition("-")
        if reason == "other":
            until = room.clock() + WRITTEN_WITHIN_S
            room.writing.put(person_at(place), Writing(record.id, complaint, until))
            return room.say("talk-own-words", language)
        thanks = room.say("talk-report-thanks", language)
        return replace(thanks, keep=self._kept(place, record, complaint, reason))

    def heard(self, connection: Connection, place: Place, text: str) -> Turn | None:
        """Take a reason in own words, from somebody who was asked for one; None from anybody else.

        Somebody may tell of an emergency in the wrong place; that is no reason, but a question.
        """
        room = self._room
        writing = room.writing.pop(person_at(place))
        if writing is None or writing.until < room.clock() or room.responder.tells_of_danger(text):
            return None
        record = Answers(connection, room.settings.kept_days).get(
            writing.answer, channel=room.channel, chat=place.chat, now=room.clock())
        if record is None:
            return None
        words = textwrap.shorten(room.redact(text), LONGEST_REASON, placeholder="…")
        thanks = room.say("talk-report-thanks", room.language(connection, place))
        return replace(thanks, keep=self._kept(place, record, writing.complaint, words))

    def _kept(self, place: Place, record: AnswerRecord, said: str, reason: str) -> Keep:
        asker = self._room.asker(place)

        def keep(connection: Connection, sent: tuple[str, ...]) -> None:
            Feedback(connection).add(record, asker, _KINDS[said], reason=reason, now=self._room.clock())

        return keep
