"""Thumbs, reported errors, reasons, and what the reviewers get to see."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

from bot.answer import AskedQuestion
from bot.records import AnswerRecord
from bot.store.asker import Asker
from bot.store.database import open_database
from bot.store.feedback import Feedback, Report
from knowledge.models import Intent
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
            question = (await stage.fake.messages(7, 2))[1]
            person.press(question, "In my own words")
            await stage.fake.until(lambda: question.edits)
            assert "reply to this message" in question.text
        async with stage.bot(**with_reviewers(stage)):
            person.reply(question, "patient 12345678901 got another dose")
            thanks = (await stage.fake.messages(7, 3))[2]
            [reported] = await stage.fake.messages(REVIEWERS, 1)
            person.say("next question")
            await stage.fake.messages(7, 4)
        assert "Thank you" in thanks.text
        assert [(one.kind, one.reason) for one in reports(stage)] == [
            ("not_helpful", "patient [removed] got another dose")]
        assert "patient [removed] got another dose" in reported.text
        assert [one.text for one in stage.responder.enquiries][-1] == "next question"
        assert b"12345678901" not in stage.on_disk()

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


def test_no_reason_need_be_given(tmp_path: Path) -> None:
    async def scene(stage: Stage) -> None:
        person = private(stage.fake, 7)
        async with stage.bot():
            first = await asked(stage, person)
            person.press(first, "👎")
            question = (await stage.fake.messages(7, 2))[1]
            person.press(question, "In my own words")
            await stage.fake.until(lambda: question.edits == 1)
            person.press(question, "No reason")
            await stage.fake.until(lambda: question.edits == 2)
        assert [one.reason for one in reports(stage)] == [""]

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
            [(concept, times)] = connection.execute("SELECT concept, times FROM gap_counts").fetchall()
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
