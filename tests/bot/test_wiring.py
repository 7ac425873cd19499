"""Opening the index: built when missing or outdated, refused when it belongs to another model or is no index."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.answer import Enquiry
from bot.conversation import Conversation
from bot.settings import Settings
from bot.wiring import _is_outdated, opened_index, serving_assistant
from knowledge.errors import SearchIndexError
from knowledge.library import Library, load_library
from retrieval.embedding import QuestionEncoder
from retrieval.index_file import connect
from retrieval.index_writer import build_index


@pytest.fixture(scope="module")
def library() -> Library:
    return load_library()


def test_an_index_of_another_model_is_refused_and_left_alone(library: Library, tmp_path: Path) -> None:
    path, other = tmp_path / "index.sqlite", QuestionEncoder()
    other.model = "some/other-model"
    build_index(path, [], other, library.version)
    before = path.read_bytes()
    with pytest.raises(SearchIndexError, match="built with the model some/other-model"):
        opened_index(path, library, QuestionEncoder())
    assert path.read_bytes() == before


def test_a_file_that_is_no_index_is_refused(library: Library, tmp_path: Path) -> None:
    path = tmp_path / "index.sqlite"
    path.write_text("not a database at all, only some words", encoding="utf-8")
    with pytest.raises(SearchIndexError, match="is not a Farmasvar index"):
        opened_index(path, library, QuestionEncoder())


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
    assert _is_outdated(path, library, encoder) == (same_model and not (same_library and same_analyser))


def test_an_index_made_by_an_older_farmasvar_is_built_anew(library: Library, tmp_path: Path) -> None:
    path = tmp_path / "index.sqlite"
    connection = connect(path, create=True)
    for table in ("manifest", "passages", "vectors"):
        connection.execute(f"CREATE TABLE {table} (content TEXT)")
    connection.close()
    assert _is_outdated(path, library, QuestionEncoder())


def test_a_channel_without_an_index_still_gives_the_numbers_to_call(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "index.sqlite").write_text("not a database at all, only some words", encoding="utf-8")
    assistant = serving_assistant(Settings(data_dir=tmp_path))
    assert "only danger is answered" in caplog.text
    overdose = Enquiry(text="My patient took 60 magnesium tablets an hour ago and is drowsy", country="NO")
    answer, _ = assistant.reply(overdose, Conversation())
    assert answer.status == "urgent"
    assert "113" in answer.text
    with pytest.raises(SearchIndexError, match="is not a Farmasvar index"):
        assistant.reply(Enquiry(text="Does magnesium help against leg cramps in older people?"), Conversation())
