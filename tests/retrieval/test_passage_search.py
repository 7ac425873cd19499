"""Hybrid search over any texts: the words where they tell, the meaning where they do not, in any language."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from toy_library import LIBRARY, SUBSTANCES, TERMINOLOGY, WordEncoder

from knowledge.terminology.linking import Recogniser
from retrieval.documents import Source
from retrieval.index_tables import IndexPlace
from retrieval.passage_search import Found, PassageSearch, question_terms, text_document

RECOGNISER = Recogniser(TERMINOLOGY, SUBSTANCES, LIBRARY.concepts)
TEXTS = {
    "calves": ("en", "Painful calves at night in late pregnancy"),
    "iron": ("en", "Iron for restless legs in older people"),
    "kinin": ("nb", "Kinin mot leggkramper: skader og nytte"),
    "kaffe": ("nb", "Kaffe og søvn hos friske"),
    "jern": ("nb", "Jern og rastløse bein"),
    "sopp": ("nb", "Spiselig sopp i skogen"),
    "statin": ("en", "Muscle pain under rosuvastatin"),
    "other": ("en", "Opening hours of the library"),
}


def search_over(place: IndexPlace, texts: dict[str, tuple[str, str]]) -> PassageSearch:
    encoder = WordEncoder()
    sources = [
        Source(name, [text_document(name, language, text, RECOGNISER)]) for name, (language, text) in texts.items()
    ]
    place.build(sources, encoder, "v1", lambda _: None)
    return PassageSearch(place.open(model=encoder.model, library_version="v1"), encoder, RECOGNISER)


@pytest.fixture(scope="module")
def search(new_place: Callable[[], IndexPlace]) -> PassageSearch:
    return search_over(new_place(), TEXTS)


def names(found: list[Found]) -> list[str]:
    return [one.document for one in found]


def test_the_words_of_the_question_find_the_text(search: PassageSearch) -> None:
    assert names(search.search("iron in restless legs?", "en"))[0] == "iron"


def test_a_concept_is_found_in_another_language(search: PassageSearch) -> None:
    found = {one.document: one for one in search.search("quinine leg cramps", "en")}
    assert found["kinin"].lexical > 0
    assert [name for name in found if TEXTS[name][0] == "nb"][0] == "kinin"


def test_a_misspelt_word_is_taken_for_the_nearest_that_a_text_holds(search: PassageSearch) -> None:
    assert names(search.search("paynful calvs", "en"))[0] == "calves"


def test_a_medicine_is_found_by_its_name_in_another_language(search: PassageSearch) -> None:
    assert names(search.search("rosuvastatiini", "fi"))[0] == "statin"


def test_hits_come_best_first_and_no_more_than_asked_for(search: PassageSearch) -> None:
    found = search.search("restless legs at night", "en", depth=3)
    assert len(found) == 3
    assert [one.score for one in found] == sorted((one.score for one in found), reverse=True)


def test_equal_texts_are_ordered_by_id(place: IndexPlace) -> None:
    twins = {name: ("en", "Magnesium at night") for name in ("c", "a", "b")}
    found = search_over(place, {**twins, "other": TEXTS["other"]}).search("magnesium", "en")
    assert names(found)[:3] == ["a", "b", "c"] and found[0].score == found[2].score


def test_an_empty_index_finds_nothing(place: IndexPlace) -> None:
    assert search_over(place, {}).search("magnesium", "en") == []


def test_words_that_say_nothing_in_the_questions_own_language_are_left_out() -> None:
    asked = question_terms("Hjelper det mot leggkramper?", "nb", ["en"], RECOGNISER)
    assert "det" not in asked["en"] and "mot" not in asked["en"]
    assert "concept:leg_cramps" in asked["en"]
