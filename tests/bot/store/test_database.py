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
from sqlalchemy import insert

from bot.desk.store import files
from bot.desk.store.asker import Asker
from bot.desk.store.choices import Choices, ChoiceTable
from bot.desk.store.conversations import Conversations
from bot.desk.store.database import Connection, Place, open_database, sole_use, transaction
from bot.desk.store.tables import secrets
from bot.desk.store.upgrading import HEAD, revision
from bot.dialogue.state import Conversation
from knowledge.errors import ChannelError

ROOT = Path(__file__).resolve().parents[3]
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


def tables(connection: Connection) -> set[str]:
    return {name for (name,) in connection.exec_driver_sql("SELECT name FROM sqlite_schema WHERE type = 'table'")}


def test_only_its_owner_may_read_the_file(path: Path) -> None:
    with closing(open_database(path)):
        assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_a_file_behind_a_link_is_made_with_the_same_rights(tmp_path: Path, path: Path) -> None:
    path.symlink_to(tmp_path / "elsewhere.sqlite")
    with closing(open_database(path)):
        assert stat.S_IMODE((tmp_path / "elsewhere.sqlite").stat().st_mode) == 0o600


def test_nothing_but_sqlite_opens_a_file_that_is_there(path: Path) -> None:
    """Whoever closes a descriptor of the file takes the locks away from every thread of the process."""
    script = f"""
import sys
from pathlib import Path
opened = []
sys.addaudithook(lambda event, args: event == "open" and "farmasvar.sqlite" in str(args[0]) and opened.append(args))
from click.testing import CliRunner
from bot.app.cli import main
from bot.app.monitoring.health import database_writable
from bot.desk.store.database import open_database
path = Path({str(path)!r})
open_database(path).close()
assert len(opened) == 1, opened
open_database(path).close()
assert database_writable(path)().ok
for words in ("access grant 7 asker", "access list", "access history", "feedback", "gaps", "check",
              f"backup {{path.parent / 'copy'}}"):
    assert CliRunner(env={{"FARMASVAR_DATA_DIR": str(path.parent)}}).invoke(main, words.split()).exit_code == 0, words
assert len(opened) == 1, opened
"""
    ran = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=False)
    assert ran.stderr == ""


def test_nothing_that_is_deleted_stays_in_the_file(file_connection: Connection) -> None:
    connection = file_connection
    assert connection.exec_driver_sql("PRAGMA secure_delete").fetchone()[0] == 1
    assert connection.exec_driver_sql("PRAGMA journal_mode").fetchone()[0] == "truncate"
    assert connection.exec_driver_sql("PRAGMA foreign_keys").fetchone()[0] == 1


def test_what_is_confirmed_survives_a_power_cut(path: Path) -> None:
    with closing(open_database(path)) as connection:
        assert connection.exec_driver_sql("PRAGMA synchronous").fetchone()[0] == 2


def test_opening_again_changes_nothing(path: Path) -> None:
    with closing(open_database(path)) as connection:
        before = connection.exec_driver_sql("SELECT name, sql FROM sqlite_schema").fetchall()
    with closing(open_database(path)) as connection:
        assert connection.exec_driver_sql("SELECT name, sql FROM sqlite_schema").fetchall() == before
        assert revision(connection) == HEAD


def test_the_file_of_the_first_version_loses_nothing_that_matters(path: Path, former: sqlite3.Connection) -> None:
    former.close()
    with closing(open_database(path)) as connection:
        assert connection.exec_driver_sql(
            "SELECT update_id, status, chat_id, message_id, json_extract(incoming, '$.text'), user_id FROM inbox "
            "ORDER BY 1").fetchall() == [
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
        assert connection.exec_driver_sql("PRAGMA integrity_check").fetchone()[0] == "ok"
        assert connection.exec_driver_sql("SELECT count(*) FROM choices").fetchone()[0] == 2
    assert not (tmp_path / "telegram.sqlite-journal").exists()


def test_the_file_of_a_former_bot_that_runs_is_left_alone(tmp_path: Path, path: Path, former: sqlite3.Connection,
                                                          monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "BUSY_TIMEOUT_S", 0.0)
    with (tmp_path / "telegram.sqlite.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        with pytest.raises(ChannelError, match="another bot is using"):
            open_database(path)
    assert not path.exists()


def test_a_file_beside_a_new_one_is_not_touched(path: Path, former: sqlite3.Connection) -> None:
    path.touch()
    with closing(open_database(path)) as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM choices").fetchone()[0] == 0
    assert former.execute("SELECT count(*) FROM buttons").fetchone() == (1,)


@pytest.mark.usefixtures("former")
def test_processes_that_start_at_once_migrate_once(path: Path) -> None:
    def start(_: int) -> int:
        with closing(open_database(path)) as connection:
            return int(connection.exec_driver_sql("SELECT count(*) FROM conversations").fetchone()[0])

    with ThreadPoolExecutor(6) as threads:
        assert list(threads.map(start, range(6))) == [2] * 6


@pytest.mark.parametrize("content", [b"a shopping list, long enough to be no header of SQLite" * 20])
def test_a_file_that_is_no_database_is_refused_in_one_line(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    with pytest.raises(ChannelError, match="cannot open the database .* check the path and its rights"):
        open_database(path)


def test_a_folder_that_cannot_be_made_is_refused_in_one_line(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(ChannelError, match="cannot open the database"):
        open_database(tmp_path / "file" / "farmasvar.sqlite")


def test_a_second_bot_is_refused_and_a_later_one_is_not(place: Place) -> None:
    with sole_use(place), pytest.raises(ChannelError, match="another bot is using"), sole_use(place):
        pass
    with sole_use(place):
        pass


def test_a_transaction_that_fails_writes_nothing(connection: Connection) -> None:
    with pytest.raises(KeyError), transaction(connection):
        connection.execute(insert(secrets).values(name="a", value=b"0"))
        raise KeyError
    with transaction(connection):
        connection.execute(insert(secrets).values(name="b", value=b"0"))
    assert connection.exec_driver_sql("SELECT name FROM secrets WHERE name < 'c'").fetchall() == [("b",)]
