"""Signatures on what a channel hands out and gets back, such as the data of a button."""

from __future__ import annotations

import base64
import hashlib
import hmac
from secrets import token_bytes

from sqlalchemy import Connection, select

from bot.desk.store.dialects import insert
from bot.desk.store.tables import secrets

_NAME = "signing"
_PSEUDONYM_DIGITS = 32
_BYTES = 6
"""Bytes of a signature, eight characters: nobody may try often, since each attempt is one press in a chat."""


class Signer:
    """Signs with a secret that is made at first use and kept in the database."""

    def __init__(self, connection: Connection) -> None:
        # Written only if missing, and read back: another process may have been first.
        kept = select(secrets.c.value).where(secrets.c.name == _NAME)
        secret = connection.execute(kept).scalar_one_or_none()
        if secret is None:
            new = insert(connection, secrets).values(name=_NAME, value=token_bytes(32))
            connection.execute(new.on_conflict_do_nothing())
            secret = connection.execute(kept).scalar_one()
        self._secret = bytes(secret)

    def sign(self, *parts: str) -> str:
        """Eight characters out of A-Z a-z 0-9 - _ that only this database can make for these parts."""
        digest = hmac.new(self._secret, _joined(*parts), hashlib.sha256).digest()
        return base64.urlsafe_b64encode(digest[:_BYTES]).decode("ascii")

    def pseudonym(self, *parts: str) -> str:
        """What stands for these parts where they themselves are not to be kept; only this database can make it."""
        return hmac.new(self._secret, _joined("pseudonym", *parts), hashlib.sha256).hexdigest()[:_PSEUDONYM_DIGITS]

    def check(self, signature: str, *parts: str) -> bool:
        """Whether the signature was made here for these parts."""
        return hmac.compare_digest(_encoded(signature), _encoded(self.sign(*parts)))


def _joined(*parts: str) -> bytes:
    """The parts as one message that no other parts make."""
    return b"".join(len(part).to_bytes(4, "big") + part for part in map(_encoded, parts))


def _encoded(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")
