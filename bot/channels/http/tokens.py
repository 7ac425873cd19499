"""Who may use the API: bearer tokens, each belonging to a clinic.

The first ones stand in the settings as `name:secret`; `farmasvar tokens` keeps further ones in the store. The name
says whose it is and keeps what one clinic was given apart from the others; a clinic may have two tokens at a time, so
that one can take over from the other.
"""

from __future__ import annotations

import hmac
import logging
import re
from collections.abc import Callable, Sequence
from threading import Lock

from pydantic import SecretStr

from bot.desk.store.clinics import Clinic, TokenOfClinic, digest_of
from bot.desk.store.database import StoreError
from knowledge.errors import ChannelError

__all__ = ["Clinic", "TokenBook", "read_tokens"]

_TOKEN = re.compile(r"([a-z0-9][a-z0-9-]{0,39}):([A-Za-z0-9._~+/=-]{24,200})")
_BEARER = re.compile(r"bearer +(\S+) *", re.IGNORECASE)

_log = logging.getLogger(__name__)


class TokenBook:
    """The tokens of every clinic, kept as digests only. Looked up in the event loop, refreshed from a thread."""

    def __init__(self, first: Sequence[TokenOfClinic], kept: Callable[[], Sequence[TokenOfClinic]] = tuple) -> None:
        """`first` are those of the settings; `kept` reads those of the store."""
        self._first = tuple(first)
        self._tokens = self._first
        self._kept = kept
        self._refreshing = Lock()

    def clinic(self, authorization: str) -> Clinic | None:
        """The clinic that the token of an `Authorization` header belongs to, or None.

        Every token is compared, and digests of the same length, so that the time taken tells nothing about them.
        """
        match = _BEARER.fullmatch(authorization)
        shown = digest_of(match.group(1) if match else "")
        found = None
        for token in self._tokens:
            if hmac.compare_digest(shown, token.digest):
                found = token.clinic
        return found

    def refresh(self) -> None:
        """Read those of the store anew; while it cannot be read, those known last count: an emergency must get in."""
        with self._refreshing:
            try:
                self._tokens = (*self._first, *self._kept())
            except (ChannelError, StoreError, OSError) as error:
                _log.error("tokens cannot be read, those known last count: %s", type(error).__name__)


def read_tokens(written: Sequence[SecretStr]) -> tuple[TokenOfClinic, ...]:
    """The tokens as they stand in the settings; a ValueError says what is wrong, without showing one."""
    tokens: list[TokenOfClinic] = []
    for number, token in enumerate(written, start=1):
        match = _TOKEN.fullmatch(token.get_secret_value())
        if match is None:
            raise ValueError(
                f"token {number} must be name:secret, the name of small letters, digits and hyphens, the secret of 24 "
                "or more letters and digits, such as `openssl rand -hex 24` prints"
            )
        tokens.append(TokenOfClinic(clinic=Clinic(name=match.group(1)), digest=digest_of(match.group(2))))
    if len({token.digest for token in tokens}) < len(tokens):
        raise ValueError("two tokens have the same secret; give each its own")
    return tuple(tokens)
