"""Whoever relied on a document is told when it changes, is replaced or is gone, as of a card."""

from __future__ import annotations

from collections.abc import Iterable

from bot.answering.answer_tools import AnswerTools
from knowledge.directory.services import load_services
from knowledge.documents.models import Document
from knowledge.evidence.library import Library, load_terminology
from knowledge.evidence.models import Card
from knowledge.languages import load_languages
from knowledge.terminology.linking import Recogniser
from knowledge.terminology.substance_names import load_substances
from tests.bot.toy_documents import JUICE, OLD_JUICE, REPLACED
from tests.knowledge.small_cards import as_card, card


def versions(*documents: Document, cards: Iterable[Card] = ()) -> dict[str, int]:
    terminology = load_terminology()
    recogniser = Recogniser(terminology, load_substances(), frozenset())
    library = Library(cards, terminology, documents)
    return dict(AnswerTools(library, load_languages(), load_services(), recogniser).card_versions())


def test_a_new_version_of_a_document_is_one_and_a_document_that_is_gone_has_none() -> None:
    before = versions(JUICE, OLD_JUICE)
    assert before == {JUICE.id: 1, OLD_JUICE.id: 1}
    assert versions(JUICE.model_copy(update={"version": 2})) == {JUICE.id: 2}


def test_a_document_that_another_replaces_counts_as_changed_and_not_as_withdrawn() -> None:
    assert versions(REPLACED, OLD_JUICE) == {REPLACED.id: 1, OLD_JUICE.id: 2}


def test_where_a_card_and_a_document_share_a_name_a_change_of_either_is_one() -> None:
    coded = as_card(card(JUICE.id, kind="relis_answer"))
    later = JUICE.model_copy(update={"version": 2})
    assert [versions(document, cards=[one])[JUICE.id] for document, one in (
        (JUICE, coded), (later, coded), (JUICE, coded.model_copy(update={"version": 2})))] == [1, 2, 2]  # fmt: skip
