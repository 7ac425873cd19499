"""Signatures on what a channel hands out and gets back, such as the data of a button."""

from __future__ import annotations

import base64
import hashlib
import hmac
import secrets
import sqlite3

_NAME = "signing"
_BYTES = 6
"""Bytes of a signature, eight characters: nobody may try often, since each attempt is one press in a chat."""


class Signer:
    """Signs with a secret that is made at first use and kept in the database."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        # Written only if missing, and read back: another process may have been first.
        row = connection.execute("SELECT value FROM secrets WHERE name = ?", (_NAME,)).fetchone()
        if row is None:
            connection.execute("INSERT OR IGNORE INTO secrets (name, value) VALUES (?, ?)",
                               (_NAME, secrets.token_bytes(32)))
            row = connection.execute("SELECT value FROM secrets WHERE name = ?", (_NAME,)).fetchone()
        self._secret = bytes(row[0])

    def sign(self, *parts: str) -> str:
        """Eight characters out of A-Z a-z 0-9 - _ that only this database can make for these parts."""
        message = b"".join(len(part).to_bytes(4, "big") + part for part in map(_encoded, parts))
        digest = hmac.new(self._secret, message, hashlib.sha256).digest()
        return base64.urlsafe_b64encode(digest[:_BYTES]).decode("ascii")

    def check(self, signature: str, *parts: str) -> bool:
        """Whether the signature was made here for these parts."""
        return hmac.compare_digest(_encoded(signature), _encoded(self.sign(*parts)))


def _encoded(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")
