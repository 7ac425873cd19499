"""The real assistant over the shipped library, one for the whole session."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from bot.answering.answer import Answer, Enquiry
from bot.answering.messages import messages_in
from bot.dialogue.assistant import Assistant
from bot.dialogue.state import Conversation
from bot.reading.reader import Reader
from bot.reading.understanding import Understood, understand
from knowledge.evidence.library import Library
from knowledge.languages import LANGUAGES, Language, load_language
from knowledge.terminology.analytes import load_analytes
from knowledge.terminology.linking import Recogniser
from knowledge.terminology.substance_names import load_substances
from tests.bot.shipped_assistant import shipped_assistant

Ask = Callable[..., Answer]
Read = Callable[..., Understood]


@pytest.fixture(scope="session")
def assistant(request: pytest.FixtureRequest) -> Iterator[Assistant]:
    cache: pytest.Cache = request.config.cache
    yield shipped_assistant(cache.mkdir("farmasvar"))


@pytest.fixture(scope="session")
def ask(assistant: Assistant) -> Ask:
    """Ask one question in a conversation of its own."""
    remembered: dict[tuple[str, str | None, str | None], Answer] = {}

    def asked(text: str, country: str | None = None, language: str | None = None) -> Answer:
        key = (text, country, language)
        if key not in remembered:
            enquiry = Enquiry(text=text, country=country, language=language)
            remembered[key] = assistant.reply(enquiry, Conversation())[0]
        return remembered[key]

    return asked


@pytest.fixture(scope="session")
def read(shipped: Library) -> Read:
    """Read one message, in the light of a conversation or of none."""
    recogniser = Recogniser(shipped.terminology, load_substances(), shipped.concepts)

    reader = Reader(recogniser, load_analytes())

    def reading(tag: str, text: str, conversation: Conversation | None = None) -> Understood:
        return understand(text, load_language(tag), conversation or Conversation(), shipped, recogniser, reader)

    return reading


@pytest.fixture(params=LANGUAGES)
def language(request: pytest.FixtureRequest) -> Language:
    return load_language(request.param)


@pytest.fixture
def messages(language: Language):
    return messages_in(language.tag)
