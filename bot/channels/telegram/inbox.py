"""The inbox: which updates have been received, and how far each has come.

An update is `waiting` until its reply is about to leave, `answering` while a reply may be on its way, then `done`;
one that cannot be read is `quarantined`. Only a waiting or answering row holds what the person wrote, redacted.
"""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection, delete, func, insert, select, update

from bot.channels.telegram.updates import INCOMING, Incoming
from bot.desk.store.tables import inbox

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

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def knows(self, update_id: int) -> bool:
        """Whether the update came before."""
        return self._connection.execute(
            select(inbox.c.update_id).where(inbox.c.update_id == update_id)).one_or_none() is not None

    def add(self, update_id: int, incoming: Incoming, *, now: float) -> None:
        """Keep an update until it is handled; its text must be redacted already."""
        self._connection.execute(insert(inbox).values(
            update_id=update_id, status="waiting", received=now, chat_id=incoming.place.chat_id,
            message_id=incoming.place.message_id, **_content(incoming)))

    def add_own(self, work: Incoming, *, now: float) -> int:
        """Keep work of the bot's own like an update; its number, below those that Telegram gives."""
        lowest = self._connection.execute(select(func.min(inbox.c.update_id))).scalar_one()
        update_id = min(0, lowest or 0) - 1
        self.add(update_id, work, now=now)
        return update_id

    def add_closed(self, update_id: int, status: str, *, now: float) -> None:
        """Remember the number of an update that needs no work."""
        self._connection.execute(insert(inbox).values(update_id=update_id, status=status, received=now))

    def waiting(self, chat_id: int, message_id: int) -> int | None:
        """The update that brought a message nobody has replied to yet; None if there is none."""
        update_id: int | None = self._connection.execute(
            select(inbox.c.update_id)
            .where(inbox.c.chat_id == chat_id, inbox.c.message_id == message_id, inbox.c.status == "waiting",
                   inbox.c.kind.in_(("question", "command", "unreadable")))
            .order_by(inbox.c.update_id.desc()).limit(1)).scalar_one_or_none()
        return update_id

    def replace(self, update_id: int, incoming: Incoming) -> None:
        """Put an edited message in place of the first one."""
        self._connection.execute(
            update(inbox).where(inbox.c.update_id == update_id).values(**_content(incoming)))

    def load(self, update_id: int) -> Incoming:
        """What the person sent, redacted."""
        return INCOMING.validate_json(self._connection.execute(
            select(inbox.c.incoming).where(inbox.c.update_id == update_id)).scalar_one())

    def mark(self, update_id: int, *, in_doubt: bool) -> None:
        """Say whether the reply may be on its way."""
        self._connection.execute(
            update(inbox).where(inbox.c.update_id == update_id, inbox.c.status != "done")
            .values(status="answering" if in_doubt else "waiting"))

    def finish(self, update_id: int) -> None:
        """Forget all but the number of the update."""
        self._connection.execute(update(inbox).where(inbox.c.update_id == update_id).values(
            status="done", chat_id=None, message_id=None, user_id=None, kind=None, incoming=None))

    def unfinished(self) -> list[Unfinished]:
        """What a former run left, in the order it came."""
        rows = self._connection.execute(
            select(inbox.c.update_id, inbox.c.chat_id, inbox.c.status)
            .where(inbox.c.status.in_(("waiting", "answering"))).order_by(inbox.c.update_id))
        return [Unfinished(update_id, chat_id, status == "answering") for update_id, chat_id, status in rows]

    def forget_old(self, *, now: float) -> None:
        """Drop the numbers of updates that cannot come again."""
        self._connection.execute(delete(inbox).where(
            inbox.c.received < now - KEPT_S, inbox.c.status.in_(("done", "quarantined"))))


def _content(incoming: Incoming) -> dict[str, str | int | None]:
    """What was sent, of which kind, and by whom."""
    return {"user_id": incoming.place.user_id, "kind": incoming.kind, "incoming": incoming.model_dump_json()}
