"""The index: exact as counting by hand, whole or not at all, brought up to date as if built anew."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from unittest.mock import Mock

import apsw
import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from rank_bm25 import BM25Okapi
from toy_index import ENCODER, CountingEncoder, FailingEncoder, built, document, found, opened, singles, source
from toy_library import LIBRARY, WordEncoder

from knowledge.errors import SearchIndexError
from knowledge.languages.analysis import ANALYSER_VERSION
from retrieval.documents import Document, MadeLater, Source
from retrieval.index import Index, highest, open_index
from retrieval.index_file import connect, read_manifest
from retrieval.index_tables import BLOCK, Work
from retrieval.index_work import ENCODED_AT_ONCE
from retrieval.index_writer import (
    IndexWriter,
    build_index,
    manifest_path,
    work_on,
)
from retrieval.passages import card_sources

WORDS = ("magnesium", "leg", "cramp", "night", "dose", "iron", "sleep", "trial")
Texts = dict[str, tuple[str, ...]]
"""A source's documents as lists of words, in English but for names that begin with `sv`."""


def refusal(path: Path, *, model: str = ENCODER.model, version: str = "v1") -> str:
    """The one line with which an index is refused."""
    with pytest.raises(SearchIndexError) as caught:
        open_index(path, model=model, library_version=version)
    assert "\n" not in str(caught.value) and str(path) in str(caught.value)
    return str(caught.value)


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
def test_lexical_scores_are_those_of_rank_bm25(tmp_path: Path, library: dict[str, Texts], query: Sequence[str]) -> None:
    index = built(tmp_path / f"{time.monotonic_ns()}.db", sources_of(library))
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
    tmp_path: Path, states: list[dict[str, Texts]], query: Sequence[str]
) -> None:
    folder = tmp_path / str(time.monotonic_ns())
    watching: Index | None = None
    for number, state in enumerate(states):
        build_index(folder / "edited.db", sources_of(state), ENCODER, f"v{number}")
        watching = watching or opened(folder / "edited.db", "v0")
    last = f"v{len(states) - 1}"
    anew = built(folder / "fresh.db", sources_of(states[-1]), last)
    assert watching is not None
    for index in (opened(folder / "edited.db", last), watching):
        for language in ("en", "sv"):
            fresh = by_name(anew, query, language)
            mine = by_name(index, query, language)
            assert mine.keys() == fresh.keys()
            for name, scores in fresh.items():
                assert mine[name] == pytest.approx(scores, abs=1e-6)


def by_name(index: Index, query: Sequence[str], language: str) -> dict[str, tuple[float, float]]:
    """Lexical score in a language and cosine of every document."""
    scores = index.scores(ENCODER.question(" ".join(query)), {language: list(query)})
    lexical = scores.lexical[language]
    return {name: (float(lexical[at]), float(scores.cosines[at])) for name, at in scores.numbers.items()}


def test_a_document_is_found_by_words_of_each_of_its_languages_and_by_meaning_once(tmp_path: Path) -> None:
    both = document("a", "leg cramp", also={"sv": ("vad", "kramp"), "fi": ()})
    index = built(tmp_path / "i.db", [source("s", both)])
    scores = index.scores(ENCODER.question("leg"), {"en": ["leg"], "sv": ["kramp"], "fi": ["leg"]})
    assert {tag: bool(found[scores.numbers["a"]]) for tag, found in scores.lexical.items()} == {
        "en": True, "sv": True, "fi": False,
    }  # fmt: skip
    assert index.respelt({"sv": ["krampp"]}) == {"sv": ["kramp"]}
    assert sorted(index.languages()) == ["en", "fi", "sv"]
    assert set(found(index, "leg")) == {"a"} and not found(index, "leg", "sv")


@pytest.mark.parametrize("text", ["magnesium", "Does magnesium help leg cramps?", "restless legs", "xyzzy"])
@pytest.mark.parametrize("language", ["en", "nb", "fi"])
def test_a_document_is_as_near_as_its_nearest_passage(tmp_path: Path, text: str, language: str) -> None:
    sources = card_sources(LIBRARY)
    index = built(tmp_path / "toy.db", sources)
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


def test_numbers_beyond_one_block_are_found(tmp_path: Path) -> None:
    path = tmp_path / "many.db"
    many = source("many", *(document(f"d{number}", "common") for number in range(3)))
    build_index(path, [many], ENCODER, "v1")
    connection = connect(path)
    connection.execute("UPDATE sqlite_sequence SET seq = ? WHERE name = 'documents'", (BLOCK - 2,))
    connection.close()
    index = built(path, [many, *singles(x="rare thing", y="rare thing again", z="another")], "v2")
    assert {name for name, (lexical, _) in found(index, "rare").items() if lexical > 0} == {"x", "y"}


def test_other_languages_are_not_searched(tmp_path: Path) -> None:
    index = built(tmp_path / "i.db", [source("s", document("a", "leg"), document("b", "leg", language="nb"))])
    assert set(found(index, "leg", "nb")) == {"b"}
    assert found(index, "leg", "sv") == {}


def test_an_index_of_nothing_opens_and_finds_nothing(tmp_path: Path) -> None:
    assert found(built(tmp_path / "i.db", []), "leg") == {}


@given(st.lists(st.floats(0, 9, width=32), max_size=12), st.integers(1, 14))
def test_the_highest_are_those_of_sorting_everything(values: list[float], count: int) -> None:
    scores = np.array(values, dtype=np.float64)
    by_hand = sorted((n for n, value in enumerate(values) if value > 0), key=lambda n: (-values[n], n))
    assert highest(scores, count) == by_hand[:count]


def test_a_manifest_says_what_the_index_was_built_from(tmp_path: Path) -> None:
    path = tmp_path / "new" / "farmasvar.db"
    manifest = build_index(path, singles(a="leg cramps"), ENCODER, "v1")
    assert (manifest.model, manifest.dimensions, manifest.passages) == ("toy-words", 512, 1)
    assert (manifest.library_version, manifest.analyser_version) == ("v1", ANALYSER_VERSION)
    assert read_manifest(path) == manifest == opened(path).manifest
    assert json.loads(manifest_path(path).read_text(encoding="utf-8")) == manifest.model_dump()


def test_an_index_that_finds_no_room_is_a_fault_of_one_line_and_gone_on_with_later(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "i.db"
    for fault in (apsw.FullError("database or disk is full"), OSError(28, "No space left on device")):
        with monkeypatch.context() as full:
            full.setattr("retrieval.index_writer.set_value", Mock(side_effect=fault))
            with pytest.raises(SearchIndexError, match="cannot be built: .*; look at the room on the disk"):
                build_index(path, singles(a="leg cramps"), ENCODER, "v1")
    assert not path.exists()
    assert build_index(path, singles(a="leg cramps"), ENCODER, "v1").passages == 1


def test_nothing_but_the_index_and_its_manifest_is_left_behind(tmp_path: Path) -> None:
    path = tmp_path / "farmasvar.db"
    build_index(path, singles(a="leg cramps"), ENCODER, "v1")
    assert set(tmp_path.iterdir()) == {path, manifest_path(path)}


def test_progress_counts_every_passage_once_also_those_already_there(tmp_path: Path) -> None:
    many = [source(f"s{n}", document(f"d{n}", f"word {n}", "more")) for n in range(3 * ENCODED_AT_ONCE)]
    for sources in (many[:-3], many, many):
        done: list[int] = []
        build_index(tmp_path / "i.db", sources, ENCODER, "v1", done.append)
        assert sum(done) == 2 * len(sources)


def test_only_what_changed_is_encoded(tmp_path: Path) -> None:
    path, encoder = tmp_path / "i.db", CountingEncoder()
    build_index(path, singles(a="leg", b="iron", c="sleep"), encoder, "v1")
    after = singles(a="leg", b="iron dose", d="trial")
    assert work_on(path, after, encoder.model) == Work(kept=1, written=["iron dose", "trial"])
    encoder.encoded = 0
    build_index(path, after, encoder, "v2")
    assert encoder.encoded == 2


def of_state(state: str, *texts: str, made: list[str] | None = None) -> Source:
    """A source of these texts that notes when they are made."""

    def make() -> list[Document]:
        if made is not None:
            made.append(state)
        return [document(f"d{place}", text) for place, text in enumerate(texts)]

    return Source("s", MadeLater(make), state)


def test_documents_are_made_only_where_what_they_are_made_of_has_changed(tmp_path: Path) -> None:
    path, encoder, made = tmp_path / "i.db", CountingEncoder(), list[str]()
    for state, text in (("one", "leg"), ("one", "leg"), ("two", "leg"), ("two", "leg"), ("three", "iron")):
        sources = [of_state(state, text, "night", made=made)]
        work = work_on(path, sources, encoder.model)
        assert work.kept + len(work.written) == 2
        build_index(path, sources, encoder, "v1")
    assert made == ["one", "two", "three"]
    assert encoder.encoded == 4
    assert texts_in(path) == ["iron", "night"]


def texts_in(path: Path) -> list[str]:
    return [text for (text,) in connect(path).execute("SELECT text FROM passages ORDER BY number")]


def test_without_a_state_the_documents_themselves_are_compared(tmp_path: Path) -> None:
    path, made = tmp_path / "i.db", list[str]()
    build_index(path, [of_state("", "leg", made=made)], ENCODER, "v1")
    build_index(path, [of_state("", "iron", made=made)], ENCODER, "v2")
    assert made == ["", ""]
    assert texts_in(path) == ["iron"]


def test_one_changed_source_writes_no_other_sources_rows(tmp_path: Path) -> None:
    path = tmp_path / "i.db"
    build_index(path, singles(a="leg night", b="iron"), ENCODER, "v1")
    before = dict(connect(path).execute("SELECT id, number FROM documents"))
    build_index(path, singles(a="leg night", b="iron dose"), ENCODER, "v2")
    after = dict(connect(path).execute("SELECT id, number FROM documents"))
    assert after["a"] == before["a"] and after["b"] > before["b"]


def test_terms_and_postings_of_what_is_gone_go_too(tmp_path: Path) -> None:
    path = tmp_path / "i.db"
    build_index(path, singles(a="leg night", b="iron"), ENCODER, "v1")
    build_index(path, singles(b="iron"), ENCODER, "v2")
    connection = connect(path)
    for table in ("terms", "postings"):
        assert list(connection.execute(f"SELECT term FROM {table}")) == [("iron",)]
    for table in ("documents", "document_terms", "passages", "vectors", "sources"):
        assert next(connection.execute(f"SELECT count(*) FROM {table}")) == (1,)


def test_an_open_index_takes_up_a_change_at_the_next_search(tmp_path: Path) -> None:
    index = built(tmp_path / "i.db", singles(a="leg"))
    build_index(tmp_path / "i.db", singles(a="leg", b="iron dose"), ENCODER, "v2")
    assert found(index, "iron")["b"][1] > 0
    build_index(tmp_path / "i.db", singles(b="iron dose"), ENCODER, "v3")
    assert set(found(index, "iron")) == {"b"}


def test_an_index_that_outgrows_its_room_is_read_anew(tmp_path: Path) -> None:
    index = built(tmp_path / "i.db", singles(a="leg"))
    many = [source(f"s{n}", document(f"d{n}", f"word {n}")) for n in range(2 * BLOCK)]
    build_index(tmp_path / "i.db", many, ENCODER, "v2")
    assert len(found(index, "word")) == 2 * BLOCK


def test_a_missing_index_is_refused_with_the_command_that_builds_it(tmp_path: Path) -> None:
    assert "no index here; run `farmasvar index build`" in refusal(tmp_path / "none.db")


def test_an_index_of_another_model_is_refused_by_name(tmp_path: Path) -> None:
    built(tmp_path / "small.db", [])
    message = refusal(tmp_path / "small.db", model="other-model")
    assert "toy-words" in message and "other-model" in message and "farmasvar index build" in message


def test_an_index_of_a_changed_library_is_refused(tmp_path: Path) -> None:
    built(tmp_path / "small.db", [])
    assert "older library; run `farmasvar index build`" in refusal(tmp_path / "small.db", version="v2")


@pytest.mark.parametrize("content", [b"", b"not an index at all", b"SQLite format 3\x00" + b"\x00" * 200])
def test_a_file_that_is_no_index_is_refused_and_left_alone(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "letter.db"
    path.write_bytes(content)
    assert "is not a Farmasvar index" in refusal(path)
    assert path.read_bytes() == content


def test_a_folder_is_no_index(tmp_path: Path) -> None:
    assert "cannot be read" in refusal(tmp_path)


def test_half_an_index_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "small.db"
    build_index(path, singles(a="leg cramps"), ENCODER, "v1")
    path.write_bytes(path.read_bytes()[:4096])
    assert "is not a Farmasvar index" in refusal(path)


def test_building_replaces_an_index_of_another_model(tmp_path: Path) -> None:
    other = WordEncoder()
    other.model = "other"
    build_index(tmp_path / "i.db", singles(a="leg"), other, "v1")
    assert set(found(built(tmp_path / "i.db", singles(b="iron")), "iron")) == {"b"}


def test_an_index_may_lie_where_nothing_can_be_written(tmp_path: Path) -> None:
    path = tmp_path / "i.db"
    build_index(path, singles(a="leg"), ENCODER, "v1")
    path.chmod(0o444)
    tmp_path.chmod(0o555)
    try:
        assert set(found(opened(path), "leg")) == {"a"}
    finally:
        tmp_path.chmod(0o755)


def test_an_index_on_its_way_to_another_library_is_not_opened(tmp_path: Path) -> None:
    path = tmp_path / "i.db"
    build_index(path, singles(a="leg"), ENCODER, "v1")
    with pytest.raises(MemoryError):
        build_index(path, singles(a="leg", b="iron"), FailingEncoder(batches=0), "v2")
    for version in ("v1", "v2"):
        assert "older library" in refusal(path, version=version)


WRITER = """
import sys
from pathlib import Path
from unittest.mock import Mock
sys.path[:0] = {paths!r}
import test_index as t
connection = t.connect(Path({path!r}))
writer = t.IndexWriter(connection)
states = [t.pair("old"), t.pair("new")]
print("writing", flush=True)
number = 0
while True:
    number += 1
    one = states[number % 2]
    rows = t.ENCODER.passages([text for d in one.documents for text in d.passages])
    writer.replace([one], rows)
"""


def pair(word: str) -> Source:
    """A source whose every document names the word, big enough for its writing to take a while."""
    return source("pair", *(document(f"p{n}", f"{word} leg {n}") for n in range(200)))


def holding(index: Index, word: str) -> int:
    """How many documents hold a word, in one look."""
    return sum(lexical > 0 for lexical, _ in found(index, word).values())


def test_readers_never_see_half_an_update_and_a_kill_loses_nothing(tmp_path: Path) -> None:
    path = tmp_path / "i.db"
    index = built(path, [pair("old"), *singles(a="leg night")])
    program = WRITER.format(path=str(path), paths=[str(Path(__file__).parent), *sys.path])
    for milliseconds in range(5, 65, 5):
        with subprocess.Popen([sys.executable, "-c", program], stdout=subprocess.PIPE, text=True) as writer:
            try:
                assert writer.stdout is not None and writer.stdout.readline() == "writing\n"
                until = time.monotonic() + milliseconds / 1000
                while time.monotonic() < until:
                    assert holding(index, "old") in (0, 200)
            finally:
                writer.send_signal(signal.SIGKILL)
        fresh = opened(path)
        assert sorted([holding(fresh, "old"), holding(fresh, "new")]) == [0, 200]
        assert found(index, "old") == found(fresh, "old")
        assert found(index, "night")["a"] == found(fresh, "night")["a"]


def test_a_text_without_a_term_is_found_by_meaning_alone(tmp_path: Path) -> None:
    wordless = Document(id="a", language="sv", terms=(), passages=("leg",))
    index = built(tmp_path / "i.db", [source("s", wordless)])
    assert found(index, "leg", "sv") == {"a": (0.0, pytest.approx(1.0))}


def test_two_writers_take_turns(tmp_path: Path) -> None:
    path = tmp_path / "i.db"
    built(path, [])
    writers = [IndexWriter(connect(path)) for _ in range(2)]
    for number, writer in enumerate(writers):
        one = singles(**{f"s{number}": "leg"})[0]
        writer.replace([one], ENCODER.passages(["leg"]))
    assert set(found(opened(path), "leg")) == {"s0", "s1"}
