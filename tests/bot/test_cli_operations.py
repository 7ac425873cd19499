"""`farmasvar check`, `backup`, `restore` and `migrate`, as they are typed."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from bot.app.cli import main
from bot.desk.store.access import Access
from bot.desk.store.choices import Choices, ChoiceTable
from bot.desk.store.database import open_database, transaction
from bot.desk.store.places import Server
from tests.bot.store.people import ANNE

Run = Callable[..., Result]
ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def run(tmp_path: Path) -> Run:
    def run(*words: str) -> Result:
        return CliRunner(env={"FARMASVAR_DATA_DIR": str(tmp_path / "data")}).invoke(main, words)

    return run


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "data" / "farmasvar.sqlite"
    with closing(open_database(path)) as connection, transaction(connection):
        ChoiceTable(connection).choose(ANNE, Choices(country="NO"))
    return path


def line(result: Result, part: str) -> str:
    return next(one for one in result.stdout.splitlines() if one.startswith(part))


def test_a_folder_that_nothing_was_done_in_yet_is_no_fault(run: Run, tmp_path: Path) -> None:
    result = run("check")
    assert result.exit_code == 0, result.output
    assert not (tmp_path / "data").exists()


def test_check_says_of_each_part_whether_it_is_whole(run: Run, path: Path) -> None:
    result = run("check")
    assert result.exit_code == 0, result.output
    assert [one.split("  ")[0] for one in result.stdout.splitlines()] == ["data folder", "database", "index", "library"]
    assert "ok" in line(result, "database")


def test_check_finds_a_damaged_database_and_changes_nothing(run: Run, path: Path) -> None:
    with path.open("r+b") as file:
        file.seek(4096)
        file.write(b"\xff" * 8192)
    before = path.read_bytes()
    result = run("check")
    assert result.exit_code == 1
    assert "FAULT" in line(result, "database") and "docs/operations.md" in line(result, "database")
    assert path.read_bytes() == before


def test_check_finds_a_damaged_index_and_says_that_it_mends_itself(run: Run, path: Path) -> None:
    path.with_name("index.sqlite").write_bytes(b"no index")
    result = run("check")
    assert result.exit_code == 1
    assert "built anew at the next start" in line(result, "index")


def test_check_finds_a_database_of_a_newer_farmasvar(run: Run, path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
        connection.commit()
    assert "made by a newer Farmasvar" in line(run("check"), "database")


def test_a_backup_is_made_and_restored(run: Run, path: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.sqlite"
    assert run("backup", str(copy)).exit_code == 0
    path.write_bytes(b"no database")
    result = run("restore", str(copy))
    assert result.exit_code == 0, result.output
    assert "delete it when you no longer need it" in result.stderr
    with closing(open_database(path)) as connection:
        assert ChoiceTable(connection).own(ANNE) == Choices(country="NO")


@pytest.mark.parametrize("words", [("backup", "{folder}/copy"), ("restore", "{folder}/nowhere")])
def test_what_cannot_be_copied_or_restored_takes_one_line(run: Run, tmp_path: Path, words: tuple[str, ...]) -> None:
    result = run(*(word.format(folder=tmp_path) for word in words))
    assert result.exit_code == 1
    assert len(result.stderr.splitlines()) == 1 and result.stderr.startswith("farmasvar: ")


WRITING = (("access", "grant", "7", "asker"), ("access", "invite", "asker", "--web", "anne"), ("tokens", "add", "ward"),
           ("feedback", "--csv", "{folder}/csv"), ("backup", "{folder}/copy"), ("restore", "{folder}/kept"))


@pytest.mark.parametrize("words", WRITING)
def test_on_a_full_disk_a_command_says_so_in_one_line(words: tuple[str, ...], run: Run, path: Path, tmp_path: Path
                                                      ) -> None:
    """A limit on the size of files stands for the disk."""
    assert run("backup", str(tmp_path / "kept")).exit_code == 0
    full = ("import resource; resource.setrlimit(resource.RLIMIT_FSIZE, (0, resource.RLIM_INFINITY)); "
            "from bot.app.cli import main; main()")
    ran = subprocess.run([sys.executable, "-c", full, *(word.format(folder=tmp_path) for word in words)], cwd=ROOT,
                         env={**os.environ, "FARMASVAR_DATA_DIR": str(path.parent)}, capture_output=True, text=True,
                         check=False)
    assert ran.returncode == 1 and len(ran.stderr.splitlines()) == 1 and ran.stderr.startswith("farmasvar: ")


@pytest.mark.parametrize("words", [("access", "list"), ("access", "grant", "7", "asker"), ("feedback",), ("gaps",),
                                   ("tokens", "list"), ("backup", "{folder}/copy")])
@pytest.mark.parametrize("kept", [0, 4096])
def test_of_a_damaged_database_a_command_says_so_in_one_line(words: tuple[str, ...], kept: int, run: Run, path: Path,
                                                             tmp_path: Path) -> None:
    """Either nothing is left, or only the first page."""
    path.write_bytes(path.read_bytes()[:kept] + b"\xff" * 200_000)
    result = run(*(word.format(folder=tmp_path) for word in words))
    assert result.exit_code == 1 and result.exception.__class__ is SystemExit
    assert len(result.stderr.splitlines()) == 1 and result.stderr.startswith("farmasvar: ")


def test_moving_needs_a_server_that_is_named(run: Run, path: Path) -> None:
    result = run("migrate")
    assert result.exit_code == 1 and "FARMASVAR_DATABASE: no server is named" in result.stderr


@pytest.mark.services
def test_everything_is_moved_to_a_server_checked_copied_and_moved_back(path: Path, tmp_path: Path, server: Server
                                                                       ) -> None:
    def run(*words: str) -> Result:
        return CliRunner(env={"FARMASVAR_DATA_DIR": str(path.parent),
                              "FARMASVAR_DATABASE": server.address.get_secret_value()}).invoke(main, words)

    assert "is empty yet" in line(run("check"), "database")
    moved = run("migrate")
    assert moved.exit_code == 0, moved.output
    assert line(moved, "choices").split() == ["choices", "1"]
    assert "postgres:" not in moved.output and "rows of" in moved.stdout
    assert "ok" in line(run("check"), "database")
    copy = tmp_path / "copy.sqlite"
    for words in (("backup", str(copy)), ("access", "grant", "7", "asker"), ("restore", str(copy))):
        assert run(*words).exit_code == 0, words
    with closing(open_database(server)) as connection:
        assert ChoiceTable(connection).own(ANNE) == Choices(country="NO")
        assert Access(connection).members("telegram") == []
    assert "holds something already" in run("migrate").stderr
    path.unlink()
    assert run("migrate", "--back").exit_code == 0
    with closing(open_database(path)) as connection:
        assert ChoiceTable(connection).own(ANNE) == Choices(country="NO")
