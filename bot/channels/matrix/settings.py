"""The settings of the Matrix channel."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Self

from pydantic import SecretStr, field_validator, model_validator

from knowledge.evidence.models import Frozen

_USER = re.compile(r"@[^\s:]+:[^\s:]+(:\d+)?")


class MatrixSettings(Frozen):
    """Which homeserver, as whom, and where keys are kept."""

    homeserver: str
    user: str
    """Such as `@farmasvar:example.org`."""
    password: SecretStr | None = None
    token: SecretStr | None = None
    """An access token, in place of the password."""
    recovery_key: SecretStr | None = None
    """The recovery key of the account: with it the bot's device is trusted, and finds keys it has lost."""
    folder: Path
    """Where the keys of encrypted rooms and the place in the stream of events are kept, for this bot alone."""

    @field_validator("user")
    @classmethod
    def a_user_names_its_server(cls, user: str) -> str:
        """A name alone is none on another server."""
        if not _USER.fullmatch(user):
            raise ValueError(f"`{user}` is no Matrix user; give one such as @farmasvar:example.org")
        return user

    @model_validator(mode="after")
    def one_way_to_sign_in(self) -> Self:
        """A password or a token; both would leave open which of them counts."""
        if (self.password is None) == (self.token is None):
            raise ValueError("give a password or a token, one of them")
        return self
