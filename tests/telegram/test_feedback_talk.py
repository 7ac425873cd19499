"""Thumbs, reported errors, reasons, and what the reviewers get to see."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

from bot.answering.answer import AskedQuestion
from bot.desk.records import AnswerRecord
from bot.desk.store.asker import Asker
from bot.desk.store.clinics import Clinics
from bot.desk.store.database import open_database
from bot.desk.store.feedback import Feedback, Report
from bot.desk.store.privacy import export_of, forget
from knowledge.evidence.models import Intent
from tests.telegram.fake_bot_api import Message
from tests.telegram.people import Person, member, private
from tests.telegram.toy import CARD, Stage, play

REVIEWERS = -100777
QUESTION = "question of 12345678901"


def reports(stage: Stage) -> list[Report]:
    with closing(open_database(stage.database)) as connection:
        return Feedback(connection).all()


async def asked(stage: Stage, person: Person) -> Message:
    person.say(QUESTION)
    return (await stage.fake.messages(person.chat_id, 1))[0]


async def noted(stage: Stage, person: Person, message: Message, label: str) -> str | None:
    """The note that a press on a button brings."""
    query = person.press(message, label)
    await stage.fake.until(lambda: query in stage.fake.callback_answers)
    return stage.fake.callback_answers[query]


def with_reviewers(stage: Stage) -> dict[str, Any]:
    member(stage.fake, 99, group_id=REVIEWERS)
    return {"reviewers_chat": REVIEWERS}


async def settled(stage: Stage, found: Callable[[], bool]) -> None:
    await stage.fake.confirmed()
    await stage.fake.until(found)


def test_a_thumb_up_is_acknowledged_by_a_note_and_kept_once(tmp_path: Path) -> None:
    async def scene(stage: Stage) -> None:
        person = private(stage.fake, 7)
        async with stage.bot():
            first = await asked(stage, person)
            assert await noted(stage, person, first, "👍") == "Thank you!"
            assert await noted(stage, person, first, "👍") == "Thank you!"
            await stage.fake.confirmed()
        assert [(one.kind, one.question) for one in reports(stage)] == [("helpful", "question of [removed]")]
        assert len(stage.fake.in_chat(7)) == 1
        assert {call.get("show_alert") for call in stage.fake.called("answerCallbackQuery")} <= {None, "false"}

    play(tmp_path, scene)


def test_the_other_thumb_takes_the_place_of_the_first_and_each_person_has_their_own(tmp_path: Path) -> None:
    async def scene(stage: Stage) -> None:
        one, other = member(stage.fake, 7), member(stage.fake, 8)
        async with stage.bot():
            one.say("/ask question")
            [first] = await stage.fake.messages(-100500, 1)
            await noted(stage, one, first, "👍")
            await noted(stage, other, first, "👍")
            one.press(first, "👎")
            await stage.fake.messages(-100500, 2)
        assert sorted(report.kind for report in reports(stage)) == ["helpful", "not_helpful"]

    play(tmp_path, scene)


def thumbs(message: Message) -> list[str]:
    return [button["text"] for button in message.buttons if button["text"][:1] in "👍👎"]


def test_votes_are_shown_one_a_person_and_nobody_reads_whose_they_are(tmp_path: Path) -> None:
    async def scene(stage: Stage) -> None:
        one, other = member(stage.fake, 70700707), member(stage.fake, 80800808)
        async with stage.bot():
            member(stage.fake, 9).say("/ask question")
            [first] = await stage.fake.messages(-100500, 1)
            assert thumbs(first) == ["👍", "👎"]
            for person in (one, other, one):
                person.press(first, "👍")
            await settled(stage, lambda: thumbs(first) == ["👍 2", "👎"])
            other.press(first, "👎")
            await settled(stage, lambda: thumbs(first) == ["👍 1", "👎 1"])
        with closing(open_database(stage.database)) as connection:
            voters = [row.user for row in connection.exec_driver_sql("SELECT user, chat FROM feedback")]
        assert len(set(voters)) == 2
        assert all(voter.startswith("voter:") and "0700" not in voter for voter in voters)

    play(tmp_path, scene, refusals=("not modified",))  # two votes may be shown at once


def test_a_thumb_as_a_reaction_counts_like_one_pressed_and_can_be_taken_back(tmp_path: Path) -> None:
    async def scene(stage: Stage) -> None:
        one, other = member(stage.fake, 7), member(stage.fake, 8)
        async with stage.bot(**with_reviewers(stage)):
            one.say("/ask question")
            [first] = await stage.fake.messages(-100500, 1)
            one.react(first, "👍")
            await settled(stage, lambda: thumbs(first) == ["👍 1", "👎"])
            one.press(first, "👍")
            other.react(first, "🎉")
            other.react(first, "👎", "🎉")
            await settled(stage, lambda: thumbs(first) == ["👍 1", "👎 1"])
            await stage.fake.messages(REVIEWERS, 1)
            one.react(first, "", "👍")
            await settled(stage, lambda: thumbs(first) == ["👍", "👎 1"])
        assert "message_reaction" in stage.fake.called("getUpdates")[0]["allowed_updates"]

    play(tmp_path, scene)


def test_a_reaction_to_anything_but_an_answer_is_not_kept(tmp_path: Path) -> None:
    async def scene(stage: Stage) -> None:
        person = member(stage.fake, 70700707)
        async with stage.bot():
            member(stage.fake, 8).say("/help")
            [help_text] = await stage.fake.messages(-100500, 1)
            person.react(help_text, "👍")
            await stage.fake.confirmed()
            member(stage.fake, 8).say("/ask question")
            await stage.fake.messages(-100500, 2)
        assert reports(stage) == []
        assert b"70700707" not in stage.on_disk()

    play(tmp_path, scene)


def test_whoever_is_forgotten_leaves_no_words_behind_a_vote(tmp_path: Path) -> None:
    async def scene(stage: Stage) -> None:
        person = private(stage.fake, 7)
        async with stage.bot():
            first = await asked(stage, person)
            person.press(first, "👎")
            person.press((await stage.fake.messages(7, 2))[1], "Outdated")
            await settled(stage, lambda: [one.reason for one in reports(stage)] == ["outdated"])
        with closing(open_database(stage.database)) as connection:
            assert [one["reason"] for one in export_of(connection, "telegram", "7")["feedback"]] == ["outdated"]
            assert forget(connection, "telegram", "7")["feedback"] == 1
        assert [(one.kind, one.reason, one.question) for one in reports(stage)] == [("not_helpful", "", "")]

    play(tmp_path, scene)


def test_a_reason_is_chosen_by_button_and_every_report_reaches_the_reviewers(tmp_path: Path) -> None:
    async def scene(stage: Stage) -> None:
        person = private(stage.fake, 7)
        async with stage.bot(**with_reviewers(stage)):
            first = await asked(stage, person)
            person.press(first, "Report an error")
            [report] = await stage.fake.messages(REVIEWERS, 1)
            question = (await stage.fake.messages(7, 2))[1]
            person.press(question, "Outdated")
            await stage.fake.until(lambda: question.edits)
            reported = (await stage.fake.messages(REVIEWERS, 2))[1]
        assert "Thank you. Your report goes to the reviewers" in question.text
        assert not question.buttons
        [kept] = reports(stage)
        assert (kept.kind, kept.reason) == ("error", "outdated")
        assert report.text.startswith("Report 1: error")
        for words in ("question of [removed]", "toy_card (1)", kept.answer_id, "Reason: Outdated"):
            assert words in reported.text
        assert "12345678901" not in reported.text + report.text

    play(tmp_path, scene)


def test_a_reason_in_own_words_is_the_reply_to_the_message_that_asks_for_it(tmp_path: Path) -> None:
    async def scene(stage: Stage) -> None:
        person = private(stage.fake, 7)
        async with stage.bot():
            first = await asked(stage, person)
            person.press(first, "👎")
            asks = (await stage.fake.messages(7, 2))[1]
            person.press(asks, "In my own words")
            question = (await stage.fake.messages(7, 3))[2]
            assert "reply to this message" in question.text and question.forces_reply
        async with stage.bot(**with_reviewers(stage)):
            person.reply(question, "patient 12345678901 got another dose")
            thanks = (await stage.fake.messages(7, 4))[3]
            [reported] = await stage.fake.messages(REVIEWERS, 1)
            person.say("next question")
            await stage.fake.messages(7, 5)
        assert "Thank you" in thanks.text
        assert [(one.kind, one.reason) for one in reports(stage)] == [
            ("not_helpful", "patient [removed] got another dose")]
        assert "patient [removed] got another dose" in reported.text
        assert [one.text for one in stage.responder.enquiries][-1] == "next question"
        assert b"12345678901" not in stage.on_disk()

    play(tmp_path, scene)


def test_in_a_group_only_who_complained_is_asked_to_write(tmp_path: Path) -> None:
    async def scene(stage: Stage) -> None:
        person, other = member(stage.fake, 7), member(stage.fake, 8)
        async with stage.bot():
            other.say("/ask question")
            [first] = await stage.fake.messages(-100500, 1)
            person.press(first, "👎")
            person.press((await stage.fake.messages(-100500, 2))[1], "In my own words")
            question = (await stage.fake.messages(-100500, 3))[2]
            assert question.forces_reply
            assert "tg://user?id=7" in [entity.url for entity in question.entities]
            person.reply(question, "it is about children")
            await stage.fake.messages(-100500, 4)
        assert [(one.kind, one.reason) for one in reports(stage)] == [("not_helpful", "it is about children")]

    play(tmp_path, scene)


def test_an_emergency_told_as_a_reason_is_answered_all_the_same(tmp_path: Path) -> None:
    async def scene(stage: Stage) -> None:
        person = private(stage.fake, 7)
        async with stage.bot():
            first = await asked(stage, person)
            person.press(first, "👎")
            question = (await stage.fake.messages(7, 2))[1]
            person.reply(question, "overdose just now")
            replies = await stage.fake.messages(7, 3)
        assert "overdose just now" in replies[2].text
        assert [one.reason for one in reports(stage)] == [""]

    play(tmp_path, scene)


def test_a_reply_to_an_answer_is_a_question_and_no_reason(tmp_path: Path) -> None:
    async def scene(stage: Stage) -> None:
        person = private(stage.fake, 7)
        async with stage.bot():
            first = await asked(stage, person)
            person.reply(first, "and in pregnancy")
            replies = await stage.fake.messages(7, 2)
        assert "and in pregnancy (turn 2" in replies[1].text

    play(tmp_path, scene)


def test_a_report_that_could_not_be_shown_at_once_is_shown_at_the_next_start(tmp_path: Path) -> None:
    async def scene(stage: Stage) -> None:
        person = private(stage.fake, 7)
        settings = with_reviewers(stage)
        async with stage.bot(grace_s=0, **settings):
            first = await asked(stage, person)
            person.press(first, "Report an error")
            await stage.fake.messages(7, 2)
            stage.fake.fail("sendMessage", 429, "Too Many Requests: retry after 60", retry_after=60)
            await stage.fake.until(lambda: stage.fake.called("sendMessage")[-1]["chat_id"] == str(REVIEWERS))
        async with stage.bot(**settings):
            [report] = await stage.fake.messages(REVIEWERS, 1)
        assert "question of [removed]" in report.text

    play(tmp_path, scene)


def test_questions_the_library_does_not_cover_are_counted(tmp_path: Path) -> None:
    async def scene(stage: Stage) -> None:
        async with stage.bot():
            private(stage.fake, 7).say("unknown medicine")
            private(stage.fake, 7).say("question")
            await stage.fake.messages(7, 2)
            await stage.fake.confirmed()
        with closing(open_database(stage.database)) as connection:
            [(concept, times)] = connection.exec_driver_sql("SELECT concept, times FROM gap_counts").fetchall()
        assert (concept, times) == ("magnesium", 1)

    play(tmp_path, scene)


def test_a_report_made_through_another_channel_reaches_the_reviewers_once(tmp_path: Path) -> None:
    async def scene(stage: Stage) -> None:
        asked = AskedQuestion(text="question by HTTP", language="en", intent=Intent.EFFICACY)
        record = AnswerRecord(id="abcdefgh", status="answered", language="en", question=asked, cards={CARD: 1})
        settings = with_reviewers(stage)
        with closing(open_database(stage.database)) as connection:
            clinic = Asker(channel="http", chat="clinic", user="conversation")
            Feedback(connection).add(record, clinic, "error", reason="outdated", now=stage.now)
        for _ in range(2):
            async with stage.bot(**settings):
                (shown,) = await stage.fake.messages(REVIEWERS, 1)
        assert "question by HTTP" in shown.text
        assert len(stage.fake.in_chat(REVIEWERS)) == 1

    play(tmp_path, scene)


def test_whoever_reported_an_error_is_told_once_what_the_reviewers_replied(tmp_path: Path) -> None:
    async def scene(stage: Stage) -> None:
        private(stage.fake, 7)
        asked = AskedQuestion(text="question of a month", language="en", intent=Intent.EFFICACY)
        record = AnswerRecord(id="abcdefgh", status="answered", language="en", question=asked, cards={CARD: 1})
        with closing(open_database(stage.database)) as connection:
            person = Asker(channel="telegram", chat="7", user="7")
            report = Feedback(connection).add(record, person, "error", reason="wrong year", now=stage.now)
            Feedback(connection).reply(report.id, "mended, thank you", stage.now)
        for _ in range(2):
            async with stage.bot():
                (told,) = await stage.fake.messages(7, 1)
        assert "question of a month" in told.text and "mended, thank you" in told.text
        assert len(stage.fake.in_chat(7)) == 1

    play(tmp_path, scene)


def test_answers_are_counted_by_status_and_language(tmp_path: Path) -> None:
    async def scene(stage: Stage) -> None:
        async with stage.bot():
            private(stage.fake, 7).say("question")
            private(stage.fake, 8, "de").say("question")
            await stage.fake.messages(7, 1)
            await stage.fake.messages(8, 1)
            await stage.fake.confirmed()
        with closing(open_database(stage.database)) as connection:
            counted = Clinics(connection)
            assert counted.counts(since=0) == {"telegram": {"answered": 2}}
            assert counted.languages(since=0) == {"telegram": {"de": 1, "en": 1}}

    play(tmp_path, scene)
