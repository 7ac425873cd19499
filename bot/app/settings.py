"""Settings: environment variables (`FARMASVAR_...`), a `.env` file, or `farmasvar.toml`, validated once at start."""

from __future__ import annotations

import os
import re
import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Annotated, Any, Literal
from urllib.parse import urlsplit

from pydantic import (
    AfterValidator,
    BeforeValidator,
    ConfigDict,
    Field,
    SecretStr,
    ValidationError,
    ValidationInfo,
    field_validator,
)
from pydantic_core import ErrorDetails

from bot.app.settings_sources import Given, as_list, as_table, read_sources, shown
from bot.desk.store.places import Place, Server
from knowledge.directory.countries import country_code
from knowledge.errors import SettingsError
from knowledge.evidence.library import CARDS_FOLDER
from knowledge.evidence.models import Frozen
from knowledge.languages import LANGUAGES


def default_data_dir() -> Path:
    """Where index and chat database lie unless a setting says otherwise."""
    try:
        return Path.home() / ".local" / "share" / "farmasvar"
    except RuntimeError as error:
        raise SettingsError(f"{shown('data_dir')}: whoever runs this has no home; name a folder that can be written "
                            "to") from error


def _with_home(path: Path) -> Path:
    try:
        return path.expanduser()
    except RuntimeError as error:
        raise ValueError("names the home of somebody who has none here; write the path in full") from error


def _web_address(address: str) -> str:
    parts = urlsplit(address)
    if parts.scheme not in ("http", "https") or not parts.hostname or address.split() != [address]:
        raise ValueError("is no address; give one such as https://farmasvar.example.org")
    return address


def _framing_site(site: str) -> str:
    if not re.fullmatch(r"https://(?:\*\.)?[a-z0-9-]+(?:\.[a-z0-9-]+)*(?::\d+)?", site):
        raise ValueError(f"`{site}` is no site that may frame; give one such as https://intranet.example.org, "
                         "or https://*.example.org for all below it")
    return site


def _spoken(language: str) -> str:
    if language not in LANGUAGES:
        raise ValueError(f"`{language}` is not spoken here; give one of {', '.join(LANGUAGES)}")
    return language


def _folder(path: Path) -> Path:
    if not path.is_dir():
        raise ValueError(f"there is no folder {path}; correct the path, or make the folder")
    return path


def _server_address(address: SecretStr) -> SecretStr:
    """One that PostgreSQL's own programs would take; it is not repeated, since it holds a password."""
    written = address.get_secret_value()
    if not written.startswith(("postgresql://", "postgres://")) or written.split() != [written]:
        raise ValueError("is no address of a PostgreSQL database; give postgresql://user:password@host/name")
    from psycopg import Error, conninfo  # a driver that only servers need

    try:
        named = conninfo.conninfo_to_dict(written)
    except Error as error:
        raise ValueError("is no address that PostgreSQL takes; give postgresql://user:password@host/name, signs such "
                         "as @ or / in a password written as %40 or %2F") from error
    if not named.get("dbname"):
        raise ValueError("names no database; give postgresql://user:password@host/name")
    return address


def _upper(value: Any) -> Any:
    return value.upper() if isinstance(value, str) else value


FolderUse = Literal["untried", "read", "write"]
Listed = BeforeValidator(as_list)
Home = AfterValidator(_with_home)
WebAddress = Annotated[str, AfterValidator(_web_address)]
FramingSite = Annotated[str, AfterValidator(_framing_site)]
Port = Annotated[int, Field(ge=1, le=65535)]
PortOrAny = Annotated[int, Field(ge=0, le=65535)]


class Settings(Frozen):
    """Every setting, with what it does. The README's table is checked against these descriptions."""

    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True)

    data_dir: Annotated[Path, Home] = Field(
        default_factory=default_data_dir, description="Folder of the search index and the chat database."
    )
    database: Annotated[SecretStr, AfterValidator(_server_address)] | None = Field(
        default=None,
        description="Address of a PostgreSQL database, `postgresql://user:password@host/name`; unset: a file.",
    )
    library: Annotated[tuple[Annotated[Path, Home, AfterValidator(_folder)], ...], Listed] = Field(
        default=(),
        description="Folders of cards and documents that answer beside the shipped library, as a JSON list.",
    )
    shipped_library: bool = Field(
        default=True, description="`false`: only the folders of `FARMASVAR_LIBRARY` answer."
    )
    switched_off: Annotated[frozenset[str], Listed] = Field(
        default=frozenset(),
        description="What does not answer, as a JSON list: card ids, kinds (`consumer_article`), publishers.",
    )
    drafts: bool = Field(
        default=False,
        description="`true`: draft cards answer too; each of their sentences says that it is not checked yet.",
    )
    review_people: int = Field(
        default=1, ge=1, le=5, description="How many different people must approve a draft card before it answers."
    )
    review_own: bool = Field(
        default=True, description="`false`: nobody approves alone what they drafted or corrected themselves."
    )
    review_months: int = Field(
        default=24, ge=1, le=120, description="Months after which an approved card is due to be compared again."
    )
    retention_days: int = Field(
        default=7,
        ge=1,
        le=365,
        description="Days after which answers, conversations and the words of closed reports are forgotten.",
    )
    language: Annotated[str, AfterValidator(_spoken)] | None = Field(
        default=None, description="Answer always in this language; unset: in the asker's."
    )
    country: Annotated[str, AfterValidator(country_code)] | None = Field(
        default=None, description="Country whose emergency and information services are shown."
    )
    embedding_model: str | None = Field(
        default=None, description="Another sentence-transformers model (name or folder) instead of the packaged one."
    )
    telegram_token: SecretStr | None = Field(default=None, description="Token of the Telegram bot, from BotFather.")
    telegram_allowed_chats: Annotated[frozenset[int], Listed] = Field(
        default=frozenset(),
        description="Numbers of people and chats that may use the bot, as a JSON list; empty: everybody.",
    )
    telegram_members_only: bool = Field(
        default=False, description="`true`: only people and chats that were invited or granted access may use the bot."
    )
    telegram_administrators: Annotated[frozenset[int], Listed] = Field(
        default=frozenset(), description="Numbers of the people who administer the bot from the start, as a JSON list."
    )
    telegram_reviewers_chat: int | None = Field(
        default=None, description="Chat that reports go to, until `/reviewers here` names another."
    )
    telegram_messages_per_minute: int = Field(
        default=20, ge=1, description="Messages a minute from one person; urgent ones are answered beyond it."
    )
    telegram_chat_messages_per_minute: int = Field(
        default=60, ge=1, description="Messages a minute from one chat; urgent ones are answered beyond it."
    )
    telegram_base_url: WebAddress = Field(
        default="https://api.telegram.org", description="Address of the Bot API, for a server of your own."
    )
    telegram_webhook_url: WebAddress | None = Field(
        default=None, description="Public https address for updates; unset: long polling."
    )
    telegram_webhook_listen: str = Field(default="127.0.0.1", description="Local address the webhook listens on.")
    telegram_webhook_port: Port = Field(default=8443, description="Local port the webhook listens on.")
    telegram_webhook_secret: SecretStr | None = Field(
        default=None, description="Secret that Telegram sends with each webhook update."
    )
    http_listen: str = Field(default="127.0.0.1", description="Local address the HTTP API listens on.")
    http_port: PortOrAny = Field(default=8480, description="Local port the HTTP API listens on.")
    http_tokens: Annotated[tuple[SecretStr, ...], Listed] = Field(
        default=(),
        description="First tokens of the HTTP API: a JSON list of `clinic:secret`; `farmasvar tokens` keeps more.",
    )
    http_requests_per_minute: int = Field(
        default=120, ge=1, description="Requests a minute from one clinic; urgent ones are answered beyond it."
    )
    matrix_homeserver: WebAddress | None = Field(
        default=None, description="Address of the Matrix homeserver, such as `https://matrix.example.org`."
    )
    matrix_user: str | None = Field(
        default=None, description="The bot's Matrix user, such as `@farmasvar:example.org`."
    )
    matrix_password: SecretStr | None = Field(default=None, description="Password of that user.")
    matrix_token: SecretStr | None = Field(default=None, description="An access token of that user, in place of it.")
    matrix_recovery_key: SecretStr | None = Field(
        default=None, description="Recovery key of that user: its device is trusted, and lost keys are found again."
    )
    teams_app: str | None = Field(
        default=None, description="Application identifier of the bot's registration with Microsoft."
    )
    teams_secret: SecretStr | None = Field(default=None, description="Client secret of that registration.")
    teams_tenant: str | None = Field(
        default=None, description="Identifier of the organisation (tenant) that the bot is registered in and serves."
    )
    teams_address: WebAddress | None = Field(
        default=None, description="Public https address of the Teams bot, such as `https://farmasvar.example.org`."
    )
    teams_listen: str = Field(default="127.0.0.1", description="Local address the Teams bot listens on.")
    teams_port: PortOrAny = Field(default=3978, description="Local port the Teams bot listens on.")
    teams_cloud: Literal["public", "usgov", "usgovdod", "china"] = Field(
        default="public", description="Microsoft's cloud that it is in: `public`, `usgov`, `usgovdod` or `china`."
    )
    chats_allowed: Annotated[frozenset[str], Listed] = Field(
        default=frozenset(),
        description="People and chats that may use the bot on other channels, as a JSON list; empty: everybody.",
    )
    chats_members_only: bool = Field(
        default=False, description="`true`: on other channels only people and chats that were let in may use the bot."
    )
    chats_messages_per_minute: int = Field(
        default=20, ge=1, description="There: messages a minute from one person; urgent ones are answered beyond it."
    )
    channel_settings: Annotated[dict[str, str], BeforeValidator(as_table)] = Field(
        default={}, description="Settings of a channel that another package brings, as a JSON object of texts."
    )
    web_listen: str = Field(default="127.0.0.1", description="Local address the pages listen on.")
    web_port: PortOrAny = Field(default=8490, description="Local port the pages listen on.")
    web_address: WebAddress | None = Field(
        default=None, description="Public address of the pages, such as `https://farmasvar.example.org`, for links."
    )
    web_session_days: int = Field(
        default=30, ge=1, description="Days after which whoever does not use the pages is signed out."
    )
    web_session_most_days: int = Field(
        default=180, ge=1, description="Days after which everybody is, however much they use them."
    )
    web_frames: Annotated[tuple[FramingSite, ...], Listed] = Field(
        default=(),
        description="Sites that may show the pages in a frame, such as `https://*.cloud.microsoft` (Teams), as a JSON "
        "list.",
    )
    web_provider: WebAddress | None = Field(
        default=None, description="Address (issuer) of the OpenID Connect provider that people may sign in with."
    )
    web_provider_client: str | None = Field(default=None, description="What that provider knows the pages by.")
    web_provider_secret: SecretStr | None = Field(
        default=None, description="Secret of the pages at that provider; unset: it asks for none."
    )
    web_provider_name: str | None = Field(
        default=None, description="What people call that provider; unset: its host."
    )
    web_provider_newcomers: bool = Field(
        default=False, description="`true`: whoever the provider signs in may ask; else people with a link alone."
    )
    monitoring_listen: str = Field(
        default="127.0.0.1", description="Local address `/health` and `/metrics` listen on, beside every channel."
    )
    monitoring_port: PortOrAny | None = Field(
        default=None, description="Local port of `/health` and `/metrics`; unset: neither is there."
    )
    traces_endpoint: WebAddress | None = Field(
        default=None, description="Address of a collector of OpenTelemetry that spans are sent to; unset: none are."
    )
    log_form: Literal["plain", "json"] = Field(
        default="plain", description="`plain` lines for a person, or `json`: one object a line."
    )
    log_level: Annotated[Literal["DEBUG", "INFO", "WARNING", "ERROR"], BeforeValidator(_upper)] = Field(
        default="WARNING", description="DEBUG, INFO, WARNING or ERROR; message texts are never logged."
    )

    @field_validator("*", mode="before")
    @classmethod
    def _no_truth_in_place_of_a_number(cls, value: Any, field: ValidationInfo) -> Any:
        """Python takes `true` for 1."""
        values = value if isinstance(value, list) else [value]
        wants_truth = cls.model_fields[field.field_name or ""].annotation is bool
        if not wants_truth and any(isinstance(one, bool) for one in values):
            raise ValueError("takes neither true nor false; write what is meant")
        return value

    @property
    def library_folders(self) -> tuple[Path, ...]:
        """Every folder whose cards answer."""
        return (*((CARDS_FOLDER,) if self.shipped_library else ()), *self.library)

    @property
    def index_path(self) -> Path:
        """The search index file."""
        return self.data_dir / "index.sqlite"

    @property
    def store(self) -> Place:
        """Where everything is that is kept of users."""
        if self.database is None:
            return self.database_path
        return Server(address=self.database, folder=self.data_dir)

    @property
    def database_path(self) -> Path:
        """The file of everything that is kept of users, where no server keeps it."""
        return self.data_dir / "farmasvar.sqlite"


def load_settings(
    *checks: Callable[[Settings], object],
    environment: Mapping[str, str] | None = None,
    folder: Path | None = None,
    data_folder: FolderUse = "untried",
) -> Settings:
    """The settings, or a `SettingsError` with one line for each fault: the setting, what is wrong, the cure.

    `checks` are what is to be made of the settings, such as those of a channel: their `SettingsError` is told along
    with the rest. `data_folder` is what the command does with it; for `read` it must be one that can be written to or
    one that holds an index.
    """
    values, faults = read_sources(
        Settings.model_fields, os.environ if environment is None else environment, folder or Path.cwd()
    )
    settings, wrong = _validated(values)
    faults += wrong.values()
    if "data_dir" not in wrong and data_folder != "untried":
        faults += _folder_faults(settings, values.get("data_dir"), data_folder)
    if not settings.library_folders:
        faults.append(f"{shown('shipped_library')} is false and {shown('library')} names no folder; give one of them")
    for check in checks:
        try:
            check(settings)
        except SettingsError as error:
            faults += [line for line in str(error).splitlines() if not any(shown(name) in line for name in wrong)]
    if faults:
        raise SettingsError("\n".join(faults))
    return settings


def _validated(values: dict[str, Given]) -> tuple[Settings, dict[str, str]]:
    """The settings as far as they are right, and the fault of each that is not."""
    # Nothing is no value, of a text no more than of a number: an address to listen on would be every one.
    wrong = {name: f"{shown(name)} ({given.where}): is empty; give it a value, or take it out"
             for name, given in values.items() if isinstance(given.value, str) and not given.value.strip()}
    try:
        return Settings(**{name: given.value for name, given in values.items() if name not in wrong}), wrong
    except ValidationError as error:
        for fault in error.errors(include_input=False):
            name = str(fault["loc"][0])
            given = values[name]
            wrong.setdefault(name, f"{shown(name)} ({given.where}): {_cure(fault)}")
        right = {name: given.value for name, given in values.items() if name not in wrong}
        return Settings(**right), wrong


def _cure(fault: ErrorDetails) -> str:
    """What is wrong with a value and what to give instead; the value is not repeated, for it may be a secret."""
    context = fault.get("ctx", {})
    kinds = {
        "int": "is no whole number; give one",
        "bool": "is neither true nor false; give one of them",
        "literal": f"give {context.get('expected')}",
        "greater": f"is too low; give {context.get('ge')} or more",
        "less": f"is too high; give {context.get('le')} or less",
        "tuple": 'is no JSON list; write ["one", "another"]',
        "dict": 'is no JSON object; write {"name": "value"}',
        "frozen": "is no JSON list; write [1, 2], texts in quotation marks",
        "string": "is no text; put it in quotation marks",
        "path": "is no path; give the path of a folder",
    }
    message = fault["msg"].removeprefix("Value error, ")
    return next((cure for kind, cure in kinds.items() if fault["type"].startswith(kind)), message)


def _folder_faults(settings: Settings, given: Given | None, use: FolderUse) -> list[str]:
    """What keeps the data folder from being used, found by trying; it is made where it is not there."""
    where, folder = f" ({given.where})" if given else "", settings.data_dir
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if use == "read" and os.access(settings.index_path, os.R_OK):
            return []
        with tempfile.TemporaryFile(dir=folder):
            return []
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else str(error)
        cure = "correct its rights, or name a folder that can be written to"
        return [f"{shown('data_dir')}{where}: {folder} cannot be used: {reason}; {cure}"]
