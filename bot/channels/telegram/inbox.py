"""The inbox: which updates have been received, and how far each has come.

An update is `waiting` until its reply is about to leave, `answering` while a reply may be on its way, then `done`;
one that cannot be read is `quarantined`. Only a waiting or answering row holds what the person wrote, redacted.

Where several bots work on one server, each takes what nobody has taken: the first of each chat of which nothing is
taken, emergencies before all else. What it took is marked with the number of its seat, and it answers only as long as
it finds that mark: whoever was cut off for so long that another bot took its work begins nothing more.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from sqlalchemy import (
    ColumnElement,
    Connection,
    FromClause,
    Select,
    and_,
    bindparam,
    delete,
    exists,
    func,
    insert,
    or_,
    select,
    update,
)

from bot.channels.telegram.updates import INCOMING, Incoming
from bot.desk.store.tables import INBOX_DONE, inbox

KEPT_S = 3 * 24 * 3600
"""Telegram delivers an update for 24 hours at most; after three days its number need not be remembered."""
UNFINISHED = ("waiting", "answering")
MOST_EMERGENCIES = 20
"""Of those that another bot left behind, taken at a time."""


class TakenOver(Exception):
    """Another bot has taken over what this one was to answer."""


@dataclass(frozen=True)
class Unfinished:
    """An update that is not finished; `in_doubt`: a reply to it may have been sent."""

    update_id: int
    chat_id: int
    queue: int
    """The chat in whose order it is answered."""
    in_doubt: bool


class Inbox:
    """The table of updates. Callers wrap what belongs together in a `transaction`."""

    def __init__(self, connection: Connection, holder: int | None = None) -> None:
        """`holder` is the seat of this bot among others of its database; None: it is the only one."""
        self._connection = connection
        self._holder = holder

    def knows(self, update_id: int) -> bool:
        """Whether the update came before."""
        return self._connection.execute(
            select(inbox.c.update_id).where(inbox.c.update_id == update_id)).one_or_none() is not None

    def add(self, update_id: int, incoming: Incoming, *, now: float, queue: int | None = None,
            taken: bool = False) -> None:
        """Keep an update until it is handled; its text must be redacted already.

        `queue` is the chat that its answer goes to, if not its own. `taken`: it is an emergency, which this bot answers
        at once.
        """
        chat = incoming.place.chat_id
        self._connection.execute(insert(inbox).values(
            update_id=update_id, status="waiting", received=now, chat_id=chat,
            message_id=incoming.place.message_id, queue=chat if queue is None else queue, urgent=int(taken),
            holder=self._holder if taken else None, **_content(incoming)))

    def add_own(self, work: Incoming, *, now: float, queue: int | None = None) -> int:
        """Keep work of the bot's own like an update; its number, below those that Telegram gives."""
        lowest = self._connection.execute(select(func.min(inbox.c.update_id))).scalar_one()
        update_id = min(0, lowest or 0) - 1
        self.add(update_id, work, now=now, queue=queue)
        return update_id

    def add_closed(self, update_id: int, status: str, *, now: float) -> None:
        """Remember the number of an update that needs no work."""
        self._connection.execute(insert(inbox).values(update_id=update_id, status=status, received=now))

    def waiting(self, chat_id: int, message_id: int) -> int | None:
        """The update that brought a message nobody has begun to reply to; None if there is none."""
        update_id: int | None = self._connection.execute(
            select(inbox.c.update_id)
            .where(inbox.c.chat_id == chat_id, inbox.c.message_id == message_id, inbox.c.status == "waiting",
                   inbox.c.holder.is_(None), inbox.c.kind.in_(("question", "command", "unreadable")))
            .order_by(inbox.c.update_id.desc()).limit(1)).scalar_one_or_none()
        return update_id

    def replace(self, update_id: int, incoming: Incoming, *, urgent: bool = False) -> None:
        """Put an edited message in place of the first one; `urgent`: before all that is not."""
        self._connection.execute(
            update(inbox).where(inbox.c.update_id == update_id).values(urgent=int(urgent), **_content(incoming)))

    def load(self, update_id: int) -> Incoming:
        """What the person sent, redacted."""
        return INCOMING.validate_json(self._connection.execute(
            select(inbox.c.incoming).where(inbox.c.update_id == update_id)).scalar_one())

    def mark(self, update_id: int, *, in_doubt: bool) -> None:
        """Say whether the reply may be on its way; TakenOver where it is no longer ours to give."""
        whose = () if self._holder is None else (inbox.c.holder == self._holder,)
        marked = self._connection.execute(
            update(inbox).where(inbox.c.update_id == update_id, inbox.c.status != "done", *whose)
            .values(status="answering" if in_doubt else "waiting"))
        if not marked.rowcount:
            self.confirm(update_id)

    def confirm(self, update_id: int) -> None:
        """TakenOver where another bot has taken the update since this one did."""
        if self._holder is None:
            return
        holder = self._connection.execute(
            select(inbox.c.holder).where(inbox.c.update_id == update_id)).scalar_one_or_none()
        if holder != self._holder:
            raise TakenOver

    def set_aside(self, update_id: int) -> None:
        """Forget all but the number of an update that cannot be read any more, and that it could not."""
        self._connection.execute(
            update(inbox).where(inbox.c.update_id == update_id)
            .values(holder=None, **{**INBOX_DONE, "status": "quarantined"}))

    def finish(self, update_id: int) -> None:
        """Forget all but the number of the update."""
        self._connection.execute(
            update(inbox).where(inbox.c.update_id == update_id).values(holder=None, **INBOX_DONE))

    def unfinished(self) -> list[Unfinished]:
        """What is not finished, in the order it came."""
        return self._unfinished()

    def held(self) -> list[Unfinished]:
        """What this bot has taken and not finished."""
        return self._unfinished(inbox.c.holder == self._holder)

    def is_anything_free(self, most: int) -> bool:
        """Whether `take` would find something."""
        return self._connection.execute(self._free(most).limit(1)).first() is not None

    def take(self, most: int) -> list[Unfinished]:
        """Take so many updates, emergencies alone where that is 0: of each chat of which nothing is taken the first.

        Within a transaction, so that nobody takes another of the same chat meanwhile; rows that somebody is about to
        change are passed over, not waited for.
        """
        free = self._free(most).limit(most or MOST_EMERGENCIES).with_for_update(skip_locked=True, of=inbox)
        taken = self._connection.execute(free).all()
        self._connection.execute(update(inbox).where(inbox.c.update_id.in_([row.update_id for row in taken]))
                                 .values(holder=self._holder))
        return [_unfinished(*row) for row in taken]

    @staticmethod
    def _free(most: int) -> Select[int, int | None, int | None, str]:
        """The first of each chat of which nothing is taken, emergencies before all else, or alone."""
        other = inbox.alias()
        in_its_way = exists().where(
            other.c.queue == inbox.c.queue, _open(other),
            or_(other.c.holder.is_not(None), other.c.urgent > inbox.c.urgent,
                and_(other.c.urgent == inbox.c.urgent, other.c.update_id < inbox.c.update_id)))
        free = (select(inbox.c.update_id, inbox.c.chat_id, inbox.c.queue, inbox.c.status)
                .where(inbox.c.holder.is_(None), _open(inbox), ~in_its_way)
                .order_by(inbox.c.urgent.desc(), inbox.c.update_id))
        return free if most else free.where(inbox.c.urgent > 0)

    def holders(self) -> frozenset[int]:
        """The seats of all bots that have taken something."""
        return frozenset(self._connection.execute(
            select(inbox.c.holder).distinct()
            .where(inbox.c.holder.is_not(None), _open(inbox))).scalars())

    def let_go(self, holders: Collection[int]) -> None:
        """Let others take what these bots have taken."""
        self._connection.execute(update(inbox).where(inbox.c.holder.in_(holders)).values(holder=None))

    def count(self) -> int:
        """How many updates are not finished."""
        return int(self._connection.execute(
            select(func.count()).select_from(inbox).where(_open(inbox))).scalar_one())

    def _unfinished(self, *which: ColumnElement[bool]) -> list[Unfinished]:
        rows = self._connection.execute(
            select(inbox.c.update_id, inbox.c.chat_id, inbox.c.queue, inbox.c.status)
            .where(_open(inbox), *which).order_by(inbox.c.update_id))
        return [_unfinished(*row) for row in rows]

    def forget_old(self, *, now: float) -> None:
        """Drop the numbers of updates that cannot come again."""
        self._connection.execute(delete(inbox).where(
            inbox.c.received < now - KEPT_S, inbox.c.status.in_(("done", "quarantined"))))


def _unfinished(update_id: int, chat_id: int | None, queue: int | None, status: str) -> Unfinished:
    chat = chat_id or 0
    return Unfinished(update_id, chat, chat if queue is None else queue, status == "answering")


def _open(table: FromClause) -> ColumnElement[bool]:
    """What is not finished, written out so that the index of just these rows is used."""
    return table.c.status.in_(bindparam("unfinished", UNFINISHED, expanding=True, literal_execute=True))


def _content(incoming: Incoming) -> dict[str, str | int | None]:
    """What was sent, of which kind, and by whom."""
    return {"user_id": incoming.place.user_id, "kind": incoming.kind, "incoming": incoming.model_dump_json()}
