"""Texts that break bots: each gets one fitting short reply, never an exception; see `nasty_strings.yaml`."""

from __future__ import annotations

import logging
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.answering.answer import Enquiry
from bot.app.settings import Settings
from bot.app.wiring import make_assistant
from bot.channels.telegram.rendering import answer_pieces, html, plain
from bot.channels.telegram.splitting import split_pieces
from bot.dialogue.assistant import Assistant
from bot.dialogue.state import Conversation
from bot.safety.danger import assess
from bot.safety.deidentify import redact
from tests.bot.shipped_assistant import shipped_assistant
from tests.telegram.html_markup import parse_html, utf16_length
from tests.telegram.people import member, private
from tests.telegram.test_shipped_replies import Shipped
from tests.telegram.toy import Stage, play

LONGEST_UNITS = 4096
LONGEST_QUESTION = 4000
LONGEST_ANSWER_S = 10.0
"""For one message, 100,000 characters long or not. Encoding as much as the model reads takes 3 s of it; the rest is for
a busy machine."""
FIRST_CHAT = 10_000
AT_ONCE = 40


def read_strings() -> list[tuple[str, str]]:
    """Kind and text of each."""
    content = yaml.safe_load((Path(__file__).parent / "nasty_strings.yaml").read_text(encoding="utf-8"))
    return [(kind, entry if isinstance(entry, str) else
             entry.get("before", "") + entry["repeat"] * entry["times"] + entry.get("after", ""))
            for kind, entries in content.items() for entry in entries]


STRINGS = read_strings()
SHORT = [text for kind, text in STRINGS if len(text) <= LONGEST_QUESTION]


@pytest.fixture
def no_errors(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """The log of the test must hold no error."""
    with caplog.at_level(logging.WARNING):
        yield
    errors = [record.getMessage() for record in caplog.records if record.levelno >= logging.ERROR]
    assert not errors, errors[:10]


@pytest.fixture(scope="module")
def assistant(request: pytest.FixtureRequest) -> Assistant:
    """The shipped assistant as `farmasvar` makes it: its encoder may be used from several threads."""
    folder = request.config.cache.mkdir("farmasvar")
    shipped_assistant(folder)
    return make_assistant(Settings.model_construct(data_dir=folder, embedding_model=None, country=None))


async def put(stage: Stage, contents: list[dict[str, Any]], *, at_once: int = AT_ONCE) -> list[list[str]]:
    """The replies to each message, sent in a chat of its own."""
    async with stage.bot():
        for start in range(0, len(contents), at_once):
            chats = range(FIRST_CHAT + start, FIRST_CHAT + min(start + at_once, len(contents)))
            for chat in chats:
                private(stage.fake, chat).send(**contents[chat - FIRST_CHAT])
            await stage.fake.until(lambda chats=chats: all(stage.fake.in_chat(chat) for chat in chats),
                                   10 + LONGEST_ANSWER_S * at_once)
        await stage.fake.confirmed()
    replies = [stage.fake.in_chat(FIRST_CHAT + number) for number in range(len(contents))]
    assert all(utf16_length(message.text) <= LONGEST_UNITS for chat in replies for message in chat)
    return [[message.text for message in chat] for chat in replies]


@pytest.mark.usefixtures("no_errors")
def test_every_text_gets_one_reply_that_repeats_it_whole(tmp_path: Path) -> None:
    async def scene(stage: Stage) -> None:
        replies = await put(stage, [{"text": text} for _, text in STRINGS])
        for (kind, text), said in zip(STRINGS, replies, strict=True):
            answers = sum(one.count("(turn 1,") for one in said)
            if kind == "own_reply":
                assert (len(said), answers) == (1, 0), text[:50]
            elif len(text.strip()) > LONGEST_QUESTION and assess(text) is not None:
                assert answers == 1, text[:50]
            elif len(text.strip()) > LONGEST_QUESTION:
                assert len(said) == 1 and "4000 characters" in said[0], text[:50]
            elif not any(letter.isprintable() and not letter.isspace() for letter in text):
                assert len(said) == 1, text
            else:
                assert answers <= 1 and len(said) <= 2 + utf16_length(text) // LONGEST_QUESTION, text
                helped = said[0].startswith(("Write a medicines question", "I can only"))
                assert answers == 1 or helped or "text" in said[0], (text, said)

    play(tmp_path, scene)


@pytest.mark.usefixtures("no_errors")
def test_the_shipped_assistant_has_one_fitting_reply_to_each(assistant: Assistant, tmp_path: Path) -> None:
    async def scene(stage: Stage) -> None:
        stage.responder = Shipped(assistant)
        replies = await put(stage, [{"text": text} for _, text in STRINGS], at_once=8)
        for (_, text), said in zip(STRINGS, replies, strict=True):
            assert said and not any("Something went wrong" in one for one in said), text[:50]
            assert len(set(said)) == len(said), text[:50]
            assert len(said) <= 3, (text[:50], said)

    play(tmp_path, scene)


@pytest.mark.parametrize("attached", [
    {"photo": [{"file_id": "f", "file_unique_id": "u", "width": 1, "height": 1}]},
    {"document": {"file_id": "f", "file_unique_id": "u", "file_name": "<b>/start.pdf"}},
    {"voice": {"file_id": "f", "file_unique_id": "u", "duration": 3}},
    {"video": {"file_id": "f", "file_unique_id": "u", "width": 1, "height": 1, "duration": 1}},
], ids=lambda attached: next(iter(attached)))
@pytest.mark.usefixtures("no_errors")
def test_as_a_caption_each_text_gets_one_reply_too(attached: dict[str, Any], tmp_path: Path) -> None:
    async def scene(stage: Stage) -> None:
        replies = await put(stage, [{**attached, "caption": text} for text in SHORT[:60]])
        assert all(1 <= len(said) <= 2 for said in replies)

    play(tmp_path, scene)


@pytest.mark.usefixtures("no_errors")
def test_in_a_group_nobody_hears_the_bot_unless_it_is_named(tmp_path: Path) -> None:
    async def scene(stage: Stage) -> None:
        person = member(stage.fake, 7)
        unnamed = [text for kind, text in STRINGS
                   if kind != "own_reply" and "@farmasvar_bot" not in text and len(text) <= LONGEST_QUESTION]
        async with stage.bot():
            for text in unnamed:
                person.say(text)
            person.say("/help@farmasvar_bot")
            [reply] = await stage.fake.messages(-100500, 1)
            await stage.fake.confirmed()
        assert len(stage.fake.sent) == 1, Counter(message.text[:60] for message in stage.fake.sent)
        assert "(turn" not in reply.text

    play(tmp_path, scene)


@pytest.mark.usefixtures("no_errors")
def test_a_command_inside_a_quotation_is_not_obeyed(tmp_path: Path) -> None:
    async def scene(stage: Stage) -> None:
        quoted = [text for kind, text in STRINGS if kind == "quoted_commands"]
        replies = await put(stage, [{"text": text} for text in quoted] + [
            {"text": "/new", "entities": [{"type": "blockquote", "offset": 0, "length": 4}]}])
        assert all("(turn 1," in said[0] for said in replies), replies

    play(tmp_path, scene)


@pytest.mark.parametrize("kind", ["long", "almost_too_long", "emoji"])
def test_a_long_text_is_redacted_and_gets_an_answer(kind: str, assistant: Assistant) -> None:
    for text in [text for this, text in STRINGS if this == kind]:
        redact(text)
        if len(text) <= LONGEST_QUESTION:
            answer, _ = assistant.reply(Enquiry(text=text), Conversation())
            assert answer.text


WILD = st.text(st.one_of(st.characters(), st.sampled_from("<>&\"'/@[](){}$%\\\u202e\u200b\u200d\x00💊ø\n")),
               max_size=300)


@settings(max_examples=60)
@given(st.lists(WILD, max_size=6))
def test_whatever_is_written_the_assistant_answers_in_sound_html(assistant: Assistant, texts: list[str]) -> None:
    conversation = Conversation()
    for text in texts:
        answer, conversation = assistant.reply(Enquiry(text=text, language_hint="nb"), conversation)
        messages = split_pieces(answer_pieces(answer.blocks))
        assert messages
        for spans in messages:
            shown, _ = parse_html(html(spans))
            assert utf16_length(plain(spans)) <= LONGEST_UNITS
            assert shown.strip()


@settings(max_examples=5)
@given(st.lists(WILD.map(lambda text: text.encode("utf-8", "replace").decode()), min_size=20, max_size=20))
def test_whatever_is_written_every_chat_gets_a_reply(tmp_path_factory: pytest.TempPathFactory,
                                                     texts: list[str]) -> None:
    async def scene(stage: Stage) -> None:
        replies = await put(stage, [{"text": f"x{text}"} for text in texts])
        assert all(len(said) == 1 and "(turn 1," in said[0] for said in replies)

    play(tmp_path_factory.mktemp("wild"), scene)
