"""When a card changes or is withdrawn, whoever relied on it is told, once."""

from __future__ import annotations

from pathlib import Path

from bot.desk.store.retention import DAY_S, KEPT_DAYS
from tests.telegram.people import member, private
from tests.telegram.toy import CARD, Stage, play

GROUP = -100500


def test_whoever_relied_on_a_changed_card_is_told_once_and_can_ask_again(tmp_path: Path) -> None:
    async def scene(stage: Stage) -> None:
        person = private(stage.fake, 7)
        async with stage.bot():
            person.say("first question")
            person.say("question of 12345678901")
            await stage.fake.messages(7, 2)
        stage.responder.tools.versions = {CARD: 2}
        async with stage.bot():
            told = (await stage.fake.messages(7, 3))[2]
            assert told.text.startswith("On 21 September 2026 you asked: question of [removed]")
            assert "Magnesium for cramps: an older version" in told.text
            person.press(told, "Ask again")
            again = (await stage.fake.messages(7, 4))[3]
        assert "question of [removed]" in again.text
        async with stage.bot():
            person.say("next")
            await stage.fake.messages(7, 5)
        assert len(stage.fake.in_chat(7)) == 5

    play(tmp_path, scene)


def test_a_withdrawn_card_is_named_in_the_language_of_the_answer(tmp_path: Path) -> None:
    async def scene(stage: Stage) -> None:
        async with stage.bot():
            private(stage.fake, 7, "de").say("question")
            await stage.fake.messages(7, 1)
        stage.responder.tools.versions = {}
        async with stage.bot():
            told = (await stage.fake.messages(7, 2))[1]
        assert "[de] • Magnesium for cramps: the card has been withdrawn" in told.text
        assert "21. September 2026" in told.text

    play(tmp_path, scene)


def test_in_a_group_the_correction_stands_in_the_topic_in_reply_to_the_question(tmp_path: Path) -> None:
    async def scene(stage: Stage) -> None:
        async with stage.bot():
            asked = member(stage.fake, 7, thread_id=42).say("/ask question")
            member(stage.fake, 8, thread_id=42).say("/ask unknown")
            await stage.fake.messages(GROUP, 2)
        stage.responder.tools.versions = {CARD: 2}
        async with stage.bot():
            told = (await stage.fake.messages(GROUP, 3))[2]
            private(stage.fake, 9).say("question")
            await stage.fake.messages(9, 1)
        assert (told.thread_id, told.reply_to) == (42, asked)
        assert len(stage.fake.in_chat(GROUP)) == 3

    play(tmp_path, scene)


def test_of_answers_past_their_days_nobody_is_told(tmp_path: Path) -> None:
    async def scene(stage: Stage) -> None:
        person = private(stage.fake, 7)
        async with stage.bot():
            person.say("question")
            await stage.fake.messages(7, 1)
        stage.responder.tools.versions = {CARD: 2}
        stage.now += KEPT_DAYS * DAY_S + 1
        async with stage.bot():
            person.say("next")
            await stage.fake.messages(7, 2)
        assert "next" in stage.fake.in_chat(7)[1].text

    play(tmp_path, scene)


def test_a_correction_that_could_not_be_sent_is_sent_at_the_next_start(tmp_path: Path) -> None:
    async def scene(stage: Stage) -> None:
        async with stage.bot():
            private(stage.fake, 7).say("question")
            await stage.fake.messages(7, 1)
        stage.responder.tools.versions = {CARD: 2}
        stage.fake.fail("sendMessage", 429, "Too Many Requests: retry after 60", retry_after=60)
        async with stage.bot(grace_s=0):
            await stage.fake.until(lambda: len(stage.fake.called("sendMessage")) == 2)
        async with stage.bot():
            told = (await stage.fake.messages(7, 2))[1]
        assert "older version" in told.text

    play(tmp_path, scene)
