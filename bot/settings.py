"""Settings: environment variables (`FARMASVAR_...`), a `.env` file, or `farmasvar.toml`, validated once at start."""

from __future__ import annotations

from pathlib import Path

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
    language: str | None = Field(default=None, description="Answer always in this language; unset: in the asker's.")
    country: str | None = Field(default=None, description="Country whose emergency and information services are shown.")
    embedding_model: str | None = Field(
        default=None, description="Another sentence-transformers model (name or folder) instead of the packaged one."
    )
    telegram_token: SecretStr | None = Field(default=None, description="Token of the Telegram bot, from BotFather.")
    telegram_allowed_chats: frozenset[int] = Field(
        default=frozenset(), description="Chat numbers that may use the bot, as a JSON list; empty: every chat."
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
