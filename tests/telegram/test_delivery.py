"""Every question is answered once, whatever happens to the bot, the network or other people's updates."""

import asyncio
import json
import sqlite3
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from importlib import import_module
from pathlib import Path

import pytest

from bot.channels.telegram.inbox import KEPT_S
from bot.desk.store.database import Connection, open_database
from tests.telegram.people import private
from tests.telegram.toy import Stage, play

ROOT = Path(__file__).parents[2]
REPEATED = "you may have seen this reply before"


@asynccontextmanager
async def bot_process(stage: Stage, *arguments: str) -> AsyncIterator[asyncio.subprocess.Process]:
    """A bot in a process of its own, killed without warning when the block ends."""
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "tests.telegram.run_toy_bot", stage.fake.base_url, str(stage.database), *arguments,
        cwd=ROOT, stdin=asyncio.subprocess.PIPE, stdout=asyncio.subprocess.PIPE)
    try:
        yield process
    finally:
        if process.returncode is None:
            process.kill()
        await process.wait()


def rows(stage: Stage) -> list[tuple[object, ...]]:
    with sqlite3.connect(stage.database) as connection:
        return connection.execute(
            "SELECT status, chat_id, message_id, incoming FROM inbox ORDER BY update_id").fetchall()


def test_questions_of_one_chat_are_answered_in_order(tmp_path: Path) -> None:
    async def scene(stage: Stage) -> None:
        person = private(stage.fake, 7)
        for number in range(12):
            person.say(f"question {number}.")
        async with stage.bot():
            replies = await stage.fake.messages(7, 12)
        for number, reply in enumerate(replies):
            assert f"question {number}. (turn {number + 1}," in reply.text

    play(tmp_path, scene)


def test_a_slow_answer_holds_up_no_other_chat(tmp_path: Path) -> None:
    async def scene(stage: Stage) -> None:
        slow, quick = private(stage.fake, 7), private(stage.fake, 8)
        async with stage.bot():
            slow.say("stall")
            await stage.in_thread(stage.responder.begun)
            quick.say("question")
            await stage.fake.messages(8, 1)
            assert not stage.fake.in_chat(7)
            stage.responder.released.set()
            await stage.fake.messages(7, 1)

    play(tmp_path, scene)


def test_an_update_is_on_disk_before_it_is_confirmed_and_only_its_number_after_it_is_answered(tmp_path: Path) -> None:
    async def scene(stage: Stage) -> None:
        async with stage.bot():
            private(stage.fake, 7).say("stall over this")
            await stage.in_thread(stage.responder.begun)
            await stage.fake.confirmed()
            assert b"over this" in stage.on_disk()
            [(status, *_)] = rows(stage)
            assert status == "waiting"
            stage.responder.released.set()
            await stage.fake.messages(7, 1)
        assert rows(stage) == [("done", None, None, None)]

    play(tmp_path, scene)


def test_an_identifier_never_reaches_the_disk_but_the_assistant_sees_what_was_typed(tmp_path: Path) -> None:
    async def scene(stage: Stage) -> None:
        async with stage.bot():
            private(stage.fake, 7).say("stall 12345678901 has cramps")
            await stage.in_thread(stage.responder.begun)
            assert b"[removed] has cramps" in stage.on_disk()
            assert b"12345678901" not in stage.on_disk()
        assert stage.responder.enquiries[0].text == "stall 12345678901 has cramps"

    play(tmp_path, scene)


def test_names_of_people_never_reach_the_disk(tmp_path: Path) -> None:
    async def scene(stage: Stage) -> None:
        async with stage.bot():
            private(stage.fake, 7).say("stall")
            await stage.in_thread(stage.responder.begun)
            assert b"Nordmann" not in stage.on_disk()

    play(tmp_path, scene)


def test_the_database_is_for_its_owner_only(tmp_path: Path) -> None:
    async def scene(stage: Stage) -> None:
        async with stage.bot():
            await stage.fake.until(lambda: stage.fake.called("getUpdates"))
            assert stage.database.stat().st_mode & 0o077 == 0

    play(tmp_path, scene)


def test_an_update_delivered_twice_is_answered_once(tmp_path: Path) -> None:
    async def scene(stage: Stage) -> None:
        person = private(stage.fake, 7)
        person.say("question")
        again = list(stage.fake.pending)
        async with stage.bot():
            await stage.fake.messages(7, 1)
            await stage.fake.confirmed()
            stage.fake.pending.extend(again)
            person.say("another")
            await stage.fake.messages(7, 2)
        assert [one.text for one in stage.responder.enquiries] == ["question", "another"]
        async with stage.bot():
            stage.fake.pending.extend(again)
            person.say("third")
            await stage.fake.messages(7, 3)
        assert len(stage.responder.enquiries) == 3

    play(tmp_path, scene)


def test_numbers_of_old_updates_are_forgotten(tmp_path: Path) -> None:
    async def scene(stage: Stage) -> None:
        async with stage.bot():
            private(stage.fake, 7).say("question")
            await stage.fake.messages(7, 1)
        stage.now += KEPT_S + 1
        async with stage.bot():
            await stage.fake.until(lambda: not rows(stage))

    play(tmp_path, scene)


def test_after_a_quiet_week_the_numbers_may_start_lower(tmp_path: Path) -> None:
    async def scene(stage: Stage) -> None:
        person = private(stage.fake, 7)
        async with stage.bot(poll_timeout_s=1):
            person.say("question")
            await stage.fake.messages(7, 1)
            await stage.fake.until(lambda: "offset" not in stage.fake.called("getUpdates")[-1])
            stage.fake.renumber(5)
            person.say("after the holidays")
            await stage.fake.messages(7, 2)

    play(tmp_path, scene)


def test_an_unreadable_update_holds_up_nothing(tmp_path: Path) -> None:
    async def scene(stage: Stage) -> None:
        person = private(stage.fake, 7)
        person.say("before")
        person.poison()
        stage.fake.add_update("message", "no message at all")
        person.say("after")
        async with stage.bot():
            replies = await stage.fake.messages(7, 2)
            await stage.fake.until(lambda: len(rows(stage)) == 4)
        assert ["before" in replies[0].text, "after" in replies[1].text] == [True, True]
        assert [row[0] for row in rows(stage)] == ["done", "quarantined", "quarantined", "done"]
        assert len(stage.fake.delivered) == 1

    play(tmp_path, scene)


def test_the_writer_of_an_unreadable_message_is_told(tmp_path: Path) -> None:
    async def scene(stage: Stage) -> None:
        async with stage.bot():
            private(stage.fake, 7).poison_message()
            [reply] = await stage.fake.messages(7, 1)
            assert "Something went wrong" in reply.text
            assert b"secret words" not in stage.on_disk()

    play(tmp_path, scene)


def test_an_edit_of_a_waiting_question_is_what_gets_answered(tmp_path: Path) -> None:
    async def scene(stage: Stage) -> None:
        person = private(stage.fake, 7)
        async with stage.bot():
            person.say("stall")
            await stage.in_thread(stage.responder.begun)
            person.edit(person.say("frist thought"), "second thought")
            await stage.fake.confirmed()
            stage.responder.released.set()
            replies = await stage.fake.messages(7, 2)
        assert [one.text for one in stage.responder.enquiries] == ["stall", "second thought"]
        assert len(replies) == 2

    play(tmp_path, scene)


def test_a_stop_signal_lets_answers_under_way_finish_and_leaves_the_rest_for_the_next_start(tmp_path: Path) -> None:
    async def scene(stage: Stage) -> None:
        person = private(stage.fake, 7)
        async with stage.bot():
            person.say("stall")
            await stage.in_thread(stage.responder.begun)
            person.say("next")
            await stage.fake.confirmed()
        assert len(stage.fake.sent) == 1
        async with stage.bot():
            replies = await stage.fake.messages(7, 2)
        assert [one.text for one in stage.responder.enquiries] == ["stall", "next"]
        assert "turn 2" in replies[1].text
        assert REPEATED not in replies[1].text

    play(tmp_path, scene)


def test_a_process_stops_on_sigterm(tmp_path: Path) -> None:
    async def scene(stage: Stage) -> None:
        async with bot_process(stage) as process:
            private(stage.fake, 7).say("question")
            await stage.fake.messages(7, 1)
            await stage.fake.confirmed()
            process.terminate()
            output, _ = await asyncio.wait_for(process.communicate(), 8)
            assert process.returncode == 0
            assert b"stopped" in output

    play(tmp_path, scene)


def test_a_question_under_way_when_the_bot_is_killed_is_answered_once_at_the_next_start(tmp_path: Path) -> None:
    async def scene(stage: Stage) -> None:
        person = private(stage.fake, 7)
        async with bot_process(stage, "stall") as process:
            person.say("question of 12345678901")
            assert process.stdout is not None
            assert await asyncio.wait_for(process.stdout.readline(), 8) == b"begun\n"
            await stage.fake.confirmed()
        async with stage.bot():
            [reply] = await stage.fake.messages(7, 1)
            person.say("next")
            await stage.fake.messages(7, 2)
        assert "question of [removed]" in reply.text
        assert REPEATED not in reply.text
        assert len(stage.fake.in_chat(7)) == 2

    play(tmp_path, scene)


def test_a_reply_that_may_have_been_sent_when_the_bot_was_killed_comes_again_and_says_so(tmp_path: Path) -> None:
    async def scene(stage: Stage) -> None:
        stage.fake.hold("sendMessage")
        async with bot_process(stage):
            private(stage.fake, 7).say("question")
            await stage.fake.messages(7, 1)
        stage.fake.held.pop("sendMessage").set()
        async with stage.bot():
            first, second = await stage.fake.messages(7, 2)
        assert REPEATED not in first.text
        assert second.text.startswith("I was interrupted, so you may have seen this reply before.")
        assert second.text.endswith(first.text)
        assert rows(stage)[0][0] == "done"

    play(tmp_path, scene)


def test_a_reply_that_was_surely_refused_before_the_stop_comes_without_that_note(tmp_path: Path) -> None:
    async def scene(stage: Stage) -> None:
        stage.fake.fail("sendMessage", 429, "Too Many Requests: retry after 60", retry_after=60)
        async with stage.bot(grace_s=0):
            private(stage.fake, 7).say("question")
            await stage.fake.until(lambda: stage.fake.called("sendMessage"))
            await stage.fake.confirmed()
            await stage.fake.until(lambda: rows(stage)[0][0] == "waiting")
        async with stage.bot():
            [reply] = await stage.fake.messages(7, 1)
        assert REPEATED not in reply.text

    play(tmp_path, scene)


def test_two_copies_of_an_update_in_one_batch_are_answered_once(tmp_path: Path) -> None:
    async def scene(stage: Stage) -> None:
        private(stage.fake, 7).say("question")
        stage.fake.pending.append(json.loads(json.dumps(stage.fake.pending[0])))
        async with stage.bot():
            await stage.fake.messages(7, 1)
            await stage.fake.confirmed()
        assert len(stage.responder.enquiries) == 1

    play(tmp_path, scene)


def test_a_message_costs_three_transactions(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Received, on its way, done with all that is kept of it: on a slow disk each costs milliseconds."""
    written: list[str] = []

    def opened(path: Path) -> Connection:
        connection = open_database(path)
        driver = connection.connection.driver_connection
        assert isinstance(driver, sqlite3.Connection)
        driver.set_trace_callback(written.append)
        return connection

    def transactions(messages: int) -> int:
        """Those of a whole run with so many messages, sent one after the other."""
        async def scene(stage: Stage) -> None:
            async with stage.bot():
                for count in range(1, messages + 1):
                    private(stage.fake, 7).say("question")
                    await stage.fake.messages(7, count)

        written.clear()
        play(tmp_path / str(messages), scene)
        return sum(line.startswith("COMMIT") or line.startswith("UPDATE inbox SET status = 'answering'")
                   for line in written)

    monkeypatch.setattr(import_module("bot.channels.telegram.serve"), "open_database", opened)
    assert transactions(6) - transactions(1) <= 3 * 5
