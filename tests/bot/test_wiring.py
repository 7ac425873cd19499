"""Opening the index: built when missing or outdated, built anew when damaged, refused when of another model."""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from bot.answering.answer import Enquiry
from bot.app.settings import Settings
from bot.app.wiring import _is_outdated, opened_index, passage_encoder, question_encoder, serving_assistant
from bot.dialogue.state import Conversation
from knowledge.errors import SearchIndexError, SettingsError
from knowledge.evidence.library import Library, load_library
from retrieval.embedding import QuestionEncoder
from retrieval.index_file import PAGE_SIZE, connect, is_whole, read_manifest
from retrieval.index_place import IndexFile
from retrieval.index_writer import build_index
from retrieval.passages import card_sources


@pytest.fixture(scope="module")
def library() -> Library:
    return load_library()


def test_an_index_of_another_model_is_refused_and_left_alone(library: Library, tmp_path: Path) -> None:
    path, other = tmp_path / "index.sqlite", QuestionEncoder()
    other.model = "some/other-model"
    build_index(path, [], other, library.version)
    before = path.read_bytes()
    with pytest.raises(SearchIndexError, match="built with the model some/other-model"):
        opened_index(IndexFile(path), library, QuestionEncoder())
    assert path.read_bytes() == before


def no_index(path: Path) -> None:
    path.write_text("not a database at all, only some words", encoding="utf-8")


def emptied(path: Path) -> None:
    path.write_bytes(b"")


def cut_short(path: Path) -> None:
    os.truncate(path, path.stat().st_size // 2)


def scribbled_over(path: Path) -> None:
    with path.open("r+b") as file:
        file.seek(PAGE_SIZE)
        file.write(b"\xff" * (path.stat().st_size - PAGE_SIZE))


@pytest.mark.parametrize("damage", [no_index, emptied, cut_short, scribbled_over])
@pytest.mark.parametrize("thorough", [True, False])
def test_a_damaged_index_is_built_anew_since_it_is_only_a_cache(
    library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, damage: Callable[[Path], None], thorough: bool
) -> None:
    path, encoder = tmp_path / "index.sqlite", QuestionEncoder()
    (card, *_) = card_sources(library)
    few = [replace(card, documents=card.documents[:2])]
    monkeypatch.setattr("bot.app.wiring.card_sources", lambda library: few)
    build_index(path, few, encoder, library.version)
    damage(path)
    path.with_name("index.sqlite-journal").write_bytes(b"of the file that was damaged")
    assert opened_index(IndexFile(path), library, encoder, thorough=thorough).manifest.passages > 0
    assert is_whole(path) and not path.with_name("index.sqlite-journal").exists()


def test_a_channel_finds_damage_that_opening_the_index_does_not(library: Library, tmp_path: Path) -> None:
    path, encoder = tmp_path / "index.sqlite", QuestionEncoder()
    build_index(path, [], encoder, library.version)
    with closing(connect(path)) as connection:
        [root] = next(connection.execute("SELECT rootpage FROM sqlite_schema WHERE name = 'postings'"))
    with path.open("r+b") as file:
        file.seek((root - 1) * PAGE_SIZE)
        file.write(b"\xff" * PAGE_SIZE)
    read_manifest(path)
    assert not is_whole(path)


@pytest.mark.parametrize("same_model", [True, False])
@pytest.mark.parametrize("same_library", [True, False])
@pytest.mark.parametrize("same_analyser", [True, False])
def test_only_an_index_of_this_model_is_outdated(
    library: Library, tmp_path: Path, same_model: bool, same_library: bool, same_analyser: bool
) -> None:
    path, encoder, builder = tmp_path / "index.sqlite", QuestionEncoder(), QuestionEncoder()
    builder.model = encoder.model if same_model else "another"
    build_index(path, [], builder, library.version if same_library else "older")
    if not same_analyser:
        connect(path).execute("UPDATE manifest SET value = 0 WHERE key = 'analyser_version'")
    assert _is_outdated(IndexFile(path), library, encoder) == (same_model and not (same_library and same_analyser))


def test_an_index_made_by_an_older_farmasvar_is_built_anew(library: Library, tmp_path: Path) -> None:
    path = tmp_path / "index.sqlite"
    connection = connect(path, create=True)
    for table in ("manifest", "passages", "vectors"):
        connection.execute(f"CREATE TABLE {table} (content TEXT)")
    connection.close()
    assert _is_outdated(IndexFile(path), library, QuestionEncoder())


def test_a_channel_without_an_index_still_gives_the_numbers_to_call(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    other = QuestionEncoder()
    other.model = "some/other-model"
    build_index(tmp_path / "index.sqlite", [], other, "")
    assistant = serving_assistant(Settings(data_dir=tmp_path))
    assert "only danger is answered" in caplog.text
    overdose = Enquiry(text="My patient took 60 magnesium tablets an hour ago and is drowsy", country="NO")
    answer, _ = assistant.reply(overdose, Conversation())
    assert answer.status == "urgent"
    assert "113" in answer.text
    with pytest.raises(SearchIndexError, match="built with the model some/other-model"):
        assistant.reply(Enquiry(text="Does magnesium help against leg cramps in older people?"), Conversation())


def test_without_pytorch_the_engine_in_c_encodes_all_and_another_model_is_refused(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("bot.app.wiring.find_spec", lambda name: None)
    encoder = QuestionEncoder()
    assert passage_encoder(encoder, 10_000) is encoder
    with pytest.raises(SettingsError, match="FARMASVAR_EMBEDDING_MODEL: .*PyTorch"):
        question_encoder(Settings(embedding_model="some/model"))
