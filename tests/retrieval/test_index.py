"""The index: exact as counting by hand, whole or not at all, brought up to date as if built anew."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from rank_bm25 import BM25Okapi
from toy_index import (
    ENCODER,
    CountingEncoder,
    built,
    document,
    found,
    opened,
    put,
    refusal,
    singles,
    source,
)
from toy_library import LIBRARY, WordEncoder

from knowledge.languages.analysis import ANALYSER_VERSION
from retrieval.documents import Document, MadeLater, Source
from retrieval.index import Index, highest
from retrieval.index_tables import BLOCK, IndexPlace, Work
from retrieval.index_work import ENCODED_AT_ONCE
from retrieval.passages import card_sources

WORDS = ("magnesium", "leg", "cramp", "night", "dose", "iron", "sleep", "trial")
Texts = dict[str, tuple[str, ...]]
"""A source's documents as lists of words, in English but for names that begin with `sv`."""


word_lists = st.lists(st.sampled_from(WORDS), min_size=1, max_size=8).map(tuple)
collections = st.dictionaries(st.sampled_from(["a", "b", "sv1", "sv2", "c"]), word_lists, max_size=5)
libraries = st.dictionaries(st.sampled_from(["s1", "s2", "s3", "s4"]), collections, max_size=4)


def sources_of(library: dict[str, Texts]) -> list[Source]:
    """Sources whose document `c` is found in Swedish too, by its words turned round and the first of them once more."""
    return [
        source(name, *(
            document(
                f"{name}#{key}", " ".join(words), language="sv" if key.startswith("sv") else "en",
                also={"sv": (*reversed(words), words[0])} if key == "c" else {},
            )
            for key, words in texts.items()
        ))
        for name, texts in library.items()
    ]  # fmt: skip


def terms_in(language: str, sources: Sequence[Source]) -> dict[str, list[str]]:
    """The terms of each document that is found in a language."""
    documents = (document for one in sources for document in one.documents)
    return {
        document.id: list(document.terms if document.language == language else document.also[language])
        for document in documents
        if language in (document.language, *document.also)
    }


slow = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@slow
@given(library=libraries, query=word_lists)
def test_lexical_scores_are_those_of_rank_bm25(
    place: IndexPlace, library: dict[str, Texts], query: Sequence[str]
) -> None:
    index = built(emptied(place), sources_of(library))
    for language in ("en", "sv"):
        documents = terms_in(language, sources_of(library))
        theirs = BM25Okapi([*documents.values()]).get_scores(list(query)) if documents else []
        mine = index.scores(None, {language: list(query)})
        assert dict(zip(documents, theirs, strict=True)) == pytest.approx(
            {name: float(mine.lexical[language][mine.numbers[name]]) for name in documents}, abs=1e-6
        )
        elsewhere = {*mine.numbers} - {*documents}
        assert not any(mine.lexical[language][mine.numbers[name]] for name in elsewhere)


@slow
@given(states=st.lists(libraries, min_size=2, max_size=4), query=word_lists)
def test_an_index_brought_up_to_date_equals_one_built_anew(
    place: IndexPlace, other_place: IndexPlace, states: list[dict[str, Texts]], query: Sequence[str]
) -> None:
    edited = emptied(place)
    watching: Index | None = None
    for number, state in enumerate(states):
        put(edited, sources_of(state), f"v{number}")
        watching = watching or opened(edited, "v0")
    last = f"v{len(states) - 1}"
    anew = built(emptied(other_place), sources_of(states[-1]), last)
    assert watching is not None
    for index in (opened(edited, last), watching):
        for language in ("en", "sv"):
            fresh = by_name(anew, query, language)
            mine = by_name(index, query, language)
            assert mine.keys() == fresh.keys()
            for name, scores in fresh.items():
                assert mine[name] == pytest.approx(scores, abs=1e-6)


def emptied(place: IndexPlace) -> IndexPlace:
    """A place as if nothing had been there."""
    if place.is_there():
        place.remove()
    return place


def by_name(index: Index, query: Sequence[str], language: str) -> dict[str, tuple[float, float]]:
    """Lexical score in a language and cosine of every document."""
    scores = index.scores(ENCODER.question(" ".join(query)), {language: list(query)})
    lexical = scores.lexical[language]
    return {name: (float(lexical[at]), float(scores.cosines[at])) for name, at in scores.numbers.items()}


def test_a_document_is_found_by_words_of_each_of_its_languages_and_by_meaning_once(place: IndexPlace) -> None:
    both = document("a", "leg cramp", also={"sv": ("vad", "kramp"), "fi": ()})
    index = built(place, [source("s", both)])
    scores = index.scores(ENCODER.question("leg"), {"en": ["leg"], "sv": ["kramp"], "fi": ["leg"]})
    assert {tag: bool(found[scores.numbers["a"]]) for tag, found in scores.lexical.items()} == {
        "en": True, "sv": True, "fi": False,
    }  # fmt: skip
    assert index.respelt({"sv": ["krampp"]}) == {"sv": ["kramp"]}
    assert sorted(index.languages()) == ["en", "fi", "sv"]
    assert set(found(index, "leg")) == {"a"} and not found(index, "leg", "sv")


@pytest.mark.parametrize("text", ["magnesium", "Does magnesium help leg cramps?", "restless legs", "xyzzy"])
@pytest.mark.parametrize("language", ["en", "nb", "fi"])
def test_a_document_is_as_near_as_its_nearest_passage(place: IndexPlace, text: str, language: str) -> None:
    sources = card_sources(LIBRARY)
    index = built(place, sources)
    vector = ENCODER.question(text)
    by_hand = {
        document.id: max(float(ENCODER.question(passage) @ vector) for passage in document.passages)
        for entry in sources
        for document in entry.documents
        if document.language == language and document.passages
    }
    assert {name: cosine for name, (_, cosine) in found(index, text, language).items()} == pytest.approx(
        by_hand, abs=1e-5
    )


def test_other_languages_are_not_searched(place: IndexPlace) -> None:
    index = built(place, [source("s", document("a", "leg"), document("b", "leg", language="nb"))])
    assert set(found(index, "leg", "nb")) == {"b"}
    assert found(index, "leg", "sv") == {}


def test_a_text_with_a_sign_that_no_text_should_hold_is_found_like_any_other(place: IndexPlace) -> None:
    odd = Document(id="a", language="en", terms=("leg",), passages=("leg \0 \x1f \t \\N \ufffe",))
    assert set(found(built(place, [source("s", odd)]), "leg")) == {"a"}


def test_an_index_of_nothing_opens_and_finds_nothing(place: IndexPlace) -> None:
    assert found(built(place, []), "leg") == {}


@given(st.lists(st.floats(0, 9, width=32), max_size=12), st.integers(1, 14))
def test_the_highest_are_those_of_sorting_everything(values: list[float], count: int) -> None:
    scores = np.array(values, dtype=np.float64)
    by_hand = sorted((n for n, value in enumerate(values) if value > 0), key=lambda n: (-values[n], n))
    assert highest(scores, count) == by_hand[:count]


def test_the_manifest_says_what_the_index_was_built_from(place: IndexPlace) -> None:
    assert not place.is_there()
    manifest = put(place, singles(a="leg cramps", b="iron"))
    assert (manifest.model, manifest.dimensions, manifest.passages) == ("toy-words", 512, 2)
    assert (manifest.library_version, manifest.analyser_version) == ("v1", ANALYSER_VERSION)
    assert place.manifest() == manifest == opened(place).manifest
    assert place.is_there() and place.is_whole() and place.size_bytes() > 0


def test_an_index_that_was_removed_is_not_opened_and_can_be_built_again(place: IndexPlace) -> None:
    put(place, singles(a="leg"))
    place.remove()
    assert not place.is_there() and "no index here" in refusal(place)
    assert set(found(built(place, singles(a="leg")), "leg")) == {"a"}


def test_progress_counts_every_passage_once_also_those_already_there(place: IndexPlace) -> None:
    many = [source(f"s{n}", document(f"d{n}", f"word {n}", "more")) for n in range(3 * ENCODED_AT_ONCE)]
    for sources in (many[:-3], many, many):
        done: list[int] = []
        put(place, sources, "v1", progress=done.append)
        assert sum(done) == 2 * len(sources)


def test_only_what_changed_is_encoded(place: IndexPlace) -> None:
    encoder = CountingEncoder()
    put(place, singles(a="leg", b="iron", c="sleep"), "v1", encoder)
    after = singles(a="leg", b="iron dose", d="trial")
    assert place.work_on(after, encoder.model) == Work(kept=1, written=["iron dose", "trial"])
    encoder.encoded = 0
    put(place, after, "v2", encoder)
    assert encoder.encoded == 2


def of_state(state: str, *texts: str, made: list[str] | None = None) -> Source:
    """A source of these texts that notes when they are made."""

    def make() -> list[Document]:
        if made is not None:
            made.append(state)
        return [document(f"d{place}", text) for place, text in enumerate(texts)]

    return Source("s", MadeLater(make), state)


def test_documents_are_made_only_where_what_they_are_made_of_has_changed(place: IndexPlace) -> None:
    encoder, made = CountingEncoder(), list[str]()
    for state, text in (("one", "leg"), ("one", "leg"), ("two", "leg"), ("two", "leg"), ("three", "iron")):
        sources = [of_state(state, text, "night", made=made)]
        work = place.work_on(sources, encoder.model)
        assert work.kept + len(work.written) == 2
        put(place, sources, "v1", encoder)
    assert made == ["one", "two", "three"]
    assert encoder.encoded == 4
    index = opened(place)
    assert [nearest(index, word) for word in ("iron", "night", "leg")] == [1.0, 1.0, 0.0]


def nearest(index: Index, word: str) -> float:
    """How near the nearest document is."""
    return round(max(cosine for _, cosine in found(index, word).values()), 3)


def test_without_a_state_the_documents_themselves_are_compared(place: IndexPlace) -> None:
    made = list[str]()
    put(place, [of_state("", "leg", made=made)], "v1")
    put(place, [of_state("", "iron", made=made)], "v2")
    assert made == ["", ""]
    index = opened(place, "v2")
    assert [nearest(index, word) for word in ("iron", "leg")] == [1.0, 0.0]


def test_an_open_index_takes_up_a_change_at_the_next_search(place: IndexPlace) -> None:
    index = built(place, singles(a="leg"))
    put(place, singles(a="leg", b="iron dose"), "v2")
    assert found(index, "iron")["b"][1] > 0
    put(place, singles(b="iron dose"), "v3")
    assert set(found(index, "iron")) == {"b"}


def test_an_index_that_outgrows_its_room_is_read_anew(place: IndexPlace) -> None:
    index = built(place, singles(a="leg"))
    many = [source(f"s{n}", document(f"d{n}", f"word {n}")) for n in range(2 * BLOCK)]
    put(place, many, "v2")
    assert len(found(index, "word")) == 2 * BLOCK


def test_a_missing_index_is_refused_with_the_command_that_builds_it(place: IndexPlace) -> None:
    assert "no index here; run `farmasvar index build`" in refusal(place)


def test_an_index_of_another_model_is_refused_by_name(place: IndexPlace) -> None:
    built(place, [])
    message = refusal(place, model="other-model")
    assert "toy-words" in message and "other-model" in message and "farmasvar index build" in message


def test_an_index_of_a_changed_library_is_refused(place: IndexPlace) -> None:
    built(place, [])
    assert "older library; run `farmasvar index build`" in refusal(place, version="v2")


def test_building_replaces_an_index_of_another_model(place: IndexPlace) -> None:
    other = WordEncoder()
    other.model = "other"
    put(place, singles(a="leg"), "v1", other)
    assert set(found(built(place, singles(b="iron")), "iron")) == {"b"}


def test_a_text_without_a_term_is_found_by_meaning_alone(place: IndexPlace) -> None:
    wordless = Document(id="a", language="sv", terms=(), passages=("leg",))
    index = built(place, [source("s", wordless)])
    assert found(index, "leg", "sv") == {"a": (0.0, pytest.approx(1.0))}


