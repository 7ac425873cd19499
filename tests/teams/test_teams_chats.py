"""What people do on Teams, and what they see of the bot there."""

from __future__ import annotations

import asyncio
import json
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from bot.channels.kit.port import Place, Said
from bot.desk.store.database import open_database, transaction
from bot.desk.store.feedback import Feedback
from tests.teams.connector import ME
from tests.teams.people import MENTION, Stage, buttons_of, card_of, play, text_of
from tests.telegram.toy import CARD


def only(stage: Stage) -> str:
    """The one message of the bot."""
    [message] = stage.microsoft.activities
    return message


def reports(stage: Stage) -> list[tuple[str, str]]:
    with closing(open_database(stage.folder / "farmasvar.sqlite")) as connection:
        return [(report.kind, report.reason) for report in Feedback(connection).all()]


def test_alone_with_the_bot_every_message_is_a_question_and_the_conversation_goes_on_after_a_restart(
    tmp_path: Path,
) -> None:
    async def scene(stage: Stage) -> None:
        kari, ola = stage.person("kari"), stage.person("ola")
        async with stage.bot():
            assert "does it help (turn 1" in await kari.say("does it help")
            assert "turn 2" in await kari.say("and in pregnancy")
            assert "turn 1" in await ola.say("what of this")
            assert stage.microsoft.typing == 3
        async with stage.bot():
            assert "turn 3" in await kari.say("after a restart")
        assert stage.microsoft.posted == ["a:kari", "a:kari", "a:ola", "a:kari"]

    play(tmp_path, scene)


def test_in_a_group_chat_the_bot_answers_who_calls_it_and_each_has_a_conversation(tmp_path: Path) -> None:
    async def scene(stage: Stage) -> None:
        kari, ola = stage.in_group("kari"), stage.in_group("ola")
        async with stage.bot():
            assert await kari.say("what a day") == ""
            assert (await kari.say("does it help", mention=True)).startswith("Short answer: does it help (turn 1")
            assert "turn 2" in await kari.say("!ask and in pregnancy")
            assert "turn 1" in await ola.say("what of this", mention=True)
            assert await kari.say("", attachments=[{"contentType": "text/html", "content": "<p></p>"}]) == ""

    play(tmp_path, scene)


def test_in_a_channel_a_mention_is_answered_in_its_thread_which_is_a_conversation(tmp_path: Path) -> None:
    async def scene(stage: Stage) -> None:
        kari, again = stage.in_channel("kari", "1700"), stage.in_channel("kari", "1800")
        colleague = stage.in_channel("ola", "1700")
        async with stage.bot():
            assert "turn 1" in await kari.say("does it help", mention=True)
            assert "turn 2" in await kari.say("and in pregnancy", mention=True)
            assert "turn 1" in await again.say("does it help", mention=True)
            assert "turn" in await colleague.say("what of this", mention=True)
        assert stage.microsoft.posted == [f"19:ward@thread.tacv2;messageid={thread}"
                                          for thread in ("1700", "1700", "1800", "1700")]

    play(tmp_path, scene)


def test_a_reply_to_the_bot_needs_no_mention_and_one_to_somebody_else_is_none_of_its_business(tmp_path: Path) -> None:
    def quoting(message: str, author: str) -> dict[str, Any]:
        return {"entities": [{"type": "quotedReply", "quotedReply": {"messageId": message, "senderId": author}}]}

    async def scene(stage: Stage) -> None:
        kari, ola = stage.in_group("kari"), stage.in_group("ola")
        async with stage.bot():
            await kari.say("options please", mention=True)
            answer = only(stage)
            assert await ola.say("nonsense", **quoting("1", "29:kari")) == ""
            chosen = await ola.say(f'<quoted messageId="{answer}"/> 1', **quoting(answer, ME))
            assert chosen.startswith("Short answer: and in pregnancy")
            html = (f'<blockquote itemscope="" itemtype="http://schema.skype.com/Reply" itemid="{answer}">'
                    f'<strong itemprop="mri" itemid="{ME}">Farmasvar</strong><p itemprop="preview">Short…</p>'
                    '</blockquote><p>1</p>')
            older = await ola.say("1", attachments=[{"contentType": "text/html", "content": html}])
            assert older.startswith("Short answer: and in pregnancy")

    play(tmp_path, scene)


@pytest.mark.parametrize(("typed", "read"), [
    (f"{MENTION} eGFR &lt; 30 &amp; age&nbsp;82", "eGFR < 30 & age 82"),
    (f"does it help, {MENTION}?", "does it help,  ?"),
    (f"{MENTION} can <at>Ola Nordmann</at> say", "can Ola Nordmann say"),
])
def test_the_bots_name_and_the_marks_of_teams_are_no_part_of_the_question(tmp_path: Path, typed: str,
                                                                          read: str) -> None:
    async def scene(stage: Stage) -> None:
        async with stage.bot():
            activity = stage.in_group("kari").activity(text=typed, entities=[
                {"type": "mention", "mentioned": {"id": ME}, "text": MENTION},
                {"type": "mention", "mentioned": {"id": "29:ola"}, "text": "<at>Ola Nordmann</at>"}])
            assert await stage.post(activity) == 200
            assert stage.responder.enquiries[0].text == read

    play(tmp_path, scene)


def test_an_emergency_is_told_first_and_stands_out(tmp_path: Path) -> None:
    async def scene(stage: Stage) -> None:
        person = stage.person()
        async with stage.bot(messages_per_minute=2):
            stalled = asyncio.create_task(person.say("stall"))
            assert await asyncio.to_thread(stage.responder.begun.wait, 10)
            later, urgent = (stage.host.hear(Said(Place(chat="a:kari", sender="kari", message=text), text))
                             for text in ("later", "overdose"))
            stage.responder.released.set()
            await asyncio.gather(stalled, later, urgent)
            assert [enquiry.text for enquiry in stage.responder.enquiries][:2] == ["stall", "overdose"]
        [shown] = [one for one in stage.microsoft.activities.values() if "Call 113" in text_of(one)]
        first = card_of(shown)["body"][0]
        assert (first["type"], first["style"]) == ("Container", "attention")
        assert shown["summary"].startswith("Call 113 now.") and text_of(shown).startswith("Call 113 now.")
        assert [button["title"] for button in buttons_of(shown)] == ["Norway", "Sweden", "Nobody is in danger"]

    play(tmp_path, scene)


def test_a_button_chooses_after_a_restart_too_and_a_number_does_as_well(tmp_path: Path) -> None:
    async def scene(stage: Stage) -> None:
        person = stage.person()
        async with stage.bot():
            await person.say("options please")
        answer = only(stage)
        async with stage.bot():
            assert (await person.press(answer, "In pregnancy?")).startswith("Short answer: and in pregnancy (turn 2")
            await person.say("options please")
            assert (await person.say("1")).startswith("Short answer: and in pregnancy (turn 4")

    play(tmp_path, scene)


def test_a_button_that_the_bot_did_not_put_there_does_nothing(tmp_path: Path) -> None:
    async def scene(stage: Stage) -> None:
        person, other = stage.person(), stage.person("ola")
        async with stage.bot():
            await person.say("options please")
            await other.say("options please")
            mine, others = stage.microsoft.activities
            data = buttons_of(stage.microsoft.activities[mine])[0]["data"]
            number = data["farmasvar"]["number"]
            forged: list[Any] = [{**data["farmasvar"], "number": number + 1}, {"number": number}, {}, 1, None,
                                 {"number": number, "signature": "é"}, {"number": "1", "signature": "a"}]
            values = [*({"farmasvar": one} for one in forged), {"other": "card"}]
            before = len(stage.microsoft.posted)
            for value in values:
                assert await stage.post(person.activity(value=value, replyToId=mine)) == 200
            assert await stage.post(other.activity(value=data, replyToId=others)) == 200, "signed for another chat"
            assert await stage.post(person.activity(value=data)) == 200, "under no message"
            assert len(stage.microsoft.posted) == before

    play(tmp_path, scene)


def test_an_edited_question_is_answered_again_in_place(tmp_path: Path) -> None:
    async def scene(stage: Stage) -> None:
        person = stage.person()
        async with stage.bot():
            await person.say("does it help")
            await person.edit(person.last, "does that help")
            assert "does that help (turn 1" in text_of(stage.microsoft.activities[only(stage)])

    play(tmp_path, scene)


def test_a_deleted_question_takes_its_answer_along_and_is_answered_again_once_it_is_restored(tmp_path: Path) -> None:
    async def scene(stage: Stage) -> None:
        person = stage.person()
        async with stage.bot():
            await person.say("does it help")
            await person.delete(person.last)
            assert stage.microsoft.activities == {}
            with closing(open_database(stage.folder / "farmasvar.sqlite")) as connection:
                assert list(connection.exec_driver_sql("SELECT * FROM answers").all()) == []
            restored = {"tenant": {"id": person.activity()["conversation"]["tenantId"]}, "eventType": "undeleteMessage"}
            activity = person.activity("messageUpdate", id=person.last, text="does it help", channelData=restored)
            assert await stage.post(activity) == 200
            assert "does it help (turn 1" in text_of(stage.microsoft.activities[only(stage)])

    play(tmp_path, scene)


def test_thumbs_are_reactions_and_can_be_taken_back(tmp_path: Path) -> None:
    async def scene(stage: Stage) -> None:
        person = stage.person()
        async with stage.bot():
            await person.say("does it help")
            answer = only(stage)
            assert await person.react(answer, "heart") == ""
            assert await person.react(answer, "like") == ""
            assert reports(stage) == [("helpful", "")]
            await person.react(answer, "like", back=True)
            assert reports(stage) == []
            assert "What was wrong" in await person.react(answer, "1f44e_thumbsdown-tone3")
            assert reports(stage) == [("not_helpful", "")]

    play(tmp_path, scene)


def test_a_post_that_comes_again_is_answered_once(tmp_path: Path) -> None:
    async def scene(stage: Stage) -> None:
        activity = stage.person().activity(text="does it help")
        async with stage.bot():
            assert [await stage.post(activity), await stage.post(activity)] == [200, 200]
            assert len(stage.microsoft.posted) == 1

    play(tmp_path, scene)


def test_the_bot_introduces_itself_where_it_is_installed_and_not_where_others_come(tmp_path: Path) -> None:
    async def scene(stage: Stage) -> None:
        async with stage.bot():
            assert "medicines questions" in await stage.person().add_bot()
            group = stage.in_group("kari")
            assert await stage.post(group.activity("conversationUpdate", membersAdded=[{"id": "29:ola"}])) == 200
            assert len(stage.microsoft.posted) == 1

    play(tmp_path, scene)


def test_what_has_no_words_is_told_so_to_whoever_is_alone_with_the_bot(tmp_path: Path) -> None:
    async def scene(stage: Stage) -> None:
        person = stage.person()
        picture = {"attachments": [{"contentType": "image/png", "contentUrl": "https://example.org/a.png"}]}
        async with stage.bot():
            assert "only text" in await person.say("", **picture)
            assert await stage.in_group("kari").say("", **picture) == ""
            card = {"attachments": [{"contentType": "application/vnd.microsoft.card.adaptive", "content": {}}]}
            assert await person.say("", **card) == "", "a summary that somebody put there themselves"

    play(tmp_path, scene)


def test_the_language_of_the_program_is_the_language_of_what_the_bot_says_itself(tmp_path: Path) -> None:
    async def scene(stage: Stage) -> None:
        async with stage.bot():
            assert (await stage.person().say("!help", locale="nb-NO")).startswith("[nb]")
            told = [{"type": "clientInfo", "locale": "sv-SE"}]
            assert (await stage.person("ola").say("!help", entities=told)).startswith("[sv]")

    play(tmp_path, scene)


def test_many_choices_stand_in_sets_that_teams_shows_whole(tmp_path: Path) -> None:
    async def scene(stage: Stage) -> None:
        async with stage.bot():
            await stage.person().say("!country")
            sets = [one["actions"] for one in card_of(stage.microsoft.activities[only(stage)])["body"]
                    if one["type"] == "ActionSet"]
            assert [len(one) for one in sets] == [6, 4]

    play(tmp_path, scene)


def test_a_card_that_teams_refuses_is_sent_as_text_with_numbered_choices(tmp_path: Path) -> None:
    async def scene(stage: Stage) -> None:
        person = stage.person()
        async with stage.bot():
            for status in (400, 413):
                stage.microsoft.refuses = [status, status]  # what shows that an answer is under way, and the card
                shown = await person.say("options please")
                assert "\n  1. In pregnancy?\n  2. ΩΩΩ" in shown
            assert (await person.say("1")).startswith("Short answer: and in pregnancy")

    play(tmp_path, scene)


@pytest.mark.parametrize("status", [429, 500, 502, 503, 401, 412])
def test_where_teams_fails_the_answer_is_sent_again(tmp_path: Path, status: int) -> None:
    async def scene(stage: Stage) -> None:
        async with stage.bot():
            stage.microsoft.refuses = [status] * 3
            assert "turn 1" in await stage.person().say("does it help")
            assert len(stage.microsoft.posted) == 1

    play(tmp_path, scene)


def test_a_chat_that_the_bot_was_taken_out_of_is_given_up(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    async def scene(stage: Stage) -> None:
        person = stage.person()
        stage.microsoft.chats.clear()
        async with stage.bot():
            assert await person.say("does it help") == ""
            assert await stage.post(person.activity("installationUpdate", action="remove")) == 200

    play(tmp_path, scene)
    assert "a reply was not delivered" in caplog.text and "does it help" not in caplog.text


def test_who_relied_on_a_card_is_told_when_it_changes_also_after_a_restart(tmp_path: Path) -> None:
    async def scene(stage: Stage) -> None:
        person = stage.in_channel("kari", "1700")
        async with stage.bot():
            await person.say("does it help", mention=True)
        stage.responder.tools.versions[CARD] = 2
        async with stage.bot():
            await stage.host.tell_what_is_due()
            await stage.host.tell_what_is_due()
        [_, told] = stage.microsoft.activities.values()
        assert "an older version" in text_of(told) and [one["title"] for one in buttons_of(told)] == ["Ask again"]
        assert stage.microsoft.posted == ["19:ward@thread.tacv2;messageid=1700"] * 2

    play(tmp_path, scene)


def test_what_reviewers_reply_to_a_report_reaches_who_made_it(tmp_path: Path) -> None:
    async def scene(stage: Stage) -> None:
        person = stage.person()
        async with stage.bot():
            await person.say("does it help")
            await person.say("there is an error")
            await person.say("5")
            await person.say("the dose is wrong")
            with closing(open_database(stage.folder / "farmasvar.sqlite")) as connection, transaction(connection):
                report = Feedback(connection).all()[-1]
                assert Feedback(connection).reply(report.id, "It is right now.", now=stage.now)
            await stage.host.tell_what_is_due()
        assert "It is right now." in stage.texts()[-1]

    play(tmp_path, scene)


def test_what_is_kept_of_a_chat_to_reach_it_names_neither_the_chat_nor_a_person(tmp_path: Path) -> None:
    async def scene(stage: Stage) -> None:
        async with stage.bot():
            await stage.person().say("does it help")
            file = stage.folder / "teams" / "references.json"
            kept = file.read_text()
            assert list(json.loads(kept).values()) == [stage.microsoft.address] and "kari" not in kept
            assert file.stat().st_mode & 0o077 == 0
            assert await stage.post(stage.person().activity("installationUpdate", action="remove")) == 200
            assert json.loads(file.read_text()) == {}

    play(tmp_path, scene)


def test_a_file_comes_by_a_link_that_works_for_a_day_and_that_nobody_can_guess(tmp_path: Path) -> None:
    async def scene(stage: Stage) -> None:
        person = stage.person()
        async with stage.bot():
            await person.say("does it help")
            await person.say("draw it")
            figure = card_of(list(stage.microsoft.activities.values())[-1])
            [address] = [one["url"] for one in figure["body"] if one["type"] == "Image"]
            assert address.startswith("https://farmasvar.example.org/files/") and address.endswith("/figure-0.png")
            path = address.removeprefix("https://farmasvar.example.org")
            fetched = await stage.web.get(path)
            assert fetched.content.endswith(b"picture") and fetched.headers["content-type"] == "image/png"
            assert (await stage.web.get("/files/guessed/figure-0.png")).status_code == 404
            assert (await stage.web.get("/files")).status_code == 404
            stage.now += 24 * 3600
            assert (await stage.web.get(path)).status_code == 404

    play(tmp_path, scene)


def test_a_draft_is_downloaded_and_not_shown_by_the_browser(tmp_path: Path) -> None:
    async def scene(stage: Stage) -> None:
        person = stage.person()
        async with stage.bot():
            await person.say("does it help")
            await person.say("draft as pdf")
            card = card_of(list(stage.microsoft.activities.values())[-1])
            [opened] = [action for one in card["body"] if one["type"] == "ActionSet" for action in one["actions"]]
            fetched = await stage.web.get(opened["url"].removeprefix("https://farmasvar.example.org"))
            assert fetched.headers["content-disposition"] == "attachment" and fetched.content.startswith(b"draft ")

    play(tmp_path, scene)


def test_what_breaks_while_an_activity_is_read_is_logged_without_its_words(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch,
) -> None:
    def breaks(*given: Any) -> None:
        raise ValueError("does it help")

    monkeypatch.setattr("bot.channels.teams.transport.read", breaks)

    async def scene(stage: Stage) -> None:
        async with stage.bot():
            assert await stage.post(stage.person().activity(text="does it help")) == 200

    play(tmp_path, scene)
    assert "could not be read" in caplog.text and "does it help" not in caplog.text


@pytest.mark.parametrize("activity", [
    {"type": "message"}, {"type": "message", "from": {"id": "29:a"}}, {"type": "message", "conversation": 7},
    {"type": "messageReaction", "reactionsAdded": "like"}, {"type": "typing"}, {"type": "event", "value": [1]},
    {"type": "message", "entities": [None, 3, {"type": "mention", "mentioned": 4}], "text": 5, "attachments": {}},
])
def test_an_activity_that_nobody_foresaw_is_let_go(tmp_path: Path, activity: dict[str, Any]) -> None:
    async def scene(stage: Stage) -> None:
        async with stage.bot():
            whole = stage.in_group("kari").activity()
            needed = {name: whole[name] for name in ("serviceUrl", "channelId", "channelData")}
            assert await stage.post({**needed, **activity}) == 200
            assert stage.microsoft.posted == []

    play(tmp_path, scene)
