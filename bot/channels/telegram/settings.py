"""The settings of the Telegram channel, checked once when they are made."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Self
from urllib.parse import urlsplit

from pydantic import Field, SecretStr, field_validator, model_validator

from bot.store.retention import KEPT_DAYS
from knowledge.models import Frozen


class TelegramSettings(Frozen):
    """How the bot reaches Telegram, and whom it serves."""

    token: SecretStr
    base_url: str = "https://api.telegram.org/bot"
    """Address of the Bot API; the token is put behind it."""
    database: Path
    """SQLite file with the inbox, the choices of each person and the state of each conversation."""
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
    webhook_secret: SecretStr | None = None
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

    @model_validator(mode="after")
    def a_webhook_is_public_and_secret(self) -> Self:
        """Telegram posts to https only, and without a secret anybody could pretend to be Telegram."""
        if self.webhook_url is None:
            return self
        if urlsplit(self.webhook_url).scheme != "https":
            raise ValueError(f"webhook_url must begin with https://, not {self.webhook_url!r}")
        secret = self.webhook_secret.get_secret_value() if self.webhook_secret else ""
        if not re.fullmatch(r"[A-Za-z0-9_-]{16,256}", secret):
            raise ValueError("webhook_secret needs 16 to 256 characters out of A-Z a-z 0-9 _ -")
        return self
