"""From claims to documents: the texts that are indexed.

A claim is one document, its sentence and every question it is known to answer; by its words it is found in every
language. Where all is made from its code it is embedded in English alone, since the model brings languages together,
and a question is compared with a claim in its own language and in English. For each language that it brings sentences
or questions of its own in, there is a further document, embedded in that language. What has neither sentence nor code
in a language is indexed by its concepts' names.
"""

from __future__ import annotations

import hashlib
from functools import partial

from knowledge.evidence.library import UNSAID, Library
from knowledge.evidence.models import Card, Claim
from knowledge.evidence.wording import claim_questions, claim_sentence
from knowledge.kept import program_state
from knowledge.languages import LANGUAGES
from knowledge.languages.texts import messages_in
from retrieval.documents import Document, MadeLater, Source
from retrieval.lexical import document_terms

EMBEDDED = "en"
"""The language in which every claim is embedded."""


def card_sources(library: Library) -> list[Source]:
    """The documents of every card, in the order of cards, claims and languages; made when they are looked at."""
    shared = f"{program_state()} {library.terminology.fingerprint}"
    return [card_source(library, card, shared) for card in library.cards.values()]


def card_source(library: Library, card: Card, shared: str = "") -> Source:
    """The documents of one card; `shared` is the state of what those of all cards are made of, where it is known."""
    content = f"{shared} {card.model_dump_json(exclude=UNSAID)}"
    return Source(
        id=card.id,
        documents=MadeLater(partial(_documents, library, card)),
        state=hashlib.sha256(content.encode()).hexdigest()[:32] if shared else "",
    )


def _documents(library: Library, card: Card) -> list[Document]:
    return [document for claim in card.claims for document in claim_documents(library, card, claim)]


def claim_documents(library: Library, card: Card, claim: Claim) -> list[Document]:
    """The document of a claim, and one for each language that it brings words of its own in."""
    texts = {language: claim_texts(library, claim, language) for language in LANGUAGES}
    terms = {language: document_terms(texts[language], claim.concepts, language) for language in LANGUAGES}
    apart = {EMBEDDED, *claim.statement, *claim.questions}
    also = {language: terms[language] for language in LANGUAGES if language not in apart}
    return [
        Document(
            id=document_id(f"{card.id}#{claim.id}", language),
            language=language,
            terms=terms[language],
            passages=texts[language],
            also=also if language == EMBEDDED else {},
        )
        for language in LANGUAGES
        if language in apart
    ]


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
