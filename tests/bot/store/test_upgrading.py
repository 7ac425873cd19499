"""Databases of every age come to the present tables with all they hold, or stay as they were."""

from __future__ import annotations

import gzip
import re
import sqlite3
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy.dialects import postgresql
from sqlalchemy.schema import CreateIndex, CreateTable

from bot.channels.telegram.inbox import Inbox
from bot.desk.store import dialects, first_edition
from bot.desk.store.access import Access
from bot.desk.store.answers import Answers
from bot.desk.store.chats import Chats
from bot.desk.store.choices import Choices, ChoiceTable
from bot.desk.store.clinics import Clinics
from bot.desk.store.conversations import Conversations
from bot.desk.store.corrections import Corrections
from bot.desk.store.database import Connection, connect, memory_database, open_database, transaction
from bot.desk.store.feedback import Feedback
from bot.desk.store.gaps import Gaps
from bot.desk.store.privacy import export_of, forget
from bot.desk.store.publications import Publications
from bot.desk.store.signing import Signer
from bot.desk.store.tables import METADATA
from bot.desk.store.upgrading import HEAD, REVISIONS, SCRIPTS, revision, upgrade
from bot.dialogue.state import Conversation
from knowledge.errors import ChannelError
from tests.bot.store.people import ANNE, ANNE_IN_WARD, BO, CLINIC, NOW, record

ROOT = Path(__file__).resolve().parents[3]
FIRST_EDITION = Path(__file__).parent / "data" / "first_edition.sqlite.gz"
"""Made by the last version of the first edition, with something in every table."""
COUNTED = ("inbox", "choices", "conversations", "answers", "answer_cards", "corrections", "feedback", "gap_counts",
           "members", "invitations", "access_history", "chat_settings", "linked_channels", "publications")
INVITATION = "forqyabslojppdwncyxurvyf"


@pytest.fixture
def former(path: Path) -> Path:
    path.write_bytes(gzip.decompress(FIRST_EDITION.read_bytes()))
    return path


def counts(path: Path) -> dict[str, int]:
    with closing(sqlite3.connect(path)) as connection:
        return {table: connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in COUNTED}


def test_nothing_of_the_first_edition_is_lost(former: Path) -> None:
    before = counts(former)
    assert min(before.values()) > 0
    with closing(open_database(former)) as connection:
        assert revision(connection) == HEAD
        assert connection.exec_driver_sql("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert connection.exec_driver_sql("PRAGMA foreign_key_check").fetchall() == []
        assert set(sqlite_tables(connection)) == {*METADATA.tables, "alembic_version", "sqlite_sequence"}
    assert counts(former) == before


def test_what_the_first_edition_kept_is_found_again(former: Path) -> None:
    with closing(open_database(former)) as connection:
        given = Answers(connection).of_message("telegram", ANNE.chat, "0")
        assert given is not None and given.record == record("answer00", f"asked by {ANNE.user}")
        assert given.reply_messages == ("1", "2")
        assert Conversations(connection).get(CLINIC).turns == 3
        assert Conversations(connection).before(BO, "2").turns == 2
        assert ChoiceTable(connection).own(ANNE) == Choices(language="nb", country="NO")
        assert ChoiceTable(connection).of(ANNE.model_copy(update={"chat": "1"})).country == "NO"
        settings = Chats(connection).of("telegram", "-100500")
        assert (settings.language, settings.who_may_ask, settings.replies, settings.reviewers) == (
            "sv", "listed", "private", True)
        assert [gap.times for gap in Gaps(connection).most_wanted(0)] == [1]
        assert len(Corrections(connection).due("telegram", {"cochrane": 2, "relis": 2}, since=0)) == 2
        assert Signer(connection).check("68IyeE3N", "a")
        access = Access(connection)
        assert [member.role for member in access.members("telegram")] == ["administrator", "asker"]
        assert access.invitation("telegram", INVITATION, now=NOW) == "reviewer"
        assert [change.event for change in access.history("telegram")] == ["granted", "granted", "invited"]
        publications = Publications(connection)
        assert [channel.name for channel in publications.channels()] == ["B", "A"]
        assert [(post.version, post.messages) for post in publications.unmarked()] == [(1, ("5", "6"))]
        inbox = Inbox(connection)
        assert [one.update_id for one in inbox.unfinished()] == [-1, 41, 42]
        assert inbox.waiting(int(ANNE.chat), 12) == 41


def test_reports_are_counted_on_from_the_last_that_ever_was(former: Path) -> None:
    with closing(open_database(former)) as connection:
        assert [report.id for report in Feedback(connection).all()] == [1, 2, 3, 4]
        assert Feedback(connection).add(record(), BO, "error", now=NOW).id == 10


def test_people_of_the_first_edition_can_be_forgotten(former: Path) -> None:
    with closing(open_database(former)) as connection:
        with transaction(connection):
            counted = forget(connection, "telegram", ANNE.user)
        assert counted == {"answers": 2, "conversations": 2, "choices": 2, "feedback": 2, "corrections": 1, "inbox": 2}
        assert not any(export_of(connection, "telegram", ANNE.user)[table] for table in ("answers", "choices"))
        assert Conversations(connection).get(ANNE_IN_WARD) == Conversation()
    assert f"asked by {ANNE.user}".encode() not in former.read_bytes()


@pytest.mark.parametrize("version", range(len(first_edition.MIGRATIONS) + 1))
def test_every_version_of_the_first_edition_is_brought_up_to_date(path: Path, version: int) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        for migration in first_edition.MIGRATIONS[:version]:
            migration(connection)
        connection.execute(f"PRAGMA user_version={version}")
    with closing(open_database(path)) as opened:
        assert revision(opened) == HEAD
        assert schema(opened) == schema_of_a_new_one()


def test_the_first_edition_refuses_a_database_of_the_second(path: Path) -> None:
    """It refuses what has seen more changes than it knows."""
    with closing(open_database(path)) as connection:
        assert connection.exec_driver_sql("PRAGMA user_version").scalar_one() > len(first_edition.MIGRATIONS)


def test_an_upgrade_that_fails_leaves_the_file_as_it_was(former: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(connection: Connection) -> None:
        raise sqlite3.OperationalError("disk I/O error")

    before = counts(former)
    monkeypatch.setattr(dialects, "refuse_to_older", broken)
    with pytest.raises(sqlite3.OperationalError):
        open_database(former)
    monkeypatch.undo()
    assert counts(former) == before
    with closing(sqlite3.connect(former)) as connection:
        assert connection.execute("PRAGMA user_version").fetchone() == (12,)
    open_database(former).close()
    assert counts(former) == before


def test_processes_that_start_at_once_upgrade_once(former: Path) -> None:
    script = "import sys; from pathlib import Path; from bot.desk.store.database import open_database; " \
             "open_database(Path(sys.argv[1])).close()"
    before = counts(former)
    with ThreadPoolExecutor(3) as threads:
        ended = list(threads.map(lambda _: subprocess.run(
            [sys.executable, "-c", script, str(former)], cwd=ROOT, capture_output=True, text=True, check=False), "abc"))
    assert [one.stderr for one in ended] == ["", "", ""]
    assert counts(former) == before


def test_a_database_of_a_newer_version_is_refused(path: Path) -> None:
    with closing(open_database(path)) as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(ChannelError, match="made by a newer Farmasvar; install that version"):
        open_database(path)
    with closing(sqlite3.connect(path)) as raw:
        raw.execute("DROP TABLE alembic_version")
    with pytest.raises(ChannelError, match="made by a newer Farmasvar; install that version"):
        open_database(path)


# ---- the scripts

def test_the_scripts_are_those_that_are_named() -> None:
    scripts = ScriptDirectory(str(SCRIPTS))
    assert scripts.get_heads() == [HEAD]
    assert tuple(script.revision for script in reversed([*scripts.walk_revisions()])) == REVISIONS


def test_the_scripts_lead_from_nothing_to_the_present_tables() -> None:
    with closing(empty()) as connection:
        upgrade(connection, "head")
        assert compare_metadata(MigrationContext.configure(connection), METADATA) == []
        assert schema(connection) == schema_of_a_new_one()


def test_what_clinics_were_counted_by_day_and_status_is_kept_without_a_language(path: Path) -> None:
    with closing(connect(path)) as connection:
        with transaction(connection):
            upgrade(connection, "0006")
            connection.exec_driver_sql("INSERT INTO clinic_counts (clinic, day, status, times) "
                                       "VALUES ('ward', 20000, 'answered', 7)")
            connection.exec_driver_sql("INSERT INTO feedback (answer_id, kind, reason, question, cards, language, "
                                       "received) VALUES ('answer01', 'error', 'old', 'q', '{}', 'en', 1)")
        with transaction(connection):
            upgrade(connection, "head")
        assert Clinics(connection).counts(since=0) == {"ward": {"answered": 7}}
        assert Clinics(connection).languages(since=0) == {"ward": {"": 7}}
        assert [(report.reason, report.reply) for report in Feedback(connection).all()] == [("old", "")]


def test_a_further_script_is_run_within_one_transaction(path: Path, tmp_path: Path) -> None:
    scripts = tmp_path / "scripts"
    (scripts / "versions").mkdir(parents=True)
    for file in (*SCRIPTS.glob("env.py"), *SCRIPTS.glob("versions/0*.py")):
        (scripts / file.relative_to(SCRIPTS)).write_bytes(file.read_bytes())
    (scripts / "versions" / "next.py").write_text(f"""
import sqlalchemy as sa
from alembic import op
revision, down_revision = "next", "{HEAD}"
def upgrade():
    with op.batch_alter_table("answers") as table:
        table.alter_column("reply_messages", new_column_name="shown_in")
""", encoding="utf-8")
    with closing(open_database(path)) as connection, transaction(connection):
        Answers(connection).keep(record(), ANNE, question_message=None, reply_messages=(), now=NOW)
    with closing(connect(path)) as connection:
        with transaction(connection):
            upgrade(connection, "head", scripts)
        assert connection.exec_driver_sql("SELECT shown_in FROM answers").fetchall() == [("[]",)]
        assert connection.exec_driver_sql("SELECT count(*) FROM answer_cards").scalar_one() == 2
        assert revision(connection) == "next"


def test_opening_a_database_that_is_up_to_date_loads_no_alembic(path: Path) -> None:
    script = "import sys; from pathlib import Path; from bot.desk.store.database import open_database; " \
             "open_database(Path(sys.argv[1])).close(); assert 'alembic' not in sys.modules"
    for _ in range(2):  # a new one, and one that is there
        subprocess.run([sys.executable, "-c", script, str(path)], cwd=ROOT, check=True)


def test_answering_at_the_command_line_loads_no_database_library() -> None:
    script = "import sys, bot.app.cli, bot.app.wiring; assert 'sqlalchemy' not in sys.modules"
    subprocess.run([sys.executable, "-c", script], cwd=ROOT, check=True)


@pytest.mark.parametrize("table", METADATA.sorted_tables, ids=str)
def test_each_table_can_be_made_on_postgresql(table: object) -> None:
    made = METADATA.tables[str(table)]
    dialect = postgresql.dialect()
    assert "CREATE TABLE" in str(CreateTable(made).compile(dialect=dialect))
    for index in made.indexes:
        partial = index.dialect_options["sqlite"]["where"] is not None
        assert (" WHERE " in str(CreateIndex(index).compile(dialect=dialect))) == partial


def test_only_one_module_of_the_store_speaks_sql_of_its_own() -> None:
    """The others speak SQLAlchemy Core. Those on files, servers and the first edition are for one engine alone."""
    apart = {"dialects.py", "first_edition.py", "backups.py", "servers.py"}
    spoken = re.compile(r'"(SELECT|INSERT|UPDATE|DELETE|PRAGMA|VACUUM|CREATE|ALTER|DROP) ')
    speaking = {path.name for path in SCRIPTS.parent.glob("*.py") if spoken.search(path.read_text(encoding="utf-8"))}
    assert speaking - apart <= {"files.py", "taken_back.py", "upgrading.py"}


def empty() -> Connection:
    return dialects.sqlite_engine(lambda: sqlite3.connect(":memory:", isolation_level=None)).connect()


def sqlite_tables(connection: Connection) -> list[str]:
    return [name for (name,) in connection.exec_driver_sql("SELECT name FROM sqlite_schema WHERE type = 'table'")]


def schema(connection: Connection) -> dict[str, str]:
    """Every table and index as SQLite has it, without regard to how it was written."""
    made = connection.exec_driver_sql("SELECT name, sql FROM sqlite_schema WHERE sql IS NOT NULL AND name <> "
                                      "'sqlite_sequence'")
    return {name: re.sub(r'[\s"]+', "", sql) for name, sql in made}


def schema_of_a_new_one() -> dict[str, str]:
    with closing(memory_database()) as connection:
        return schema(connection)
