"""An assistant that reads its library anew while it serves."""

from __future__ import annotations

import gc
import logging
import threading
from collections.abc import Callable

from bot.answering.answer import Answer, Enquiry
from bot.channels.base import Tools
from bot.dialogue.assistant import Assistant
from bot.dialogue.state import Conversation

_log = logging.getLogger(__name__)


class RenewingAssistant:
    """Answers as the assistant it holds does; `renew` puts another one in its place.

    Questions that are being answered meanwhile are answered by the former one.
    """

    def __init__(self, make: Callable[[], Assistant]) -> None:
        self._make, self._lock = make, threading.Lock()
        self.current = make()

    def renew(self) -> None:
        """Read the library and its index anew; where that fails, the former assistant goes on and the fault is raised.

        Of several callers at once each gets an assistant that was made after it asked.
        """
        with self._lock:
            gc.unfreeze()  # so that what the former one leaves behind can be found
            try:
                self.current = self._make()
            finally:
                gc.collect()
                gc.freeze()
        _log.info("the library was read anew: %d cards", len(self.current.tools.card_versions()))

    @property
    def languages(self) -> tuple[str, ...]:
        """Language tags that can be chosen."""
        return self.current.languages

    @property
    def countries(self) -> tuple[str, ...]:
        """Countries that can be chosen."""
        return self.current.countries

    @property
    def tools(self) -> Tools:
        """What can be done with an answer that was given."""
        return self.current.tools

    def reply(self, enquiry: Enquiry, conversation: Conversation) -> tuple[Answer, Conversation]:
        """The answer, and the conversation after it."""
        return self.current.reply(enquiry, conversation)

    def tells_of_danger(self, text: str) -> bool:
        """Whether a message says that somebody may be in danger."""
        return self.current.tells_of_danger(text)

    def command_text(self, name: str, language: str, **slots: str) -> str:
        """The text of a channel's own message."""
        return self.current.command_text(name, language, **slots)

    def label(self, concept: str, language: str) -> str:
        """The name of a concept."""
        return self.current.library.terminology.label(concept, language)
