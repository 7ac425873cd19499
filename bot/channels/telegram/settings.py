"""The settings of the Telegram channel, checked once when they are made."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from pydantic import Field, SecretStr, ValidationInfo, field_validator

from bot.desk.store.places import Place
from bot.desk.store.retention import KEPT_DAYS
from knowledge.evidence.models import Frozen


class TelegramSettings(Frozen):
    """How the bot reaches Telegram, and whom it serves."""

    token: SecretStr
    base_url: str = "https://api.telegram.org/bot"
    """Address of the Bot API; the token is put behind it."""
    database: Place
    """The database with the inbox, the choices of each person and the state of each conversation."""
    allowed_chats: frozenset[int] = frozenset()
    """People and chats that are served; empty: everybody."""
    members_only: bool = False
    """Whether only people and chats on the list of the database are served."""
    administrators: frozenset[int] = frozenset()
    """People who are administrators of the bot whatever the database says."""
    reviewers_chat: int | None = None
    """Where reports go until a chat is named with /reviewers."""
    messages_per_minute: int = Field(default=20, ge=1)
    """Messages a minute from one person."""
    chat_messages_per_minute: int = Field(default=60, ge=1)
    """Messages a minute from one chat."""

    kept_days: int = Field(default=KEPT_DAYS, ge=1)
    """Days for which answers and conversations are kept, and askers told when a card behind an answer changes."""

    poll_timeout_s: int = Field(default=50, ge=0, le=50)
    """How long Telegram may hold an empty poll open."""
    conflict_wait_s: float = Field(default=35, ge=0)
    """Pause after "another program is polling"; Telegram keeps an old session for about 30 s."""
    conflict_limit: int = Field(default=10, ge=1)
    """Conflicts in a row after which the bot gives up."""

    webhook_url: str | None = None
    """Public https address Telegram posts updates to; None: long polling."""
    webhook_listen: str = "127.0.0.1"
    webhook_port: int = Field(default=8443, ge=1, le=65535)
    """Where the bot itself listens, without TLS: a reverse proxy stands between it and the public address."""
    webhook_secret: SecretStr | None = Field(default=None, validate_default=True)
    """What Telegram puts into each request so that nobody else can post updates."""

    answer_threads: int = Field(default=4, ge=1)
    """Answers worked out at the same time."""
    backoff_start_s: float = Field(default=1.0, gt=0)
    """First pause after a failed request; it doubles each time, up to a minute."""
    send_attempts: int = Field(default=60, ge=1)
    """Attempts to deliver one message before it is given up; 60 last nearly an hour."""
    database_patience_s: float = Field(default=600, ge=0)
    """How long the bot goes on while its database cannot be used: messages wait at Telegram, urgent ones do not."""
    grace_s: float = Field(default=10, ge=0)
    """How long questions under way may still be answered after a stop signal."""

    @field_validator("token")
    @classmethod
    def token_is_one_word(cls, token: SecretStr) -> SecretStr:
        """The token goes into an address, so a stray space or an empty value is caught here."""
        if not token.get_secret_value() or token.get_secret_value().split() != [token.get_secret_value()]:
            raise ValueError("the Telegram token is empty or contains spaces; copy it again from @BotFather")
        return token

    @field_validator("webhook_url")
    @classmethod
    def a_webhook_is_public(cls, url: str | None) -> str | None:
        """Telegram posts to https only."""
        if url is not None and urlsplit(url).scheme != "https":
            raise ValueError(f"must begin with https://, not {url!r}")
        return url

    @field_validator("webhook_secret")
    @classmethod
    def a_webhook_has_a_secret(cls, secret: SecretStr | None, others: ValidationInfo) -> SecretStr | None:
        """Without a secret anybody could pretend to be Telegram."""
        if others.data.get("webhook_url", "refused") is None:
            return secret
        if not re.fullmatch(r"[A-Za-z0-9_-]{16,256}", secret.get_secret_value() if secret else ""):
            raise ValueError("a webhook needs a secret of 16 to 256 characters out of A-Z a-z 0-9 _ -")
        return secret
