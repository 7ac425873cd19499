"""The settings of the Teams channel."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Literal

from pydantic import SecretStr, field_validator

from knowledge.evidence.models import Frozen

Cloud = Literal["public", "usgov", "usgovdod", "china"]
_IDENTIFIER = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.IGNORECASE)


class TeamsSettings(Frozen):
    """Which bot of which organisation, and where it listens."""

    app: str
    """The application identifier of its registration."""
    secret: SecretStr
    tenant: str
    """The identifier of the organisation: nobody else's activities are read."""
    address: str
    """Public https address of the bot, without a slash at the end; links to files begin with it."""
    listen: str = "127.0.0.1"
    port: int = 3978
    cloud: Cloud = "public"
    """Microsoft's cloud that the organisation is in."""
    folder: Path
    """Where it is kept at which address of Teams chats are reached, for this bot alone."""

    @field_validator("app", "tenant")
    @classmethod
    def an_identifier_is_one(cls, given: str) -> str:
        """A name in its place would be refused by Microsoft, and only when the first answer is sent."""
        if not _IDENTIFIER.fullmatch(given):
            raise ValueError(f"`{given}` is no identifier; it looks like 00000000-0000-0000-0000-000000000000")
        return given.lower()

    @field_validator("address")
    @classmethod
    def teams_reaches_https_alone(cls, address: str) -> str:
        """Teams posts to no other address."""
        if not address.startswith("https://"):
            raise ValueError("Teams posts to https addresses only; give the public one, such as "
                             "https://farmasvar.example.org")
        return address.rstrip("/")
