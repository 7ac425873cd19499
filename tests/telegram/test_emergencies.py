"""Whoever tells of danger is answered, wherever in the chat they tell it."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from bot.channels.telegram import serve
from knowledge.errors import ChannelError
from tests.telegram.people import Person, member, private
from tests.telegram.toy import Stage, play, toy_redact

GROUP = -100500
CHATS = 60
DANGER = "He has just taken an overdose of 40 tablets"


@pytest.mark.parametrize("command", ["help", "hjelp", "new", "language", "country", "sources", "start", "12345678901"])
def test_danger_told_behind_a_command_is_answered(tmp_path: Path, command: str) -> None:
    async def scene(stage: Stage) -> None:
        async with stage.bot():
            private(stage.fake, 7).say(f"/{command} {DANGER}")
            [reply] = await stage.fake.messages(7, 1)
        assert DANGER in reply.text and reply.button("Nobody is in danger")

    play(tmp_path, scene)


def test_what_a_command_takes_is_no_danger(tmp_path: Path) -> None:
    async def scene(stage: Stage) -> None:
        async with stage.bot():
            person = private(stage.fake, 7)
            for text in ("/language nb", "/country NO", "/help me please", "/new question"):
                person.say(text)
            await stage.fake.messages(7, 4)
        assert not stage.responder.enquiries

    play(tmp_path, scene)


def test_danger_told_in_an_edit_is_answered_although_there_is_no_answer_to_change(tmp_path: Path) -> None:
    async def scene(stage: Stage) -> None:
        person = private(stage.fake, 7)
        async with stage.bot():
            asked = person.say("/help")
            photo = person.photo()
            await stage.fake.messages(7, 2)
            person.edit(asked, DANGER)
            await stage.fake.messages(7, 3)
            person.edit(photo, f"{DANGER}, too")
            replies = await stage.fake.messages(7, 4)
        assert DANGER in replies[2].text
        assert f"{DANGER}, too" in replies[3].text

    play(tmp_path, scene)


def test_danger_told_by_an_edit_that_addresses_the_bot_in_a_group_is_answered(tmp_path: Path) -> None:
    async def scene(stage: Stage) -> None:
        person = member(stage.fake, 7)
        async with stage.bot():
            person.edit(person.say("chatter"), f"/ask {DANGER}")
            [reply] = await stage.fake.messages(GROUP, 1)
        assert DANGER in reply.text

    play(tmp_path, scene)


def test_danger_told_at_length_is_answered(tmp_path: Path) -> None:
    async def scene(stage: Stage) -> None:
        async with stage.bot():
            private(stage.fake, 7).say(f"{DANGER}. {'He is a healthy man. ' * 194}")
            [reply, *_] = await stage.fake.messages(7, 1)
        assert DANGER in reply.text

    play(tmp_path, scene)


async def _reply_to_the_question_what_is_wrong(stage: Stage, person: Person) -> None:
    async with stage.bot():
        person.say("question")
        [first] = await stage.fake.messages(7, 1)
        person.press(first, "👎")
        question = (await stage.fake.messages(7, 2))[1]
        await stage.fake.confirmed()
    person.reply(question, DANGER)


async def _ask(stage: Stage, person: Person) -> None:
    async with stage.bot():
        await stage.fake.until(lambda: stage.fake.called("getUpdates"))
    person.say(DANGER)


async def _command(stage: Stage, person: Person) -> None:
    async with stage.bot():
        await stage.fake.until(lambda: stage.fake.called("getUpdates"))
    person.say(f"/hjelp {DANGER}")


@pytest.mark.parametrize("tell", [_ask, _command, _reply_to_the_question_what_is_wrong])
def test_danger_is_answered_although_nothing_can_be_written(tmp_path: Path, tell: object) -> None:
    async def scene(stage: Stage) -> None:
        assert callable(tell)
        await tell(stage, private(stage.fake, 7))
        with closing(sqlite3.connect(stage.database)) as connection:
            connection.execute("CREATE TRIGGER full BEFORE INSERT ON inbox BEGIN SELECT RAISE(FAIL, 'disk full'); END")
            connection.commit()
        with pytest.raises(ChannelError, match="cannot write to"):
            await serve(stage.settings(), stage.responder, toy_redact)
        assert DANGER in stage.fake.in_chat(7)[-1].text

    play(tmp_path, scene)


def test_a_number_typed_like_a_command_is_not_kept(tmp_path: Path) -> None:
    async def scene(stage: Stage) -> None:
        held = stage.fake.hold("sendMessage")
        async with stage.bot():
            private(stage.fake, 7).say("/12345678901 is the patient")
            await stage.fake.messages(7, 1)
            assert b"12345678901" not in stage.on_disk()
            held.set()

    play(tmp_path, scene)


def test_danger_is_answered_before_many_chats_that_wait(tmp_path: Path) -> None:
    async def scene(stage: Stage) -> None:
        async with stage.bot():
            for number in range(CHATS):
                private(stage.fake, 1000 + number).say(f"stall {number}")
            await stage.in_thread(stage.responder.begun)
            private(stage.fake, 7).say(DANGER)
            [reply] = await stage.fake.messages(7, 1)
            assert DANGER in reply.text
            assert not any(stage.fake.in_chat(1000 + number) for number in range(CHATS))

    play(tmp_path, scene)


def test_danger_is_answered_before_what_waits_in_the_same_chat(tmp_path: Path) -> None:
    async def scene(stage: Stage) -> None:
        async with stage.bot():
            person = private(stage.fake, 7)
            person.say("stall")
            await stage.in_thread(stage.responder.begun)
            for number in range(20):
                person.say(f"question {number}")
            person.say(DANGER)
            await stage.fake.confirmed()
            stage.responder.released.set()
            await stage.fake.messages(7, 22)
        assert stage.responder.enquiries[1].text == DANGER

    play(tmp_path, scene)


def test_danger_answered_without_the_database_is_remembered_once_it_can_be_used(tmp_path: Path) -> None:
    def rename(stage: Stage, old: str, new: str) -> None:
        with closing(sqlite3.connect(stage.database)) as connection:
            connection.execute(f"ALTER TABLE {old} RENAME TO {new}")
            connection.commit()

    async def scene(stage: Stage) -> None:
        async with stage.bot():
            person = private(stage.fake, 7)
            person.say("does it help")
            await stage.fake.messages(7, 1)
            rename(stage, "choices", "away")
            person.say(DANGER)
            reply = (await stage.fake.messages(7, 2))[-1]
            assert DANGER in reply.text
            rename(stage, "away", "choices")
            person.say("what do I do now")
            await stage.fake.messages(7, 3)
        following = stage.responder.conversations[-1]
        assert following.emergency == "poisoning"
        assert following.turns == 1, "the conversation under way goes on"

    play(tmp_path, scene)
