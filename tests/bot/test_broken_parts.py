"""Parts that break while the bot runs: whoever may be in danger gets the numbers, and nobody waits in vain."""

from __future__ import annotations

import asyncio
import shutil
import sqlite3
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, closing, suppress
from pathlib import Path

import pytest

import bot.desk.store.files
from bot.channels.telegram import serve
from bot.desk.store.database import StoreError, open_database, transaction
from knowledge.errors import ChannelError
from tests.bot.shipped_assistant import RememberedVectors, shipped_assistant
from tests.telegram.people import Person, private
from tests.telegram.test_shipped_replies import Shipped
from tests.telegram.toy import Stage, play, toy_redact

URGENT = "Jenta mi på to år har nettopp spist en hel pakke magnesiumtabletter!"
ORDINARY = ("Hjelper magnesium mot leggkramper om natten hos gravide?", "Does magnesium help against leg cramps?")
FAILED = "Something went wrong"


# ---- the index and the encoder

def emptied(index: Path) -> None:
    index.write_bytes(b"")


def cut_short(index: Path) -> None:
    with index.open("r+b") as file:
        file.truncate(index.stat().st_size // 3)


def scribbled_over(index: Path) -> None:
    with index.open("r+b") as file:
        file.write(b"\xff" * 2_000_000)


def deleted(index: Path) -> None:
    index.unlink()


@pytest.fixture
def folder(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """A copy of the shipped index and its vectors, to be broken."""
    cached = request.config.cache.mkdir("farmasvar")
    shipped_assistant(cached)
    return Path(shutil.copytree(cached, tmp_path / "data"))


async def asked_after_the_break(stage: Stage, broken: Callable[[], object]) -> tuple[str, list[str]]:
    """The reply to an urgent message and to ordinary ones, all sent after the break."""
    person, other = private(stage.fake, 7, "nb"), private(stage.fake, 8)
    async with stage.bot():
        await stage.fake.until(lambda: stage.fake.called("getUpdates"))
        broken()
        person.say(URGENT)
        [first, *_] = await stage.fake.messages(7, 1)
        for number, question in enumerate(ORDINARY):
            other.say(question)
            await stage.fake.messages(8, number + 1)
        await stage.fake.confirmed()
    return first.text, [message.text for message in stage.fake.in_chat(8)]


@pytest.mark.parametrize("broken", [emptied, cut_short, scribbled_over, deleted])
def test_with_a_broken_index_the_numbers_come_and_others_hear_politely(
        broken: Callable[[Path], None], folder: Path, tmp_path: Path) -> None:
    async def scene(stage: Stage) -> None:
        stage.responder = Shipped(shipped_assistant(folder))
        urgent, ordinary = await asked_after_the_break(stage, lambda: broken(folder / "index.sqlite"))
        assert "113" in urgent and "22 59 13 00" in urgent
        assert all(FAILED in text or "[1]" in text for text in ordinary), ordinary

    play(tmp_path, scene)


def test_with_a_broken_encoder_the_numbers_come_and_others_hear_politely(
        folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(self: RememberedVectors, text: str) -> None:
        raise RuntimeError(f"no vector for {text}")

    async def scene(stage: Stage) -> None:
        stage.responder = Shipped(shipped_assistant(folder))
        urgent, ordinary = await asked_after_the_break(
            stage, lambda: monkeypatch.setattr(RememberedVectors, "question", fail))
        assert "113" in urgent and "22 59 13 00" in urgent
        assert all(FAILED in text or "[1]" in text for text in ordinary), ordinary

    play(tmp_path, scene)


# ---- the database

@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """A locked database is given up after a twentieth of a second instead of five."""
    monkeypatch.setattr(bot.desk.store.files, "BUSY_TIMEOUT_S", 0.05)


@asynccontextmanager
async def running(stage: Stage) -> AsyncIterator[Person]:
    """A bot with time for its database, and somebody who has had a first answer."""
    async with stage.bot(database_patience_s=60):
        person = private(stage.fake, 7)
        person.say("before")
        await stage.fake.messages(7, 1)
        await stage.fake.confirmed()
        await stage.fake.until(lambda: stage.fake.polled_in_peace)
        yield person


async def in_danger_and_not(stage: Stage) -> None:
    """Somebody in danger hears at once, somebody else waits."""
    private(stage.fake, 8).say("question")
    private(stage.fake, 9).say("overdose")
    await stage.fake.messages(9, 1)
    assert not stage.fake.in_chat(8)


async def all_is_well(stage: Stage) -> None:
    """Everybody has been answered, and nobody twice."""
    await stage.fake.messages(8, 1)
    private(stage.fake, 9).say("next")
    await stage.fake.messages(9, 2)
    await stage.fake.confirmed()
    assert [len(stage.fake.in_chat(chat)) for chat in (8, 9)] == [1, 2]


@pytest.mark.usefixtures("impatient")
def test_while_another_program_locks_the_database_urgent_messages_are_answered(tmp_path: Path) -> None:
    async def scene(stage: Stage) -> None:
        async with running(stage):
            with closing(sqlite3.connect(stage.database, isolation_level=None)) as other:
                other.execute("BEGIN EXCLUSIVE")
                await in_danger_and_not(stage)
                other.execute("ROLLBACK")
            await all_is_well(stage)

    play(tmp_path, scene)


@pytest.mark.parametrize("event", ["INSERT", "UPDATE"])
def test_while_the_disk_is_full_urgent_messages_are_answered(event: str, tmp_path: Path) -> None:
    async def scene(stage: Stage) -> None:
        async with running(stage):
            with closing(sqlite3.connect(stage.database)) as other:
                other.execute(f"CREATE TRIGGER full BEFORE {event} ON inbox BEGIN SELECT RAISE(FAIL, 'disk full'); END")
                other.commit()
                await in_danger_and_not(stage)
                other.execute("DROP TRIGGER full")
                other.commit()
            await all_is_well(stage)

    play(tmp_path, scene)


def test_what_was_answered_is_not_answered_again_when_it_could_not_be_written_down(tmp_path: Path) -> None:
    async def scene(stage: Stage) -> None:
        async with running(stage):
            with closing(sqlite3.connect(stage.database)) as other:
                other.execute("CREATE TRIGGER full BEFORE UPDATE ON inbox WHEN NEW.status = 'done' "
                              "BEGIN SELECT RAISE(FAIL, 'disk full'); END")
                other.commit()
                private(stage.fake, 8).say("question")
                await stage.fake.messages(8, 1)
                other.execute("DROP TRIGGER full")
                other.commit()
            await stage.fake.confirmed()
            private(stage.fake, 8).say("next")
            replies = await stage.fake.messages(8, 2)
        assert ["question" in replies[0].text, "next" in replies[1].text] == [True, True]

    play(tmp_path, scene)


def test_a_database_that_has_vanished_keeps_nobody_in_danger_waiting(tmp_path: Path) -> None:
    async def scene(stage: Stage) -> None:
        with pytest.raises(ChannelError, match="cannot write to"):
            stop = asyncio.Event()
            bot_runs = asyncio.create_task(serve(
                stage.settings(database_patience_s=0.5), stage.responder, toy_redact, stop=stop))
            await stage.fake.until(lambda: stage.fake.polled_in_peace)
            stage.database.unlink()
            private(stage.fake, 9).say("overdose")
            await stage.fake.messages(9, 1)
            await asyncio.wait_for(bot_runs, 10)
        assert len(stage.fake.in_chat(9)) == 1
        assert stage.fake.pending

    play(tmp_path, scene)


@pytest.mark.parametrize(("restricted", "served"), [
    ({}, True),
    ({"members_only": True}, False),
    ({"allowed_chats": frozenset({7})}, False),
    ({"allowed_chats": frozenset({8})}, True),
])
@pytest.mark.parametrize("broken", [True, False])
def test_without_a_database_strangers_are_turned_away_and_emergencies_are_answered(
        broken: bool, restricted: dict[str, object], served: bool, tmp_path: Path) -> None:
    def break_database(database: Path) -> None:
        if broken:
            database.write_bytes(b"this is no database" * 1000)
        else:  # missing, and no file can be made in its place
            database.symlink_to(database.parent / "no such folder" / "farmasvar.sqlite")

    async def scene(stage: Stage) -> None:
        break_database(stage.database)
        with pytest.raises(ChannelError, match="cannot open the database") as caught:
            bot_runs = asyncio.create_task(serve(
                stage.settings(database_patience_s=1.5, **restricted), stage.responder, toy_redact))
            private(stage.fake, 8).say("question")
            private(stage.fake, 9).say("overdose, she swallowed 40 tablets")
            [reply] = await stage.fake.messages(8, 1)
            [numbers] = await stage.fake.messages(9, 1)
            await asyncio.wait_for(bot_runs, 10)
        assert ("technical fault" in reply.text) != served
        assert "technical fault" not in numbers.text
        assert "\n" not in str(caught.value)

    play(tmp_path, scene)


@pytest.mark.parametrize("table", [
    "alembic_version", "answers", "chat_settings", "choices", "conversations", "inbox", "invitations", "members",
    "secrets",
])
def test_whichever_table_is_damaged_nobody_in_danger_waits_and_no_stranger_is_let_in(table: str, tmp_path: Path
                                                                                     ) -> None:
    def damage(database: Path) -> None:
        open_database(database).close()
        with closing(sqlite3.connect(database)) as connection:
            [page] = connection.execute("SELECT rootpage FROM sqlite_schema WHERE name = ?", (table,)).fetchone()
        with database.open("r+b") as file:
            file.seek(4096 * (page - 1))
            file.write(b"\xff" * 4096)

    async def scene(stage: Stage) -> None:
        damage(stage.database)
        stop = asyncio.Event()
        bot_runs = asyncio.create_task(serve(
            stage.settings(database_patience_s=60, members_only=True, allowed_chats=frozenset({9})), stage.responder,
            toy_redact, stop=stop))
        private(stage.fake, 8).say("question")
        private(stage.fake, 9).say("overdose, she swallowed 40 tablets")
        [numbers] = await stage.fake.messages(9, 1)
        stop.set()
        with suppress(ChannelError):
            await asyncio.wait_for(bot_runs, 30)
        assert "overdose" in numbers.text
        assert not any("question" in reply.text for reply in stage.fake.in_chat(8))

    play(tmp_path, scene)


def test_a_broken_database_is_left_as_it_is(tmp_path: Path) -> None:
    async def scene(stage: Stage) -> None:
        stage.database.write_bytes(b"this is no database" * 1000)
        with pytest.raises(ChannelError, match="cannot open the database"):
            await serve(stage.settings(database_patience_s=0), stage.responder, toy_redact)
        assert stage.database.read_bytes().startswith(b"this is no database")

    play(tmp_path, scene)


def test_a_failed_commit_leaves_no_transaction_open(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bot.desk.store.files, "BUSY_TIMEOUT_S", 0.0)
    path = tmp_path / "farmasvar.sqlite"
    kept = "SELECT name FROM secrets WHERE name < 'c'"
    with closing(open_database(path)) as writer, closing(open_database(path)) as reader:
        reader.exec_driver_sql("BEGIN")
        reader.exec_driver_sql(kept).fetchall()
        with pytest.raises(StoreError, match="locked"), transaction(writer):
            writer.exec_driver_sql("INSERT INTO secrets VALUES ('a', x'00')")
        reader.exec_driver_sql("COMMIT")
        with transaction(writer):
            writer.exec_driver_sql("INSERT INTO secrets VALUES ('b', x'00')")
        assert writer.exec_driver_sql(kept).fetchall() == [("b",)]
