"""Backups while the database is in use, and restoring them without what was forgotten since."""

from __future__ import annotations

import os
import sqlite3
import stat
import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path
from threading import Event
from typing import TypeAlias

import pytest

from bot.channels.telegram import updates
from bot.channels.telegram.inbox import Inbox
from bot.desk.store import backups
from bot.desk.store.access import Access
from bot.desk.store.answers import Answers
from bot.desk.store.asker import Asker
from bot.desk.store.backups import back_up, restore
from bot.desk.store.choices import Choices, ChoiceTable
from bot.desk.store.conversations import Conversations
from bot.desk.store.database import Place, open_database, sole_use, transaction
from bot.desk.store.feedback import Feedback
from bot.desk.store.places import folder_of
from bot.desk.store.privacy import export_of, forget, forget_answer, people_in
from bot.desk.store.signing import Signer
from bot.dialogue.state import Conversation
from knowledge.errors import ChannelError, DatabaseError
from tests.bot.store.load import work
from tests.bot.store.people import ANNE, ANNE_IN_WARD, BO, CLINIC, DAY, NOW, record

Damage: TypeAlias = Callable[[Path], None]
ROOT = Path(__file__).resolve().parents[3]


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    return tmp_path / "copies" / "monday.sqlite"


@pytest.fixture
def filled(place: Place, copy: Path) -> Place:
    """A database with something of everybody, and a copy of it."""
    fill(place, copy)
    return place


@pytest.fixture
def filled_file(path: Path, copy: Path) -> Path:
    """The same in a file, for tests that look into it."""
    fill(path, copy)
    return path


def fill(place: Place, copy: Path) -> None:
    with closing(open_database(place)) as connection, transaction(connection):
        Signer(connection)
        for number, asker in enumerate((ANNE, ANNE_IN_WARD, BO, CLINIC)):
            kept = record(f"answer0{number}", f"asked by {asker.user}")
            Answers(connection).keep(kept, asker, question_message=str(number), reply_messages=("1",), now=NOW)
            Conversations(connection).keep(asker, Conversation(turns=3), now=NOW)
            ChoiceTable(connection).choose(asker, Choices(country="NO"))
            Feedback(connection).add(kept, asker, "error", reason="wrong", now=NOW)
        Access(connection).grant("telegram", ANNE.user, "asker", by="command line", now=NOW)
        Access(connection).grant("telegram", BO.user, "reviewer", by="command line", now=NOW)
    copy.parent.mkdir()
    back_up(place, copy)


def put_back(place: Place, copy: Path, now: float = NOW) -> Path | None:
    return restore(place, copy, kept_days=7, now=now)


def held(place: Place, asker: Asker) -> dict[str, object]:
    with closing(open_database(place)) as connection:
        return {table: rows for table, rows in export_of(connection, asker.channel, asker.user).items()
                if isinstance(rows, list) and rows}


def forget_in(place: Place, asker: Asker) -> None:
    with closing(open_database(place)) as connection, transaction(connection):
        forget(connection, asker.channel, asker.user)


def is_whole(path: Path) -> bool:
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]


def test_a_backup_holds_everything_and_only_its_owner_may_read_it(filled_file: Path, copy: Path) -> None:
    assert stat.S_IMODE(copy.stat().st_mode) == 0o600
    assert os.listdir(copy.parent) == [copy.name]
    assert is_whole(copy)
    with closing(sqlite3.connect(copy)) as copied, closing(sqlite3.connect(filled_file)) as original:
        for table in ("answers", "answer_cards", "conversations", "choices", "feedback", "members", "access_history"):
            rows = f"SELECT * FROM {table}"
            assert copied.execute(rows).fetchall() == original.execute(rows).fetchall() != []


def test_a_backup_made_while_answers_are_kept_is_one_moment_of_the_database(place: Place, tmp_path: Path) -> None:
    open_database(place).close()
    stop = Event()
    with ThreadPoolExecutor(2) as threads:
        working = [threads.submit(work, place, name, stop) for name in ("a", "b")]
        for number in range(5):
            back_up(place, tmp_path / f"{number}.copy")
        stop.set()
        assert all(one.result().took for one in working)
    for number in range(5):
        with closing(sqlite3.connect(tmp_path / f"{number}.copy")) as copied:
            assert copied.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
            # An answer, its conversation and its count are kept together or not at all.
            answers, turns, counted = (copied.execute(one).fetchone()[0] for one in (
                "SELECT count(*) FROM answers",
                "SELECT coalesce(sum(json_extract(state, '$.turns')), 0) FROM conversations",
                "SELECT coalesce(sum(times), 0) FROM gap_counts"))
            assert answers == turns == counted


def test_a_backup_overwrites_nothing(filled: Place, copy: Path) -> None:
    before = copy.read_bytes()
    with pytest.raises(DatabaseError, match="File exists"):
        back_up(filled, copy)
    assert copy.read_bytes() == before


def test_a_damaged_database_gives_no_backup(filled_file: Path, tmp_path: Path) -> None:
    filled_file.write_bytes(b"no database" * 1000)
    with pytest.raises(DatabaseError, match="cannot write the backup"):
        back_up(filled_file, tmp_path / "copies" / "tuesday.sqlite")
    assert os.listdir(tmp_path / "copies") == ["monday.sqlite"]
    with pytest.raises(DatabaseError, match="nothing to back up"):
        back_up(tmp_path / "nowhere.sqlite", tmp_path / "copies" / "tuesday.sqlite")


def nothing(path: Path) -> None:
    pass


def gone(path: Path) -> None:
    path.unlink()


def no_database(path: Path) -> None:
    path.write_bytes(b"no database" * 1000)


def emptied(path: Path) -> None:
    path.write_bytes(b"")


def scribbled_over(path: Path) -> None:
    with path.open("r+b") as file:
        file.seek(4096)
        file.write(b"\xff" * (path.stat().st_size - 4096))


@pytest.mark.parametrize("damage", [gone, no_database, emptied, scribbled_over])
def test_a_backup_takes_the_place_of_a_damaged_or_missing_database(filled_file: Path, copy: Path,
                                                                           damage: Damage) -> None:
    before = held(filled_file, ANNE)
    secret = _signature(filled_file)
    damage(filled_file)
    put_back(filled_file, copy)
    assert held(filled_file, ANNE) == before
    assert _signature(filled_file) == secret  # buttons sent before still work
    assert is_whole(filled_file) and stat.S_IMODE(filled_file.stat().st_mode) == 0o600
    assert not list(filled_file.parent.glob("*.restoring*"))


def _signature(place: Place) -> str:
    with closing(open_database(place)) as connection:
        return Signer(connection).sign("a")


def test_what_stood_in_the_place_of_a_backup_is_kept_beside_it(filled: Place, copy: Path) -> None:
    with closing(open_database(filled)) as connection, transaction(connection):
        ChoiceTable(connection).choose(BO, Choices(country="SE"))
    former = put_back(filled, copy)
    assert former is not None and stat.S_IMODE(former.stat().st_mode) == 0o600
    put_back(filled, former, now=NOW + 1)
    with closing(open_database(filled)) as connection:
        assert ChoiceTable(connection).own(BO) == Choices(country="SE")


@pytest.mark.parametrize("damage", [nothing, gone, no_database])
def test_a_restore_does_not_bring_back_who_was_forgotten_since(filled_file: Path, copy: Path, damage: Damage) -> None:
    forget_in(filled_file, ANNE)
    damage(filled_file)
    put_back(filled_file, copy)
    with closing(open_database(filled_file)) as connection:
        assert {user for _, user in people_in(connection)} >= {BO.user, CLINIC.user}
        assert ("telegram", ANNE.user) not in people_in(connection)
        reports = Feedback(connection).all()
    assert len(reports) == 4 and sorted(bool(report.reason) for report in reports) == [False, False, True, True]
    assert b"asked by " + ANNE.user.encode() not in filled_file.read_bytes()
    assert held(filled_file, BO) and held(filled_file, CLINIC)


def test_a_restore_brings_no_answer_back_whose_question_was_deleted_since(filled: Place, copy: Path) -> None:
    with closing(open_database(filled)) as connection, transaction(connection):
        forget_answer(connection, ANNE.channel, "answer00")
    put_back(filled, copy)
    kept = held(filled, ANNE)
    assert "answers" in kept and "answer00" not in str(kept["answers"]) and "answer01" in str(kept["answers"])
    [report] = [row for row in kept["feedback"] if row["answer_id"] == "answer00"]  # type: ignore[attr-defined]
    assert report["question"] == ""


def test_who_is_forgotten_over_http_during_a_restore_does_not_come_back(
        filled: Place, copy: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    set_aside = backups._set_aside

    def forgotten_meanwhile(database: Place, now: float) -> Path | None:
        forget_in(filled, CLINIC)
        return set_aside(database, now)

    monkeypatch.setattr(backups, "_set_aside", forgotten_meanwhile)
    put_back(filled, copy)
    assert held(filled, ANNE) and not held(filled, CLINIC)


def test_what_is_put_aside_overwrites_nothing_that_was(filled: Place, copy: Path) -> None:
    former = {put_back(filled, copy) for _ in range(3)}
    assert len(former) == 3 and all(path is not None and is_whole(path) for path in former)


def test_who_was_forgotten_before_a_backup_and_came_again_is_in_it(place: Place, tmp_path: Path) -> None:
    forget_in(place, ANNE)
    with closing(open_database(place)) as connection, transaction(connection):
        ChoiceTable(connection).choose(ANNE, Choices(country="NO"))
    back_up(place, tmp_path / "copy")
    put_back(place, tmp_path / "copy")
    assert held(place, ANNE)


def test_a_copy_made_in_another_way_brings_back_nobody_who_was_ever_forgotten(filled_file: Path,
                                                                                  tmp_path: Path) -> None:
    by_hand = tmp_path / "by hand"
    by_hand.write_bytes(filled_file.read_bytes())
    forget_in(filled_file, ANNE)
    put_back(filled_file, by_hand)
    assert held(filled_file, BO) and not held(filled_file, ANNE)


def test_a_restore_brings_back_no_member_taken_off_the_list_and_no_used_invitation(place: Place,
                                                                                       tmp_path: Path) -> None:
    with closing(open_database(place)) as connection:
        access = Access(connection)
        with transaction(connection):
            for user in ("7", "8"):
                access.grant("telegram", user, "asker", by="command line", now=NOW)
            used, unused = (access.invite("telegram", "asker", by="command line", now=NOW) for _ in range(2))
        back_up(place, tmp_path / "copy")
        with transaction(connection):
            access.revoke("telegram", "7", by="command line", now=NOW)
            access.redeem("telegram", used, "9", now=NOW)
    put_back(place, tmp_path / "copy")
    with closing(open_database(place)) as connection:
        access = Access(connection)
        assert [member.id for member in access.members("telegram")] == ["8"]
        assert access.invitation("telegram", used, now=NOW) is None
        assert access.invitation("telegram", unused, now=NOW) == "asker"


def test_a_restore_brings_back_nothing_older_than_the_retention(filled: Place, copy: Path) -> None:
    put_back(filled, copy, now=NOW + 8 * DAY)
    with closing(open_database(filled)) as connection:
        for table in ("answers", "conversations"):
            assert connection.exec_driver_sql(f"SELECT count(*) FROM {table}").scalar_one() == 0
        assert len(Feedback(connection).open()) == 4  # reports stay until somebody has dealt with them


def test_a_question_that_waited_when_the_copy_was_made_may_have_been_answered_since(place: Place,
                                                                                        tmp_path: Path) -> None:
    question = updates.Question(text="magnesium?", place=updates.Place(
        chat_id=7, thread_id=None, user_id=7, message_id=1, private=True, language_hint=None))
    with closing(open_database(place)) as connection, transaction(connection):
        Inbox(connection).add(1, question, now=NOW - 2 * DAY)
        Inbox(connection).add(2, question, now=NOW - 60)
    back_up(place, tmp_path / "copy")
    put_back(place, tmp_path / "copy")
    with closing(open_database(place)) as connection:
        assert [(one.update_id, one.in_doubt) for one in Inbox(connection).unfinished()] == [(2, True)]


@pytest.mark.parametrize("content", [b"no database" * 1000, b"", b"SQLite format 3\x00" + b"\x00" * 200])
def test_a_file_that_is_no_backup_is_refused_and_nothing_changes(filled: Place, copy: Path, content: bytes) -> None:
    copy.write_bytes(content)
    before = held(filled, ANNE)
    with pytest.raises(DatabaseError, match="is no backup"):
        put_back(filled, copy)
    with pytest.raises(DatabaseError, match="cannot restore"):
        put_back(filled, copy.with_name("nowhere"))
    assert held(filled, ANNE) == before
    assert not list(folder_of(filled).glob("*.restoring*")) and not list(folder_of(filled).glob("*.before*"))


def test_a_backup_of_another_database_is_refused_where_people_were_forgotten(filled_file: Path, tmp_path: Path) -> None:
    forget_in(filled_file, ANNE)
    other = tmp_path / "other" / "farmasvar.sqlite"
    open_database(other).close()
    by_hand = tmp_path / "by hand"
    by_hand.write_bytes(other.read_bytes())
    with pytest.raises(DatabaseError, match="what was forgotten since cannot be told"):
        put_back(filled_file, by_hand)


def test_a_bot_that_runs_is_not_restored_under(filled: Place, copy: Path) -> None:
    with sole_use(filled), pytest.raises(ChannelError, match="another bot is using"):
        put_back(filled, copy)


def test_the_file_of_those_forgotten_names_nobody(filled_file: Path) -> None:
    forget_in(filled_file, ANNE)
    beside = filled_file.with_name("farmasvar.forgotten")
    assert stat.S_IMODE(beside.stat().st_mode) == 0o600
    assert ANNE.user not in beside.read_text(encoding="ascii")
    assert len(beside.read_text(encoding="ascii").splitlines()) == 1


@pytest.mark.parametrize("torn", [
    "17", "1790000000.000 person 0123abcd 0123", f"1790000000.000 person 0123abcd {'0' * 64}"])
def test_half_a_line_of_one_who_was_killed_is_passed_over_and_no_later_line_is_lost(torn: str, filled_file: Path,
                                                                                   copy: Path) -> None:
    forget_in(filled_file, ANNE)
    beside = filled_file.with_name("farmasvar.forgotten")
    with beside.open("a", encoding="ascii") as file:
        file.write(torn)
    put_back(filled_file, copy)
    assert not held(filled_file, ANNE) and held(filled_file, BO)
    forget_in(filled_file, BO)
    put_back(filled_file, copy)
    assert not held(filled_file, ANNE) and not held(filled_file, BO)
    assert len(beside.read_text(encoding="ascii").splitlines()) == 2


def test_what_a_full_disk_takes_only_half_of_is_not_written_at_all(filled_file: Path, copy: Path) -> None:
    """A limit on the size of files stands for the disk."""
    forget_in(filled_file, ANNE)
    beside = filled_file.with_name("farmasvar.forgotten")
    before = beside.read_bytes()
    script = f"""
import resource
from pathlib import Path
from bot.desk.store import taken_back
path = Path({str(beside)!r})
resource.setrlimit(resource.RLIMIT_FSIZE, ({len(before) + 30}, resource.RLIM_INFINITY))
try:
    taken_back.append(path, taken_back.read(path))
except OSError as error:
    print(error.strerror)
"""
    ran = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=False)
    assert ran.stderr == "" and ran.stdout
    assert beside.read_bytes() == before


def test_a_copy_is_not_blamed_for_a_disk_without_room(filled_file: Path, copy: Path) -> None:
    script = f"""
import resource
from pathlib import Path
from bot.desk.store.backups import restore
from knowledge.errors import DatabaseError
resource.setrlimit(resource.RLIMIT_FSIZE, (4096, resource.RLIM_INFINITY))
try:
    restore(Path({str(filled_file)!r}), Path({str(copy)!r}), kept_days=7, now={NOW})
except DatabaseError as error:
    print(error)
"""
    ran = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=False)
    assert ran.stderr == ""
    assert ran.stdout.startswith(f"cannot restore {copy}: ") and "no backup" not in ran.stdout
    assert held(filled_file, ANNE) and is_whole(filled_file)
    assert not list(filled_file.parent.glob("*.restoring*"))
