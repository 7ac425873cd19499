"""What every chat does alike, on a channel that is nowhere but in memory."""

from __future__ import annotations

import asyncio
import json
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from bot.answering.messages import messages_in
from bot.channels.kit.port import File, Found, Place, Searched, Shown
from bot.desk.store.access import Access
from bot.desk.store.answers import Answers
from bot.desk.store.asker import Asker
from bot.desk.store.conversations import Conversations
from bot.desk.store.database import open_database, transaction
from bot.desk.store.feedback import Feedback
from bot.dialogue.state import Conversation
from knowledge.languages import LANGUAGES
from tests.kit.toy import NOW, Stage, play
from tests.telegram.toy import CARD

REDACTED = "[removed]"
IDENTIFIER = "01010112345"


def rows(stage: Stage, table: str) -> list[Any]:
    with closing(open_database(stage.database)) as connection:
        return list(connection.exec_driver_sql(f"SELECT * FROM {table}").all())


def reports(stage: Stage) -> list[tuple[str, str]]:
    with closing(open_database(stage.database)) as connection:
        return [(report.kind, report.reason) for report in Feedback(connection).all()]


def test_a_conversation_goes_on_and_each_person_has_their_own(tmp_path: Path) -> None:
    async def scene(stage: Stage) -> None:
        kari, ola = stage.person("kari"), stage.person("ola")
        async with stage.bot():
            assert "turn 1" in await kari.say("does it help")
            assert "turn 2" in await kari.say("and in pregnancy")
            assert "turn 1" in await ola.say("what of this")
        async with stage.bot():
            assert "turn 3" in await kari.say("after a restart")

    play(tmp_path, scene)


def test_what_can_be_chosen_is_numbered_and_a_number_chooses_it_after_a_restart_too(tmp_path: Path) -> None:
    async def scene(stage: Stage) -> None:
        person = stage.person()
        async with stage.bot():
            assert "\n  1. In pregnancy?\n  2. ΩΩΩ" in await person.say("options please")
        async with stage.bot():
            assert (await person.say("1")).startswith("Short answer: and in pregnancy (turn 2")
            assert "Short answer: 7 (turn 3" in await person.say("7"), "a number that stands for nothing is a question"

    play(tmp_path, scene)


def test_a_button_chooses_from_the_message_it_stands_under(tmp_path: Path) -> None:
    async def scene(stage: Stage) -> None:
        person, colleague = stage.person(chat="ward", private=False), stage.person("ola", "ward", private=False)
        async with stage.bot():
            await person.say("options please")
            await person.say("something else")
            assert "and in pregnancy (turn 3" in await person.pick("bot1", 1)
            assert await person.pick("bot1", 9) == ""
            await colleague.pick("bot1", 1)
        assert stage.responder.conversations[-1].turns == 0, "the colleague has a conversation of their own"

    play(tmp_path, scene)


def test_a_message_that_comes_again_is_answered_once(tmp_path: Path) -> None:
    async def scene(stage: Stage) -> None:
        person = stage.person()
        async with stage.bot():
            await person.say("does it help", message="m")
        async with stage.bot():
            assert await person.say("does it help", message="m") == ""
        assert stage.chat.keys == ["m/0"]

    play(tmp_path, scene)


def test_what_the_answer_keeps_folded_is_one_word_away(tmp_path: Path) -> None:
    async def scene(stage: Stage) -> None:
        person = stage.person()
        async with stage.bot():
            first = await person.say("folded")
            assert "What lies below." not in first and first.endswith("More on this: type “more”.")
            assert await person.say("More!") == "What lies below."
            await person.say("nothing below")
            assert "more (turn" in await person.say("more"), "where nothing is folded, it is a question"

    play(tmp_path, scene)


def test_who_is_in_danger_goes_before_what_the_chat_asked_earlier_and_beyond_the_limit(tmp_path: Path) -> None:
    async def scene(stage: Stage) -> None:
        person = stage.person()
        async with stage.bot(messages_per_minute=2):
            stalled = person.hear("stall")
            assert await asyncio.to_thread(stage.responder.begun.wait, 10)
            later, urgent = person.hear("does it help"), person.hear("overdose")
            stage.responder.released.set()
            await asyncio.gather(stalled, later, urgent)
            asked = [enquiry.text for enquiry in stage.responder.enquiries]
            assert asked[:2] == ["stall", "overdose"]
            assert "Please wait" in stage.chat.texts()[-1]
            assert await person.say("and this") == "", "it is told once"
            assert "Call 113" in await person.say("overdose again")

    play(tmp_path, scene)


def test_the_country_of_an_emergency_is_asked_for_and_remembered(tmp_path: Path) -> None:
    async def scene(stage: Stage) -> None:
        person = stage.person()
        async with stage.bot():
            shown = await person.say("overdose")
            assert shown.startswith("Call 113") and "1. Norway\n  2. Sweden\n  3. Nobody is in danger" in shown
            await person.say("se")
            assert stage.responder.enquiries[-1].country == "SE" and stage.responder.enquiries[-1].text == "overdose"
            await person.say("does it help")
            assert stage.responder.enquiries[-1].country == "SE"
            await person.say("overdose")
            await person.say("1")
            assert stage.responder.enquiries[-1].nobody_in_danger

    play(tmp_path, scene)


def test_language_and_country_are_chosen_by_number_or_by_code(tmp_path: Path) -> None:
    async def scene(stage: Stage) -> None:
        person = stage.person()
        async with stage.bot():
            assert "  2. Norsk bokmål" in await person.say("!language")
            assert "[nb] Language of my replies: Norsk bokmål" in await person.say("2")
            assert "Danmark" in await person.say("!country")
            assert "[nb] Country: Danmark" in await person.say("/country dk")
            await person.say("hjelper det")
            assert (stage.responder.enquiries[-1].language, stage.responder.enquiries[-1].country) == ("nb", "DK")
            await person.say("!language auto")
            await person.say("does it help")
            assert stage.responder.enquiries[-1].language is None

    play(tmp_path, scene)


def test_the_language_of_the_settings_holds_for_those_who_chose_none(tmp_path: Path) -> None:
    async def scene(stage: Stage) -> None:
        async with stage.bot(language="sv"):
            assert (await stage.person().say("!new")).startswith("[sv]")
            await stage.person().say("hej")
            assert stage.responder.enquiries[-1].language == "sv"

    play(tmp_path, scene)


def test_an_edited_question_is_answered_again_in_place(tmp_path: Path) -> None:
    async def scene(stage: Stage) -> None:
        person = stage.person()
        async with stage.bot():
            await person.say("does it help", message="m")
            await person.edit("m", "does it harm")
            await person.edit("m", "does it harm")
            assert list(stage.chat.messages) == ["bot1"] and "does it harm (turn 1" in stage.chat.texts()[0]
            assert len(stage.responder.enquiries) == 2
            assert "turn 2" in await person.say("and then")
            await stage.person("ola", "with kari").edit("m", "somebody else's words")
            assert len(stage.responder.enquiries) == 3

    play(tmp_path, scene)


def test_an_edit_that_tells_of_danger_is_heard_to_arrive(tmp_path: Path) -> None:
    async def scene(stage: Stage) -> None:
        person = stage.person()
        async with stage.bot():
            await person.say("does it help", message="m")
            assert "Call 113" in await person.edit("m", "overdose")
            assert list(stage.chat.messages) == ["bot2"], "the first answer is gone, and the new one is a new message"
            assert "Call 113" in await person.edit("never answered", "overdose")
            assert await person.edit("not for the bot", "overdose", meant=False) == ""

    play(tmp_path, scene)


def test_who_deletes_a_question_takes_its_answer_along(tmp_path: Path) -> None:
    async def scene(stage: Stage) -> None:
        person = stage.person()
        async with stage.bot():
            await person.say("does it help", message="first")
            await person.say("a secret of the ward", message="m")
            await person.thumb("bot2", "unhelpful")
            await person.delete("m")
            assert "bot2" not in stage.chat.messages and "bot1" in stage.chat.messages
            assert await person.thumb("bot2", "helpful") == ""
            assert "turn 2" in await person.say("and then"), "the conversation goes on from before it"
            await person.delete("never seen")
        held = b"".join(path.read_bytes() for path in tmp_path.glob("farmasvar.sqlite*"))
        assert b"secret of the ward" not in held

    play(tmp_path, scene)


def test_a_thumb_down_asks_for_a_reason_and_takes_one_in_own_words(tmp_path: Path) -> None:
    async def scene(stage: Stage) -> None:
        person = stage.person()
        async with stage.bot():
            await person.say("does it help")
            assert await person.thumb("bot1", "helpful") == ""
            assert reports(stage) == [("helpful", "")]
            assert "  2. Outdated" in await person.thumb("bot1", "unhelpful")
            assert "Thank you" in await person.say("2")
            assert reports(stage) == [("not_helpful", "outdated")]
            await person.say("there is an error")
            await person.say("5")
            assert "Thank you" in await person.say(f"wrong for {IDENTIFIER}")
            assert reports(stage)[1] == ("error", f"wrong for {REDACTED}")
            await person.thumb("bot1", None)
            assert [kind for kind, _ in reports(stage)] == ["error"]

    play(tmp_path, scene)


def test_an_emergency_in_place_of_a_reason_is_answered(tmp_path: Path) -> None:
    async def scene(stage: Stage) -> None:
        person = stage.person()
        async with stage.bot():
            await person.say("does it help")
            await person.say("useless")
            await person.say("5")
            assert "Call 113" in await person.say("overdose")
            await person.say("useless")
            await person.say("5")
            stage.now += 3600
            assert "does it help (turn" in await person.say("does it help"), "an hour later it is a question again"

    play(tmp_path, scene)


def test_figures_and_drafts_are_asked_for_in_words_and_come_as_files(tmp_path: Path) -> None:
    async def scene(stage: Stage) -> None:
        person = stage.person()
        async with stage.bot():
            assert "(turn" in await person.say("draw it"), "there is nothing to draw yet"
            await person.say("does it help")
            assert await person.say("draw it") == "figure-0.png"
            assert "  2. PDF" in await person.say("draft")
            assert await person.say("2") == "draft.pdf"
            assert await person.say("draft as Word") == "draft.docx"
            stage.responder.tools.versions = {CARD: 2}
            assert (await person.say("draft")).startswith("The evidence has been updated")

    play(tmp_path, scene)


def test_who_relied_on_a_card_that_changed_is_told_once_and_can_ask_again(tmp_path: Path) -> None:
    async def scene(stage: Stage) -> None:
        person = stage.person(chat="ward", private=False, thread="t1")
        async with stage.bot():
            await person.say("does it help")
            await stage.host.tell_what_is_due()
            assert len(stage.chat.messages) == 1
            stage.responder.tools.versions = {CARD: 2}
            await stage.host.tell_what_is_due()
            await stage.host.tell_what_is_due()
            assert len(stage.chat.messages) == 2 and "no longer current" in stage.chat.texts()[-1]
            assert stage.chat.places["bot2"].thread == "t1"
            assert "does it help" in await person.pick("bot2", 1)

    play(tmp_path, scene)


def test_whoever_reported_an_error_is_told_once_what_the_reviewers_reply(tmp_path: Path) -> None:
    async def scene(stage: Stage) -> None:
        person = stage.person(chat="ward", private=False, thread="t1")
        async with stage.bot():
            await person.say("does it help")
            await person.say("there is an error")
            await person.say("5")
            await person.say("the dose is wrong")
            with closing(open_database(stage.database)) as connection, transaction(connection):
                report = Feedback(connection).all()[-1]
                assert Feedback(connection).reply(report.id, "It is mended.", stage.now)
            before = len(stage.chat.messages)
            await stage.host.tell_what_is_due()
            await stage.host.tell_what_is_due()
            assert len(stage.chat.messages) == before + 1
            assert "It is mended." in stage.chat.texts()[-1]

    play(tmp_path, scene)


def test_forgetting_asks_first_and_is_done_for_the_person_alone(tmp_path: Path) -> None:
    async def scene(stage: Stage) -> None:
        person, other = stage.person(chat="ward", private=False), stage.person("ola", "ward", private=False)
        async with stage.bot():
            await person.say("does it help")
            assert "1. Delete all of it" in await person.say("!forget")
            assert await other.pick("bot2", 1) == "", "nobody forgets somebody else"
            assert len(rows(stage, "answers")) == 1
            assert "Answers: 1" in await person.say("1")
            assert rows(stage, "answers") == [] and rows(stage, "conversations") == []

    play(tmp_path, scene)


def test_what_is_held_is_handed_out_to_the_person_alone(tmp_path: Path) -> None:
    async def scene(stage: Stage) -> None:
        async with stage.bot():
            await stage.person().say(f"does it help {IDENTIFIER}")
            assert await stage.person().say("!export") == "farmasvar.json"
            file = list(stage.chat.messages.values())[-1]
            assert isinstance(file, File)
            [answer] = json.loads(file.content)["answers"]
            assert answer["record"]["question"]["text"] == f"does it help {REDACTED}"
            assert "private" in await stage.person(chat="ward", private=False).say("!export")

    play(tmp_path, scene)


def test_strangers_are_told_once_and_an_invitation_lets_one_in(tmp_path: Path) -> None:
    async def scene(stage: Stage) -> None:
        stranger = stage.person()
        with closing(open_database(stage.database)) as connection, transaction(connection):
            code = Access(connection).invite("toy", "asker", by="test", now=NOW)
            Access(connection).grant("toy", "ward", "asker", by="test", now=NOW)
        async with stage.bot(members_only=True):
            assert "on its list" in await stranger.say("does it help")
            assert await stranger.say("does it help") == ""
            assert "112" in await stranger.say("overdose")
            assert "has been used" in await stranger.say("!join wrong")
            assert "on its list" in await stage.person("ola", "hall", private=False).say(f"!join {code}")
            assert "accepted" in await stranger.say(f"!join {code}")
            assert "turn 1" in await stranger.say("does it help")
            assert "turn 1" in await stage.person("ola", "ward", private=False).say("a chat may be on the list too")
        async with stage.bot(allowed=frozenset({"ola"})):
            assert "turn 1" in await stage.person("ola").say("the settings name me")
        assert stage.responder.enquiries[0].text == "does it help" and len(stage.responder.enquiries) == 3

    play(tmp_path, scene)


def test_without_a_database_emergencies_are_answered_and_the_rest_is_told(tmp_path: Path) -> None:
    async def scene(stage: Stage) -> None:
        stage.database.write_bytes(b"no database, but long enough to be looked at as one" * 100)
        async with stage.bot(members_only=True):
            assert "Call 113" in await stage.person().say("overdose")
            assert "technical fault" in await stage.person().say("does it help")
            assert await stage.person().thumb("bot1", "helpful") == ""

    play(tmp_path, scene)


def test_what_breaks_is_told_plainly_and_not_repeated(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    async def scene(stage: Stage) -> None:
        async with stage.bot():
            assert "Something went wrong" in await stage.person().say("boom with a secret")
            assert "turn 1" in await stage.person().say("does it help")

    play(tmp_path, scene)
    assert "no answer" in caplog.text and "secret" not in caplog.text


def test_a_chat_that_is_away_is_tried_again_and_one_that_refuses_is_given_up(tmp_path: Path) -> None:
    async def scene(stage: Stage) -> None:
        person = stage.person()
        async with stage.bot():
            stage.chat.away = 3
            assert "turn 1" in await person.say("does it help", message="m")
            assert stage.chat.keys == ["m/0"]
            stage.chat.refuses = True
            await person.say("lost")
            stage.chat.refuses = False
            assert "turn 2" in await person.say("and then"), "what nobody saw is no part of the conversation"

    play(tmp_path, scene)


def test_a_colleague_goes_on_with_the_conversation_of_a_thread(tmp_path: Path) -> None:
    async def scene(stage: Stage) -> None:
        asker = stage.person(chat="ward", private=False, thread="m")
        colleague = stage.person("ola", "ward", private=False, thread="m")
        async with stage.bot():
            await asker.say("does it help", message="m")
            assert "turn 2" in await colleague.say("and in pregnancy")
            await asker.say("in another direction")
            elsewhere = stage.person("per", "ward", private=False, thread="other")
            assert "turn 1" in await elsewhere.say("and this", replies_to="bot1"), "they have gone on since"

    play(tmp_path, scene)


def test_a_question_by_command_is_a_question_and_commands_with_danger_in_them_too(tmp_path: Path) -> None:
    async def scene(stage: Stage) -> None:
        person = stage.person()
        async with stage.bot():
            assert "does it help (turn 1" in await person.say("!spør does it help")
            assert "Call 113" in await person.say("!new overdose")
            assert "!privacy" in await person.say("!help")
            assert "!privacy" in await person.say("!ask")
            assert "Hello!" in await person.add_bot()
            assert "For 7 days" in await person.say("!privacy")
            assert "is too" not in await person.say("x" * 3999)
            assert "4000 characters" in await person.say("x" * 4001)
            assert "Call 113" in await person.say("overdose " + "x" * 4001)
            await person.say("!new")
            assert "turn 1" in await person.say("afresh")

    play(tmp_path, scene)


def test_what_is_kept_can_be_found_in_the_store_by_whoever_has_to(tmp_path: Path) -> None:
    async def scene(stage: Stage) -> None:
        async with stage.bot():
            await stage.person().say(f"does it help {IDENTIFIER}", message="m")
        asker = Asker(channel="toy", chat="with kari", user="kari")
        with closing(open_database(stage.database)) as connection:
            [given] = Answers(connection).recent(asker, now=NOW)
            assert (given.question_message, given.reply_messages) == ("m", ("bot1",))
            assert Conversations(connection).before(asker, "m") == Conversation()
        assert IDENTIFIER.encode() not in b"".join(path.read_bytes() for path in tmp_path.glob("farmasvar*"))

    play(tmp_path, scene)


def test_it_shows_that_it_is_busy(tmp_path: Path) -> None:
    async def scene(stage: Stage) -> None:
        async with stage.bot():
            await stage.person().say("does it help")
        assert stage.chat.typed == [True, False]

    play(tmp_path, scene)


@pytest.mark.parametrize("tag", LANGUAGES)
def test_the_help_names_every_command_and_the_words_for_more(tag: str) -> None:
    messages = messages_in(tag)
    told = messages.format("talk-help", sign="!")
    assert all(f"!{name}" in told for name in ("language", "country", "sources", "privacy", "export", "forget", "new"))
    assert messages.format("chat-more-words").split(", ")[0] in told


def test_choices_are_part_of_the_plain_text_and_answers_alone_are_voted_on(tmp_path: Path) -> None:
    async def scene(stage: Stage) -> None:
        async with stage.bot():
            await stage.person().say("options")
            await stage.person().say("useless")
            answer, question = stage.chat.messages.values()
            assert isinstance(answer, Shown) and isinstance(question, Shown)
            assert answer.answer and not question.answer
            assert "In pregnancy?" in answer.text

    play(tmp_path, scene)


def test_a_search_brings_card_summaries_to_whoever_may_ask_and_waits_for_no_answer(tmp_path: Path) -> None:
    async def scene(stage: Stage) -> None:
        async def found(words: str) -> Found:
            results: list[Found] = []
            await stage.host.hear(Searched(Place(chat="anywhere", sender="kari"), words, results.append))
            [result] = results
            return result

        async with stage.bot():
            stalled = stage.person(chat="anywhere", private=False).hear("stall")
            assert await asyncio.to_thread(stage.responder.begun.wait, 10)
            assert (await found("magnesium")).cards
            assert (await found("nothing of that")).instead == "Nothing found; ask me directly"
            stage.responder.released.set()
            await stalled
        async with stage.bot(members_only=True):
            assert await found("magnesium") == Found(instead="Only for people on the list", language="en")

    play(tmp_path, scene)
