"""Who may use a channel: a list of people and chats with a role each, one-time invitations, and who changed what when.

A person or a chat is known by the number the channel gives it, as text; no names are kept. Of an invitation only a hash
is kept, so that the file lets nobody in.
"""

from __future__ import annotations

import hashlib
import secrets
import sqlite3
import string
from typing import Literal, get_args

from knowledge.models import Frozen

Role = Literal["asker", "reviewer", "administrator"]
ROLES: tuple[Role, ...] = get_args(Role)
"""From the least to the most that one may do."""
Event = Literal["granted", "revoked", "invited", "joined"]

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

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def member(self, channel: str, id: str) -> Member | None:
        """The person or chat as listed; None for a stranger."""
        row = self._connection.execute(
            "SELECT id, role, since, granted_by FROM members WHERE channel = ? AND id = ?", (channel, id)
        ).fetchone()
        return None if row is None else _member(row)

    def role(self, channel: str, id: str) -> Role | None:
        """What the person or chat may do; None for a stranger."""
        member = self.member(channel, id)
        return None if member is None else member.role

    def members(self, channel: str) -> list[Member]:
        """Everybody on the list, in the order they came."""
        rows = self._connection.execute(
            "SELECT id, role, since, granted_by FROM members WHERE channel = ? ORDER BY since, id", (channel,)
        )
        return [_member(row) for row in rows]

    def grant(self, channel: str, id: str, role: Role, *, by: str, now: float) -> None:
        """Put somebody on the list, or give them another role."""
        self._connection.execute(
            "INSERT INTO members (channel, id, role, since, granted_by) VALUES (?, ?, ?, ?, ?) "
            "ON CONFLICT DO UPDATE SET role = excluded.role, since = excluded.since, granted_by = excluded.granted_by",
            (channel, id, role, now, by),
        )
        self._note(channel, "granted", id, role, by, now)

    def revoke(self, channel: str, id: str, *, by: str, now: float) -> bool:
        """Take somebody off the list; False if they were not on it."""
        row = self._connection.execute(
            "DELETE FROM members WHERE channel = ? AND id = ? RETURNING role", (channel, id)
        ).fetchone()
        if row is not None:
            self._note(channel, "revoked", id, row[0], by, now)
        return row is not None

    def invite(self, channel: str, role: Role, *, by: str, now: float) -> str:
        """A code that lets one person in, once, within a week."""
        code = "".join(secrets.choice(string.ascii_lowercase) for _ in range(CODE_LETTERS))
        self._connection.execute(
            "INSERT INTO invitations (code_hash, channel, role, invited_by, expires) VALUES (?, ?, ?, ?, ?)",
            (_hash(code), channel, role, by, now + INVITATION_KEPT_S),
        )
        self._note(channel, "invited", "", role, by, now)
        return code

    def invitation(self, channel: str, code: str, *, now: float) -> Role | None:
        """The role that a code gives; None if it is unknown, used or too old."""
        row = self._connection.execute(
            "SELECT role FROM invitations WHERE code_hash = ? AND channel = ? AND expires > ?",
            (_hash(code), channel, now),
        ).fetchone()
        return None if row is None else _role(row[0])

    def redeem(self, channel: str, code: str, id: str, *, now: float) -> Role | None:
        """The role of the person after using the code; None if the code is good no more.

        Whoever may do as much already keeps their role, and the code stays good for another.
        """
        role = self.invitation(channel, code, now=now)
        known = self.role(channel, id)
        if role is None or (known is not None and ROLES.index(known) >= ROLES.index(role)):
            return None if role is None else known
        [invited_by] = self._connection.execute(
            "DELETE FROM invitations WHERE code_hash = ? RETURNING invited_by", (_hash(code),)
        ).fetchone()
        self._connection.execute(
            "INSERT OR REPLACE INTO members (channel, id, role, since, granted_by) VALUES (?, ?, ?, ?, ?)",
            (channel, id, role, now, invited_by),
        )
        self._note(channel, "joined", id, role, invited_by, now)
        return role

    def move(self, channel: str, old: str, new: str) -> None:
        """Keep a chat on the list when it gets another number, as a group does that outgrows its kind."""
        self._connection.execute(
            "UPDATE OR REPLACE members SET id = ? WHERE channel = ? AND id = ?", (new, channel, old)
        )

    def history(self, channel: str) -> list[Change]:
        """Every change of the list within the year, the oldest first."""
        rows = self._connection.execute(
            "SELECT changed, event, id, role, changed_by FROM access_history WHERE channel = ? ORDER BY number",
            (channel,),
        )
        return [Change(when=when, event=event, id=id, role=role, by=by) for when, event, id, role, by in rows]

    def forget_old(self, *, now: float) -> None:
        """Drop invitations that ran out and history older than a year."""
        self._connection.execute("DELETE FROM invitations WHERE expires <= ?", (now,))
        self._connection.execute("DELETE FROM access_history WHERE changed < ?", (now - HISTORY_KEPT_S,))

    def _note(self, channel: str, event: Event, id: str, role: str, by: str, now: float) -> None:
        self._connection.execute(
            "INSERT INTO access_history (channel, changed, event, id, role, changed_by) VALUES (?, ?, ?, ?, ?, ?)",
            (channel, now, event, id, role, by),
        )


def _member(row: tuple[str, str, float, str]) -> Member:
    return Member(id=row[0], role=_role(row[1]), since=row[2], granted_by=row[3])


def _role(written: str) -> Role:
    return next(role for role in ROLES if role == written)


def _hash(code: str) -> str:
    """A plain hash suffices: nobody can try out 112 random bits."""
    return hashlib.sha256(code.encode()).hexdigest()
