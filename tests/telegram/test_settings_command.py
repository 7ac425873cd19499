"""/settings: who may change what in a chat, and that it holds."""

from contextlib import closing
from pathlib import Path

import pytest

from bot.desk.store.chats import Chats, ChatSettings
from bot.desk.store.database import open_database
from tests.telegram.fake_bot_api import Message
from tests.telegram.people import MENTION, Person, member, private
from tests.telegram.toy import Stage, play

GROUP = -100500


def boss(stage: Stage) -> Person:
    """An administrator of the group."""
    person = member(stage.fake, 1)
    stage.fake.chats[GROUP].administrators.add(1)
    return person


def kept(stage: Stage) -> ChatSettings:
    with closing(open_database(stage.database)) as connection:
        return Chats(connection).of("telegram", str(GROUP))


async def press(stage: Stage, person: Person, panel: Message, label: str) -> None:
    """Press a button of the settings and wait for what it shows."""
    edits = panel.edits
    person.press(panel, label)
    await stage.fake.until(lambda: panel.edits > edits)


def test_an_administrator_of_the_chat_sets_everything_by_buttons(tmp_path: Path) -> None:
    async def scene(stage: Stage) -> None:
        person = boss(stage)
        async with stage.bot():
            person.say("/settings")
            [panel] = await stage.fake.messages(GROUP, 1)
            assert "Country: not set" in panel.text
            for label in ("Language", "Norsk bokmål", "Country", "Norge", "only listed", "privately"):
                await press(stage, person, panel, label)
            shown = panel.text
        assert kept(stage) == ChatSettings(language="nb", country="NO", who_may_ask="listed", replies="private")
        assert all(words in shown for words in ("Norsk bokmål", "only people on", "sent privately"))
        assert set(stage.fake.callback_answers.values()) == {None}

    play(tmp_path, scene)


def test_every_choice_can_be_taken_back(tmp_path: Path) -> None:
    async def scene(stage: Stage) -> None:
        person = boss(stage)
        async with stage.bot():
            person.say("/settings")
            [panel] = await stage.fake.messages(GROUP, 1)
            for label in ("Language", "Suomi", "Language", "each message", "Country", "Finland", "Country", "not set",
                          "only listed", "everybody ask", "privately", "to all", "Country", "Back"):
                await press(stage, person, panel, label)
            last = [button["text"] for button in panel.buttons]
        assert kept(stage) == ChatSettings()
        assert last[:2] == ["Language", "Country"]

    play(tmp_path, scene)


def test_others_get_a_short_note_and_change_nothing(tmp_path: Path) -> None:
    async def scene(stage: Stage) -> None:
        person, other = boss(stage), member(stage.fake, 7)
        async with stage.bot():
            other.say("/settings")
            [note] = await stage.fake.messages(GROUP, 1)
            assert "Only the administrators" in note.text
            assert not note.buttons
            person.say("/settings")
            panel = (await stage.fake.messages(GROUP, 2))[1]
            query = other.press(panel, "privately")
            await stage.fake.until(lambda: query in stage.fake.callback_answers)
            await stage.fake.confirmed()
        assert "Only the administrators" in (stage.fake.callback_answers[query] or "")
        assert panel.edits == 0
        assert kept(stage) == ChatSettings()

    play(tmp_path, scene)


def test_an_administrator_who_hides_behind_the_group_may(tmp_path: Path) -> None:
    async def scene(stage: Stage) -> None:
        boss(stage)
        hidden = {"id": 1087968824, "is_bot": True, "first_name": "Group", "username": "GroupAnonymousBot"}
        async with stage.bot():
            member(stage.fake, 1087968824).send(text="/settings", **{"from": hidden})
            [panel] = await stage.fake.messages(GROUP, 1)
        assert panel.buttons

    play(tmp_path, scene)


@pytest.mark.parametrize("code", ["chat:", "chat:language:xx", "chat:country:XX", "chat:who:nobody", "chat:reviewers:1",
                                  "chat:replies:", "chat:show:nb", "chat:language:nb:nn"])
def test_a_forged_button_changes_nothing(tmp_path: Path, code: str) -> None:
    async def scene(stage: Stage) -> None:
        person = boss(stage)
        async with stage.bot():
            person.say("/settings")
            [panel] = await stage.fake.messages(GROUP, 1)
            query = person.press_code(panel, code)
            await stage.fake.until(lambda: query in stage.fake.callback_answers)
            person.say("/settings")
            await stage.fake.messages(GROUP, 2)
        assert panel.edits == 0
        assert kept(stage) == ChatSettings()

    play(tmp_path, scene)


def test_alone_with_the_bot_the_settings_are_ones_own(tmp_path: Path) -> None:
    async def scene(stage: Stage) -> None:
        person = private(stage.fake, 7)
        async with stage.bot():
            person.say("in English please")
            await stage.fake.messages(7, 1)
            person.say("/settings")
            panel = (await stage.fake.messages(7, 2))[1]
            assert [button["text"] for button in panel.buttons] == ["Language", "Country"]
            for label in ("Language", "Dansk", "[da] Country", "Danmark"):
                await press(stage, person, panel, label)
            person.say("question")
            await stage.fake.messages(7, 3)
        asked = stage.responder.enquiries[-1]
        assert (asked.language, asked.country) == ("da", "DK")
        assert stage.responder.conversations[-1].chosen_language is None

    play(tmp_path, scene)


def test_what_the_chat_chose_holds_for_its_members(tmp_path: Path) -> None:
    async def scene(stage: Stage) -> None:
        person, colleague = boss(stage), member(stage.fake, 7)
        async with stage.bot():
            person.say("/settings")
            [panel] = await stage.fake.messages(GROUP, 1)
            for label in ("Language", "Nederlands", "Country", "Nederland"):
                await press(stage, person, panel, label)
            colleague.say(f"{MENTION} question")
            await stage.fake.messages(GROUP, 2)
        asked = stage.responder.enquiries[-1]
        assert (asked.language, asked.country) == ("nl", "NL")

    play(tmp_path, scene)


def test_trouble_on_the_line_does_not_shut_an_administrator_out(tmp_path: Path) -> None:
    async def scene(stage: Stage) -> None:
        person = boss(stage)
        stage.fake.fail("getChatMember", 502, times=2)
        stage.fake.fail("getChatMember", 429, "Too Many Requests: retry after 0", retry_after=0)
        async with stage.bot():
            person.say("/settings")
            [panel] = await stage.fake.messages(GROUP, 1)
        assert panel.buttons

    play(tmp_path, scene)
