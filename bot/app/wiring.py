"""Putting the assistant together: library, index, search and services, from the settings."""

from __future__ import annotations

import asyncio
import gc
import logging
import sys
import time
from collections.abc import Callable
from contextlib import closing
from functools import partial
from importlib.metadata import version
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any

from pydantic import ValidationError

from bot.answering.messages import FALLBACK_LANGUAGE, messages_in
from bot.app.index_place import index_place
from bot.app.late_search import LateSearch, Searches
from bot.app.library import review_policy
from bot.app.prepared import prepared
from bot.app.reader import Reader
from bot.app.settings import Settings
from bot.app.settings_sources import shown
from bot.dialogue.assistant import Assistant
from bot.reading.intent import load_intent_model
from bot.reading.language import Detector
from knowledge.directory.services import load_services
from knowledge.errors import ChannelError, DamagedIndexError, OlderIndexError, SearchIndexError, SettingsError
from knowledge.evidence.library import Library
from knowledge.languages import load_languages
from knowledge.languages.analysis import ANALYSER_VERSION
from knowledge.terminology.analytes import load_analytes
from knowledge.terminology.linking import Recogniser
from retrieval.document_names import names_of
from retrieval.document_passages import document_sources
from retrieval.embedding import Encoder, PassageEncoder, QuestionEncoder
from retrieval.index import Index
from retrieval.index_tables import IndexPlace, Manifest
from retrieval.passages import card_sources
from retrieval.quotations import DocumentSearch
from retrieval.search import HybridSearch, NoSearch
from retrieval.shipped_vectors import ShippedVectors, shipped_vectors

if TYPE_CHECKING:
    from bot.app.monitoring.server import MonitoringSettings
    from bot.channels.http import HttpSettings
    from bot.channels.kit.port import Transport
    from bot.channels.kit.room import DeskSettings
    from bot.channels.matrix.settings import MatrixSettings
    from bot.channels.teams.settings import TeamsSettings
    from bot.channels.telegram import TelegramSettings
    from bot.channels.web import WebSettings
    from bot.channels.web.provider import ProviderSettings

DOCUMENT_NAMES = "document-names.json"
"""File of the data folder that keeps what documents name."""
_log = logging.getLogger(__name__)
BULK_FROM = 800
"""Passages from which loading sentence-transformers pays: on two cores it starts in about 6 s, then
takes 6 ms a short passage where the C engine takes 17 (see docs/benchmarks.md)."""


def question_encoder(settings: Settings) -> Encoder:
    """The engine that encodes questions: the packaged model, or the one set."""
    if settings.embedding_model:
        if not _has_pytorch():
            raise SettingsError("FARMASVAR_EMBEDDING_MODEL: another model needs PyTorch, which is not installed here; "
                                "install the package `torch`, or take the setting out")
        from retrieval.bulk_embedding import SentenceTransformerEncoder  # heavy: imports torch

        return SentenceTransformerEncoder.of_model(settings.embedding_model)
    return QuestionEncoder()


def passage_encoder(encoder: Encoder, texts: int) -> PassageEncoder:
    """The engine that encodes so many passages soonest, of those that are installed."""
    if texts < BULK_FROM or not isinstance(encoder, QuestionEncoder) or not _has_pytorch():
        return encoder
    from retrieval.bulk_embedding import SentenceTransformerEncoder  # heavy: imports torch

    return SentenceTransformerEncoder.of_packaged_weights()


def _has_pytorch() -> bool:
    """Whether the bulk engine can run; a container has only the engine in C."""
    return find_spec("torch") is not None


def rebuild(place: IndexPlace, library: Library, encoder: Encoder, *, trusted: bool = False) -> Manifest:
    """Build the index of the library, with a progress bar on standard error where a person watches.

    `trusted`: what stands there is not looked through for damage first, which takes as long as reading it.
    """
    from tqdm import tqdm

    sources = [*card_sources(library), *document_sources(library.documents.values())]
    work = place.work_on(sources, encoder.model)
    table = shipped_vectors()
    unknown = len(table.missing(work.written, encoder.model))
    engine = ShippedVectors(table, encoder.model, encoder.dimensions, lambda: passage_encoder(encoder, unknown))
    label = messages_in(FALLBACK_LANGUAGE).format("building-index")
    every, unseen = work.kept + len(work.written), not sys.stderr.isatty()
    with tqdm(total=every, desc=label, unit="", disable=unseen, leave=False) as bar:
        return place.build(sources, engine, library.version, bar.update, trusted=trusted)


def opened_index(place: IndexPlace, library: Library, encoder: Encoder, *, thorough: bool = False) -> Index:
    """The index; built first where there is none yet, and anew where the library has changed or it is damaged.

    `thorough`: look for damage in parts of it that opening does not read. An index that was built with another
    model is left alone and refused.
    """
    if not place.is_there() or _is_outdated(place, library, encoder) or (thorough and not place.is_whole()):
        rebuild(place, library, encoder, trusted=not thorough)
    try:
        return place.open(model=encoder.model, library_version=library.version)
    except DamagedIndexError as fault:
        _log.warning("%s; it is built anew", fault)
        place.remove()
        rebuild(place, library, encoder)
        return place.open(model=encoder.model, library_version=library.version)


def _is_outdated(place: IndexPlace, library: Library, encoder: Encoder) -> bool:
    """Whether the index is of this model, but of another library, or damaged, or was made by an older Farmasvar."""
    try:
        manifest = place.manifest()
    except (OlderIndexError, DamagedIndexError):
        return True
    current = manifest.library_version == library.version and manifest.analyser_version == ANALYSER_VERSION
    return manifest.model == encoder.model and not current


def telegram_settings(settings: Settings) -> TelegramSettings:
    """The settings of the Telegram channel; a `SettingsError` where there is no usable token."""
    from bot.channels.telegram import TelegramSettings  # heavy: imports python-telegram-bot

    if settings.telegram_token is None:
        raise SettingsError("FARMASVAR_TELEGRAM_TOKEN: no Telegram token; set it to the one BotFather gave you")
    try:
        return TelegramSettings(
            token=settings.telegram_token,
            base_url=f"{settings.telegram_base_url.rstrip('/')}/bot",
            database=settings.store,
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
        faults = [(str(fault["loc"][0]), fault["msg"].removeprefix("Value error, ")) for fault in error.errors()]
        raise SettingsError("\n".join(f"{shown(f'telegram_{name}')}: {what}" for name, what in faults)) from error


def telegram_bot_name(settings: Settings) -> str | None:
    """The name of the Telegram bot, without @; None where Telegram does not say."""
    from bot.channels.telegram.introduction import bot_name  # heavy: imports python-telegram-bot

    return asyncio.run(bot_name(telegram_settings(settings)))


def desk_settings(settings: Settings) -> DeskSettings:
    """How people are served on a channel that is little more than a transport."""
    from bot.channels.kit.gate import Rules  # heavy: imports the store
    from bot.channels.kit.room import DeskSettings

    rules = Rules(members_only=settings.chats_members_only, allowed=settings.chats_allowed,
                  messages_per_minute=settings.chats_messages_per_minute)
    return DeskSettings(database=settings.store, rules=rules, language=settings.language,
                        kept_days=settings.retention_days)


def matrix_settings(settings: Settings) -> MatrixSettings:
    """The settings of the Matrix channel; a `SettingsError` where they are not complete."""
    from bot.channels.matrix.settings import MatrixSettings

    if not find_spec("nio"):
        raise SettingsError("Matrix needs a package that is not installed; install it with: pip install "
                            "'farmasvar[matrix]'")
    faults = [f"{shown(name)}: is missing; {cure}" for name, cure in (
        ("matrix_homeserver", "give the address of the homeserver"),
        ("matrix_user", "give the bot's user, such as @farmasvar:example.org")) if not getattr(settings, name)]
    if faults:
        raise SettingsError("\n".join(faults))
    try:
        return MatrixSettings(
            homeserver=settings.matrix_homeserver or "", user=settings.matrix_user or "",
            password=settings.matrix_password, token=settings.matrix_token,
            recovery_key=settings.matrix_recovery_key, folder=settings.data_dir / "matrix",
        )
    except ValidationError as error:
        name = "matrix_user" if error.errors()[0]["loc"] else "matrix_password"
        raise SettingsError(f"{shown(name)}: {_first_fault(error)}") from error


def teams_settings(settings: Settings) -> TeamsSettings:
    """The settings of the Teams channel; a `SettingsError` where they are not complete."""
    from bot.channels.teams.settings import TeamsSettings

    if not (find_spec("microsoft_teams") and find_spec("microsoft_teams.apps")):
        raise SettingsError("Teams needs a package that is not installed; install it with: pip install "
                            "'farmasvar[teams]'")
    faults = [f"{shown(name)}: is missing; {cure}" for name, cure in (
        ("teams_app", "give the application identifier of the bot's registration"),
        ("teams_secret", "give a client secret of that registration"),
        ("teams_tenant", "give the identifier of your organisation"),
        ("teams_address", "give the public https address that Teams posts to")) if not getattr(settings, name)]
    if faults:
        raise SettingsError("\n".join(faults))
    assert settings.teams_secret is not None
    try:
        return TeamsSettings(
            app=settings.teams_app or "", secret=settings.teams_secret, tenant=settings.teams_tenant or "",
            address=settings.teams_address or "", listen=settings.teams_listen, port=settings.teams_port,
            cloud=settings.teams_cloud, folder=settings.data_dir / "teams",
        )
    except ValidationError as error:
        wrong = [(str(fault["loc"][0]), fault["msg"].removeprefix("Value error, ")) for fault in error.errors()]
        raise SettingsError("\n".join(f"{shown(f'teams_{name}')}: {what}" for name, what in wrong)) from error


def serve_channel(settings: Settings, transport: Transport, *, polls: bool = False) -> None:
    """Serve such a channel until told to stop; `polls`: it says whenever it has heard from the chat."""
    from bot.app.monitoring import metrics
    from bot.app.monitoring.health import heard_lately, usual_checks
    from bot.channels.kit.serve import serve
    from bot.safety.deidentify import redact

    assistant = serving_assistant(settings)
    checks = usual_checks(assistant.tools.card_versions, settings.store, index_place(settings).manifest)
    if polls:
        checks[transport.name] = heard_lately(metrics.last_poll, time.time)
    asyncio.run(serve(transport, assistant, lambda text: redact(text).text, desk_settings(settings),
                      monitoring=monitoring_settings(settings, assistant), checks=checks))


def http_settings(settings: Settings) -> HttpSettings:
    """The settings of the HTTP channel; a `SettingsError` where there is no usable token, in the store neither."""
    from bot.channels.http import HttpSettings  # heavy: imports a web server

    try:
        if not settings.http_tokens and not _has_tokens(settings):
            raise SettingsError("no token of the HTTP API; make one with `farmasvar tokens add CLINIC`, or set "
                                "FARMASVAR_HTTP_TOKENS; see docs/http-api.md")
        return HttpSettings(
            listen=settings.http_listen,
            port=settings.http_port,
            **_of_the_api(settings),
        )
    except ValidationError as error:
        raise SettingsError(f"setting FARMASVAR_HTTP_TOKENS: {_first_fault(error)}; see docs/http-api.md") from error


def web_settings(settings: Settings) -> WebSettings:
    """The settings of the pages; a `SettingsError` where a token or the address makes no sense."""
    from bot.channels.web import WebSettings  # heavy: imports a web server
    from bot.desk.store.sessions import DAY_S, Lasting

    try:
        return WebSettings(
            listen=settings.web_listen,
            port=settings.web_port,
            address=settings.web_address.rstrip("/") if settings.web_address else None,
            **_of_the_api(settings),
            folders=settings.library_folders,
            policy=review_policy(settings),
            provider=_provider_settings(settings),
            lasting=Lasting(unused_s=settings.web_session_days * DAY_S,
                            most_s=max(settings.web_session_days, settings.web_session_most_days) * DAY_S),
            frames=_frames(settings),
        )
    except ValidationError as error:
        raise SettingsError(f"setting FARMASVAR_HTTP_TOKENS: {_first_fault(error)}; see docs/http-api.md") from error


def _frames(settings: Settings) -> tuple[str, ...]:
    """The sites that may frame the pages; a `SettingsError` where a browser would keep nobody signed in there."""
    if settings.web_frames and not (settings.web_address or "").startswith("https://"):
        raise SettingsError("setting FARMASVAR_WEB_FRAMES: browsers keep people signed in within a frame over TLS "
                            "only; give FARMASVAR_WEB_ADDRESS, an address that begins with https://")
    return settings.web_frames


def _of_the_api(settings: Settings) -> dict[str, Any]:
    """What the HTTP API and the pages, which are on its application, have in common."""
    return {
        "tokens": settings.http_tokens, "database": settings.store, "index": index_place(settings).manifest,
        "language": settings.language, "requests_per_minute": settings.http_requests_per_minute,
        "kept_days": settings.retention_days,
    }  # fmt: skip


def _first_fault(error: ValidationError) -> str:
    return error.errors()[0]["msg"].removeprefix("Value error, ")


def _provider_settings(settings: Settings) -> ProviderSettings | None:
    """Whom people may sign in with; a `SettingsError` where that is said by half or makes no sense."""
    from bot.channels.web.provider import ProviderSettings  # heavy: imports a web server

    if not settings.web_provider:
        return None
    if not settings.web_provider_client:
        raise SettingsError("setting FARMASVAR_WEB_PROVIDER_CLIENT is missing; the provider gives it where the pages "
                            "are registered; see docs/web.md")
    try:
        return ProviderSettings(issuer=settings.web_provider, client=settings.web_provider_client,
                                secret=settings.web_provider_secret, name=settings.web_provider_name or "",
                                newcomers=settings.web_provider_newcomers)
    except ValidationError as error:
        raise SettingsError(f"setting FARMASVAR_WEB_PROVIDER: `{settings.web_provider}` {_first_fault(error)}"
                            ) from error


def _has_tokens(settings: Settings) -> bool:
    """Whether the store holds a token; a store that cannot be read may hold some."""
    from bot.desk.store.clinics import Clinics  # heavy, and needed by servers alone
    from bot.desk.store.database import open_database

    try:
        with closing(open_database(settings.store)) as connection:
            return bool(Clinics(connection).tokens(now=time.time()))
    except ChannelError:
        return True


def monitoring_settings(settings: Settings, assistant: Assistant) -> MonitoringSettings:
    """Where a serving bot is watched; counts what it has loaded, and has its traces sent."""
    from bot.app.monitoring import metrics  # heavy for a single question: imports a web server
    from bot.app.monitoring.server import MonitoringSettings
    from bot.app.monitoring.traces import send_traces

    send_traces(settings.traces_endpoint)
    try:
        passages = index_place(settings).manifest().passages
    except SearchIndexError:
        passages = 0  # the health page says that the index is broken
    metrics.library_loaded(cards=len(assistant.tools.card_versions()), passages=passages)
    metrics.running(version("farmasvar"), assistant.library.version)
    return MonitoringSettings(
        listen=settings.monitoring_listen, port=settings.monitoring_port, index=index_place(settings).manifest
    )


def make_reader(settings: Settings) -> Reader:
    """What `farmasvar read` reads messages with."""
    ready = prepared(settings)
    detector = Detector(load_languages(), profiles=ready.profiles)
    encoder = question_encoder(settings)
    return Reader(ready.recogniser, detector, load_analytes(), load_intent_model(), encoder, ready.toxic_signs)


def make_assistant(settings: Settings, *, thorough: bool = False) -> Assistant:
    """An assistant over the library of the settings; `thorough` as in `opened_index`."""

    return _assembled(settings, partial(_searches, settings, thorough))


def _searches(settings: Settings, thorough: bool, library: Library, encoder: Encoder, recogniser: Recogniser
              ) -> Searches:
    """Both searches over the index of the settings."""
    index = opened_index(index_place(settings), library, encoder, thorough=thorough)
    search = HybridSearch(library, index, encoder)
    if not library.documents:
        return search, None
    names = names_of(library, recogniser, settings.data_dir / DOCUMENT_NAMES)
    return search, DocumentSearch(library, index, encoder, recogniser, names)


def serving_assistant(settings: Settings) -> Assistant:
    """The assistant of a channel that is kept running: warmed up, and at its post without an index as well.

    Whoever writes that somebody is in danger needs numbers to call and no search; other questions are told that
    something is broken, and the health page and the log say what. An index on a server is tried again while it serves.
    """
    try:
        assistant = make_assistant(settings, thorough=True)
    except SearchIndexError as fault:
        _log.error("no question can be searched for, only danger is answered: %s", fault)
        return _assembled(settings, partial(_broken, settings, fault))
    assistant.warm_up()
    return assistant


def _broken(settings: Settings, fault: SearchIndexError, library: Library, encoder: Encoder, recogniser: Recogniser
            ) -> Searches:
    """What stands in for both searches where the index cannot be opened."""
    if settings.database is None:
        return NoSearch(fault), None
    late = LateSearch(partial(_searches, settings, True, library, encoder, recogniser), fault)
    return late, late if library.documents else None


def _assembled(settings: Settings, make_searches: Callable[[Library, Encoder, Recogniser], Searches]) -> Assistant:
    gc.disable()  # nothing that is loaded here is garbage, and looking for some takes a tenth of the start
    library, recogniser, profiles, toxic_signs = prepared(settings)
    encoder = question_encoder(settings)
    search, quotations = make_searches(library, encoder, recogniser)
    assistant = Assistant(
        library, load_languages(), load_services(), recogniser, search, country=settings.country, encoder=encoder,
        quotations=quotations, detector=Detector(load_languages(), profiles=profiles), toxic_signs=toxic_signs,
    )  # fmt: skip
    gc.freeze()
    gc.enable()
    return assistant
