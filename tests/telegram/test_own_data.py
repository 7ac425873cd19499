"""/export hands out what is held of a person, /forget deletes it."""

import json
from contextlib import closing
from pathlib import Path
from typing import Any

from bot.desk.store.database import open_database
from bot.desk.store.privacy import export_of
from tests.telegram.people import member, private
from tests.telegram.toy import Stage, play

GROUP = -100500
KARI = 70700707


def held(stage: Stage, user: int) -> dict[str, Any]:
    with closing(open_database(stage.database)) as connection:
        return export_of(connection, "telegram", str(user))


def test_the_export_is_a_file_with_everything_held(tmp_path: Path) -> None:
    async def scene(stage: Stage) -> None:
        person = private(stage.fake, KARI)
        async with stage.bot():
            person.say("/country NO")
            await stage.fake.messages(KARI, 1)
            person.say("does magnesium help 12345678901")
            await stage.fake.messages(KARI, 2)
            person.say("/export")
            file = (await stage.fake.messages(KARI, 3))[2]
        exported = json.loads(file.file)
        assert file.file_name == "farmasvar.json"
        assert exported["user"] == str(KARI)
        assert exported["choices"][0]["country"] == "NO"
        assert exported["answers"][0]["record"]["question"]["text"] == "does magnesium help [removed]"
        assert exported["member"] is None

    play(tmp_path, scene)


def test_the_export_shows_the_place_on_the_list(tmp_path: Path) -> None:
    async def scene(stage: Stage) -> None:
        administrator, guest = private(stage.fake, 1), private(stage.fake, KARI)
        async with stage.bot(administrators={1}):
            administrator.say("/invite reviewer")
            [invitation] = await stage.fake.messages(1, 1)
            guest.say(f"/start {invitation.text.split('?start=')[1].split()[0]}")
            await stage.fake.messages(KARI, 1)
            guest.say("/export")
            file = (await stage.fake.messages(KARI, 2))[1]
        exported = json.loads(file.file)
        assert (exported["member"]["role"], exported["member"]["granted_by"]) == ("reviewer", "1")
        assert [change["event"] for change in exported["access_history"]] == ["joined"]

    play(tmp_path, scene)


def test_a_group_is_no_place_for_an_export(tmp_path: Path) -> None:
    async def scene(stage: Stage) -> None:
        async with stage.bot():
            member(stage.fake, KARI).say("/export")
            [reply] = await stage.fake.messages(GROUP, 1)
        assert "private chat" in reply.text
        assert not reply.file

    play(tmp_path, scene)


def test_forgetting_asks_first_then_deletes_everywhere_and_says_how_much(tmp_path: Path) -> None:
    async def scene(stage: Stage) -> None:
        person, in_group = private(stage.fake, KARI), member(stage.fake, KARI)
        async with stage.bot():
            for text in ("/country NO", "quite a particular question", "and another"):
                person.say(text)
            await stage.fake.messages(KARI, 3)
            in_group.say("/ask something in the group")
            await stage.fake.messages(GROUP, 1)
            person.say("/forget")
            asked = (await stage.fake.messages(KARI, 4))[3]
            assert held(stage, KARI)["answers"]
            person.press(asked, "Delete all")
            told = (await stage.fake.messages(KARI, 5))[4]
            await stage.fake.confirmed()
            emptied = held(stage, KARI)
        assert "Answers: 3" in told.text
        assert "Choices of language and country: 1" in told.text
        assert not any(emptied[table] for table in ("answers", "conversations", "choices", "feedback"))
        assert str(KARI).encode() not in stage.on_disk()
        assert b"quite a particular question" not in stage.on_disk()

    play(tmp_path, scene)


def test_where_nothing_is_held_nothing_is_deleted(tmp_path: Path) -> None:
    async def scene(stage: Stage) -> None:
        person = private(stage.fake, KARI)
        async with stage.bot():
            person.say("/forget")
            [asked] = await stage.fake.messages(KARI, 1)
            person.press(asked, "Delete all")
            told = (await stage.fake.messages(KARI, 2))[1]
        assert "nothing to delete" in told.text

    play(tmp_path, scene)


def test_nobody_deletes_for_somebody_else(tmp_path: Path) -> None:
    async def scene(stage: Stage) -> None:
        person, other = member(stage.fake, KARI), member(stage.fake, 8)
        async with stage.bot():
            for one in (person, other):
                one.say("/ask a question")
            await stage.fake.messages(GROUP, 2)
            person.say("/forget")
            asked = (await stage.fake.messages(GROUP, 3))[2]
            queries = [other.press(asked, "Delete all"), other.press_code(asked, "own:forget:x")]
            await stage.fake.until(lambda: all(query in stage.fake.callback_answers for query in queries))
            await stage.fake.confirmed()
        assert all("Only the person" in (stage.fake.callback_answers[query] or "") for query in queries)
        assert held(stage, KARI)["answers"]
        assert held(stage, 8)["answers"]

    play(tmp_path, scene)
