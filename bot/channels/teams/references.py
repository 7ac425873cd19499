"""Where chats are reached, so that the bot can speak first: the address that Teams gave with the latest activity.

The file names no chat and no person: a chat stands in it as a digest. Which chats are to be told something stands with
the answers, in the database.
"""

from __future__ import annotations

import hashlib
import json
import os
from pathlib import Path

MOST = 100_000
"""Chats; those that were not heard of for longest make room."""
_DIGEST_DIGITS = 24


class References:
    """The addresses, in memory and in the file, which only its owner can read."""

    def __init__(self, folder: Path, otherwise: str) -> None:
        """`otherwise` is the address where none was given yet."""
        self.path = folder / "references.json"
        self._otherwise = otherwise
        self._addresses: dict[str, str] = {}

    def load(self) -> None:
        """Read what was kept; nothing where there is no file, or none that can be read."""
        try:
            kept = json.loads(self.path.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            kept = {}
        if isinstance(kept, dict):
            self._addresses = {str(chat): address for chat, address in kept.items() if isinstance(address, str)}

    def note(self, chat: str, address: str) -> None:
        """Keep the address that an activity of the chat came with."""
        known = _digest(chat)
        if self._addresses.get(known) == address:
            return
        self._addresses.pop(known, None)
        self._addresses[known] = address
        while len(self._addresses) > MOST:
            del self._addresses[next(iter(self._addresses))]
        self._keep()

    def forget(self, chat: str) -> None:
        """The bot was taken out of the chat."""
        if self._addresses.pop(_digest(chat), None) is not None:
            self._keep()

    def of(self, chat: str) -> str:
        """Where the chat is reached; where it is not known, as the latest other one is."""
        return self._addresses.get(_digest(chat)) or next(reversed(self._addresses.values()), self._otherwise)

    def _keep(self) -> None:
        new = self.path.with_suffix(".new")
        with os.fdopen(os.open(new, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w", encoding="utf-8") as file:
            json.dump(self._addresses, file)
        new.replace(self.path)


def _digest(chat: str) -> str:
    return hashlib.sha256(chat.encode()).hexdigest()[:_DIGEST_DIGITS]
