"""Several processes on one data folder, with several threads each, and the commands beside them."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path
from threading import Thread

from bot.desk.store.database import open_database, transaction
from tests.bot.store.load import DATABASE

ROOT = Path(__file__).resolve().parents[3]
UNDER_LOAD_S = 6.0
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
