"""Several bots on one server: one receives, and another takes its place."""

from __future__ import annotations

import asyncio
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.app.monitoring.health import Finding
from bot.channels.telegram import election
from bot.channels.telegram.election import Turn, elected
from bot.desk.store import servers
from bot.desk.store.places import Server
from tests.postgres import Postgres
from tests.telegram.people import private
from tests.telegram.replica_trials import killed_at_random, run_replicas
from tests.telegram.toy import Stage, play

pytestmark = pytest.mark.services


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(election, "ASKED_EVERY_S", 0.1)
    monkeypatch.setattr(election, "SETTLING_S", 0.5)


@pytest.fixture
def own_server(own_postgres: Postgres, tmp_path: Path) -> Iterator[Server]:
    yield Server(address=own_postgres.address(), folder=tmp_path)
    servers.engine_of.cache_clear()


def test_a_second_bot_waits_and_takes_the_place_of_the_first(tmp_path: Path, server: Server) -> None:
    async def scene(stage: Stage) -> None:
        person = private(stage.fake, 7)
        async with stage.bot(database=server):
            person.say("question one")
            await stage.fake.messages(7, 1)
            second = stage.bot(database=server)
            await second.__aenter__()
            person.say("question two")
            await stage.fake.messages(7, 2)
        person.say("question three")
        replies = await stage.fake.messages(7, 3)
        await second.__aexit__(None, None, None)
        assert [f"question {number}" in reply.text for number, reply in zip(("one", "two", "three"), replies,
                                                                            strict=True)] == [True] * 3

    play(tmp_path, scene)


def test_a_bot_that_was_cut_off_stops_before_another_begins(own_postgres: Postgres, own_server: Server) -> None:
    """Both ask for the lock again when the server is back; whoever is second is told."""
    async def scene() -> None:
        stop, first, second = asyncio.Event(), Turn(), Turn()
        at_once: list[Turn] = []

        async def work(turn: Turn) -> None:
            while not stop.is_set():
                async with elected(own_server, turn, stop):
                    if stop.is_set():  # whoever still waits is let go, not to work
                        return
                    at_once.append(turn)
                    assert len(at_once) == 1
                    await asyncio.wait([asyncio.ensure_future(turn.overtaken.wait()),
                                        asyncio.ensure_future(stop.wait())], return_when=asyncio.FIRST_COMPLETED)
                    at_once.remove(turn)

        working = [asyncio.create_task(work(turn)) for turn in (first, second)]
        for _ in range(3):
            async with asyncio.timeout(60):
                while not (at_once and (first.waiting or second.waiting)):
                    await asyncio.sleep(0.02)
            assert {turn.or_waiting(lambda: Finding(ok=False, detail="deaf"))().ok for turn in (first, second)} == {
                True, False}
            await asyncio.to_thread(own_postgres.stop, signal.SIGKILL)
            await asyncio.sleep(0.3)
            assert len(at_once) == 1  # emergencies are answered meanwhile
            await asyncio.to_thread(own_postgres.start)
        stop.set()
        await asyncio.gather(*working)

    asyncio.run(asyncio.wait_for(scene(), 180))


def test_of_bots_that_are_killed_at_random_no_question_is_lost_and_no_repetition_goes_unmarked(
        own_postgres: Postgres) -> None:
    outcome, log = asyncio.run(run_replicas(own_postgres.address(), killed_at_random(5), replicas=3, questions=150,
                                            chats=12, per_second=8, seed=1))
    assert (outcome.lost, outcome.unmarked_repeat, outcome.crashes) == (0, 0, 0), (outcome, log[-20:])
    assert outcome.once + outcome.marked_repeat == outcome.sent
    assert outcome.kills
