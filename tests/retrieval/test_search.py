"""Hybrid search over the toy library: sorted hits, ties by claim, and nothing for nonsense."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from toy_library import LIBRARY, TERMINOLOGY, WordEncoder, card, claim

from knowledge.evidence.library import Library
from knowledge.evidence.models import Intent
from retrieval.fusion import ranked
from retrieval.index_tables import IndexPlace
from retrieval.passages import card_sources
from retrieval.query import Query
from retrieval.search import Hit, HybridSearch


def search_over(library: Library, place: IndexPlace) -> HybridSearch:
    encoder = WordEncoder()
    place.build(card_sources(library), encoder, library.version, lambda _: None)
    index = place.open(model=encoder.model, library_version=library.version)
    return HybridSearch(library, index, encoder)


@pytest.fixture(scope="module")
def toy_search(new_place: Callable[[], IndexPlace]) -> HybridSearch:
    return search_over(LIBRARY, new_place())


def query(text: str, *intents: str, **facets: Any) -> Query:
    return Query(**{"text": text, "language": "en", "intents": tuple(map(Intent, intents)), **facets})


def claims(hits: list[Hit]) -> list[str]:
    return [hit.claim for hit in hits]


def test_the_claim_that_knows_the_question_comes_first(toy_search: HybridSearch) -> None:
    best = toy_search.search(query("Does magnesium help leg cramps at night?"))[0]
    assert (best.claim, best.cosine) == ("older#frequency", pytest.approx(1, abs=1e-5))


@pytest.mark.parametrize("text", ["magnesium", "leg cramps in pregnant women", "loose stools", "tried an infusion"])
def test_hits_are_sorted_by_falling_score(toy_search: HybridSearch, text: str) -> None:
    hits = toy_search.search(query(text))
    assert hits and claims(hits) == ranked({hit.claim: hit.score for hit in hits})


def test_hits_of_one_score_are_ordered_by_claim(place: IndexPlace) -> None:
    twins = [claim("same", statement="Quinine is bitter.", intervention="quinine")]
    others = [claim(f"other-{n}", statement=f"Sentence number {n}.", intervention=None) for n in range(6)]
    library = Library([card("zebra", *twins), card("aardvark", *twins), card("others", *others)], TERMINOLOGY)
    hits = search_over(library, place).search(query("Quinine is bitter."))
    assert claims(hits) == ["aardvark#same", "zebra#same"] and hits[0].score == hits[1].score


@pytest.mark.parametrize("text", ["qzxv wrtp", "xyzzy", "ååå"])
def test_nonsense_returns_no_hits(toy_search: HybridSearch, text: str) -> None:
    assert toy_search.search(query(text)) == []


def test_a_claim_that_matches_in_no_way_is_dropped(toy_search: HybridSearch) -> None:
    assert claims(toy_search.search(query("stools"))) == ["legs#stools"]


def test_the_codes_exclude_what_the_words_would_admit(toy_search: HybridSearch) -> None:
    hits = toy_search.search(query("magnesium leg cramps", "causes", direction="causes", conditions=("leg_cramps",)))
    assert claims(hits) == ["causes#provoked"]


def test_a_concept_finds_a_claim_whose_words_are_others(toy_search: HybridSearch) -> None:
    assert claims(toy_search.search(query("diaré", topics=("diarrhoea",))))[0] == "legs#stools"


def test_a_question_in_another_language_finds_the_claim_by_its_concepts(toy_search: HybridSearch) -> None:
    asked = query("Hjelper magnesium mot rastløse bein?", "efficacy", language="nb", conditions=("restless_legs",))
    assert claims(toy_search.search(asked)) == ["legs#restless"]


def test_the_codes_that_fit_decide_between_claims_of_like_wording(toy_search: HybridSearch) -> None:
    asked = query("magnesium", "efficacy", conditions=("leg_cramps",), populations=("pregnant",))
    assert claims(toy_search.search(asked))[0] == "pregnancy#relief"


def test_an_empty_library_gives_no_hits(place: IndexPlace) -> None:
    assert search_over(Library([], TERMINOLOGY), place).search(query("magnesium")) == []


def test_the_same_question_gives_the_same_hits(toy_search: HybridSearch) -> None:
    asked = query("magnesium for leg cramps", "efficacy")
    assert toy_search.search(asked) == toy_search.search(asked)


@pytest.mark.parametrize("facets", [{}, {"medicines": ("quinine",)}])
def test_claims_on_other_matters_take_no_place_from_those_let_in(
    place: IndexPlace, monkeypatch: pytest.MonkeyPatch, facets: dict[str, Any]
) -> None:
    nearer = [claim(f"nearer-{n}", statement="Relief of leg cramps", conditions=("leg_cramps",)) for n in range(9)]
    wanted = claim(
        "wanted", statement="Relief in restless legs", intervention="quinine", conditions=("restless_legs",)
    )
    library = Library([card("nearer", *nearer), card("wanted", wanted)], TERMINOLOGY)
    monkeypatch.setattr("retrieval.search.CANDIDATES", 1)
    asked = query("Relief of leg cramps", conditions=("restless_legs",), **facets)
    assert claims(search_over(library, place).search(asked)) == ["wanted#wanted"]
