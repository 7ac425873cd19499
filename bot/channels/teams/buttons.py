"""What lies behind the button of a choice: its number, signed for the chat, so that only our own buttons choose."""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Mapping
from typing import Any

NAME = "farmasvar"
"""Under which the code stands in what a button hands back."""
_SIGNATURE_DIGITS = 16


class Buttons:
    """Makes and reads the codes; a new secret of the bot ends the old ones, and a typed number still chooses."""

    def __init__(self, secret: str) -> None:
        self._key = hashlib.sha256(b"buttons of farmasvar\0" + secret.encode()).digest()

    def data(self, chat: str, number: int) -> dict[str, Any]:
        """What the button of a choice hands back."""
        return {NAME: {"number": number, "signature": self._sign(chat, number)}}

    def number(self, chat: str, value: Any) -> int | None:
        """The number of the choice whose button was pressed; None for what the bot did not put into this chat."""
        code = value.get(NAME) if isinstance(value, Mapping) else None
        if not isinstance(code, Mapping):
            return None
        number, signature = code.get("number"), code.get("signature")
        if not isinstance(number, int) or not isinstance(signature, str):
            return None
        right = hmac.compare_digest(signature.encode("utf-8", "replace"), self._sign(chat, number).encode())
        return number if right else None

    def _sign(self, chat: str, number: int) -> str:
        return hmac.new(self._key, f"{number}\0{chat}".encode(), hashlib.sha256).hexdigest()[:_SIGNATURE_DIGITS]
