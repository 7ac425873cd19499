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

    def add_own(self, work: Incoming, *, now: float) -> int:
        """Keep work of the bot's own like an update; its number, below those that Telegram gives."""
        [lowest] = self._connection.execute("SELECT min(0, coalesce(min(update_id), 0)) FROM inbox").fetchone()
        update_id = int(lowest) - 1
        self.add(update_id, work, now=now)
        return update_id

    def add_closed(self, update_id: int, status: str, *, now: float) -> None:
        """Remember the number of an update that needs no work."""
        self._connection.execute("INSERT INTO inbox (update_id, status, received) VALUES (?, ?, ?)",
                                 (update_id, status, now))

    def waiting(self, chat_id: int, message_id: int) -> int | None:
        """The update that brought a message nobody has replied to yet; None if there is none."""
        row = self._connection.execute(
            "SELECT update_id FROM inbox WHERE chat_id = ? AND message_id = ? AND status = 'waiting' "
            "AND json_extract(incoming, '$.kind') IN ('question', 'command', 'unreadable') "
            "ORDER BY update_id DESC", (chat_id, message_id)).fetchone()
        return None if row is None else int(row[0])

    def replace(self, update_id: int, incoming: Incoming) -> None:
        """Put an edited message in place of the first one."""
        self._connection.execute("UPDATE inbox SET incoming = ? WHERE update_id = ?",
                                 (incoming.model_dump_json(), update_id))

    def load(self, update_id: int) -> Incoming:
        """What the person sent, redacted."""
        row = self._connection.execute("SELECT incoming FROM inbox WHERE update_id = ?", (update_id,)).fetchone()
        return INCOMING.validate_json(row[0])

    def mark(self, update_id: int, *, in_doubt: bool) -> None:
        """Say whether the reply may be on its way."""
        self._connection.execute("UPDATE inbox SET status = ? WHERE update_id = ? AND status <> 'done'",
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
