"""Figures and draft replies, sent as pictures and documents."""

from __future__ import annotations

from pathlib import Path

from tests.telegram.people import member, private
from tests.telegram.toy import Stage, play

GROUP = -100500


def actions(stage: Stage) -> set[str]:
    return {call["action"] for call in stage.fake.called("sendChatAction")}


def test_a_figure_comes_as_a_photo_with_its_caption(tmp_path: Path) -> None:
    async def scene(stage: Stage) -> None:
        person = private(stage.fake, 7)
        async with stage.bot():
            person.say("question")
            [first] = await stage.fake.messages(7, 1)
            taken = stage.fake.hold("sendPhoto")
            person.press(first, "Figure")
            await stage.fake.until(lambda: "upload_photo" in actions(stage))
            taken.set()
            replies = await stage.fake.messages(7, 2)
        assert replies[1].text == "Cramps a week & more < before"
        assert replies[1].file

    play(tmp_path, scene)


def test_several_figures_come_as_an_album_of_ten_at_most(tmp_path: Path) -> None:
    async def scene(stage: Stage) -> None:
        person = private(stage.fake, 7)
        stage.responder.tools.figure_count = 11
        async with stage.bot():
            person.say("question")
            [first] = await stage.fake.messages(7, 1)
            person.press(first, "Figure")
            replies = await stage.fake.messages(7, 12)
        albums = [reply.album for reply in replies[1:]]
        assert len(set(albums[:10])) == 1
        assert albums[0]
        assert not albums[10]

    play(tmp_path, scene)


def test_a_caption_too_long_is_cut_and_says_so(tmp_path: Path) -> None:
    async def scene(stage: Stage) -> None:
        person = private(stage.fake, 7)
        stage.responder.tools.caption = "😀 words " * 400
        async with stage.bot():
            person.say("question")
            [first] = await stage.fake.messages(7, 1)
            person.press(first, "Figure")
            replies = await stage.fake.messages(7, 2)
        assert replies[1].text.endswith("…")

    play(tmp_path, scene)


def test_a_draft_reply_comes_in_the_form_chosen(tmp_path: Path) -> None:
    async def scene(stage: Stage) -> None:
        person = private(stage.fake, 7)
        async with stage.bot():
            person.say("question")
            [first] = await stage.fake.messages(7, 1)
            person.press(first, "Draft reply")
            choice = (await stage.fake.messages(7, 2))[1]
            taken = stage.fake.hold("sendDocument")
            person.press(choice, "PDF")
            person.press(choice, "Word")
            await stage.fake.until(lambda: "upload_document" in actions(stage))
            taken.set()
            replies = await stage.fake.messages(7, 4)
        assert [reply.file_name for reply in replies[2:]] == ["draft.pdf", "draft.docx"]

    play(tmp_path, scene)


def test_files_go_to_the_topic_of_the_answer_in_reply_to_it(tmp_path: Path) -> None:
    async def scene(stage: Stage) -> None:
        person = member(stage.fake, 7, thread_id=42)
        async with stage.bot():
            person.say("/ask question")
            [first] = await stage.fake.messages(GROUP, 1)
            person.press(first, "Figure")
            replies = await stage.fake.messages(GROUP, 2)
        assert (replies[1].thread_id, replies[1].reply_to) == (42, first.message_id)

    play(tmp_path, scene)


def test_a_file_is_sent_again_after_a_fault_and_arrives_once(tmp_path: Path) -> None:
    async def scene(stage: Stage) -> None:
        person = private(stage.fake, 7)
        stage.fake.fail("sendPhoto", 429, "Too Many Requests: retry after 1", retry_after=1)
        stage.fake.fail("sendPhoto", 502)
        async with stage.bot():
            person.say("question")
            [first] = await stage.fake.messages(7, 1)
            person.press(first, "Figure")
            await stage.fake.messages(7, 2)
        assert len(stage.fake.in_chat(7)) == 2
        assert len(stage.fake.called("sendPhoto")) == 3

    play(tmp_path, scene)


def test_a_figure_that_cannot_be_made_or_sent_is_said_to_have_failed(tmp_path: Path) -> None:
    async def scene(stage: Stage) -> None:
        person = private(stage.fake, 7)
        async with stage.bot():
            person.say("question")
            [first] = await stage.fake.messages(7, 1)
            stage.fake.fail("sendPhoto", 400, "Bad Request: IMAGE_PROCESS_FAILED")
            person.press(first, "Figure")
            await stage.fake.messages(7, 2)
            stage.responder.tools.broken = True
            person.press(first, "Figure")
            await stage.fake.messages(7, 3)
            stage.responder.tools.broken, stage.responder.tools.figure_count = False, 0
            person.press(first, "Figure")
            replies = await stage.fake.messages(7, 4)
        assert "went wrong" in replies[1].text
        assert "went wrong" in replies[2].text
        assert "no numbers" in replies[3].text

    play(tmp_path, scene)


def test_a_draft_asked_for_in_words_with_its_form_is_sent_at_once(tmp_path: Path) -> None:
    async def scene(stage: Stage) -> None:
        person = private(stage.fake, 7)
        async with stage.bot():
            person.say("question")
            await stage.fake.messages(7, 1)
            person.say("draft as pdf")
            person.say("draft in Word, please")
            person.say("draft as pdf or docx")
            replies = await stage.fake.messages(7, 4)
        assert [reply.file_name for reply in replies[1:3]] == ["draft.pdf", "draft.docx"]
        assert [button["text"] for button in replies[3].buttons] == ["Word", "PDF"]

    play(tmp_path, scene)
