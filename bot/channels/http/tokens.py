"""Who may use the API: bearer tokens, each belonging to a clinic.

A token is set as `name:secret`. The name says whose it is and keeps what one clinic was given apart from the others; a
clinic may have two tokens at a time, so that one can take over from the other.
"""

from __future__ import annotations

import hashlib
import hmac
import re
from collections.abc import Sequence

from pydantic import SecretStr

_TOKEN = re.compile(r"([a-z0-9][a-z0-9-]{0,39}):([A-Za-z0-9._~+/=-]{24,200})")
_BEARER = re.compile(r"bearer +(\S+) *", re.IGNORECASE)


class Tokens:
    """The tokens of every clinic, kept as digests only."""

    def __init__(self, digests: Sequence[tuple[str, bytes]]) -> None:
        self._digests = tuple(digests)

    def clinic(self, authorization: str) -> str | None:
        """The name that belongs to the token of an `Authorization` header, or None.

        Every token is compared, and digests of the same length, so that the time taken tells nothing about them.
        """
        match = _BEARER.fullmatch(authorization)
        shown = _digest(match.group(1) if match else "")
        found = None
        for name, digest in self._digests:
            if hmac.compare_digest(shown, digest):
                found = name
        return found


def read_tokens(written: Sequence[SecretStr]) -> Tokens:
    """The tokens as they stand in the settings; a ValueError says what is wrong, without showing one."""
    digests: list[tuple[str, bytes]] = []
    for number, token in enumerate(written, start=1):
        match = _TOKEN.fullmatch(token.get_secret_value())
        if match is None:
            raise ValueError(
                f"token {number} must be name:secret, the name of small letters, digits and hyphens, the secret of 24 "
                "or more letters and digits, such as `openssl rand -hex 24` prints"
            )
        digests.append((match.group(1), _digest(match.group(2))))
    if not digests:
        raise ValueError("no token is set; give each clinic one, as name:secret")
    if len({digest for _, digest in digests}) < len(digests):
        raise ValueError("two tokens have the same secret; give each its own")
    return Tokens(digests)


def _digest(secret: str) -> bytes:
    return hashlib.sha256(secret.encode("utf-8", "surrogateescape")).digest()
