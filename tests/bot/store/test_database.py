"""Opening the database: rights, migrations, the file of older versions, several processes."""

from __future__ import annotations

import fcntl
import json
import sqlite3
import stat
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

import pytest

from bot.conversation import Conversation
from bot.store import database
from bot.store.asker import Asker
from bot.store.choices import Choices, ChoiceTable
from bot.store.conversations import Conversations
from bot.store.database import open_database, sole_use, transaction
from bot.store.migrations import MIGRATIONS
from knowledge.errors import ChannelError

FORMER_SCHEMA = """
CREATE TABLE inbox (
    update_id INTEGER PRIMARY KEY, status TEXT NOT NULL, received REAL NOT NULL,
    chat_id INTEGER, message_id INTEGER, incoming TEXT);
CREATE INDEX inbox_waiting ON inbox (chat_id, message_id) WHERE chat_id IS NOT NULL;
CREATE TABLE choices (
    chat_id INTEGER, user_id INTEGER, language TEXT, country TEXT, PRIMARY KEY (chat_id, user_id));
CREATE TABLE conversations (
    chat_id INTEGER, thread_id INTEGER, user_id INTEGER, state TEXT NOT NULL, changed REAL NOT NULL,
    PRIMARY KEY (chat_id, thread_id, user_id));
CREATE TABLE buttons (
    id TEXT PRIMARY KEY, chat_id INTEGER NOT NULL, question TEXT NOT NULL, country TEXT, created REAL NOT NULL);
CREATE INDEX buttons_of_chat ON buttons (chat_id, created);
"""
WAITING = {"kind": "question", "text": "hjelper magnesium?", "place": {
    "chat_id": -100500, "thread_id": 3, "user_id": 7, "message_id": 12, "private": False, "language_hint": "nb"}}


@pytest.fixture
def former(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    """A file as the first version left it, with one of everything."""
    with closing(sqlite3.connect(tmp_path / "telegram.sqlite", isolation_level=None)) as connection:
        connection.executescript(FORMER_SCHEMA)
        connection.execute("INSERT INTO inbox VALUES (41, 'done', 1.0, NULL, NULL, NULL)")
        connection.execute("INSERT INTO inbox VALUES (42, 'waiting', 2.0, -100500, 12, ?)", (json.dumps(WAITING),))
        connection.execute("INSERT INTO choices VALUES (7, 7, 'nb', NULL), (-100500, 7, NULL, 'NO')")
        state = Conversation(language="nb", concepts=("magnesium",), turns=2).model_dump_json()
        connection.execute("INSERT INTO conversations VALUES (7, 0, 7, ?, 5.0), (-100500, 3, 7, ?, 6.0)",
                           (state, state))
        connection.execute("INSERT INTO buttons VALUES ('b1', 7, 'a question behind a button', NULL, 5.0)")
        yield connection


def tables(connection: sqlite3.Connection) -> set[str]:
    return {name for (name,) in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")}


def test_only_its_owner_may_read_the_file(path: Path) -> None:
    with closing(open_database(path)):
        assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_nothing_that_is_deleted_stays_in_the_file(connection: sqlite3.Connection) -> None:
    assert connection.execute("PRAGMA secure_delete").fetchone()[0] == 1
    assert connection.execute("PRAGMA journal_mode").fetchone()[0] == "truncate"
    assert connection.execute("PRAGMA foreign_keys").fetchone()[0] == 1


def test_what_is_confirmed_survives_a_power_cut(path: Path) -> None:
    with closing(open_database(path)) as connection:
        assert connection.execute("PRAGMA synchronous").fetchone()[0] == 2


def test_opening_again_changes_nothing(path: Path) -> None:
    with closing(open_database(path)) as connection:
        before = connection.execute("SELECT name, sql FROM sqlite_schema").fetchall()
    with closing(open_database(path)) as connection:
        assert connection.execute("SELECT name, sql FROM sqlite_schema").fetchall() == before
        assert connection.execute("PRAGMA user_version").fetchone()[0] == len(MIGRATIONS)


def test_the_file_of_the_first_version_loses_nothing_that_matters(path: Path, former: sqlite3.Connection) -> None:
    former.close()
    with closing(open_database(path)) as connection:
        assert connection.execute("SELECT update_id, status, chat_id, message_id, json_extract(incoming, '$.text'), "
                                  "user_id FROM inbox ORDER BY 1").fetchall() == [
            (41, "done", None, None, None, None), (42, "waiting", -100500, 12, "hjelper magnesium?", 7)]
        private = Asker(channel="telegram", chat="7", user="7")
        ward = Asker(channel="telegram", chat="-100500", thread="3", user="7")
        assert ChoiceTable(connection).own(private) == Choices(language="nb")
        assert ChoiceTable(connection).own(ward) == Choices(country="NO")
        assert Conversations(connection).get(private).turns == 2
        assert Conversations(connection).get(ward).concepts == ("magnesium",)
        assert not {"buttons", "former_choices", "former_conversations"} & tables(connection)
    assert not path.with_name("telegram.sqlite").exists()
    assert b"behind a button" not in path.read_bytes()


def test_a_former_bot_that_was_killed_while_writing_is_taken_over_whole(tmp_path: Path, path: Path,
                                                                       former: sqlite3.Connection) -> None:
    former.close()
    script = f"""
import os, sqlite3
connection = sqlite3.connect({str(tmp_path / 'telegram.sqlite')!r}, isolation_level=None)
connection.execute("PRAGMA cache_size=1")
connection.execute("BEGIN IMMEDIATE")
connection.execute("DELETE FROM choices")
connection.executemany("INSERT INTO buttons VALUES (?, 1, ?, NULL, 0)", [(str(n), "x" * 900) for n in range(500)])
os._exit(9)
"""
    assert subprocess.run([sys.executable, "-c", script], check=False).returncode == 9
    assert (tmp_path / "telegram.sqlite-journal").stat().st_size > 0
    with closing(open_database(path)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
        assert connection.execute("SELECT count(*) FROM choices").fetchone()[0] == 2
    assert not (tmp_path / "telegram.sqlite-journal").exists()


def test_the_file_of_a_former_bot_that_runs_is_left_alone(tmp_path: Path, path: Path, former: sqlite3.Connection,
                                                          monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(database, "BUSY_TIMEOUT_S", 0.0)
    with (tmp_path / "telegram.sqlite.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        with pytest.raises(ChannelError, match="another bot is using"):
            open_database(path)
    assert not path.exists()


def test_a_file_beside_a_new_one_is_not_touched(path: Path, former: sqlite3.Connection) -> None:
    path.touch()
    with closing(open_database(path)) as connection:
        assert connection.execute("SELECT count(*) FROM choices").fetchone()[0] == 0
    assert tables(former) >= {"buttons"}


@pytest.mark.usefixtures("former")
def test_processes_that_start_at_once_migrate_once(path: Path) -> None:
    def start(_: int) -> int:
        with closing(open_database(path)) as connection:
            return int(connection.execute("SELECT count(*) FROM conversations").fetchone()[0])

    with ThreadPoolExecutor(6) as threads:
        assert list(threads.map(start, range(6))) == [2] * 6


def test_a_migration_that_fails_leaves_the_file_as_it_was(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def half_done(connection: sqlite3.Connection) -> None:
        connection.execute("DROP TABLE inbox")
        connection.execute("DROP TABLE no_such_table")

    with closing(open_database(path)):
        pass
    monkeypatch.setattr("bot.store.migrations.MIGRATIONS", (*MIGRATIONS, half_done))
    with pytest.raises(ChannelError, match="cannot open the database .*no_such_table"):
        open_database(path)
    monkeypatch.setattr("bot.store.migrations.MIGRATIONS", MIGRATIONS)
    with closing(open_database(path)) as connection:
        assert "inbox" in tables(connection)


def test_a_database_of_a_newer_version_is_refused(path: Path) -> None:
    with closing(open_database(path)) as connection:
        connection.execute(f"PRAGMA user_version = {len(MIGRATIONS) + 1}")
    with pytest.raises(ChannelError, match="made by a newer Farmasvar; install that version"):
        open_database(path)


@pytest.mark.parametrize("content", [b"a shopping list, long enough to be no header of SQLite" * 20])
def test_a_file_that_is_no_database_is_refused_in_one_line(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    with pytest.raises(ChannelError, match="cannot open the database .* check the path and its rights"):
        open_database(path)


def test_a_folder_that_cannot_be_made_is_refused_in_one_line(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(ChannelError, match="cannot open the database"):
        open_database(tmp_path / "file" / "farmasvar.sqlite")


def test_a_second_bot_is_refused_and_a_later_one_is_not(path: Path) -> None:
    with sole_use(path), pytest.raises(ChannelError, match="another bot is using"), sole_use(path):
        pass
    with sole_use(path):
        pass


def test_a_transaction_that_fails_writes_nothing(connection: sqlite3.Connection) -> None:
    with pytest.raises(KeyError), transaction(connection):
        connection.execute("INSERT INTO secrets VALUES ('a', x'00')")
        raise KeyError
    with transaction(connection):
        connection.execute("INSERT INTO secrets VALUES ('b', x'00')")
    assert connection.execute("SELECT name FROM secrets").fetchall() == [("b",)]
