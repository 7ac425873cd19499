"""Who is signed in to the pages: one-time links, and the sessions they begin.

A person is a name that an administrator chose and a role on the list of members (`bot.desk.store.access`). Of links and
sessions hashes are kept, so that the file lets nobody in. A session gets a new token now and then; the former one is
good for a minute more, for requests that are on their way.
"""

from __future__ import annotations

import hashlib
import secrets
from typing import Annotated

from pydantic import StringConstraints
from sqlalchemy import Connection, delete, func, insert, select, update

from bot.desk.store.access import Access
from bot.desk.store.roles import ROLES, Role
from bot.desk.store.signing import Signer
from bot.desk.store.tables import web_links, web_sessions
from bot.desk.store.taken_back import take_back
from knowledge.evidence.models import Frozen

CHANNEL = "web"
LINK_KEPT_S = 7 * 24 * 3600
SESSION_KEPT_S = 7 * 24 * 3600
RENEWED_EVERY_S = 3600.0
FORMER_KEPT_S = 60.0
TOKEN_BYTES = 32
PersonName = Annotated[str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9.-]{0,39}$")]


class Session(Frozen):
    """A person who is signed in."""

    person: PersonName
    role: Role
    token: str
    """To be shown with the next request."""
    form_key: str
    """Stands in every form that is given to this session, so that no other site can send one."""
    is_new: bool = False
    """Whether the token was changed just now, so that the browser must be told."""


class Sessions:
    """Links and sessions. Callers wrap what belongs together in a `transaction`."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def make_link(self, person: str, role: Role, *, by: str, now: float) -> str:
        """A code that signs one person in, once, within a week; whoever is on the list already gets this role."""
        code = secrets.token_urlsafe(TOKEN_BYTES)
        self._connection.execute(insert(web_links).values(
            code_hash=_hash(code), person=person, role=role, invited_by=by, expires=now + LINK_KEPT_S))
        return code

    def is_good(self, code: str, *, now: float) -> bool:
        """Whether a code still signs somebody in."""
        at = web_links.c
        return self._connection.execute(
            select(at.person).where(at.code_hash == _hash(code), at.expires > now)).one_or_none() is not None

    def sign_in(self, code: str, *, now: float) -> Session | None:
        """Use a code up and begin a session; None if it is unknown, used or too old."""
        at = web_links.c
        link = self._connection.execute(
            delete(web_links).where(at.code_hash == _hash(code), at.expires > now).returning(
                at.person, at.role, at.invited_by)).one_or_none()
        if link is None:
            return None
        take_back(self._connection, "invitation", CHANNEL, _hash(code))
        role = next(role for role in ROLES if role == link.role)
        access = Access(self._connection)
        if access.role(CHANNEL, link.person) != role:
            access.grant(CHANNEL, link.person, role, by=link.invited_by, now=now)
        return self._begun(link.person, role, began=now, now=now)

    def begin(self, person: str, *, now: float) -> Session | None:
        """Begin a session for somebody whose account vouches for them; None for whoever is not on the list."""
        role = Access(self._connection).role(CHANNEL, person)
        return None if role is None else self._begun(person, role, began=now, now=now)

    def find(self, token: str, *, now: float) -> Session | None:
        """Who shows a token, with a new token where it is time; None for one that is unknown or over."""
        at = web_sessions.c
        row = self._connection.execute(
            select(web_sessions).where(at.token_hash == _hash(token), at.ends > now)).one_or_none()
        role = None if row is None else Access(self._connection).role(CHANNEL, row.person)
        if row is None or role is None:
            return None
        if now - row.renewed < RENEWED_EVERY_S:
            return Session(person=row.person, role=role, token=token, form_key=self._form_key(row.person, row.began))
        self._connection.execute(update(web_sessions).where(at.token_hash == _hash(token)).values(
            renewed=now, ends=now + FORMER_KEPT_S))
        return self._begun(row.person, role, began=row.began, now=now)

    def end(self, token: str) -> None:
        """Sign out."""
        self._connection.execute(delete(web_sessions).where(web_sessions.c.token_hash == _hash(token)))

    def end_all(self, person: str) -> int:
        """Sign a person out everywhere, and make links to them useless; how many sessions there were."""
        self._connection.execute(delete(web_links).where(web_links.c.person == person))
        return self._connection.execute(delete(web_sessions).where(web_sessions.c.person == person)).rowcount

    def numbers(self, *, now: float) -> dict[str, int]:
        """How many sessions each person has."""
        at = web_sessions.c
        rows = self._connection.execute(
            select(at.person, func.count()).where(at.ends > now + FORMER_KEPT_S).group_by(at.person))
        return {person: number for person, number in rows}

    def has_administrator(self) -> bool:
        """Whether anybody may let others in."""
        return any(member.role == "administrator" for member in Access(self._connection).members(CHANNEL))

    def forget_old(self, *, now: float) -> None:
        """Drop what is over."""
        self._connection.execute(delete(web_links).where(web_links.c.expires <= now))
        self._connection.execute(delete(web_sessions).where(web_sessions.c.ends <= now))

    def _begun(self, person: str, role: Role, *, began: float, now: float) -> Session:
        token = secrets.token_urlsafe(TOKEN_BYTES)
        self._connection.execute(insert(web_sessions).values(
            token_hash=_hash(token), person=person, began=began, renewed=now, ends=began + SESSION_KEPT_S))
        return Session(person=person, role=role, token=token, form_key=self._form_key(person, began), is_new=True)

    def _form_key(self, person: str, began: float) -> str:
        return Signer(self._connection).sign("form", person, repr(began))


def _hash(code: str) -> str:
    """A plain hash suffices: nobody can try out 256 random bits."""
    return hashlib.sha256(code.encode("utf-8", "surrogateescape")).hexdigest()
