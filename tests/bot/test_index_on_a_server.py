"""The whole bot with its index on PostgreSQL: the same answers to the last word, and faults told and mended."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from pydantic import SecretStr

from bot.answering.answer import Enquiry
from bot.app.cli import main
from bot.app.index_place import index_place
from bot.app.settings import Settings
from bot.app.wiring import serving_assistant
from bot.desk.store.database import open_database
from bot.desk.store.places import Server
from bot.dialogue.state import Conversation
from knowledge.errors import SearchIndexError
from retrieval.documents import Document, Source
from retrieval.embedding import QuestionEncoder
from tests.bot.shipped_assistant import shipped_assistant
from tests.golden import replayed, transcripts
from tests.postgres import Postgres

pytestmark = pytest.mark.services


def test_every_conversation_reads_to_the_last_word_as_with_a_file(server: Server, pytestconfig: pytest.Config) -> None:
    assert pytestconfig.cache is not None
    folder = pytestconfig.cache.mkdir("farmasvar")
    assistant = shipped_assistant(folder, server.address)
    assert index_place(Settings(data_dir=folder, database=server.address)).manifest().passages > 1000
    for path in transcripts():
        transcript = path.read_text(encoding="utf-8")
        assert replayed(transcript, assistant) == transcript, path.name


def run(server: Server, *words: str) -> Result:
    return CliRunner(env={"FARMASVAR_DATA_DIR": str(server.folder),
                          "FARMASVAR_DATABASE": server.address.get_secret_value()}).invoke(main, words)


def line(result: Result, part: str) -> str:
    return next(one for one in result.stdout.splitlines() if one.startswith(part))


def test_check_and_info_look_at_the_index_of_the_server(server: Server) -> None:
    assert "not there yet" in line(run(server, "check"), "index")
    place = index_place(Settings(data_dir=server.folder, database=server.address))
    leg = Source("s", [Document(id="a", language="en", terms=("leg",), passages=("leg",))])
    place.build([leg], QuestionEncoder(), "v1", lambda _: None)
    checked = run(server, "check")
    assert checked.exit_code == 0 and "1 passages" in line(checked, "index")
    info = run(server, "index", "info")
    assert line(info, "server").endswith(str(server)) and "postgres:" not in info.output
    assert line(info, "passages") == "passages: 1"
    assert not (server.folder / "index.sqlite").exists()
    open_database(server.folder / "farmasvar.sqlite").close()
    assert run(server, "migrate").exit_code == 0  # an index is nothing that stands in the way of moving
    assert run(server, "backup", str(server.folder / "copy")).exit_code == 0
    assert "1 passages" in line(run(server, "check"), "index")


def test_check_names_what_keeps_the_index_from_being_used(server: Server, postgres: Postgres) -> None:
    database = server.address.get_secret_value().rpartition("/")[2]
    place = index_place(Settings(data_dir=server.folder, database=server.address))
    place.build([], QuestionEncoder(), "v1", lambda _: None)
    postgres.execute("DROP TABLE farmasvar_index.vectors_1", database)
    checked = run(server, "check")
    assert checked.exit_code == 1 and "is damaged; it is only a cache" in line(checked, "index")


def test_check_says_beforehand_what_is_missing_on_the_server(server: Server, postgres: Postgres) -> None:
    database = server.address.get_secret_value().rpartition("/")[2]
    postgres.execute(f"CREATE ROLE checked_{database} LOGIN PASSWORD 'checked'")
    humble = server.model_copy(update={"address": SecretStr(
        server.address.get_secret_value().replace("postgres:postgres@", f"checked_{database}:checked@"))})
    assert "run `CREATE EXTENSION vector`" in line(run(humble, "check"), "index")
    postgres.execute("CREATE EXTENSION vector", database)
    assert "run `CREATE SCHEMA farmasvar_index AUTHORIZATION" in line(run(humble, "check"), "index")


def test_a_channel_whose_server_is_away_at_the_start_gives_the_numbers_to_call_and_answers_when_it_is_back(
    own_postgres: Postgres, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.app.late_search.RETRY_S", 0.0)
    monkeypatch.setattr("bot.app.wiring.card_sources", lambda library: [])
    monkeypatch.setattr("bot.app.wiring.document_sources", lambda documents: [])
    settings = Settings(data_dir=tmp_path, database=SecretStr(own_postgres.address()))
    own_postgres.stop()
    assistant = serving_assistant(settings)
    overdose = Enquiry(text="My patient took 60 magnesium tablets an hour ago and is drowsy", country="NO")
    answer, _ = assistant.reply(overdose, Conversation())
    assert answer.status == "urgent" and "113" in answer.text
    asked = Enquiry(text="Does magnesium help against leg cramps in older people?")
    with pytest.raises(SearchIndexError, match="is the server running"):
        assistant.reply(asked, Conversation())
    own_postgres.start()
    answer, _ = assistant.reply(asked, Conversation())
    assert answer.status == "not_covered"
