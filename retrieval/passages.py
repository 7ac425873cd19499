"""From claims to documents: the texts that are indexed.

A claim is one document in each language: its sentence and every question it is known to answer. By its words it is
found in every language. Where it brings sentences of its own they are embedded in each language; where all is made from
its code, in English alone, since the model brings languages together, and a question is compared with a claim in its
own language and in English. What has neither sentence nor code in a language is indexed by its concepts' names.
"""

from __future__ import annotations

from knowledge.evidence.library import Library
from knowledge.evidence.models import Card, Claim
from knowledge.evidence.wording import claim_questions, claim_sentence
from knowledge.languages import LANGUAGES
from knowledge.languages.texts import messages_in
from retrieval.documents import Document, Source
from retrieval.lexical import document_terms

EMBEDDED = "en"
"""The language in which every claim is embedded."""


def card_sources(library: Library) -> list[Source]:
    """The documents of every card, in the order of cards, claims and languages."""
    return [card_source(library, card) for card in library.cards.values()]


def card_source(library: Library, card: Card) -> Source:
    """The documents of one card."""
    documents = [
        claim_document(library, card, claim, language) for claim in card.claims for language in LANGUAGES
    ]
    return Source(id=card.id, documents=documents)


def claim_document(library: Library, card: Card, claim: Claim, language: str) -> Document:
    """A claim in one language."""
    texts = claim_texts(library, claim, language)
    embedded = language == EMBEDDED or language in claim.statement or language in claim.questions
    return Document(
        id=document_id(f"{card.id}#{claim.id}", language),
        language=language,
        terms=document_terms(texts, claim.concepts, language),
        passages=texts if embedded else (),
    )


def document_id(claim: str, language: str) -> str:
    """The id of a claim's document, from `card#claim`."""
    return f"{claim}/{language}"


def claim_of(document: str) -> str:
    """The claim, `card#claim`, that a document belongs to."""
    return document.rpartition("/")[0]


def claim_texts(library: Library, claim: Claim, language: str) -> list[str]:
    """What a claim says and which questions it answers, in one language."""
    if claim.code or language in claim.statement:
        sentence = claim_sentence(claim, messages_in(language), library.terminology)
    else:
        sentence = concept_names(library, claim, language)
    return [sentence, *claim_questions(claim, library.terminology, language)]


def concept_names(library: Library, claim: Claim, language: str) -> str:
    """The names of a claim's concepts in one language, the effect first."""
    named = [claim.intervention, claim.route, claim.outcome, *claim.conditions, *claim.populations, *claim.about]
    concepts = [concept for concept in named if concept and concept in library.terminology]
    return ", ".join(library.terminology.name(concept, language).label for concept in concepts)
