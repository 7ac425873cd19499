"""Messages no person would write to a bot, and some that people do."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.telegram.people import MENTION, member, private
from tests.telegram.toy import Stage, play

GROUP = -100500
ONLY_TEXT = "I can read only text. Please write your question."
FILE = {"file_id": "f", "file_unique_id": "u"}
ORIGIN = {"type": "hidden_user", "sender_user_name": "Somebody", "date": 1_790_000_000}


@pytest.mark.parametrize("text", [
    "<b>magnesium</b> <script>alert(1)</script> &amp; &lt;",
    "*bold* _italic_ [link](tg://user?id=1) `code` ||spoiler||",
    "\u202emuisengam\u202c helps?", "mag\u200bne\u200csi\u200dum\ufeff?", "😀" * 900,
    "\U0001f468\u200d\U0001f469" * 300, "\x00\x01\x07 control", "<" * 1500, "&" * 1500, "]" * 1500, "a\n" * 1500,
    "\ud83d alone", "ß" * 4000, "x" * 4000,
])
def test_whatever_is_in_a_question_it_is_answered(tmp_path: Path, text: str) -> None:
    async def scene(stage: Stage) -> None:
        person = private(stage.fake, 7)
        async with stage.bot():
            person.say(text)
            person.say("question")
            await stage.fake.until(lambda: stage.fake.sent and "question (" in stage.fake.sent[-1].text)
        assert "went wrong" not in "".join(message.text for message in stage.fake.sent)

    play(tmp_path, scene)


@pytest.mark.parametrize("length", [4001, 100_000])
def test_a_text_too_long_gets_a_short_reply(tmp_path: Path, length: int) -> None:
    async def scene(stage: Stage) -> None:
        async with stage.bot():
            private(stage.fake, 7).say("x" * length)
            [reply] = await stage.fake.messages(7, 1)
        assert "4000 characters" in reply.text
        assert not stage.responder.enquiries

    play(tmp_path, scene)


@pytest.mark.parametrize("text", ["\u200b", "\u200f\u200e", "\u2063\u2063", "\ufeff \u2060", "\u034f"])
def test_a_text_with_nothing_to_see_is_no_question(tmp_path: Path, text: str) -> None:
    async def scene(stage: Stage) -> None:
        async with stage.bot():
            private(stage.fake, 7).say(text)
            [reply] = await stage.fake.messages(7, 1)
        assert reply.text == ONLY_TEXT

    play(tmp_path, scene)


@pytest.mark.parametrize("content", [
    {"voice": {**FILE, "duration": 3}}, {"document": FILE}, {"audio": {**FILE, "duration": 3}},
    {"location": {"latitude": 59.9, "longitude": 10.7}}, {"contact": {"phone_number": "1", "first_name": "Kari"}},
    {"dice": {"emoji": "🎲", "value": 3}}, {"video_note": {**FILE, "length": 1, "duration": 1}},
])
def test_a_file_of_any_kind_gets_one_polite_line(tmp_path: Path, content: dict[str, Any]) -> None:
    async def scene(stage: Stage) -> None:
        async with stage.bot():
            private(stage.fake, 7).send(**content)
            [reply] = await stage.fake.messages(7, 1)
        assert reply.text == ONLY_TEXT

    play(tmp_path, scene)


def test_a_caption_of_any_file_is_answered(tmp_path: Path) -> None:
    async def scene(stage: Stage) -> None:
        async with stage.bot():
            private(stage.fake, 7).send(document=FILE, caption="what is this")
            private(stage.fake, 7).send(voice={**FILE, "duration": 3}, caption="\u200b")
            replies = await stage.fake.messages(7, 2)
        assert "what is this" in replies[0].text
        assert replies[1].text == ONLY_TEXT

    play(tmp_path, scene)


@pytest.mark.parametrize("more", [
    {"entities": [{"type": "blockquote", "offset": 0, "length": 4}]},
    {"entities": [{"type": "pre", "offset": 0, "length": 4}]},
    {"forward_origin": ORIGIN},
])
def test_a_command_that_is_quoted_or_forwarded_is_not_obeyed(tmp_path: Path, more: dict[str, Any]) -> None:
    async def scene(stage: Stage) -> None:
        person = private(stage.fake, 7)
        async with stage.bot():
            person.say("first")
            person.say("/new", **more)
            person.say('"/new" > /new')
            person.say("second")
            replies = await stage.fake.messages(7, 4)
        assert "second (turn 4" in replies[3].text

    play(tmp_path, scene)


def test_unknown_and_overlong_commands_bring_the_help_or_an_answer(tmp_path: Path) -> None:
    async def scene(stage: Stage) -> None:
        person = private(stage.fake, 7)
        async with stage.bot():
            for text in ("/", "//", "/new@other_bot", f"/{'x' * 33}", "/страх", "/start " + "x" * 3000,
                         "/country \u202e"):
                person.say(text)
            person.say("question")
            await stage.fake.until(lambda: stage.fake.sent and "question (" in stage.fake.sent[-1].text)
        assert "went wrong" not in "".join(message.text for message in stage.fake.sent)

    play(tmp_path, scene)


def test_a_mention_hidden_in_a_word_or_a_link_is_none(tmp_path: Path) -> None:
    async def scene(stage: Stage) -> None:
        person = member(stage.fake, 7)
        async with stage.bot():
            person.say(f"somebody{MENTION} wrote")
            person.say(f"{MENTION}_2 is another")
            person.say(f"{MENTION}\u200b question")
            await stage.fake.messages(GROUP, 1)
            await stage.fake.confirmed()
        assert len(stage.responder.enquiries) == 1

    play(tmp_path, scene)


def test_messages_of_the_wrong_form_are_set_aside(tmp_path: Path) -> None:
    async def scene(stage: Stage) -> None:
        person = private(stage.fake, 7)
        async with stage.bot():
            for kind, content in (("message", 7), ("message", None), ("edited_message", {"text": 1}),
                                  ("inline_query", {"id": 1}), ("callback_query", []), ("unheard_of", {"x": 1}),
                                  ("message", {"message_id": "x", "chat": {}, "date": "y"})):
                stage.fake.add_update(kind, content)
            person.say("question")
            [reply] = await stage.fake.messages(7, 1)
        assert "question" in reply.text

    play(tmp_path, scene)
