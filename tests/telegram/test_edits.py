"""Edited questions: their answers change in place."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.answering.answer import Block
from bot.desk.store.retention import DAY_S, KEPT_DAYS
from tests.telegram.people import member, private
from tests.telegram.toy import Stage, play

GROUP = -100500


def blocks(messages: int) -> tuple[Block, ...]:
    """Blocks that fill so many messages."""
    return tuple(Block(kind="paragraph", text=f"Part {number}. " + "words " * 600) for number in range(messages))


def test_the_answer_to_an_edited_question_changes_in_place_with_its_buttons(tmp_path: Path) -> None:
    async def scene(stage: Stage) -> None:
        person = private(stage.fake, 7)
        async with stage.bot():
            asked = person.say("question")
            [reply] = await stage.fake.messages(7, 1)
            person.edit(asked, "other question options")
            await stage.fake.until(lambda: reply.edits)
            assert "other question options (turn 1" in reply.text
            person.press(reply, "In pregnancy?")
            replies = await stage.fake.messages(7, 2)
        assert "and in pregnancy (turn 2" in replies[1].text

    play(tmp_path, scene)


def test_an_edit_after_a_restart_is_answered_from_where_the_conversation_stood_before(tmp_path: Path) -> None:
    async def scene(stage: Stage) -> None:
        person = private(stage.fake, 7)
        async with stage.bot():
            person.say("first")
            asked = person.say("second")
            replies = await stage.fake.messages(7, 2)
        async with stage.bot():
            person.edit(asked, "second, mended")
            await stage.fake.until(lambda: replies[1].edits)
            person.say("third")
            replies = await stage.fake.messages(7, 3)
        assert "second, mended (turn 2" in replies[1].text
        assert "third (turn 3" in replies[2].text

    play(tmp_path, scene)


def test_an_earlier_question_is_answered_afresh_and_the_conversation_goes_on_from_the_last(tmp_path: Path) -> None:
    async def scene(stage: Stage) -> None:
        person = private(stage.fake, 7)
        async with stage.bot():
            asked = person.say("first")
            person.say("second")
            replies = await stage.fake.messages(7, 2)
            person.edit(asked, "first, mended")
            await stage.fake.until(lambda: replies[0].edits)
            person.say("third")
            replies = await stage.fake.messages(7, 3)
        assert "first, mended (turn 1" in replies[0].text
        assert not replies[1].edits
        assert "third (turn 3" in replies[2].text

    play(tmp_path, scene)


@pytest.mark.parametrize(("before", "after"), [(3, 1), (1, 3), (2, 2)])
def test_surplus_messages_go_and_further_ones_are_sent(tmp_path: Path, before: int, after: int) -> None:
    async def scene(stage: Stage) -> None:
        person = private(stage.fake, 7)
        stage.responder.long_blocks = blocks(before)
        async with stage.bot():
            asked = person.say("long question")
            await stage.fake.until(lambda: stage.fake.sent and stage.fake.sent[-1].buttons)
            assert len(stage.fake.in_chat(7)) == before
            shown = [message.message_id for message in stage.fake.in_chat(7)]
            stage.responder.long_blocks = (Block(kind="short", text="Changed."), *blocks(after))
            person.edit(asked, "long question, mended")
            await stage.fake.until(lambda: len(stage.fake.in_chat(7)) == after and stage.fake.sent[-1].buttons
                                   and stage.fake.sent[0].edits)
        parts = stage.fake.in_chat(7)
        assert parts[0].text.startswith("Changed.")
        assert [part.message_id for part in parts][:before] == shown[:after]
        assert stage.fake.deleted == shown[after:]
        assert [bool(part.buttons) for part in parts] == [False] * (after - 1) + [True]

    play(tmp_path, scene)


def test_numbers_to_call_come_as_a_new_message_that_is_heard(tmp_path: Path) -> None:
    async def scene(stage: Stage) -> None:
        person = private(stage.fake, 7)
        async with stage.bot():
            asked = person.say("she took 4 tablets")
            [reply] = await stage.fake.messages(7, 1)
            person.edit(asked, "overdose, she took 40 tablets")
            await stage.fake.until(lambda: stage.fake.deleted and stage.fake.in_chat(7))
            [answer] = stage.fake.in_chat(7)
            person.edit(asked, "overdose, she took 44 tablets")
            await stage.fake.until(lambda: answer.edits)
        assert stage.fake.deleted == [reply.message_id]
        assert "44 tablets" in answer.text

    play(tmp_path, scene)


def test_an_answer_somebody_deleted_is_sent_anew(tmp_path: Path) -> None:
    async def scene(stage: Stage) -> None:
        person = private(stage.fake, 7)
        async with stage.bot():
            asked = person.say("question")
            [reply] = await stage.fake.messages(7, 1)
            del stage.fake.chats[7].messages[reply.message_id]
            person.edit(asked, "mended")
            replies = await stage.fake.messages(7, 2)
        assert "mended" in replies[1].text

    play(tmp_path, scene, refusals=("to edit not found", "to delete not found"))


def test_an_edit_that_changes_nothing_or_comes_too_late_does_nothing(tmp_path: Path) -> None:
    async def scene(stage: Stage) -> None:
        person = private(stage.fake, 7)
        async with stage.bot():
            asked = person.say("question of 12345678901")
            person.say("/help")
            await stage.fake.messages(7, 2)
            person.edit(asked, "question of 12345678901")
            person.edit(424242, "an older message")
            person.edit(asked, "x" * 4001)
            stage.now += KEPT_DAYS * DAY_S + 1
            person.edit(asked, "too late")
            person.say("next")
            await stage.fake.messages(7, 3)
        assert [one.text for one in stage.responder.enquiries] == ["question of 12345678901", "next"]
        assert not any(message.edits for message in stage.fake.sent)

    play(tmp_path, scene)


def test_an_edit_while_the_question_is_being_answered_changes_that_answer(tmp_path: Path) -> None:
    async def scene(stage: Stage) -> None:
        person = private(stage.fake, 7)
        async with stage.bot():
            asked = person.say("stall")
            await stage.in_thread(stage.responder.begun)
            person.edit(asked, "mended")
            person.edit(asked, "mended twice")
            await stage.fake.confirmed()
            stage.responder.released.set()
            await stage.fake.until(lambda: stage.fake.sent and "mended twice" in stage.fake.sent[0].text)
        assert len(stage.fake.in_chat(7)) == 1
        assert [one.text for one in stage.responder.enquiries] == ["stall", "mended twice"]

    play(tmp_path, scene)


def test_in_a_group_an_edit_counts_if_the_message_is_still_for_the_bot(tmp_path: Path) -> None:
    async def scene(stage: Stage) -> None:
        person = member(stage.fake, 7, thread_id=42)
        async with stage.bot():
            asked = person.say("/ask question")
            [reply] = await stage.fake.messages(GROUP, 1)
            person.edit(asked, "chatter")
            person.edit(asked, "/ask mended")
            await stage.fake.until(lambda: reply.edits)
        assert "mended" in reply.text
        assert len(stage.responder.enquiries) == 2

    play(tmp_path, scene)


def test_an_edit_of_a_command_obeys_nothing(tmp_path: Path) -> None:
    async def scene(stage: Stage) -> None:
        person = private(stage.fake, 7)
        async with stage.bot():
            asked = person.say("/help")
            await stage.fake.messages(7, 1)
            person.edit(asked, "/language nb")
            person.say("question")
            await stage.fake.messages(7, 2)
        assert stage.responder.enquiries[0].language is None

    play(tmp_path, scene)
