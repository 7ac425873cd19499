"""Several processes on one data folder, with several threads each, and the commands beside them."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
import time
from contextlib import closing, suppress
from pathlib import Path
from threading import Thread

import pytest

from bot.desk.store import files
from bot.desk.store.database import connect, open_database, transaction, try_writing
from knowledge.errors import ChannelError, DatabaseError
from tests.bot.store.load import DATABASE

ROOT = Path(__file__).resolve().parents[3]
UNDER_LOAD_S = 6.0
SET = ("busy_timeout", "cache_size", "foreign_keys", "journal_mode", "secure_delete", "synchronous", "temp_store")
"""What is set of a connection, for good or for a while."""
COMMANDS = (("access", "grant", "7", "asker"), ("access", "list"), ("feedback",), ("gaps",), ("access", "revoke", "7"))


def loading(folder: Path, name: str) -> subprocess.Popen[str]:
    return subprocess.Popen([sys.executable, "-m", "tests.bot.store.load", str(folder), name], cwd=ROOT, text=True,
                            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE)


def run_command(folder: Path, *words: str) -> str:
    """What went wrong with a command; nothing, as it should."""
    ran = subprocess.run([sys.executable, "-m", "bot.app.cli", *words], cwd=ROOT, text=True, capture_output=True,
                         env={**os.environ, "FARMASVAR_DATA_DIR": str(folder)}, check=False)
    return "" if ran.returncode == 0 else ran.stderr


def test_two_processes_of_four_threads_and_the_commands_beside_them_leave_the_file_whole(tmp_path: Path) -> None:
    until = time.monotonic() + UNDER_LOAD_S
    processes = [loading(tmp_path, name) for name in ("a", "b")]
    faults = []
    while time.monotonic() < until:
        if (tmp_path / DATABASE).exists():
            faults += [run_command(tmp_path, *words) for words in COMMANDS]
    outcomes = [process.communicate() for process in processes]
    assert [fault for fault in faults if fault and "is locked" not in fault] == []
    assert [errors for _, errors in outcomes] == ["", ""]
    with closing(sqlite3.connect(tmp_path / DATABASE)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
        kept = connection.execute("SELECT count(*) FROM answers").fetchone()[0]
    assert kept == sum(int(output.split()[0]) for output, _ in outcomes) > 0


def test_opening_the_database_in_one_thread_keeps_what_another_has_locked(tmp_path: Path) -> None:
    path = tmp_path / DATABASE
    script = "import sqlite3, sys; sqlite3.connect(sys.argv[1], timeout=0).execute('BEGIN IMMEDIATE')"
    with closing(open_database(path)) as connection, transaction(connection):
        opening = Thread(target=lambda: open_database(path).close())
        opening.start()
        opening.join()
        from_outside = subprocess.run([sys.executable, "-c", script, str(path)], text=True, capture_output=True,
                                      check=False)
    assert "database is locked" in from_outside.stderr


def descriptors(path: Path) -> set[int]:
    """Those that this process has of a file."""
    found = set()
    for name in os.listdir("/dev/fd"):
        with suppress(OSError):
            if os.path.samestat(os.stat(f"/dev/fd/{name}"), path.stat()):
                found.add(int(name))
    return found


def test_connections_come_and_go_and_no_descriptor_of_the_file_is_closed(
        tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A close takes the locks away from every thread of the process, also from one that gets them only just before."""
    path = tmp_path / DATABASE
    monkeypatch.setattr(files, "BUSY_TIMEOUT_S", 0.0)
    with closing(open_database(path)), closing(open_database(path)):
        held = descriptors(path)
    assert len(held) == 2
    try_writing(path, timeout_s=1.0)
    opening = Thread(target=lambda: open_database(path).close())
    opening.start()
    opening.join()
    with closing(open_database(path)) as connection, pytest.raises(ZeroDivisionError), transaction(connection):
        print(1 / 0)
    assert held == descriptors(path)
    with closing(open_database(path)), closing(open_database(path)), closing(sqlite3.connect(path)) as by_hand:
        by_hand.execute("BEGIN EXCLUSIVE")
        with pytest.raises(DatabaseError):
            open_database(path)
        held = descriptors(path)
    assert len(held) == 4 and len(held - descriptors(path)) == 1, "only the one opened by hand is closed"


def test_those_who_come_one_after_the_other_share_a_connection(tmp_path: Path) -> None:
    path = tmp_path / DATABASE
    for _ in range(5):
        open_database(path).close()
        try_writing(path, timeout_s=1.0)
    assert len(descriptors(path)) == 1


def test_a_connection_is_lent_as_it_was_opened(tmp_path: Path) -> None:
    path = tmp_path / DATABASE
    with closing(connect(path)) as connection:
        as_opened = [connection.exec_driver_sql(f"PRAGMA {name}").scalar_one() for name in SET]
    open_database(path).close()
    try_writing(path, timeout_s=1.0)
    with closing(connect(path)) as connection:
        assert [connection.exec_driver_sql(f"PRAGMA {name}").scalar_one() for name in SET] == as_opened
    assert len(descriptors(path)) == 1


def test_a_kept_connection_sees_that_another_process_has_brought_the_file_up_to_date(tmp_path: Path) -> None:
    path = tmp_path / DATABASE
    open_database(path).close()
    with closing(sqlite3.connect(path)) as newer:
        newer.execute("UPDATE alembic_version SET version_num = '9999'")
        newer.commit()
    with pytest.raises(ChannelError, match="newer"):
        open_database(path)


def test_a_file_that_was_moved_away_is_let_go_of(tmp_path: Path) -> None:
    path, aside = tmp_path / DATABASE, tmp_path / "aside"
    open_database(path).close()
    path.rename(aside)
    size = aside.stat().st_size
    with closing(open_database(path)) as connection, transaction(connection):
        connection.exec_driver_sql("DELETE FROM secrets")
    assert path.exists() and not descriptors(aside)
    assert aside.stat().st_size == size
