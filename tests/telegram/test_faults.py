"""Faults of Telegram, of the network, of the assistant; and what the log says about them."""

import asyncio
import logging
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from pydantic import SecretStr

from bot.channels.telegram import serve
from knowledge.errors import ChannelError
from tests.telegram.fake_bot_api import TOKEN
from tests.telegram.people import private
from tests.telegram.toy import Stage, ToyResponder, play, toy_redact


def test_a_flood_limit_is_waited_out_and_the_reply_arrives_once(tmp_path: Path) -> None:
    async def scene(stage: Stage) -> None:
        stage.fake.fail("sendMessage", 429, "Too Many Requests: retry after 1", retry_after=1)
        async with stage.bot():
            started = asyncio.get_running_loop().time()
            private(stage.fake, 7).say("question")
            await stage.fake.messages(7, 1)
            assert asyncio.get_running_loop().time() - started >= 1
            await stage.fake.confirmed()
        assert len(stage.fake.called("sendMessage")) == 2
        assert len(stage.fake.sent) == 1

    play(tmp_path, scene)


def test_a_flood_limit_of_one_chat_holds_up_no_other(tmp_path: Path) -> None:
    async def scene(stage: Stage) -> None:
        stage.fake.fail("sendMessage", 429, "Too Many Requests: retry after 60", retry_after=60)
        async with stage.bot(grace_s=0):
            private(stage.fake, 7).say("question")
            await stage.fake.until(lambda: stage.fake.called("sendMessage"))
            private(stage.fake, 8).say("question")
            await stage.fake.messages(8, 1)
            assert not stage.fake.in_chat(7)

    play(tmp_path, scene)


@pytest.mark.parametrize("code", [500, 502, 503, 504])
def test_a_fault_of_the_server_is_tried_again(tmp_path: Path, code: int) -> None:
    async def scene(stage: Stage) -> None:
        stage.fake.fail("sendMessage", code, times=3)
        async with stage.bot():
            private(stage.fake, 7).say("question")
            await stage.fake.messages(7, 1)
        assert len(stage.fake.called("sendMessage")) == 4

    play(tmp_path, scene)


def test_a_chat_that_blocked_the_bot_is_left_alone(tmp_path: Path) -> None:
    async def scene(stage: Stage) -> None:
        blocker, other = private(stage.fake, 7), private(stage.fake, 8)
        stage.fake.chats[7].blocked = True
        async with stage.bot():
            blocker.say("question")
            other.say("question")
            await stage.fake.messages(8, 1)
            await stage.fake.until(lambda: len(stage.fake.called("sendMessage")) == 2)
        async with stage.bot():
            other.say("question")
            await stage.fake.messages(8, 2)
        assert [call["chat_id"] for call in stage.fake.called("sendMessage")].count("7") == 1

    play(tmp_path, scene)


def test_a_message_that_never_gets_through_is_given_up_and_the_next_is_answered(tmp_path: Path) -> None:
    async def scene(stage: Stage) -> None:
        person = private(stage.fake, 7)
        stage.fake.fail("sendMessage", 500, times=3)
        async with stage.bot(send_attempts=3):
            person.say("lost")
            person.say("question")
            [reply] = await stage.fake.messages(7, 1)
        assert "question" in reply.text

    play(tmp_path, scene)


@pytest.mark.parametrize("description", ["can't parse entities: Unsupported start tag", "BUTTON_DATA_INVALID",
                                         "text buttons are unallowed in the inline keyboard"])
def test_styles_or_buttons_telegram_refuses_are_left_out(tmp_path: Path, description: str) -> None:
    async def scene(stage: Stage) -> None:
        stage.fake.fail("sendMessage", 400, f"Bad Request: {description}")
        async with stage.bot():
            private(stage.fake, 7).say("markup options")
            [reply] = await stage.fake.messages(7, 1)
        assert not reply.entities
        assert not reply.buttons
        assert "p < 0.05 & risk" in reply.text

    play(tmp_path, scene)


def test_typing_that_fails_costs_no_answer(tmp_path: Path) -> None:
    async def scene(stage: Stage) -> None:
        stage.fake.fail("sendChatAction", 500)
        async with stage.bot():
            private(stage.fake, 7).say("question")
            await stage.fake.messages(7, 1)

    play(tmp_path, scene)


def test_a_press_acknowledged_too_late_is_still_worked_on(tmp_path: Path) -> None:
    async def scene(stage: Stage) -> None:
        person = private(stage.fake, 7)
        async with stage.bot():
            person.say("show options")
            [first] = await stage.fake.messages(7, 1)
            stage.fake.fail("answerCallbackQuery", 400, "Bad Request: query is too old and response timeout expired "
                                                        "or query ID is invalid")
            person.press(first, "In pregnancy?")
            await stage.fake.messages(7, 2)

    play(tmp_path, scene)


def test_when_the_assistant_breaks_the_person_is_told_and_the_next_question_answered(tmp_path: Path) -> None:
    async def scene(stage: Stage) -> None:
        person = private(stage.fake, 7)
        async with stage.bot():
            person.say("boom")
            person.say("question")
            failed, answered = await stage.fake.messages(7, 2)
        assert "Something went wrong" in failed.text
        assert "question (turn 1" in answered.text

    play(tmp_path, scene)


def test_neither_text_nor_token_is_logged(tmp_path: Path, caplog: pytest.LogCaptureFixture,
                                          capfd: pytest.CaptureFixture[str]) -> None:
    async def scene(stage: Stage) -> None:
        person = private(stage.fake, 7)
        stage.fake.fail("sendMessage", 500)
        stage.fake.fail("sendMessage", 400, "Bad Request: can't parse entities in wombat")
        stage.fake.fail("getUpdates", 502)
        async with stage.bot():
            person.say("wombat question")
            person.say("boom wombat")
            person.poison_message()
            await stage.fake.messages(7, 3)

    with caplog.at_level(logging.DEBUG):
        play(tmp_path, scene)
    own = [record for record in caplog.records if not record.name.startswith("tests")]
    captured = capfd.readouterr()
    said = "\n".join(record.getMessage() + str(record.exc_info or "") for record in own) + captured.out + captured.err
    assert "ValueError" in said
    assert "unreadable" in said
    assert not [word for word in ("wombat", "secret words", TOKEN, "Nordmann") if word in said]


def test_polling_goes_on_after_faults(tmp_path: Path) -> None:
    async def scene(stage: Stage) -> None:
        for code in (500, 502, 400):
            stage.fake.fail("getUpdates", code)
        stage.fake.fail("getUpdates", 429, "Too Many Requests: retry after 1", retry_after=1)
        async with stage.bot():
            private(stage.fake, 7).say("question")
            await stage.fake.messages(7, 1)

    play(tmp_path, scene)


def test_the_bot_waits_for_telegram_to_come_up(tmp_path: Path) -> None:
    async def scene(stage: Stage) -> None:
        stage.fake.fail("getMe", 502, times=3)
        stage.fake.fail("deleteWebhook", 502, times=2)
        async with stage.bot():
            private(stage.fake, 7).say("question")
            await stage.fake.messages(7, 1)

    play(tmp_path, scene)


def test_a_wrong_token_is_one_line_without_the_token(tmp_path: Path) -> None:
    async def scene(stage: Stage) -> None:
        with pytest.raises(ChannelError, match="does not accept the bot token") as caught:
            await serve(stage.settings(token=SecretStr("1:wrong")), stage.responder, toy_redact)
        assert "\n" not in str(caught.value)
        assert "1:wrong" not in str(caught.value)

    play(tmp_path, scene)


def test_a_token_withdrawn_while_running_stops_the_bot(tmp_path: Path) -> None:
    async def scene(stage: Stage) -> None:
        stage.fake.fail("getUpdates", 401, "Unauthorized")
        with pytest.raises(ChannelError, match="does not accept the bot token"):
            await serve(stage.settings(), stage.responder, toy_redact)

    play(tmp_path, scene)


def test_a_passing_conflict_with_another_poller_is_waited_out(tmp_path: Path) -> None:
    async def scene(stage: Stage) -> None:
        stage.fake.fail("getUpdates", 409, "Conflict: terminated by other getUpdates request", times=3)
        async with stage.bot():
            private(stage.fake, 7).say("question")
            await stage.fake.messages(7, 1)

    play(tmp_path, scene)


def test_only_conflicts_in_a_row_count(tmp_path: Path) -> None:
    async def scene(stage: Stage) -> None:
        async with stage.bot(conflict_limit=3):
            for number in range(3):
                stage.fake.fail("getUpdates", 409, "Conflict: terminated by other getUpdates request", times=2)
                private(stage.fake, 7).say("question")
                await stage.fake.messages(7, number + 1)
                await stage.fake.until(lambda: stage.fake.polled_in_peace)

    play(tmp_path, scene)


def test_a_lasting_conflict_is_one_line(tmp_path: Path) -> None:
    async def scene(stage: Stage) -> None:
        stage.fake.fail("getUpdates", 409, "Conflict: terminated by other getUpdates request", times=99)
        with pytest.raises(ChannelError, match="another program keeps reading") as caught:
            await serve(stage.settings(conflict_limit=3), stage.responder, toy_redact)
        assert "\n" not in str(caught.value)
        assert len(stage.fake.called("getUpdates")) == 3

    play(tmp_path, scene)


def test_while_two_bots_poll_each_question_is_still_answered(tmp_path: Path) -> None:
    async def scene(stage: Stage) -> None:
        folder = tmp_path / "second"
        folder.mkdir()
        second = Stage(stage.fake, folder)
        async with stage.bot(conflict_limit=1000), second.bot(conflict_limit=1000):
            for number in range(5):
                private(stage.fake, 7).say(f"question {number}.")
                await stage.fake.messages(7, number + 1)

    play(tmp_path, scene)


def test_a_database_that_cannot_be_opened_is_one_line(tmp_path: Path) -> None:
    async def scene(stage: Stage) -> None:
        with pytest.raises(ChannelError, match="cannot open the database"):
            await serve(stage.settings(database=tmp_path), ToyResponder(), toy_redact)

    play(tmp_path, scene)


def test_an_update_that_cannot_be_written_is_not_confirmed_and_stops_the_bot(tmp_path: Path) -> None:
    async def scene(stage: Stage) -> None:
        async with stage.bot():
            await stage.fake.until(lambda: stage.fake.called("getUpdates"))
        with closing(sqlite3.connect(stage.database)) as connection:
            connection.execute("CREATE TRIGGER full BEFORE INSERT ON inbox BEGIN SELECT RAISE(FAIL, 'disk full'); END")
            connection.commit()
        private(stage.fake, 7).say("question")
        with pytest.raises(ChannelError, match="cannot write to"):
            await serve(stage.settings(), stage.responder, toy_redact)
        assert len(stage.fake.pending) == 1

    play(tmp_path, scene)


def test_a_second_bot_on_the_same_database_is_one_line(tmp_path: Path) -> None:
    async def scene(stage: Stage) -> None:
        async with stage.bot():
            await stage.fake.until(lambda: stage.fake.called("getUpdates"))
            with pytest.raises(ChannelError, match="another bot is using"):
                await serve(stage.settings(), stage.responder, toy_redact)

    play(tmp_path, scene)
