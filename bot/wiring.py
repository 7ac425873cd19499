"""Putting the assistant together: library, index, search and services, from the settings."""

from __future__ import annotations

import gc
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from pydantic import ValidationError

from bot.assistant import Assistant
from bot.messages import messages_in
from bot.settings import Settings
from knowledge.errors import OlderIndexError, SettingsError
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
from retrieval.search import HybridSearch

if TYPE_CHECKING:
    from bot.channels.telegram import TelegramSettings

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
    label = messages_in("en").format("building-index")
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
            database=settings.data_dir / "telegram.sqlite",
            allowed_chats=settings.telegram_allowed_chats,
            webhook_url=settings.telegram_webhook_url,
            webhook_listen=settings.telegram_webhook_listen,
            webhook_port=settings.telegram_webhook_port,
            webhook_secret=settings.telegram_webhook_secret,
        )
    except ValidationError as error:
        raise SettingsError(f"Telegram settings: {error.errors()[0]['msg'].removeprefix('Value error, ')}") from error


def make_recogniser(library: Library) -> Recogniser:
    """The recogniser of the library's concepts; words of its own sentences are nobody's misspelling."""
    sentences = (text for _, claim in library.claims.values() for text in claim.statement.values())
    questions = (text for _, claim in library.claims.values() for group in claim.questions.values() for text in group)
    vocabulary = {word for text in (*sentences, *questions) for word in words(text)}
    return Recogniser(library.terminology, load_substances(), library.concepts, vocabulary)


def make_assistant(settings: Settings) -> Assistant:
    """An assistant over the library that ships with Farmasvar."""
    gc.disable()  # nothing that is loaded here is garbage, and looking for some takes a tenth of the start
    library = load_library()
    encoder = question_encoder(settings)
    recogniser = make_recogniser(library)
    search = HybridSearch(library, opened_index(settings.index_path, library, encoder), encoder)
    assistant = Assistant(
        library, load_languages(), load_services(), recogniser, search, country=settings.country, encoder=encoder
    )
    gc.freeze()
    gc.enable()
    return assistant
