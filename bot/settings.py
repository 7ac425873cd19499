"""Settings: environment variables (`FARMASVAR_...`), a `.env` file, or `farmasvar.toml`, validated once at start."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from pydantic import Field, SecretStr, ValidationError
from pydantic_settings import (
    BaseSettings,
    PydanticBaseSettingsSource,
    SettingsConfigDict,
    TomlConfigSettingsSource,
)

from knowledge.errors import SettingsError


def default_data_dir() -> Path:
    """Where index and chat database lie unless a setting says otherwise."""
    return Path.home() / ".local" / "share" / "farmasvar"


class Settings(BaseSettings):
    """Every setting, with what it does. The README's table is checked against these descriptions."""

    model_config = SettingsConfigDict(
        env_prefix="FARMASVAR_", env_file=".env", toml_file="farmasvar.toml", frozen=True, extra="ignore"
    )

    data_dir: Path = Field(
        default_factory=default_data_dir, description="Folder of the search index and the chat database."
    )
    retention_days: int = Field(
        default=7,
        ge=1,
        le=365,
        description="Days after which answers, conversations and the words of closed reports are forgotten.",
    )
    language: str | None = Field(default=None, description="Answer always in this language; unset: in the asker's.")
    country: str | None = Field(default=None, description="Country whose emergency and information services are shown.")
    embedding_model: str | None = Field(
        default=None, description="Another sentence-transformers model (name or folder) instead of the packaged one."
    )
    telegram_token: SecretStr | None = Field(default=None, description="Token of the Telegram bot, from BotFather.")
    telegram_allowed_chats: frozenset[int] = Field(
        default=frozenset(),
        description="Numbers of people and chats that may use the bot, as a JSON list; empty: everybody.",
    )
    telegram_members_only: bool = Field(
        default=False, description="`true`: only people and chats that were invited or granted access may use the bot."
    )
    telegram_administrators: frozenset[int] = Field(
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
    telegram_base_url: str = Field(
        default="https://api.telegram.org", description="Address of the Bot API, for a server of your own."
    )
    telegram_webhook_url: str | None = Field(
        default=None, description="Public https address for updates; unset: long polling."
    )
    telegram_webhook_listen: str = Field(default="127.0.0.1", description="Local address the webhook listens on.")
    telegram_webhook_port: int = Field(default=8443, description="Local port the webhook listens on.")
    telegram_webhook_secret: SecretStr | None = Field(
        default=None, description="Secret that Telegram sends with each webhook update."
    )
    http_listen: str = Field(default="127.0.0.1", description="Local address the HTTP API listens on.")
    http_port: int = Field(default=8480, ge=0, le=65535, description="Local port the HTTP API listens on.")
    http_tokens: tuple[SecretStr, ...] = Field(
        default=(), description="Tokens of the HTTP API: a JSON list of `clinic:secret`; the clinic sends the secret."
    )
    http_requests_per_minute: int = Field(
        default=120, ge=1, description="Requests a minute from one clinic; urgent ones are answered beyond it."
    )
    monitoring_listen: str = Field(
        default="127.0.0.1", description="Local address `/health` and `/metrics` listen on, beside every channel."
    )
    monitoring_port: int | None = Field(
        default=None, ge=0, le=65535, description="Local port of `/health` and `/metrics`; unset: neither is there."
    )
    log_form: Literal["plain", "json"] = Field(
        default="plain", description="`plain` lines for a person, or `json`: one object a line."
    )
    log_level: str = Field(
        default="WARNING", description="DEBUG, INFO, WARNING or ERROR; message texts are never logged."
    )

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """Environment before `.env` before `farmasvar.toml`."""
        return init_settings, env_settings, dotenv_settings, TomlConfigSettingsSource(settings_cls)

    @property
    def index_path(self) -> Path:
        """The search index file."""
        return self.data_dir / "index.sqlite"

    @property
    def database_path(self) -> Path:
        """The file of everything that is kept of users."""
        return self.data_dir / "farmasvar.sqlite"


def load_settings() -> Settings:
    """The settings, or a `SettingsError` that names the first wrong one."""
    try:
        return Settings()
    except ValidationError as error:
        fault = error.errors()[0]
        name = ".".join(str(part) for part in fault["loc"])
        raise SettingsError(
            f"setting FARMASVAR_{name.upper()}: {fault['msg']}; see the settings table in the README"
        ) from error
