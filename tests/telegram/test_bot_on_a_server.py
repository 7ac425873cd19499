"""The Telegram bot with its database on a server that is ended under it and comes again."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from bot.desk.store import servers
from bot.desk.store.access import Access
from bot.desk.store.database import open_database, transaction
from bot.desk.store.places import Server
from tests.postgres import Postgres
from tests.telegram.people import private
from tests.telegram.toy import Stage, play

pytestmark = pytest.mark.services
DANGER = "He has just taken an overdose of 40 tablets"
MEMBER, STRANGER = 7, 8


@pytest.fixture
def database(own_postgres: Postgres, tmp_path: Path) -> Iterator[Server]:
    place = Server(address=own_postgres.address(), folder=tmp_path)
    with closing(open_database(place)) as connection, transaction(connection):
        Access(connection).grant("telegram", str(MEMBER), "asker", by="command line", now=0)
    yield place
    servers.engine_of.cache_clear()


def test_while_the_server_is_away_danger_is_answered_and_what_waited_afterwards_once(
        tmp_path: Path, own_postgres: Postgres, database: Server) -> None:
    async def scene(stage: Stage) -> None:
        async with stage.bot(database=database, members_only=True, database_patience_s=60):
            person = private(stage.fake, MEMBER)
            person.say("does it help?")
            await stage.fake.messages(MEMBER, 1)
            own_postgres.stop(signal.SIGKILL)
            person.say(DANGER)
            assert DANGER in (await stage.fake.messages(MEMBER, 2))[1].text
            person.say("and at night?")
            own_postgres.start()
            assert "and at night?" in (await stage.fake.messages(MEMBER, 3))[2].text
            await stage.fake.confirmed()
        assert len(stage.fake.in_chat(MEMBER)) == 3

    play(tmp_path, scene)


def test_a_bot_that_starts_without_its_server_lets_in_no_member_it_cannot_know(
        tmp_path: Path, own_postgres: Postgres, database: Server) -> None:
    own_postgres.stop(signal.SIGKILL)

    async def scene(stage: Stage) -> None:
        async with stage.bot(database=database, members_only=True, database_patience_s=60):
            for number in (MEMBER, STRANGER):
                private(stage.fake, number).say("does it help?")
                private(stage.fake, number).say(DANGER)
            for number in (MEMBER, STRANGER):
                assert any(DANGER in reply.text for reply in await stage.fake.messages(number, 2))
        assert all(DANGER in enquiry.text for enquiry in stage.responder.enquiries)

    play(tmp_path, scene)
