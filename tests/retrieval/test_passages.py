"""Passages: what of a claim is indexed, and under which id."""

from __future__ import annotations

from toy_library import LIBRARY, TERMINOLOGY, card, claim

from knowledge.evidence.library import Library
from knowledge.evidence.models import Card
from knowledge.languages import LANGUAGES
from knowledge.terminology.concepts import Terminology
from retrieval.passages import card_sources, claim_of, claim_texts, concept_names


def test_a_claim_gives_its_sentence_and_each_question() -> None:
    _, frequency = LIBRARY.claims["older#frequency"]
    assert claim_texts(LIBRARY, frequency, "en") == [
        "Magnesium hardly changes how often older people wake with leg cramps.",
        "Does magnesium help leg cramps at night?",
    ]


def test_a_claim_without_a_sentence_is_indexed_by_the_names_of_its_concepts() -> None:
    _, frequency = LIBRARY.claims["older#frequency"]
    assert claim_texts(LIBRARY, frequency, "nb") == ["magnesium, by mouth, leggkramper, eldre"]


def test_concepts_are_named_effect_first_and_unknown_ones_left_out() -> None:
    entry = claim("x", outcome="cramps_per_week", conditions=["leg_cramps"], about=["moonlight", "diarrhoea"])
    assert concept_names(Library([], TERMINOLOGY), entry, "en") == "magnesium, cramps per week, leg cramps, diarrhoea"


def test_every_claim_is_found_by_words_of_every_language() -> None:
    found = [document for source in card_sources(LIBRARY) for document in source.documents]
    languages = [(claim_of(document.id), tag) for document in found for tag in (document.language, *document.also)]
    assert sorted(languages) == sorted((reference, tag) for reference in LIBRARY.claims for tag in LANGUAGES)
    assert len({document.id for document in found}) == len(found)


def test_a_claim_is_a_document_of_its_own_in_english_and_where_it_brings_words_of_its_own() -> None:
    [source] = card_sources(Library([card("older", claim("frequency", questions={"fi": ["Auttaako?"]}))], TERMINOLOGY))
    assert [document.language for document in source.documents] == ["en", "fi"]
    assert all(document.terms and document.passages for document in source.documents)
    assert all(terms for terms in source.documents[0].also.values())


def test_a_claim_without_words_of_its_own_in_other_languages_is_one_document() -> None:
    [source] = card_sources(Library([card("older", claim("frequency"))], TERMINOLOGY))
    assert [document.language for document in source.documents] == ["en"]


def test_a_document_holds_the_stems_and_the_concepts_of_its_claim() -> None:
    first = card_sources(LIBRARY)[0].documents[0]
    assert first.id == "older#frequency/en"
    assert {"leg", "cramp", "concept:leg_cramps", "concept:older_adults"} <= set(first.terms)


def test_each_card_is_a_source_whose_digest_follows_its_texts() -> None:
    changed = Library([card("older", claim("frequency", statement="Another sentence."))], TERMINOLOGY)
    same, other = card_sources(LIBRARY)[0], card_sources(changed)[0]
    assert same.digest == card_sources(LIBRARY)[0].digest != other.digest


def test_an_empty_card_has_no_documents() -> None:
    assert [list(source.documents) for source in card_sources(Library([card("empty")], TERMINOLOGY))] == [[]]


def test_the_state_of_a_card_follows_what_its_documents_are_made_of_and_is_told_without_making_them() -> None:
    def state(*cards: Card, terminology: Terminology = TERMINOLOGY) -> str:
        return card_sources(Library(cards, terminology))[0].state

    plain = card("older", claim("frequency"))
    first = state(plain)
    assert first == state(card("older", claim("frequency"))) != ""
    assert first != state(card("older", claim("frequency", statement="Another sentence.")))
    fewer = Terminology([*TERMINOLOGY.concepts.values()][:-1])
    assert first != state(plain, terminology=fewer)
    reviewed = plain.review.model_copy(update={"compared": "of its source"})
    assert first == state(plain.model_copy(update={"review": reviewed}))
