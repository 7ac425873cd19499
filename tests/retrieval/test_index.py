"""The index file: built whole or not at all, refused when it is not ours, and as exact as counting by hand."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from toy_library import LIBRARY, WordEncoder

from knowledge.errors import SearchIndexError
from retrieval.analysis import ANALYSER_VERSION
from retrieval.embedding import Vectors
from retrieval.index import BATCH, VectorIndex, build_index, manifest_path, open_index, read_manifest
from retrieval.passages import Passage, passages

ENCODER = WordEncoder()


class FailingEncoder(WordEncoder):
    """Encodes one batch, then breaks, as a machine does that runs out of memory."""

    def __init__(self) -> None:
        self.batches = 0

    def passages(self, texts: Sequence[str]) -> Vectors:
        self.batches += 1
        if self.batches > 1:
            raise MemoryError("no more")
        return super().passages(texts)


def passage(name: str, text: str, language: str = "en") -> Passage:
    return Passage(id=name, claim=name, language=language, text=text)


def opened(path: Path, version: str = "v1") -> VectorIndex:
    return open_index(path, model=ENCODER.model, library_version=version)


def small_index(folder: Path, *entries: Passage) -> VectorIndex:
    build_index(folder / "small.db", entries, ENCODER, "v1")
    return opened(folder / "small.db")


@pytest.fixture(scope="module")
def toy_index(tmp_path_factory: pytest.TempPathFactory) -> VectorIndex:
    path = tmp_path_factory.mktemp("index") / "toy.db"
    build_index(path, list(passages(LIBRARY)), ENCODER, "v1")
    return opened(path)


def refusal(path: Path, *, model: str = ENCODER.model, version: str = "v1") -> str:
    """The one line with which an index is refused."""
    with pytest.raises(SearchIndexError) as caught:
        open_index(path, model=model, library_version=version)
    assert "\n" not in str(caught.value) and str(path) in str(caught.value)
    return str(caught.value)


def test_an_index_holds_the_passages_it_was_built_from(toy_index: VectorIndex) -> None:
    assert toy_index.passages == list(passages(LIBRARY))


def test_a_manifest_says_what_the_index_was_built_from(tmp_path: Path) -> None:
    path = tmp_path / "new" / "farmasvar.db"
    manifest = build_index(path, [passage("a", "leg cramps")], ENCODER, "v1")
    assert (manifest.model, manifest.dimensions, manifest.passages) == ("toy-words", 512, 1)
    assert (manifest.library_version, manifest.analyser_version) == ("v1", ANALYSER_VERSION)
    assert read_manifest(path) == manifest == opened(path).manifest


def test_a_readable_manifest_lies_beside_the_index(tmp_path: Path) -> None:
    path = tmp_path / "farmasvar.db"
    manifest = build_index(path, [passage("a", "leg cramps")], ENCODER, "v1")
    assert manifest_path(path).parent == tmp_path
    assert json.loads(manifest_path(path).read_text(encoding="utf-8")) == manifest.model_dump()


def test_nothing_but_the_index_and_its_manifest_is_left_behind(tmp_path: Path) -> None:
    path = tmp_path / "farmasvar.db"
    build_index(path, [passage("a", "leg cramps")], ENCODER, "v1")
    assert set(tmp_path.iterdir()) == {path, manifest_path(path)}


def test_progress_counts_every_passage_once(tmp_path: Path) -> None:
    done: list[int] = []
    many = [passage(f"p{number}", f"word {number}") for number in range(BATCH + 3)]
    build_index(tmp_path / "many.db", many, ENCODER, "v1", done.append)
    assert done == [BATCH, 3]


@pytest.mark.parametrize("text", ["magnesium", "Does magnesium help leg cramps?", "restless legs", "xyzzy"])
@pytest.mark.parametrize("language", ["en", "nb", "fi"])
def test_the_nearest_are_those_found_by_comparing_with_every_passage(
    toy_index: VectorIndex, text: str, language: str
) -> None:
    vector = ENCODER.question(text)
    entries = [entry for entry in passages(LIBRARY) if entry.language == language]
    mine = {entry.id: float(ENCODER.question(entry.text) @ vector) for entry in entries}
    found = {entry.id: cosine for entry, cosine in toy_index.nearest(vector, language)}
    assert found == pytest.approx(mine, abs=1e-5)


def test_the_nearest_come_best_first(toy_index: VectorIndex) -> None:
    cosines = [cosine for _, cosine in toy_index.nearest(ENCODER.question("magnesium leg cramps"), "en")]
    assert cosines == sorted(cosines, reverse=True)


@pytest.mark.parametrize("names", ["abcde", "edcba", "cadbe"])
def test_ties_are_ordered_by_passage_id(tmp_path: Path, names: str) -> None:
    index = small_index(tmp_path, *(passage(name, "leg cramps") for name in names))
    assert [entry.id for entry, _ in index.nearest(ENCODER.question("leg cramps"), "en")] == ["a", "b", "c", "d", "e"]


@given(limit=st.integers(1, 20), question=st.sampled_from(["magnesium", "leg cramps at night", "pregnant women"]))
def test_a_limit_keeps_the_best(toy_index: VectorIndex, limit: int, question: str) -> None:
    vector = ENCODER.question(question)
    every = [cosine for _, cosine in toy_index.nearest(vector, "en")]
    assert [cosine for _, cosine in toy_index.nearest(vector, "en", limit)] == every[:limit]


def test_other_languages_are_not_searched(tmp_path: Path) -> None:
    index = small_index(tmp_path, passage("a", "leg cramps"), passage("b", "leg cramps", "nb"))
    assert [entry.id for entry, _ in index.nearest(ENCODER.question("leg cramps"), "nb")] == ["b"]
    assert index.nearest(ENCODER.question("leg cramps"), "sv") == []


def test_a_text_is_as_near_to_itself_as_can_be(tmp_path: Path) -> None:
    index = small_index(tmp_path, passage("a", "leg cramps"), passage("b", "restless legs"))
    (first, cosine), (_, other) = index.nearest(ENCODER.question("leg cramps"), "en")
    assert (first.id, cosine, other) == ("a", pytest.approx(1, abs=1e-6), pytest.approx(0, abs=1e-6))


def test_an_index_of_nothing_opens_and_finds_nothing(tmp_path: Path) -> None:
    assert small_index(tmp_path).nearest(ENCODER.question("leg cramps"), "en") == []


def test_a_missing_index_is_refused_with_the_command_that_builds_it(tmp_path: Path) -> None:
    assert "no index here; run `farmasvar index build`" in refusal(tmp_path / "none.db")


def test_an_index_of_another_model_is_refused_by_name(tmp_path: Path) -> None:
    small_index(tmp_path)
    message = refusal(tmp_path / "small.db", model="other-model")
    assert "toy-words" in message and "other-model" in message and "farmasvar index build" in message


def test_an_index_of_a_changed_library_is_refused(tmp_path: Path) -> None:
    small_index(tmp_path)
    assert "older library; run `farmasvar index build`" in refusal(tmp_path / "small.db", version="v2")


@pytest.mark.parametrize("content", [b"", b"not an index at all", b"SQLite format 3\x00" + b"\x00" * 200])
def test_a_file_that_is_no_index_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "letter.db"
    path.write_bytes(content)
    assert "is not a Farmasvar index" in refusal(path)
    assert path.read_bytes() == content


def test_a_folder_is_no_index(tmp_path: Path) -> None:
    assert "is not a Farmasvar index" in refusal(tmp_path)


def test_half_an_index_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "small.db"
    build_index(path, [passage("a", "leg cramps")], ENCODER, "v1")
    path.write_bytes(path.read_bytes()[:4096])
    assert "is not a Farmasvar index" in refusal(path)


def test_a_crash_while_building_leaves_the_old_index_usable_and_nothing_unfinished(tmp_path: Path) -> None:
    path = tmp_path / "small.db"
    small_index(tmp_path, passage("a", "leg cramps"))
    before = {file.name: file.read_bytes() for file in tmp_path.iterdir()}
    with pytest.raises(MemoryError):
        build_index(path, [passage(f"p{n}", "x") for n in range(BATCH + 1)], FailingEncoder(), "v2")
    assert {file.name: file.read_bytes() for file in tmp_path.iterdir()} == before
    assert [entry.id for entry in opened(path).passages] == ["a"]


def test_a_crash_while_building_the_first_index_leaves_nothing(tmp_path: Path) -> None:
    with pytest.raises(MemoryError):
        build_index(tmp_path / "a.db", [passage(f"p{n}", "x") for n in range(BATCH + 1)], FailingEncoder(), "v1")
    assert list(tmp_path.iterdir()) == []


def test_a_new_index_replaces_the_old_one(tmp_path: Path) -> None:
    small_index(tmp_path, passage("a", "leg cramps"))
    build_index(tmp_path / "small.db", [passage("b", "restless legs")], ENCODER, "v2")
    assert [entry.id for entry in opened(tmp_path / "small.db", "v2").passages] == ["b"]


def test_vectors_are_kept_as_they_were_given(toy_index: VectorIndex) -> None:
    text = "Does magnesium help leg cramps at night?"
    best, cosine = toy_index.nearest(ENCODER.question(text), "en", 1)[0]
    assert best.text == text and np.isclose(cosine, 1, atol=1e-6)
