"""Several bots take their work from one inbox on a server."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing
from pathlib import Path

import pytest

from bot.channels.telegram import crew as crews
from bot.channels.telegram import election
from bot.channels.telegram.crew import Crew
from bot.channels.telegram.inbox import Inbox, TakenOver
from bot.channels.telegram.updates import Place, Question
from bot.desk.store import servers
from bot.desk.store.crew import Seat, seats_taken
from bot.desk.store.database import Connection, Server, open_database, transaction
from tests.postgres import Postgres
from tests.telegram.people import private
from tests.telegram.replica_trials import run_replicas, the_receiver_killed_once
from tests.telegram.test_webhook import webhook_settings
from tests.telegram.toy import Stage, ToyResponder, play

pytestmark = pytest.mark.services
ANNE, OLA = 7, 8


def question(chat: int, text: str = "question") -> Question:
    return Question(text=text, place=Place(chat_id=chat, thread_id=None, user_id=chat, message_id=1, private=True,
                                           language_hint=None))


@pytest.fixture
def opened(server: Server) -> Iterator[Callable[[], Connection]]:
    """Opens the database once more, as another process does."""
    with ExitStack() as stack:
        yield lambda: stack.enter_context(closing(open_database(server)))


def taken(inbox: Inbox, connection: Connection, most: int = 10) -> list[int]:
    with transaction(connection):
        return [one.update_id for one in inbox.take(most)]


def test_of_each_chat_one_message_is_taken_at_a_time_in_order(opened: Callable[[], Connection]) -> None:
    connection, other = opened(), opened()
    first, second = Inbox(connection, 1), Inbox(other, 2)
    for update_id, chat in ((11, ANNE), (12, ANNE), (13, OLA)):
        first.add(update_id, question(chat), now=0)
    assert taken(first, connection, 1) == [11]
    assert taken(second, other) == [13]
    assert taken(second, other) == []
    first.finish(11)
    assert taken(second, other) == [12]


def test_an_emergency_is_taken_before_all_else_also_where_there_is_no_room(opened: Callable[[], Connection]) -> None:
    connection = opened()
    gone, inbox = Inbox(connection, 1), Inbox(connection, 2)
    gone.add(11, question(ANNE), now=0)
    gone.add(12, question(ANNE, "danger"), now=0, taken=True)
    gone.add(13, question(OLA), now=0)
    gone.let_go([1])
    assert taken(inbox, connection, 0) == [12]
    assert taken(inbox, connection) == [13]


def test_whoever_lost_a_message_to_another_bot_begins_no_reply(opened: Callable[[], Connection]) -> None:
    connection, other = opened(), opened()
    first, second = Inbox(connection, 1), Inbox(other, 2)
    first.add(11, question(ANNE), now=0)
    taken(first, connection)
    first.mark(11, in_doubt=False)
    second.let_go([1])
    assert taken(second, other) == [11]
    for begin in (lambda: first.mark(11, in_doubt=True), lambda: first.confirm(11)):
        with pytest.raises(TakenOver):
            begin()
    second.mark(11, in_doubt=True)
    assert [one.in_doubt for one in second.held()] == [True]


def test_a_message_that_was_forgotten_meanwhile_is_still_answered(opened: Callable[[], Connection]) -> None:
    from bot.desk.store.privacy import forget

    connection = opened()
    inbox = Inbox(connection, 1)
    inbox.add(11, question(ANNE), now=0)
    taken(inbox, connection)
    with transaction(connection):
        forget(connection, "telegram", str(ANNE))
    inbox.mark(11, in_doubt=True)
    inbox.confirm(11)


def test_a_seat_is_taken_as_long_as_its_process_is_connected(server: Server, opened: Callable[[], Connection]) -> None:
    connection, seat, now = opened(), Seat(server), 100.0
    crew = Crew(server, connection, clock=lambda: now)
    held = frozenset({seat.number})
    seat.hear()
    assert seats_taken(connection) == held
    assert not crew.gone(held)
    seat.release()
    while seats_taken(connection):  # the server takes a moment to notice
        pass
    assert not crew.gone(held)
    now += crews.MISSED_S
    assert crew.gone(held) == held
    seat.hear()
    assert not crew.gone(held)
    seat.release()


def test_a_second_bot_answers_while_the_first_is_busy(tmp_path: Path, server: Server) -> None:
    async def scene(stage: Stage) -> None:
        async with stage.bot(database=server, answer_threads=1):
            private(stage.fake, ANNE).say("stall")
            await stage.in_thread(stage.responder.begun)
            private(stage.fake, OLA).say("does it help?")
            await stage.fake.confirmed()
            busy, stage.responder = stage.responder, ToyResponder()
            async with stage.bot(database=server, answer_threads=1):
                [reply] = await stage.fake.messages(OLA, 1)
                assert "does it help?" in reply.text
            assert [one.text for one in busy.enquiries] == ["stall"]
            assert not stage.fake.in_chat(ANNE)
            busy.released.set()
            await stage.fake.messages(ANNE, 1)

    play(tmp_path, scene)


def test_what_an_identifier_was_taken_out_of_is_known_to_whoever_answers(tmp_path: Path, server: Server) -> None:
    async def scene(stage: Stage) -> None:
        async with stage.bot(database=server):
            private(stage.fake, ANNE).say("patient 01017012345")
            await stage.fake.messages(ANNE, 1)
        [enquiry] = stage.responder.enquiries
        assert enquiry.redacted and "01017012345" not in enquiry.text

    play(tmp_path, scene)


def test_the_webhook_of_any_bot_takes_messages_in(tmp_path: Path, server: Server) -> None:
    async def scene(stage: Stage) -> None:
        person, first = private(stage.fake, ANNE), webhook_settings(stage)
        to_first = stage.fake.webhook_target
        async with stage.bot(database=server, **first), stage.bot(database=server, **webhook_settings(stage)):
            await stage.fake.until(lambda: len(stage.fake.called("setWebhook")) == 2)
            person.say("question one")
            await stage.fake.messages(ANNE, 1)
            stage.fake.webhook_target = to_first
            person.say("question two")
            replies = await stage.fake.messages(ANNE, 2)
            await stage.fake.confirmed()
        assert ["question one" in replies[0].text, "question two" in replies[1].text] == [True, True]
        assert not stage.fake.called("getUpdates")

    play(tmp_path, scene)


def test_three_bots_share_the_work_and_the_death_of_the_one_that_receives_loses_nothing(
        own_postgres: Postgres) -> None:
    outcome, log = asyncio.run(run_replicas(own_postgres.address(), the_receiver_killed_once, replicas=3, questions=60,
                                            chats=12, per_second=4, seed=1, apart=True, patience_s=300))
    assert (outcome.lost, outcome.unmarked_repeat, outcome.crashes) == (0, 0, 0), (outcome, log[-20:])
    assert outcome.once + outcome.marked_repeat == outcome.sent
    assert outcome.kills == 1
    shares = Counter(line.split()[0] for line in log if ": taken" in line and "reception" in line)
    assert len(shares) == 3, shares


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> Iterator[None]:
    monkeypatch.setattr(election, "ASKED_EVERY_S", 0.1)
    monkeypatch.setattr(election, "SETTLING_S", 0.2)
    monkeypatch.setattr(crews, "LOOKED_EVERY_S", 0.2)
    yield
    if "own_postgres" in request.fixturenames:
        servers.engine_of.cache_clear()
