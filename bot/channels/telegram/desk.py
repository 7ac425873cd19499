"""What every handler works with: the responder, the tables, the bot's voice, the threads and the clock.

A handler reads the tables as it goes and writes nothing: it hands back an `Outcome`, and `reception` writes all of it
in one transaction together with the end of the update.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from concurrent.futures import Executor
from contextvars import copy_context
from dataclasses import dataclass
from typing import ParamSpec, TypeVar

from bot.channels.base import Redact, Responder
from bot.channels.telegram.attachments import Attachments
from bot.channels.telegram.keyboards import Buttons
from bot.channels.telegram.messenger import Messenger
from bot.channels.telegram.updates import CHANNEL, Incoming, Place
from bot.channels.telegram.voice import Voice, asker_at
from bot.desk.store.answers import Answers, GivenAnswer
from bot.desk.store.chats import Chats
from bot.desk.store.choices import Choices, ChoiceTable
from bot.desk.store.clinics import Clinics
from bot.desk.store.conversations import Conversations
from bot.desk.store.database import Connection
from bot.desk.store.feedback import Feedback
from bot.desk.store.gaps import Gaps
from bot.desk.store.signing import Signer

Parameters = ParamSpec("Parameters")
Result = TypeVar("Result")


@dataclass(frozen=True)
class Outcome:
    """What is left to do once the reply is out."""

    writes: tuple[Callable[[], object], ...] = ()
    """What to write, in this order."""
    work: Callable[[], Sequence[Incoming]] = tuple
    """What the bot has to do next, asked once the rest is written."""


NOTHING = Outcome()


class Desk:
    """Holds what the handlers share."""

    def __init__(self, responder: Responder, connection: Connection, messenger: Messenger,
                 attachments: Attachments, *, redact: Redact, is_urgent: Callable[[str], bool], executor: Executor,
                 urgent_executor: Executor, kept_days: int, clock: Callable[[], float]) -> None:
        """`is_urgent` tells, quickly, of words that would not be answered otherwise whether somebody is in danger."""
        self.responder = responder
        self.messenger = messenger
        self.attachments = attachments
        self.redact = redact
        self.is_urgent = is_urgent
        self.clock = clock
        self.kept_days = kept_days
        self.choices = ChoiceTable(connection)
        self.conversations = Conversations(connection)
        self.answers = Answers(connection, kept_days)
        self.chats = Chats(connection)
        self.feedback = Feedback(connection)
        self.gaps = Gaps(connection)
        self.use = Clinics(connection)
        self.voice = Voice(responder, self.choices, messenger)
        self._executor, self._urgent_executor = executor, urgent_executor
        self._signer = Signer(connection)

    async def in_thread(self, work: Callable[Parameters, Result], *args: Parameters.args,
                        **kwargs: Parameters.kwargs) -> Result:
        """The result of work that takes its time, without holding up anybody else."""
        return await self._run(self._executor, lambda: work(*args, **kwargs))

    async def answered(self, text: str, work: Callable[[], Result]) -> Result:
        """The result of work on a question, in a thread; where it tells of danger, before everybody else's."""
        executor = self._urgent_executor if self.is_urgent(text) else self._executor
        return await self._run(executor, work)

    async def _run(self, executor: Executor, work: Callable[[], Result]) -> Result:
        # What is done in the thread is part of what is done here, to whoever traces it.
        return await asyncio.get_running_loop().run_in_executor(executor, copy_context().run, work)

    def buttons(self, chat_id: int) -> Buttons:
        """The signed buttons of a chat."""
        return Buttons(self._signer, chat_id)

    def chosen(self, place: Place) -> Choices:
        """Language and country that hold for the person in this chat."""
        return self.choices.of(asker_at(place))

    def given(self, place: Place, answer_id: str) -> GivenAnswer | None:
        """The answer, if it was given in this chat and is still kept."""
        return self.answers.given(answer_id, channel=CHANNEL, chat=str(place.chat_id), now=self.clock())

    def text_in(self, language: str) -> Callable[[str], str]:
        """Gives the labels of buttons in a language."""
        return lambda name: self.responder.command_text(name, language)
