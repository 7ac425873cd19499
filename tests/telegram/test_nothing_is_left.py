"""A question that was taken in is not left behind by a fault on its way to whoever answers it."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from unittest.mock import Mock

import pytest
from pydantic import SecretStr
from sqlalchemy.exc import OperationalError

from bot.channels.telegram import crew as crews
from bot.channels.telegram.answering import Answering
from bot.channels.telegram.crew import Crew
from bot.channels.telegram.inbox import Inbox
from bot.channels.telegram.updates import Place as At
from bot.channels.telegram.updates import Question
from bot.desk.store import servers
from bot.desk.store.crew import Seat, call
from bot.desk.store.database import Place, Server, open_database, transaction
from bot.desk.store.tables import inbox
from tests.telegram.people import MENTION, member, private
from tests.telegram.test_groups import GROUP
from tests.telegram.toy import Stage, play

ANNE, OLA = 7, 8


def fails_at(call_number: int, usual: Callable[..., object]) -> Callable[..., object]:
    """The usual, but for one call, in which the database is gone."""
    calls = iter(range(1, 1_000))

    def target(*arguments: object) -> object:
        if next(calls) == call_number:
            raise OperationalError("SELECT", {}, Exception("the database is locked"))
        return usual(*arguments)

    return target


@pytest.mark.parametrize("call_number", [1, 2, 3])
def test_a_question_of_a_group_is_answered_though_the_database_fails_once(
        tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call_number: int) -> None:
    async def scene(stage: Stage) -> None:
        monkeypatch.setattr(Answering, "target", fails_at(call_number, Answering.target))
        async with stage.bot(database_patience_s=60):
            member(stage.fake, ANNE).say(f"does it help? {MENTION}")
            [reply] = await stage.fake.messages(GROUP, 1)
        assert "does it help?" in reply.text

    play(tmp_path, scene)


def leave_behind(place: Place, *, unreadable: int) -> None:
    """Two questions in the inbox, of which one is not what this version can read."""
    with closing(open_database(place)) as connection:
        left = Inbox(connection)
        for update_id, chat in ((11, ANNE), (12, OLA)):
            at = At(chat_id=chat, thread_id=None, user_id=chat, message_id=1, private=True, language_hint=None)
            left.add(update_id, Question(text="does it help?", place=at), now=1_790_000_000)
        connection.execute(inbox.update().where(inbox.c.update_id == unreadable)
                           .values(incoming='{"kind": "of another version"}'))


def status_of(place: Place, update_id: int) -> str:
    with closing(open_database(place)) as connection:
        return str(connection.execute(
            inbox.select().where(inbox.c.update_id == update_id)).one()._mapping["status"])


def test_a_row_that_cannot_be_read_holds_up_nobody_and_its_person_is_told(tmp_path: Path) -> None:
    async def scene(stage: Stage) -> None:
        leave_behind(stage.database, unreadable=11)
        private(stage.fake, ANNE), private(stage.fake, OLA)
        async with stage.bot():
            [answer] = await stage.fake.messages(OLA, 1)
            [note] = await stage.fake.messages(ANNE, 1)
        assert "does it help?" in answer.text
        assert note.text == stage.responder.command_text("talk-failed", "en")
        assert [status_of(stage.database, number) for number in (11, 12)] == ["quarantined", "done"]

    play(tmp_path, scene)


@pytest.mark.services
def test_several_bots_go_on_after_a_row_that_none_of_them_can_read(tmp_path: Path, server: Server) -> None:
    async def scene(stage: Stage) -> None:
        leave_behind(server, unreadable=11)
        private(stage.fake, ANNE), private(stage.fake, OLA)
        async with stage.bot(database=server), stage.bot(database=server):
            [answer] = await stage.fake.messages(OLA, 1)
            await stage.fake.messages(ANNE, 1)
            private(stage.fake, ANNE).say("and now?")
            assert "and now?" in (await stage.fake.messages(ANNE, 2))[1].text
        assert "does it help?" in answer.text
        assert status_of(server, 11) == "quarantined"

    play(tmp_path, scene)


@pytest.mark.services
def test_what_a_chat_wrote_meanwhile_is_taken_when_its_turn_comes_without_another_look(
        tmp_path: Path, server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(crews, "LOOKED_EVERY_S", 3600.0)

    async def scene(stage: Stage) -> None:
        async with stage.bot(database=server, answer_threads=2):
            person = private(stage.fake, ANNE)
            person.say("stall one")
            await stage.in_thread(stage.responder.begun)
            person.say("two")
            person.say("three")
            await stage.fake.confirmed()
            stage.responder.released.set()
            replies = await stage.fake.messages(ANNE, 3)
        assert [word in reply.text for word, reply in zip(("one", "two", "three"), replies, strict=True)] == [True] * 3

    play(tmp_path, scene)


@pytest.fixture
def crew(monkeypatch: pytest.MonkeyPatch) -> Iterator[Crew]:
    """A bot whose seat is on a server that nobody asks."""
    monkeypatch.setattr(crews, "LOOKED_EVERY_S", 0.0)
    yield Crew(Server(address=SecretStr("postgresql://nowhere"), folder=Path("/")), Mock())


def test_a_bot_goes_on_looking_for_work_when_its_seat_fails_in_whatever_way(
        crew: Crew, monkeypatch: pytest.MonkeyPatch) -> None:
    faults = iter((RuntimeError("can't start new thread"), OSError(24, "Too many open files")))

    def hear(_: Seat) -> None:
        if fault := next(faults, None):
            raise fault

    async def scene() -> int:
        looks, enough = 0, asyncio.Event()

        def look(*, thoroughly: bool) -> None:
            nonlocal looks
            looks += thoroughly
            if looks == 4:
                enough.set()

        attending = asyncio.create_task(crew.attend(look))
        await asyncio.wait_for(enough.wait(), 10)
        attending.cancel()
        await asyncio.gather(attending, return_exceptions=True)
        return looks

    monkeypatch.setattr(Seat, "hear", hear)
    assert asyncio.run(scene()) >= 4


def test_a_seat_that_is_just_being_taken_is_given_back_afterwards(
        crew: Crew, monkeypatch: pytest.MonkeyPatch) -> None:
    begun, go_on, order = threading.Event(), threading.Event(), []

    def hear(_: Seat) -> None:
        begun.set()
        go_on.wait(10)
        order.append("taken")

    async def scene() -> None:
        attending = asyncio.create_task(crew.attend(Mock()))
        assert await asyncio.to_thread(begun.wait, 10)
        attending.cancel()
        asyncio.get_running_loop().call_soon(go_on.set)
        await asyncio.gather(attending, return_exceptions=True)

    monkeypatch.setattr(Seat, "hear", hear)
    monkeypatch.setattr(Seat, "release", lambda _: order.append("given back"))
    asyncio.run(scene())
    assert order[-2:] == ["taken", "given back"]


@pytest.mark.services
def test_calls_are_taken_in_and_not_kept_by_the_driver(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    heard, seat = Mock(), Seat(server)
    monkeypatch.setattr(servers, "_heard", heard)
    with closing(open_database(server)) as connection:
        seat.hear()
        for _ in range(3):
            with transaction(connection):
                call(connection)
            seat.hear()
    seat.release()
    assert heard.call_count == 3
