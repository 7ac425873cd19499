"""Passages: what of a claim is indexed, and under which id."""

from __future__ import annotations

from toy_library import LIBRARY, TERMINOLOGY, card, claim

from knowledge.languages import LANGUAGES
from knowledge.library import Library
from retrieval.passages import claim_texts, concept_names, passages


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


def test_every_claim_has_a_passage_in_every_language() -> None:
    found = {(passage.claim, passage.language) for passage in passages(LIBRARY)}
    assert found == {(reference, language) for reference in LIBRARY.claims for language in LANGUAGES}


def test_a_passage_id_names_claim_language_and_number_and_stands_once() -> None:
    ids = [passage.id for passage in passages(LIBRARY)]
    assert ids[:2] == ["older#frequency/en/0", "older#frequency/en/1"]
    assert len(ids) == len(set(ids))


def test_an_empty_library_has_no_passages() -> None:
    assert list(passages(Library([card("empty")], TERMINOLOGY))) == []
