"""What can be done with an answer that was given: make it again, show its sources, draw it, draft a reply from it.

Everything is made from the kept `AnswerRecord` and the library as it is now. Where a card behind the answer has another
version, or is gone, nothing is made: the reader would take new evidence for what was answered then.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Literal

from bot.answer import Answer, Block
from bot.compose import compose, compose_sources, plain_answer
from bot.documents import Document, as_docx, as_pdf, draft_reply
from bot.figures import Figure, draw_figures, has_figure
from bot.messages import FALLBACK_LANGUAGE, messages_in
from bot.records import AnswerRecord
from bot.services import emergency_blocks
from bot.summaries import CardSummary, compose_summary, find_summaries
from knowledge.languages import Language
from knowledge.library import Library
from knowledge.services import ServicesDirectory
from retrieval.recognition import Recogniser

MOST_SUMMARIES = 10


class AnswerTools:
    """Works on kept answers and on single cards; holds no state and changes nothing."""

    def __init__(
        self,
        library: Library,
        languages: Mapping[str, Language],
        services: ServicesDirectory,
        recogniser: Recogniser,
        today: Callable[[], date] = date.today,
        country: str | None = None,
    ) -> None:
        """`country` is the one the assistant assumes of an asker whose country is not set."""
        self._library = library
        self._languages = languages
        self._services = services
        self._recogniser = recogniser
        self._today = today
        self._country = country

    def card_versions(self) -> Mapping[str, int]:
        """The version of every card of the library."""
        return {card.id: card.version for card in self._library.cards.values()}

    def remake(self, record: AnswerRecord) -> Answer | None:
        """The answer as it was given; None where it stated no evidence or its evidence has changed since."""
        plan = record.plan
        if plan is None or not self._is_current(record):
            return None
        messages = messages_in(record.language)
        leading: tuple[Block, ...] = ()
        if record.status == "urgent":
            country = record.country or self._country
            # Evidence follows the numbers only where no self-harm was told of, so the kind of danger is of no account.
            numbers, _ = emergency_blocks(self._services, country, "poisoning", messages)
            leading = (*numbers, Block(kind="heading", text=messages.format("urgent-evidence")))
        answer = compose(
            plan,
            record.question,
            self._library,
            messages,
            self._today(),
            record.options,
            leading=leading,
            urgent=record.status == "urgent",
        )
        return answer.model_copy(update={"country_choices": record.country_choices})

    def _is_current(self, record: AnswerRecord) -> bool:
        """Whether every card is the one the answer rests on, and every claim still in it."""
        known = record.plan is not None and all(claim in self._library.claims for claim in record.plan.claims)
        return known and record.is_current(self.card_versions())

    def sources(self, record: AnswerRecord) -> Answer:
        """The sources of the answer in full, as an answer of its own; those that are gone are left out."""
        messages = messages_in(record.language)
        cards = [card for card in record.cards if card in self._library.cards]
        if not cards:
            none = Block(kind="short", text=messages.format("sources-none"))
            return plain_answer("not_covered", record.question, messages, [none])
        return compose_sources(cards, record.question, self._library, messages)

    def has_figure(self, record: AnswerRecord) -> bool:
        """Whether something of the answer can be drawn; quick."""
        return record.plan is not None and self._is_current(record) and has_figure(record.plan, self._library)

    def figures(self, record: AnswerRecord) -> tuple[Figure, ...]:
        """The figures of the answer; none where nothing can be drawn or its evidence has changed since."""
        if record.plan is None or not self._is_current(record):
            return ()
        return draw_figures(record.plan, self._library, messages_in(record.language))

    def draft(self, record: AnswerRecord, form: Literal["docx", "pdf"]) -> Document | None:
        """A draft reply made of the answer; None where the answer cannot be made again."""
        answer = self.remake(record)
        if answer is None:
            return None
        messages = messages_in(record.language)
        draft = draft_reply(answer, self._library, messages, self._today(), answer_id=record.id)
        return as_docx(draft) if form == "docx" else as_pdf(draft)

    def summary(self, card: str, language: str) -> Answer:
        """A short cited summary of one card; a `KeyError` where the library has no such card."""
        messages = messages_in(self._language(language))
        return compose_summary(self._library.cards[card], self._library, messages, self._today())

    def summaries(self, text: str, language: str, limit: int = MOST_SUMMARIES) -> list[CardSummary]:
        """Summaries of the cards that speak of what the text names, the nearest first; all cards for an empty text."""
        messages = messages_in(self._language(language))
        return find_summaries(text, self._library, self._recogniser, messages, self._today(), limit)

    def _language(self, tag: str) -> str:
        return tag if tag in self._languages else FALLBACK_LANGUAGE
