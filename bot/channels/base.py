"""What a chat channel needs from the assistant, and nothing more.

A channel carries messages in and answers out; it decides nothing about medicines. Whoever offers `Responder` can be
put behind any channel: the real assistant, or the toy of a test.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Literal, Protocol

from bot.answer import Answer, Enquiry
from bot.conversation import Conversation
from bot.records import AnswerRecord
from bot.summaries import CardSummary

if TYPE_CHECKING:
    from bot.documents import Document
    from bot.figures import Figure

Redact = Callable[[str], str]
"""Gives the text back without patient identifiers."""


class Tools(Protocol):
    """What can be done with an answer that was given, and with single cards; called from several threads."""

    def remake(self, record: AnswerRecord) -> Answer | None:
        """The answer as it was given; None where it stated no evidence or its evidence has changed since."""

    def sources(self, record: AnswerRecord) -> Answer:
        """The sources of the answer in full, as an answer of its own."""

    def has_figure(self, record: AnswerRecord) -> bool:
        """Whether something of the answer can be drawn; quick."""

    def figures(self, record: AnswerRecord) -> tuple[Figure, ...]:
        """The figures of the answer; takes a second or two."""

    def draft(self, record: AnswerRecord, form: Literal["docx", "pdf"]) -> Document | None:
        """A draft reply made of the answer; None where the answer cannot be made again."""

    def card_versions(self) -> Mapping[str, int]:
        """The version of every card of the library."""

    def summary(self, card: str, language: str) -> Answer:
        """A short cited summary of one card."""

    def summaries(self, text: str, language: str, limit: int = 10) -> list[CardSummary]:
        """Summaries of the cards that speak of what the text names; of all cards for an empty text."""


class Responder(Protocol):
    """The assistant as a channel sees it; called from several threads at the same time."""

    @property
    def languages(self) -> tuple[str, ...]:
        """Language tags that can be chosen, in the order to offer them."""

    @property
    def countries(self) -> tuple[str, ...]:
        """ISO 3166 codes of the countries that can be chosen, in the order to offer them."""

    @property
    def tools(self) -> Tools:
        """What can be done with an answer that was given."""

    def reply(self, enquiry: Enquiry, conversation: Conversation) -> tuple[Answer, Conversation]:
        """The answer and the conversation after it; synchronous and pure, may take a second or two."""

    def command_text(self, name: str, language: str, **slots: str) -> str:
        """The text of a channel's own message, such as `telegram-start`, in a language; quick."""
