"""Who may use a channel: a list of people and chats with a role each, one-time invitations, and who changed what when.

A person or a chat is known by the number the channel gives it, as text; no names are kept. Of an invitation only a hash
is kept, so that the file lets nobody in.
"""

from __future__ import annotations

import hashlib
import secrets
import string
from typing import Any, Literal

from sqlalchemy import Connection, Row, delete, insert, select

from bot.desk.store.dialects import put
from bot.desk.store.roles import ROLES, Role
from bot.desk.store.tables import access_history, invitations, members
from bot.desk.store.taken_back import take_back
from knowledge.evidence.models import Frozen

Event = Literal["granted", "revoked", "invited", "joined"]

__all__ = ["ROLES", "Access", "Change", "Event", "Member", "Role"]

INVITATION_KEPT_S = 7 * 24 * 3600
HISTORY_KEPT_S = 365 * 24 * 3600
CODE_LETTERS = 24
"""Small letters of an invitation; 112 random bits that no filter takes for anybody's number."""


class Member(Frozen):
    """A person or a chat on the list."""

    id: str
    role: Role
    since: float
    granted_by: str
    """Number of the administrator, or the words of a caller that is no person, such as "command line"."""


class Change(Frozen):
    """One entry of the history of the list."""

    when: float
    event: Event
    id: str
    """Whom it concerns; empty for an invitation, which nobody has taken yet."""
    role: Role
    by: str


class Access:
    """The list of members. Callers wrap what belongs together in a `transaction`."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def member(self, channel: str, id: str) -> Member | None:
        """The person or chat as listed; None for a stranger."""
        row = self._connection.execute(
            select(members).where(members.c.channel == channel, members.c.id == id)).one_or_none()
        return None if row is None else _member(row)

    def role(self, channel: str, id: str) -> Role | None:
        """What the person or chat may do; None for a stranger."""
        member = self.member(channel, id)
        return None if member is None else member.role

    def members(self, channel: str) -> list[Member]:
        """Everybody on the list, in the order they came."""
        listed = select(members).where(members.c.channel == channel).order_by(members.c.since, members.c.id)
        return [_member(row) for row in self._connection.execute(listed)]

    def grant(self, channel: str, id: str, role: Role, *, by: str, now: float) -> None:
        """Put somebody on the list, or give them another role."""
        self._list(channel, id, role, by, now)
        self._note(channel, "granted", id, role, by, now)

    def revoke(self, channel: str, id: str, *, by: str, now: float) -> bool:
        """Take somebody off the list; False if they were not on it."""
        role = self._connection.execute(
            delete(members).where(members.c.channel == channel, members.c.id == id).returning(members.c.role)
        ).scalar_one_or_none()
        if role is not None:
            take_back(self._connection, "member", channel, id)
            self._note(channel, "revoked", id, role, by, now)
        return role is not None

    def invite(self, channel: str, role: Role, *, by: str, now: float) -> str:
        """A code that lets one person in, once, within a week."""
        code = "".join(secrets.choice(string.ascii_lowercase) for _ in range(CODE_LETTERS))
        self._connection.execute(insert(invitations).values(
            code_hash=_hash(code), channel=channel, role=role, invited_by=by, expires=now + INVITATION_KEPT_S))
        self._note(channel, "invited", "", role, by, now)
        return code

    def invitation(self, channel: str, code: str, *, now: float) -> Role | None:
        """The role that a code gives; None if it is unknown, used or too old."""
        role = self._connection.execute(select(invitations.c.role).where(
            invitations.c.code_hash == _hash(code), invitations.c.channel == channel, invitations.c.expires > now
        )).scalar_one_or_none()
        return None if role is None else _role(role)

    def redeem(self, channel: str, code: str, id: str, *, now: float) -> Role | None:
        """The role of the person after using the code; None if the code is good no more.

        Whoever may do as much already keeps their role, and the code stays good for another.
        """
        role = self.invitation(channel, code, now=now)
        known = self.role(channel, id)
        if role is None or (known is not None and ROLES.index(known) >= ROLES.index(role)):
            return None if role is None else known
        invited_by = self._connection.execute(
            delete(invitations).where(invitations.c.code_hash == _hash(code)).returning(invitations.c.invited_by)
        ).scalar_one()
        take_back(self._connection, "invitation", channel, _hash(code))
        self._list(channel, id, role, invited_by, now)
        self._note(channel, "joined", id, role, invited_by, now)
        return role

    def move(self, channel: str, old: str, new: str) -> None:
        """Keep a chat on the list when it gets another number, as a group does that outgrows its kind."""
        member = self.member(channel, old)
        if member is None:
            return
        for number in (old, new):
            self._connection.execute(delete(members).where(members.c.channel == channel, members.c.id == number))
        self._list(channel, new, member.role, member.granted_by, member.since)

    def history(self, channel: str) -> list[Change]:
        """Every change of the list within the year, the oldest first."""
        rows = self._connection.execute(
            select(access_history).where(access_history.c.channel == channel).order_by(access_history.c.number))
        return [Change(when=row.changed, event=row.event, id=row.id, role=row.role, by=row.changed_by) for row in rows]

    def forget_old(self, *, now: float) -> None:
        """Drop invitations that ran out and history older than a year."""
        self._connection.execute(delete(invitations).where(invitations.c.expires <= now))
        self._connection.execute(delete(access_history).where(access_history.c.changed < now - HISTORY_KEPT_S))

    def _list(self, channel: str, id: str, role: Role, by: str, since: float) -> None:
        put(self._connection, members, ("channel", "id"), {
            "channel": channel, "id": id, "role": role, "since": since, "granted_by": by})

    def _note(self, channel: str, event: Event, id: str, role: str, by: str, now: float) -> None:
        self._connection.execute(insert(access_history).values(
            channel=channel, changed=now, event=event, id=id, role=role, changed_by=by))


def _member(row: Row[*tuple[Any, ...]]) -> Member:
    return Member(id=row.id, role=_role(row.role), since=row.since, granted_by=row.granted_by)


def _role(written: str) -> Role:
    return next(role for role in ROLES if role == written)


def _hash(code: str) -> str:
    """A plain hash suffices: nobody can try out 112 random bits."""
    return hashlib.sha256(code.encode()).hexdigest()
