"""The settings of the HTTP channel, checked once when they are made."""

from __future__ import annotations

from collections.abc import Callable
from typing import Self

from pydantic import Field, SecretStr, model_validator

from bot.channels.http.tokens import read_tokens
from bot.desk.store.places import Place
from bot.desk.store.retention import KEPT_DAYS
from knowledge.evidence.models import Frozen
from retrieval.index_tables import Manifest


class HttpSettings(Frozen):
    """Where the API listens, and whom it serves."""

    listen: str = "127.0.0.1"
    port: int = Field(default=8480, ge=0, le=65535)
    """0: any port that is free."""
    tokens: tuple[SecretStr, ...] = ()
    """`name:secret`; the store may hold more."""
    tokens_read_every_s: float = Field(default=2, gt=0)
    """A token that was withdrawn from the store is refused this long after at the latest."""
    database: Place
    index: Callable[[], Manifest] | None = None
    """Reads what the search index was built from, for the health check."""
    language: str | None = None
    """Language of every answer whose request names none; None: the language of the question."""

    requests_per_minute: int = Field(default=120, ge=1)
    """For each clinic; as many may come at once."""
    kept_days: int = Field(default=KEPT_DAYS, ge=1)
    """Days after which what was kept of answers and conversations is deleted."""
    answer_threads: int = Field(default=4, ge=1)
    """Requests worked on at the same time; urgent questions have threads of their own."""
    most_waiting: int = Field(default=100, ge=1)
    """Requests that may wait for a thread; further ones are told at once to come back."""
    grace_s: float = Field(default=10, ge=0)
    """How long requests under way may still be answered after a stop signal."""

    @model_validator(mode="after")
    def tokens_are_sound(self) -> Self:
        """A server that nobody can use, or that anybody can guess into, is refused at the start."""
        read_tokens(self.tokens)
        return self
