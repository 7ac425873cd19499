"""A group whose answers go to the asker alone."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

from bot.desk.store.chats import Chats, ChatSettings
from bot.desk.store.database import open_database
from tests.telegram.people import Person, member, private
from tests.telegram.toy import Stage, play

GROUP = -100500


def person_in_private_group(stage: Stage, *, started: bool) -> Person:
    person = member(stage.fake, 7, thread_id=42)
    private(stage.fake, 7)
    stage.fake.chats[7].started = started
    with closing(open_database(stage.database)) as connection:
        Chats(connection).keep("telegram", str(GROUP), ChatSettings(replies="private", language="nb"))
    return person


def test_the_answer_goes_to_the_asker_and_the_group_reads_one_line(tmp_path: Path) -> None:
    async def scene(stage: Stage) -> None:
        person = person_in_private_group(stage, started=True)
        async with stage.bot():
            asked = person.say("/ask question options")
            [answer] = await stage.fake.messages(7, 1)
            [line] = await stage.fake.messages(GROUP, 1)
            private(stage.fake, 7).press(answer, "In pregnancy?")
            private(stage.fake, 7).say("third")
            replies = await stage.fake.messages(7, 3)
        assert "question options (turn 1, nb" in answer.text
        assert (line.text, line.reply_to, line.thread_id) == ("[nb] I have sent you the answer privately.", asked, 42)
        assert not line.buttons
        assert ["turn 2" in replies[1].text, "turn 3" in replies[2].text] == [True, True]
        assert len(stage.fake.in_chat(GROUP)) == 1

    play(tmp_path, scene)


def test_whoever_never_started_the_bot_gets_a_link_and_behind_it_the_answer(tmp_path: Path) -> None:
    async def scene(stage: Stage) -> None:
        person = person_in_private_group(stage, started=False)
        async with stage.bot():
            person.say("/ask question")
            [line] = await stage.fake.messages(GROUP, 1)
            assert "Open our chat" in line.text
            [link] = line.buttons
            assert link["url"].startswith("https://t.me/farmasvar_bot?start=")
            stage.fake.chats[7].started = True
            private(stage.fake, 7).say(f"/start {link['url'].split('=')[1]}")
            [answer] = await stage.fake.messages(7, 1)
        assert answer.text == "Remade."
        assert answer.buttons

    play(tmp_path, scene)


def test_the_link_is_no_good_for_anybody_else(tmp_path: Path) -> None:
    async def scene(stage: Stage) -> None:
        person = person_in_private_group(stage, started=False)
        async with stage.bot():
            person.say("/ask question")
            [line] = await stage.fake.messages(GROUP, 1)
            private(stage.fake, 8).say(f"/start {line.buttons[0]['url'].split('=')[1]}")
            [reply] = await stage.fake.messages(8, 1)
        assert "Welcome" in reply.text

    play(tmp_path, scene)


def test_numbers_to_call_are_not_held_back_by_a_chat_that_was_never_started(tmp_path: Path) -> None:
    async def scene(stage: Stage) -> None:
        person = person_in_private_group(stage, started=False)
        async with stage.bot():
            person.say("/ask overdose")
            [reply] = await stage.fake.messages(GROUP, 1)
        assert "overdose" in reply.text

    play(tmp_path, scene)


def test_an_edit_in_the_group_changes_the_private_answer(tmp_path: Path) -> None:
    async def scene(stage: Stage) -> None:
        person = person_in_private_group(stage, started=True)
        async with stage.bot():
            asked = person.say("/ask question")
            [answer] = await stage.fake.messages(7, 1)
            await stage.fake.messages(GROUP, 1)
            person.edit(asked, "/ask mended")
            await stage.fake.until(lambda: answer.edits)
        assert "mended (turn 1" in answer.text
        assert len(stage.fake.in_chat(GROUP)) == 1

    play(tmp_path, scene)


def test_new_in_the_group_forgets_the_conversation_its_answers_belong_to(tmp_path: Path) -> None:
    async def scene(stage: Stage) -> None:
        person = person_in_private_group(stage, started=True)
        async with stage.bot():
            person.say("/ask question")
            await stage.fake.messages(GROUP, 1)
            person.say("/new")
            await stage.fake.messages(GROUP, 2)
            person.say("/ask another")
            replies = await stage.fake.messages(7, 2)
        assert "another (turn 1" in replies[1].text

    play(tmp_path, scene)
