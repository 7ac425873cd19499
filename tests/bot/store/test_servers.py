"""What is different where the database is on a server: it may go away, freeze, and come again while we go on."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from functools import partial
from pathlib import Path
from threading import Event

import psycopg
import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import insert, select

from bot.app.monitoring.health import database_writable
from bot.desk.store import servers
from bot.desk.store.access import Access
from bot.desk.store.answers import Answers
from bot.desk.store.backups import back_up, restore
from bot.desk.store.choices import Choices, ChoiceTable
from bot.desk.store.copying import counts
from bot.desk.store.database import (
    Connection,
    Place,
    Server,
    StoreError,
    connect,
    open_database,
    scrub,
    sole_use,
    transaction,
)
from bot.desk.store.feedback import Feedback
from bot.desk.store.moving import move
from bot.desk.store.privacy import export_of, forget, people_in
from bot.desk.store.signing import Signer
from bot.desk.store.tables import METADATA, answers, feedback
from bot.desk.store.upgrading import HEAD, revision, upgrade
from knowledge.errors import ChannelError, DatabaseError
from tests.bot.store.load import work
from tests.bot.store.people import ANNE, BO, NOW, record
from tests.postgres import Postgres

pytestmark = pytest.mark.services
ROOT = Path(__file__).resolve().parents[3]
Rows = dict[str, list[tuple[object, ...]]]


@pytest.fixture
def own_server(own_postgres: Postgres, tmp_path: Path) -> Iterator[Server]:
    """A database on a server that the test may end."""
    yield Server(address=own_postgres.address(), folder=tmp_path)
    servers.engine_of.cache_clear()


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(servers, "open_driver", partial(servers.open_driver, patience_s=1.0))


def fill(place: Place) -> None:
    with closing(open_database(place)) as connection, transaction(connection):
        Signer(connection)
        for number, asker in enumerate((ANNE, BO)):
            kept = record(f"answer0{number}", f"asked by {asker.user}")
            Answers(connection).keep(kept, asker, question_message=str(number), reply_messages=("1",), now=NOW)
            ChoiceTable(connection).choose(asker, Choices(country="NO"))
            Feedback(connection).add(kept, asker, "error", reason="wrong", now=NOW)
        Access(connection).grant("telegram", ANNE.user, "asker", by="command line", now=NOW)
        Access(connection).grant("telegram", "7", "asker", by="command line", now=NOW)
        Access(connection).revoke("telegram", "7", by="command line", now=NOW)
        last = Feedback(connection).add(record("answer01"), BO, "helpful", now=NOW)
        connection.execute(feedback.delete().where(feedback.c.id == last.id))


def rows(place: Place) -> Rows:
    with closing(open_database(place)) as connection:
        return {table.name: [tuple(row) for row in connection.execute(
            select(table).order_by(*table.primary_key.columns))]
            for table in METADATA.sorted_tables if table.name != "taken_back"}


def test_the_scripts_lead_from_nothing_to_the_present_tables(server: Server, new_database: Callable[[], Server]
                                                             ) -> None:
    def columns(connection: Connection) -> list[tuple[object, ...]]:
        return [tuple(row) for row in connection.exec_driver_sql(
            "SELECT table_name, column_name, data_type, is_nullable, collation_name FROM information_schema.columns "
            "WHERE table_schema = 'public' ORDER BY 1, 2")]

    with closing(connect(server)) as connection:
        with transaction(connection):
            upgrade(connection, "head")
        assert compare_metadata(MigrationContext.configure(connection), METADATA) == []
        by_scripts = columns(connection)
    with closing(open_database(new_database())) as connection:
        assert columns(connection) == by_scripts


def test_processes_that_start_at_once_make_the_tables_once(server: Server) -> None:
    script = ("import sys; from pathlib import Path; from bot.desk.store.database import Server, open_database; "
              "open_database(Server(address=sys.argv[1], folder=Path('.'))).close()")
    with ThreadPoolExecutor(3) as threads:
        ended = list(threads.map(lambda _: subprocess.run(
            [sys.executable, "-c", script, server.address.get_secret_value()], cwd=ROOT, capture_output=True,
            text=True, check=False), "abc"))
    assert [one.stderr for one in ended] == ["", "", ""]
    with closing(connect(server)) as connection:
        assert revision(connection) == HEAD


def test_a_database_of_a_newer_version_or_of_another_program_is_refused(new_database: Callable[[], Server]) -> None:
    newer, other = new_database(), new_database()
    with closing(open_database(newer)) as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")
        connection.invalidate()
    with pytest.raises(ChannelError, match="made by a newer Farmasvar; install that version"):
        open_database(newer)
    with closing(connect(other)) as connection:
        connection.exec_driver_sql("CREATE TABLE patients (name text)")
    with pytest.raises(ChannelError, match="holds other tables than Farmasvar's"):
        open_database(other)


def test_a_password_is_shown_nowhere(server: Server) -> None:
    away = Server(address="postgresql://anne:hush-hush@127.0.0.1:1/farmasvar?connect_timeout=1", folder=server.folder)
    assert "hush" not in str(away) and "anne" not in str(away) and "hush" not in repr(away)
    with pytest.raises(DatabaseError) as raised:
        open_database(away)
    assert "hush" not in str(raised.value) and "127.0.0.1:1/farmasvar" in str(raised.value)


def test_a_character_that_the_server_does_not_hold_loses_no_report(server: Server) -> None:
    with closing(open_database(server)) as connection:
        Feedback(connection).add(record(), ANNE, "error", reason="wrong\0dose", now=NOW)
        assert [report.reason for report in Feedback(connection).open()] == ["wrong\ufffddose"]


def test_many_processes_and_threads_write_at_once_and_nothing_that_was_confirmed_is_lost(server: Server) -> None:
    stop = Event()
    with ThreadPoolExecutor(8) as threads:
        working = [threads.submit(work, server, f"w{number}", stop) for number in range(8)]
        with closing(open_database(server)) as connection:
            while len(connection.execute(select(answers.c.number)).all()) < 100:
                assert not any(one.done() for one in working)
            stop.set()
            kept = sum(len(one.result().took) for one in working)
            assert len(connection.execute(select(answers.c.number)).all()) == kept


def test_whoever_may_write_is_alone_and_nobody_waits_for_ever(server: Server) -> None:
    with closing(open_database(server)) as one, closing(open_database(server)) as other:
        with transaction(one):
            other.exec_driver_sql("SET lock_timeout = '50ms'")
            with pytest.raises(StoreError), transaction(other):
                raise AssertionError("two write at once")
        with transaction(other):
            ChoiceTable(other).choose(ANNE, Choices(country="SE"))
        assert ChoiceTable(one).own(ANNE).country == "SE"


def test_an_invitation_that_two_use_at_once_lets_one_in(server: Server) -> None:
    with closing(open_database(server)) as connection, transaction(connection):
        code = Access(connection).invite("telegram", "asker", by="1", now=NOW)

    def use(user: str) -> str | None:
        with closing(open_database(server)) as connection, transaction(connection):
            return Access(connection).redeem("telegram", code, user, now=NOW)

    with ThreadPoolExecutor(6) as threads:
        assert sorted(map(str, threads.map(use, "123456"))) == ["None"] * 5 + ["asker"]


def test_a_server_that_is_killed_and_comes_again_is_used_again_and_kept_what_was_confirmed(
        own_postgres: Postgres, own_server: Server) -> None:
    with closing(open_database(own_server)) as lasting:
        with transaction(lasting):
            ChoiceTable(lasting).choose(ANNE, Choices(country="NO"))
        with pytest.raises(StoreError), transaction(lasting):
            ChoiceTable(lasting).choose(BO, Choices(country="SE"))
            own_postgres.stop(signal.SIGKILL)
            ChoiceTable(lasting).own(ANNE)
        for _ in range(2):
            with pytest.raises(StoreError):
                ChoiceTable(lasting).own(ANNE)
        with pytest.raises(DatabaseError, match="is the server running"):
            open_database(own_server)
        assert not database_writable(own_server)().ok
        own_postgres.start()
        assert ChoiceTable(lasting).own(ANNE).country == "NO"
        assert ChoiceTable(lasting).own(BO).country is None
        with transaction(lasting):
            ChoiceTable(lasting).choose(BO, Choices(country="SE"))
        assert ChoiceTable(lasting).own(BO).country == "SE"
    assert database_writable(own_server)().ok


def test_what_is_done_after_a_connection_broke_never_counts_as_part_of_what_it_broke(
        own_postgres: Postgres, own_server: Server) -> None:
    with closing(open_database(own_server)) as lasting:
        with pytest.raises(StoreError), transaction(lasting):
            own_postgres.stop()
            own_postgres.start()
            with pytest.raises(StoreError):
                ChoiceTable(lasting).choose(ANNE, Choices(country="NO"))
            ChoiceTable(lasting).choose(BO, Choices(country="SE"))
        assert people_in(lasting) == set()


@pytest.mark.usefixtures("impatient")
def test_a_server_that_says_nothing_is_waited_for_no_longer_than_is_bearable(
        own_postgres: Postgres, own_server: Server) -> None:
    assert own_postgres.process is not None
    with closing(open_database(own_server)) as lasting:
        backend = lasting.exec_driver_sql("SELECT pg_backend_pid()").scalar_one()
        os.kill(backend, signal.SIGSTOP)
        try:
            started = time.monotonic()
            with pytest.raises(StoreError):
                ChoiceTable(lasting).own(ANNE)
            assert time.monotonic() - started < 5
            assert ChoiceTable(lasting).own(ANNE) == Choices()
        finally:
            os.kill(backend, signal.SIGCONT)


def test_what_looks_whether_the_database_can_be_written_to_leaves_nothing_in_it(server: Server) -> None:
    with closing(open_database(server)) as connection:
        before = rows(server)
        assert database_writable(server)().ok
        assert rows(server) == before
        name = server.address.get_secret_value().rpartition("/")[2]
        connection.exec_driver_sql(f"ALTER DATABASE {name} SET default_transaction_read_only = on")
    assert not database_writable(server)().ok


def test_a_second_bot_is_refused_until_the_first_is_gone_even_if_it_was_killed(server: Server) -> None:
    script = ("import sys; from pathlib import Path; from bot.desk.store.database import Server, sole_use\n"
              "with sole_use(Server(address=sys.argv[1], folder=Path('.'))): print('held', flush=True); input()")
    first = subprocess.Popen([sys.executable, "-c", script, server.address.get_secret_value()], cwd=ROOT, text=True,
                             stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    assert first.stdout is not None and first.stdout.readline() == "held\n"
    with pytest.raises(ChannelError, match="another bot is using"), sole_use(server):
        pass
    first.kill()
    first.communicate()
    until = time.monotonic() + 10
    while True:
        try:
            with sole_use(server):
                break
        except ChannelError:
            assert time.monotonic() < until


# ---- forgetting

def test_what_was_forgotten_is_in_no_file_of_the_tables(own_postgres: Postgres, own_server: Server) -> None:
    fill(own_server)
    word = f"asked by {ANNE.user}".encode()
    own_postgres.execute("CHECKPOINT")
    assert word in tables_of(own_postgres)
    with closing(open_database(own_server)) as connection:
        with transaction(connection):
            forget(connection, "telegram", ANNE.user)
        assert scrub(connection)
    own_postgres.execute("CHECKPOINT")
    content = tables_of(own_postgres)
    assert word not in content and f"asked by {BO.user}".encode() in content


def tables_of(postgres: Postgres) -> bytes:
    return b"".join(file.read_bytes() for file in (postgres.data / "base").rglob("*") if file.is_file())


def test_a_table_that_somebody_is_reading_is_written_anew_later(server: Server) -> None:
    fill(server)
    with closing(open_database(server)) as connection, closing(open_database(server)) as reader:
        reader.exec_driver_sql("BEGIN")
        reader.exec_driver_sql("SELECT count(*) FROM answers")
        assert not scrub(connection)
        reader.exec_driver_sql("COMMIT")
        assert scrub(connection)


# ---- moving and copying

def test_everything_moves_to_a_server_and_back_and_nothing_is_lost(server: Server, tmp_path: Path) -> None:
    former, again = tmp_path / "farmasvar.sqlite", tmp_path / "again" / "farmasvar.sqlite"
    fill(former)
    before = rows(former)
    counted = move(former, server)
    assert rows(server) == before
    assert {name: len(held) for name, held in before.items()}.items() <= counted.items()
    move(server, again)
    assert rows(again) == rows(former) == before
    for place in (server, again):
        with closing(open_database(place)) as connection:
            assert Feedback(connection).add(record("answer09"), BO, "error", now=NOW).id == 4  # 3 was given to one gone
            assert Access(connection).grant("telegram", "9", "asker", by="1", now=NOW) is None
            assert [change.id for change in Access(connection).history("telegram")][-1] == "9"


def test_what_no_backup_may_bring_back_moves_along(server: Server, tmp_path: Path) -> None:
    former, copy = tmp_path / "farmasvar.sqlite", tmp_path / "copy"
    fill(former)
    back_up(former, copy)
    with closing(open_database(former)) as connection, transaction(connection):
        forget(connection, "telegram", ANNE.user)
    move(former, server)
    restore(server, copy, kept_days=7, now=NOW)
    with closing(open_database(server)) as connection:
        assert ("telegram", ANNE.user) not in people_in(connection)
        assert ("telegram", BO.user) in people_in(connection)
        with transaction(connection):
            forget(connection, "telegram", BO.user)
    again = tmp_path / "again" / "farmasvar.sqlite"
    move(server, again)
    restore(again, copy, kept_days=7, now=NOW)
    with closing(open_database(again)) as connection:
        assert people_in(connection) == set()


def test_nothing_is_written_over_what_is_there(server: Server, tmp_path: Path) -> None:
    former = tmp_path / "farmasvar.sqlite"
    fill(former)
    move(former, server)
    with pytest.raises(DatabaseError, match="holds something already"):
        move(former, server)
    with sole_use(server), pytest.raises(ChannelError, match="another bot is using"):
        move(server, tmp_path / "again" / "farmasvar.sqlite")
    with pytest.raises(DatabaseError, match="nothing to move"):
        move(tmp_path / "nowhere.sqlite", server)


def test_a_move_that_breaks_leaves_the_target_empty(server: Server, tmp_path: Path,
                                                    monkeypatch: pytest.MonkeyPatch) -> None:
    former = tmp_path / "farmasvar.sqlite"
    fill(former)
    with closing(open_database(server)):
        pass
    monkeypatch.setattr("bot.desk.store.copying.dialects.last_number", lambda *_: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        move(former, server)
    with closing(open_database(server)) as connection:
        assert {name for name, number in counts(connection).items() if number} == {"secrets"}


def test_a_backup_of_either_engine_can_be_restored_on_the_other(server: Server, tmp_path: Path) -> None:
    former = tmp_path / "one" / "farmasvar.sqlite"
    fill(former)
    before = rows(former)
    del before["secrets"]
    back_up(former, tmp_path / "of the file")
    restore(server, tmp_path / "of the file", kept_days=7, now=NOW)
    assert before.items() <= rows(server).items()
    back_up(server, tmp_path / "of the server")
    third = tmp_path / "three" / "farmasvar.sqlite"
    restore(third, tmp_path / "of the server", kept_days=7, now=NOW)
    assert before.items() <= rows(third).items()
    with closing(open_database(former)) as one, closing(open_database(third)) as other:
        assert Signer(one).sign("a") == Signer(other).sign("a")


def test_a_backup_on_a_server_of_which_every_row_is_read_alike(server: Server) -> None:
    """A row that goes and comes between two reads of one backup would be in it by half."""
    fill(server)
    with closing(open_database(server)) as reader, closing(open_database(server)) as writer:
        from bot.desk.store.database import snapshot
        with snapshot(reader):
            seen = len(reader.execute(select(answers.c.id)).all())
            with transaction(writer):
                Answers(writer).keep(record("answer77"), BO, question_message=None, reply_messages=(), now=NOW)
            assert len(reader.execute(select(answers.c.id)).all()) == seen
            with pytest.raises(StoreError):
                reader.execute(insert(answers).values(id="x"))
        assert len(reader.execute(select(answers.c.id)).all()) == seen + 1


# ---- a standby

def test_a_standby_forgets_what_was_forgotten_and_takes_over(own_postgres: Postgres, own_server: Server,
                                                             postgres_programs: Path, tmp_path: Path) -> None:
    from tests.postgres import free_port, own_folder

    fill(own_server)
    standby = Postgres(own_folder(), postgres_programs, free_port())
    try:
        own_postgres.run("pg_basebackup", "--pgdata", str(standby.data), "--write-recovery-conf", "--checkpoint=fast",
                         "--dbname", own_postgres.address(), "--no-sync")
        standby.start()
        with closing(open_database(own_server)) as connection, transaction(connection):
            forget(connection, "telegram", ANNE.user)
        position = own_postgres.execute("SELECT pg_current_wal_lsn()")[0][0]
        until = time.monotonic() + 30
        while not standby.execute(f"SELECT pg_last_wal_replay_lsn() >= '{position}'::pg_lsn")[0][0]:
            assert time.monotonic() < until
        both = Server(address=f"postgresql://postgres:postgres@127.0.0.1:{own_postgres.port},127.0.0.1:{standby.port}"
                              "/postgres?target_session_attrs=read-write", folder=tmp_path)
        with closing(open_database(both)) as lasting:
            assert not any(rows_ for rows_ in export_of(lasting, "telegram", ANNE.user).values()
                           if isinstance(rows_, list))
            own_postgres.stop(signal.SIGKILL)
            with pytest.raises(StoreError):
                ChoiceTable(lasting).own(BO)
            standby.execute("SELECT pg_promote()")
            assert ChoiceTable(lasting).own(BO).country == "NO"
            assert ChoiceTable(lasting).own(ANNE).country is None
            with transaction(lasting):
                ChoiceTable(lasting).choose(BO, Choices(country="SE"))
    finally:
        servers.engine_of.cache_clear()
        standby.remove()


def test_a_reader_of_the_log_of_the_server_finds_no_words_of_people(own_postgres: Postgres, own_server: Server
                                                                    ) -> None:
    with closing(open_database(own_server)) as connection:
        with pytest.raises(StoreError) as raised, transaction(connection):
            connection.execute(insert(answers).values(id=None, record="heartbreak"))
        assert "heartbreak" not in str(raised.value)
        with closing(psycopg.connect(own_postgres.address())) as other, pytest.raises(psycopg.Error):
            other.execute("no statement")
    log = (own_postgres.folder / "log").read_text(encoding="utf-8")
    assert "no statement" in log and "heartbreak" not in log
