"""Putting the assistant together: library, index, search and services, from the settings."""

from __future__ import annotations

import asyncio
import gc
import logging
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from pydantic import ValidationError

from bot.assistant import Assistant
from bot.messages import FALLBACK_LANGUAGE, messages_in
from bot.settings import Settings
from knowledge.errors import OlderIndexError, SearchIndexError, SettingsError
from knowledge.languages import load_languages
from knowledge.library import Library, load_library
from knowledge.services import load_services
from knowledge.substances import load_substances
from retrieval.analysis import ANALYSER_VERSION, words
from retrieval.embedding import Encoder, PassageEncoder, QuestionEncoder
from retrieval.index import Index, open_index
from retrieval.index_file import Manifest, read_manifest
from retrieval.index_writer import build_index, passages_to_encode
from retrieval.passages import card_sources
from retrieval.recognition import Recogniser
from retrieval.search import HybridSearch, NoSearch, SearchBackend

if TYPE_CHECKING:
    from bot.channels.http import HttpSettings
    from bot.channels.telegram import TelegramSettings
    from bot.monitoring.server import MonitoringSettings

_log = logging.getLogger(__name__)
BULK_FROM = 800
"""Passages from which loading sentence-transformers pays: on two cores it starts in about 6 s, then
takes 6 ms a short passage where the C engine takes 17 (see docs/benchmarks.md)."""


def question_encoder(settings: Settings) -> Encoder:
    """The engine that encodes questions: the packaged model, or the one set."""
    if settings.embedding_model:
        from retrieval.bulk_embedding import SentenceTransformerEncoder  # heavy: imports torch

        return SentenceTransformerEncoder.of_model(settings.embedding_model)
    return QuestionEncoder()


def passage_encoder(encoder: Encoder, texts: int) -> PassageEncoder:
    """The engine that encodes so many passages soonest."""
    if texts < BULK_FROM or not isinstance(encoder, QuestionEncoder):
        return encoder
    from retrieval.bulk_embedding import SentenceTransformerEncoder  # heavy: imports torch

    return SentenceTransformerEncoder.of_packaged_weights()


def rebuild(path: Path, library: Library, encoder: Encoder) -> Manifest:
    """Build the index of the library, with a progress bar on standard error where a person watches."""
    from tqdm import tqdm

    sources = card_sources(library)
    every = sum(len(document.passages) for source in sources for document in source.documents)
    engine = passage_encoder(encoder, passages_to_encode(path, sources, encoder.model))
    label = messages_in(FALLBACK_LANGUAGE).format("building-index")
    with tqdm(total=every, desc=label, unit="", disable=not sys.stderr.isatty(), leave=False) as bar:
        return build_index(path, sources, engine, library.version, bar.update)


def opened_index(path: Path, library: Library, encoder: Encoder) -> Index:
    """The index; built first where there is none yet, and anew where the library has changed.

    A file that is no index, or was built with another model, is left alone and refused.
    """
    if not path.exists() or _is_outdated(path, library, encoder):
        rebuild(path, library, encoder)
    return open_index(path, model=encoder.model, library_version=library.version)


def _is_outdated(path: Path, library: Library, encoder: Encoder) -> bool:
    """Whether the index is of this model, but of another library, or was made by an older Farmasvar."""
    try:
        manifest = read_manifest(path)
    except OlderIndexError:
        return True
    current = manifest.library_version == library.version and manifest.analyser_version == ANALYSER_VERSION
    return manifest.model == encoder.model and not current


def telegram_settings(settings: Settings) -> TelegramSettings:
    """The settings of the Telegram channel; a `SettingsError` where there is no usable token."""
    from bot.channels.telegram import TelegramSettings  # heavy: imports python-telegram-bot

    if settings.telegram_token is None:
        raise SettingsError("no Telegram token; set FARMASVAR_TELEGRAM_TOKEN to the one BotFather gave you")
    try:
        return TelegramSettings(
            token=settings.telegram_token,
            base_url=f"{settings.telegram_base_url.rstrip('/')}/bot",
            database=settings.database_path,
            allowed_chats=settings.telegram_allowed_chats,
            kept_days=settings.retention_days,
            members_only=settings.telegram_members_only,
            administrators=settings.telegram_administrators,
            reviewers_chat=settings.telegram_reviewers_chat,
            messages_per_minute=settings.telegram_messages_per_minute,
            chat_messages_per_minute=settings.telegram_chat_messages_per_minute,
            webhook_url=settings.telegram_webhook_url,
            webhook_listen=settings.telegram_webhook_listen,
            webhook_port=settings.telegram_webhook_port,
            webhook_secret=settings.telegram_webhook_secret,
        )
    except ValidationError as error:
        raise SettingsError(f"Telegram settings: {error.errors()[0]['msg'].removeprefix('Value error, ')}") from error


def telegram_bot_name(settings: Settings) -> str | None:
    """The name of the Telegram bot, without @; None where Telegram does not say."""
    from bot.channels.telegram.introduction import bot_name  # heavy: imports python-telegram-bot

    return asyncio.run(bot_name(telegram_settings(settings)))


def http_settings(settings: Settings) -> HttpSettings:
    """The settings of the HTTP channel; a `SettingsError` where there is no usable token."""
    from bot.channels.http import HttpSettings  # heavy: imports a web server

    try:
        return HttpSettings(
            listen=settings.http_listen,
            port=settings.http_port,
            tokens=settings.http_tokens,
            database=settings.database_path,
            index=settings.index_path,
            language=settings.language,
            requests_per_minute=settings.http_requests_per_minute,
            kept_days=settings.retention_days,
        )
    except ValidationError as error:
        fault = error.errors()[0]["msg"].removeprefix("Value error, ")
        raise SettingsError(f"setting FARMASVAR_HTTP_TOKENS: {fault}; see docs/http-api.md") from error


def monitoring_settings(settings: Settings, assistant: Assistant) -> MonitoringSettings:
    """Where a serving bot is watched; counts what it has loaded."""
    from bot.monitoring import metrics  # heavy for a single question: imports a web server
    from bot.monitoring.server import MonitoringSettings

    try:
        passages = read_manifest(settings.index_path).passages
    except SearchIndexError:
        passages = 0  # the health page says that the index is broken
    metrics.library_loaded(cards=len(assistant.tools.card_versions()), passages=passages)
    return MonitoringSettings(
        listen=settings.monitoring_listen, port=settings.monitoring_port, index=settings.index_path
    )


def make_recogniser(library: Library) -> Recogniser:
    """The recogniser of the library's concepts; words of its own sentences are nobody's misspelling."""
    sentences = (text for _, claim in library.claims.values() for text in claim.statement.values())
    questions = (text for _, claim in library.claims.values() for group in claim.questions.values() for text in group)
    vocabulary = {word for text in (*sentences, *questions) for word in words(text)}
    return Recogniser(library.terminology, load_substances(), library.concepts, vocabulary)


def make_assistant(settings: Settings) -> Assistant:
    """An assistant over the library that ships with Farmasvar."""

    def hybrid(library: Library, encoder: Encoder) -> SearchBackend:
        return HybridSearch(library, opened_index(settings.index_path, library, encoder), encoder)

    return _assembled(settings, hybrid)


def serving_assistant(settings: Settings) -> Assistant:
    """The assistant of a channel that is kept running: warmed up, and at its post without an index as well.

    Whoever writes that somebody is in danger needs numbers to call and no search; other questions are told that
    something is broken, and the health page and the log say what.
    """
    try:
        assistant = make_assistant(settings)
    except SearchIndexError as fault:
        _log.error("no question can be searched for, only danger is answered: %s", fault)
        broken = NoSearch(fault)
        return _assembled(settings, lambda library, encoder: broken)
    assistant.warm_up()
    return assistant


def _assembled(settings: Settings, make_search: Callable[[Library, Encoder], SearchBackend]) -> Assistant:
    gc.disable()  # nothing that is loaded here is garbage, and looking for some takes a tenth of the start
    library = load_library()
    encoder = question_encoder(settings)
    recogniser = make_recogniser(library)
    search = make_search(library, encoder)
    assistant = Assistant(
        library, load_languages(), load_services(), recogniser, search, country=settings.country, encoder=encoder
    )
    gc.freeze()
    gc.enable()
    return assistant
