"""The inbox: which updates have been received, and how far each has come.

An update is `waiting` until its reply is about to leave, `answering` while a reply may be on its way, then `done`;
one that cannot be read is `quarantined`. Only a waiting or answering row holds what the person wrote, redacted.
"""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass

from bot.channels.telegram.updates import INCOMING, Incoming

KEPT_S = 3 * 24 * 3600
"""Telegram delivers an update for 24 hours at most; after three days its number need not be remembered."""


@dataclass(frozen=True)
class Unfinished:
    """An update a former run did not finish; `in_doubt`: its reply may have been sent."""

    update_id: int
    chat_id: int
    in_doubt: bool


class Inbox:
    """The table of updates. Callers wrap what belongs together in a `transaction`."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def knows(self, update_id: int) -> bool:
        """Whether the update came before."""
        return bool(self._connection.execute("SELECT 1 FROM inbox WHERE update_id = ?", (update_id,)).fetchone())

    def add(self, update_id: int, incoming: Incoming, *, now: float) -> None:
        """Keep an update until it is handled; its text must be redacted already."""
        self._connection.execute(
            "INSERT INTO inbox (update_id, status, received, chat_id, message_id, incoming) "
            "VALUES (?, 'waiting', ?, ?, ?, ?)",
            (update_id, now, incoming.place.chat_id, incoming.place.message_id, incoming.model_dump_json()))

    def add_closed(self, update_id: int, status: str, *, now: float) -> None:
        """Remember the number of an update that needs no work."""
        self._connection.execute("INSERT INTO inbox (update_id, status, received) VALUES (?, ?, ?)",
                                 (update_id, status, now))

    def replace_waiting(self, incoming: Incoming) -> int | None:
        """Put the edited message in place of the first one; the update it changed, None if that waits no more."""
        row = self._connection.execute(
            "UPDATE inbox SET incoming = ? WHERE chat_id = ? AND message_id = ? AND status = 'waiting' "
            "AND json_extract(incoming, '$.kind') <> 'press' RETURNING update_id",
            (incoming.model_dump_json(), incoming.place.chat_id, incoming.place.message_id)).fetchone()
        return None if row is None else int(row[0])

    def load(self, update_id: int) -> Incoming:
        """What the person sent, redacted."""
        row = self._connection.execute("SELECT incoming FROM inbox WHERE update_id = ?", (update_id,)).fetchone()
        return INCOMING.validate_json(row[0])

    def mark(self, update_id: int, *, in_doubt: bool) -> None:
        """Say whether the reply may be on its way."""
        self._connection.execute("UPDATE inbox SET status = ? WHERE update_id = ?",
                                 ("answering" if in_doubt else "waiting", update_id))

    def finish(self, update_id: int) -> None:
        """Forget all but the number of the update."""
        self._connection.execute("UPDATE inbox SET status = 'done', chat_id = NULL, message_id = NULL, incoming = NULL "
                                 "WHERE update_id = ?", (update_id,))

    def unfinished(self) -> list[Unfinished]:
        """What a former run left, in the order it came."""
        rows = self._connection.execute("SELECT update_id, chat_id, status FROM inbox "
                                        "WHERE status IN ('waiting', 'answering') ORDER BY update_id")
        return [Unfinished(update_id, chat_id, status == "answering") for update_id, chat_id, status in rows]

    def forget_old(self, *, now: float) -> None:
        """Drop the numbers of updates that cannot come again."""
        self._connection.execute("DELETE FROM inbox WHERE received < ? AND status IN ('done', 'quarantined')",
                                 (now - KEPT_S,))
