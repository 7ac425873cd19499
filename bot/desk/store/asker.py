"""Who asked, and where: the key of everything that is kept of a person."""

from __future__ import annotations

from pydantic import Field

from knowledge.evidence.models import Frozen


class Asker(Frozen):
    """One person in one chat of one channel."""

    channel: str
    chat: str
    thread: str = ""
    """Forum topic, where the chat has topics."""
    user: str = Field(min_length=1)
