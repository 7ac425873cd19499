"""What can be done with an answer that was given: make it again, show its sources, draw it, draft a reply from it.

Everything is made from the kept `AnswerRecord` and the library as it is now. Where a card behind the answer has another
version, or is gone, nothing is made: the reader would take new evidence for what was answered then.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from typing import Literal

from bot.answering.answer import Answer, Block, local_now
from bot.answering.document_text import DocumentTold, Passage, cited_passages, tell_document
from bot.answering.levels import is_life_threatening
from bot.answering.messages import FALLBACK_LANGUAGE, messages_in
from bot.answering.realise import compose, compose_sources, plain_answer
from bot.answering.services import emergency_blocks
from bot.answering.summaries import (
    CardListed,
    CardSummary,
    CardTold,
    compose_summary,
    find_summaries,
    list_cards,
    tell_card,
)
from bot.answering.urgent_reply import with_emergency_numbers
from bot.answering.word_search import WordSearch
from bot.desk.records import AnswerRecord
from bot.outputs.documents import Document, as_docx, as_pdf, draft_reply
from bot.outputs.figures import Figure, Inline, draw_figures, has_figure, inline_figures
from knowledge.directory.services import ServicesDirectory
from knowledge.documents.folder import current
from knowledge.evidence.library import Library
from knowledge.languages import Language
from knowledge.terminology.linking import Recogniser

MOST_SUMMARIES = 10


class AnswerTools:
    """Works on kept answers and on single cards; changes nothing, and remembers only the words of the library."""

    def __init__(
        self,
        library: Library,
        languages: Mapping[str, Language],
        services: ServicesDirectory,
        recogniser: Recogniser,
        clock: Callable[[], datetime] = local_now,
        country: str | None = None,
    ) -> None:
        """`country` is the one the assistant assumes of an asker whose country is not set."""
        self._library = library
        self._languages = languages
        self._services = services
        self._recogniser = recogniser
        self._clock = clock
        self._country = country
        self._word_searches: dict[str, WordSearch] = {}

    def card_versions(self) -> Mapping[str, int]:
        """The version of every card and document of the library; one higher for what another replaces."""
        sources = map(self._library.source, (*self._library.cards, *self._library.documents))
        versions = {card.id: card.version for card in sources}
        versions |= {name: self._library.aside[name].version + 1 for name in self._library.replaced}
        standing = {document.id for document in current(self._library.documents.values())}
        # What another document replaces is kept to be shown; whoever relied on it is told as of a change of it.
        return {
            name: version + 1 if name in self._library.documents and name not in standing else version
            for name, version in versions.items()
        }

    def remake(self, record: AnswerRecord) -> Answer | None:
        """The answer as it was given; None where it stated no evidence or its evidence has changed since."""
        plan = record.plan
        if plan is None or not self._is_current(record):
            return None
        messages = messages_in(record.language)
        urgent, country = record.status == "urgent", record.country or self._country
        by_level = urgent and is_life_threatening(plan.patient, self._library)
        leading: tuple[Block, ...] = ()
        if urgent and not by_level:
            # Evidence follows the numbers only where no self-harm was told of, so the kind of danger is of no account.
            numbers, _ = emergency_blocks(self._services, country, "poisoning", messages, self._clock())
            leading = (*numbers, Block(kind="heading", text=messages.format("urgent-evidence")))
        answer = compose(
            plan,
            record.question,
            self._library,
            messages,
            self._today(),
            record.options,
            leading=leading,
            urgent=urgent and not by_level,
        )
        if by_level:
            answer = with_emergency_numbers(answer, country, messages, self._services, self._clock())
        return answer.model_copy(update={"country_choices": record.country_choices})

    def _is_current(self, record: AnswerRecord) -> bool:
        """Whether every card is the one the answer rests on, and every claim still in it."""
        plan, library = record.plan, self._library
        known = plan is not None and all(claim in library.claims for claim in plan.claims)
        quoted = plan is not None and all(map(library.unit, plan.quoted))
        return known and quoted and record.is_current(self.card_versions())

    def sources(self, record: AnswerRecord) -> Answer:
        """The sources of the answer in full, as an answer of its own; those that are gone are left out."""
        messages = messages_in(record.language)
        cards = [card for card in record.cards if card in self.card_versions()]
        if not cards:
            none = Block(kind="short", text=messages.format("sources-none"))
            return plain_answer("not_covered", record.question, messages, [none])
        return compose_sources(cards, record.question, self._library, messages, self._today())

    def has_figure(self, record: AnswerRecord) -> bool:
        """Whether something of the answer can be drawn; quick."""
        return record.plan is not None and self._is_current(record) and has_figure(record.plan, self._library)

    def figures(self, record: AnswerRecord) -> tuple[Figure, ...]:
        """The figures of the answer; none where nothing can be drawn or its evidence has changed since."""
        if record.plan is None or not self._is_current(record):
            return ()
        return draw_figures(record.plan, self._library, messages_in(record.language))

    def inline_figures(self, record: AnswerRecord) -> tuple[Inline, ...]:
        """The same figures, for a page; some milliseconds."""
        if record.plan is None or not self._is_current(record):
            return ()
        return inline_figures(record.plan, self._library, messages_in(record.language))

    def draft(self, record: AnswerRecord, form: Literal["docx", "pdf"]) -> Document | None:
        """A draft reply made of the answer; None where the answer cannot be made again."""
        answer = self.remake(record)
        if answer is None:
            return None
        messages = messages_in(record.language)
        draft = draft_reply(answer, self._library, messages, self._today(), answer_id=record.id)
        return as_docx(draft) if form == "docx" else as_pdf(draft)

    def summary(self, card: str, language: str) -> Answer:
        """A short cited summary of one card, or of what replaces it; a `KeyError` where there is no such card."""
        messages = messages_in(self._language(language))
        found = self._library.cards[self._library.replaced.get(card, card)]
        return compose_summary(found, self._library, messages, self._today())

    def card(self, card: str, language: str) -> CardTold | None:
        """All that a card says, in a language; None where the library has no such card."""
        found = self._library.cards.get(card) or self._library.aside.get(card)
        return tell_card(found, self._library, messages_in(self._language(language))) if found else None

    def document(self, document: str, record: AnswerRecord | None = None) -> DocumentTold | None:
        """The text of a document, with what an answer quotes of it marked; None where the library has none such."""
        found = self._library.documents.get(document)
        if found is None:
            return None
        quoted = record.plan.quoted if record is not None and record.plan is not None else ()
        units = [unit for reference in quoted if (unit := self._library.unit(reference))]
        by = next((other.id for other in self._library.documents.values() if document in other.supersedes), "")
        return tell_document(found, [unit for unit in units if unit.document == document], by)

    def summaries(self, text: str, language: str, limit: int = MOST_SUMMARIES) -> list[CardSummary]:
        """Summaries of the cards that speak of what the text names, the nearest first; all cards for an empty text."""
        messages = messages_in(self._language(language))
        return find_summaries(text, self._library, self._recogniser, messages, self._today(), limit)

    def listed(self, text: str, language: str) -> list[CardListed]:
        """Every card that speaks of what the text names, the nearest first, then what bears its words in the title."""
        tag = self._language(language)
        return list_cards(text, self._library, self._recogniser, messages_in(tag), self._word_search(tag))

    def _word_search(self, language: str) -> WordSearch:
        if language not in self._word_searches:
            self._word_searches[language] = WordSearch(self._library, language)
        return self._word_searches[language]

    def medicines(self, language: str) -> tuple[str, ...]:
        """The names of the medicines that some claim names, sorted as they are written."""
        terminology, tag = self._library.terminology, self._language(language)
        return tuple(sorted({terminology.label(medicine, tag) for medicine in self._library.scope.medicines},
                            key=str.casefold))

    def cited(self, record: AnswerRecord, text_of: Callable[[str], str]) -> Mapping[str, Sequence[Passage]]:
        """Where in its text each source says what an answer tells of it, as far as there is a text.

        `text_of` gives the text that is kept of a card's source, empty where there is none.
        """
        return {} if record.plan is None else cited_passages(record.plan, self._library, text_of)

    def _today(self) -> date:
        return self._clock().date()

    def _language(self, tag: str) -> str:
        return tag if tag in self._languages else FALLBACK_LANGUAGE
