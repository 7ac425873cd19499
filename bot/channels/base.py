"""What a chat channel needs from the assistant, and nothing more.

A channel carries messages in and answers out; it decides nothing about medicines. Whoever offers `Responder` can be
put behind any channel: the real assistant, or the toy of a test.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Literal, Protocol

from bot.answering.answer import Answer, Enquiry
from bot.answering.document_text import DocumentTold, Passage
from bot.answering.summaries import CardListed, CardSummary, CardTold
from bot.desk.records import AnswerRecord
from bot.dialogue.state import Conversation

if TYPE_CHECKING:
    from bot.outputs.documents import Document
    from bot.outputs.figures import Figure, Inline

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

    def inline_figures(self, record: AnswerRecord) -> tuple[Inline, ...]:
        """The same figures, for a page; some milliseconds."""

    def draft(self, record: AnswerRecord, form: Literal["docx", "pdf"]) -> Document | None:
        """A draft reply made of the answer; None where the answer cannot be made again."""

    def card_versions(self) -> Mapping[str, int]:
        """The version of every card of the library."""

    def summary(self, card: str, language: str) -> Answer:
        """A short cited summary of one card."""

    def card(self, card: str, language: str) -> CardTold | None:
        """All that a card says, in a language; None where the library has no such card."""

    def document(self, document: str, record: AnswerRecord | None = None) -> DocumentTold | None:
        """The text of a document, with what an answer quotes of it marked; None where the library has none such."""

    def medicines(self, language: str) -> tuple[str, ...]:
        """The names of the medicines that the library speaks of, sorted."""

    def cited(self, record: AnswerRecord, text_of: Callable[[str], str]) -> Mapping[str, Sequence[Passage]]:
        """Where in its text each source says what an answer tells of it, as far as there is a text."""

    def summaries(self, text: str, language: str, limit: int = 10) -> list[CardSummary]:
        """Summaries of the cards that speak of what the text names; of all cards for an empty text."""

    def listed(self, text: str, language: str) -> list[CardListed]:
        """The same cards, all of them, and what bears the words in its title; without what they say."""


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

    def tells_of_danger(self, text: str) -> bool:
        """Whether a message says that somebody may be in danger: a few milliseconds, so that it can go first."""

    def command_text(self, name: str, language: str, **slots: str) -> str:
        """The text of a channel's own message, such as `telegram-start`, in a language; quick."""
