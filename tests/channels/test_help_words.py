"""What the help tells people to say is understood."""

from __future__ import annotations

import re

import pytest

from bot.answering.answer import Enquiry
from bot.answering.covers import example_question
from bot.answering.messages import messages_in
from bot.dialogue.assistant import Assistant
from bot.dialogue.state import Conversation
from knowledge.languages import LANGUAGES
from tests.bot.shipped_assistant import shipped_assistant

_QUOTED = re.compile("[“”„‘«»]([^“”„‘’«»]+)[“”’«»]")


@pytest.fixture(scope="module")
def assistant(request: pytest.FixtureRequest) -> Assistant:
    cache = request.config.cache
    assert cache is not None
    return shipped_assistant(cache.mkdir("farmasvar"))


@pytest.mark.parametrize("tag", LANGUAGES)
def test_every_word_that_the_help_quotes_does_what_it_says(tag: str, assistant: Assistant) -> None:
    messages = messages_in(tag)
    more, *wishes = _QUOTED.findall(messages.format("talk-help", sign="!"))
    assert more in messages.format("chat-more-words").split(", ")
    asked = Enquiry(text=example_question(assistant.library, messages), language=tag)
    _, conversation = assistant.reply(asked, Conversation())
    answers = [assistant.reply(Enquiry(text=wish), conversation)[0] for wish in wishes]
    assert [answer.wish for answer in answers] == ["figure", "draft", "not_helpful"]
