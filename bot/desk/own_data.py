"""What is held of one person, with their place on the list of members, as it is handed out."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from bot.desk.store.access import Access
from bot.desk.store.database import Connection
from bot.desk.store.privacy import export_of

COUNTED = ("answers", "conversations", "choices", "feedback", "corrections")
"""Tables a person can make sense of, of those that forgetting empties."""


def held_on(connection: Connection, channel: str, user: str) -> dict[str, Any]:
    """Everything held on a person, with their place on the list of members and how they came to it."""
    access = Access(connection)
    member = access.member(channel, user)
    changes = [change for change in access.history(channel) if user in (change.id, change.by)]
    return {
        **export_of(connection, channel, user),
        "member": member and {**member.model_dump(), "since": _moment(member.since)},
        "access_history": [{**change.model_dump(), "when": _moment(change.when)} for change in changes],
    }


def _moment(when: float) -> str:
    return datetime.fromtimestamp(when, UTC).isoformat(timespec="seconds")
