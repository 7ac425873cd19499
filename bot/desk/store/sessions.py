"""Who is signed in to the pages: one-time links, and the sessions they begin.

A person is a name that an administrator chose and a role on the list of members (`bot.desk.store.access`). Of links and
sessions hashes are kept, so that the file lets nobody in. A session gets a new token now and then; the former one is
good for a minute more, for requests that are on their way. It lasts while it is used now and then, but not for ever
(`Lasting`). Whoever is signed in makes links of their own, for another device or for the time after that; such a link
is short enough to be typed, is good for an hour, and gives nobody more than they may do when it is used.
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
DAY_S = 24 * 3600.0
LINK_KEPT_S = 7 * DAY_S
OWN_LINK_KEPT_S = 3600.0
OWN = "own"
"""Stands in the place of a role in a link that somebody made for themselves."""
RENEWED_EVERY_S = 3600.0
FORMER_KEPT_S = 60.0
TOKEN_BYTES = 32
OWN_LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"
"""Of links that may have to be typed: none that is easily taken for another."""
OWN_GROUPS, OWN_GROUP = 4, 4
"""Sixteen letters, 79 random bits: nobody tries those out within the hour a link is good."""
PersonName = Annotated[str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9.-]{0,39}$")]


NEARLY = 11 / 12
"""Of the longest time: with half a year, two weeks before its end."""


class Lasting(Frozen):
    """How long people stay signed in."""

    unused_s: float = 30 * DAY_S
    """A session that is not used for so long ends: longer than a holiday, so that nobody is locked out by one."""
    most_s: float = 180 * DAY_S
    """It ends after so long in any case: a computer that is given away signs nobody in for ever."""


USUAL = Lasting()


class SessionOf(Frozen):
    """A session as the person it belongs to sees it."""

    began: float
    used: float
    """When its token was last renewed, which is done every hour it is used."""
    ends: float
    """If it is not used until then, or by then in any case."""
    ends_at_most: float
    is_this: bool


class LinkOf(Frozen):
    """A link that nobody has used yet."""

    person: PersonName
    role: Role | None
    """None: one that its person made for themselves."""
    by: str
    expires: float


class Session(Frozen):
    """A person who is signed in."""

    person: PersonName
    role: Role
    token: str
    """To be shown with the next request."""
    form_key: str
    """Stands in every form that is given to this session, so that no other site can send one."""
    is_nearly_over: bool = False
    """Whether it will soon end however much it is used, so that its person makes a link in time."""
    is_new: bool = False
    """Whether the token was changed just now, so that the browser must be told."""


class Sessions:
    """Links and sessions. Callers wrap what belongs together in a `transaction`."""

    def __init__(self, connection: Connection, lasting: Lasting = USUAL) -> None:
        self._connection = connection
        self._lasting = lasting

    def make_link(self, person: str, role: Role, *, by: str, now: float) -> str:
        """A code that signs one person in, once, within a week; whoever is on the list already gets this role."""
        code = secrets.token_urlsafe(TOKEN_BYTES)
        self._keep_link(code, person, role, by, now + LINK_KEPT_S)
        return code

    def make_own_link(self, person: str, *, now: float) -> str:
        """A code by which somebody who is signed in signs in once more, within an hour; the one before it is void."""
        self._connection.execute(delete(web_links).where(web_links.c.person == person, web_links.c.role == OWN))
        code = "-".join("".join(secrets.choice(OWN_LETTERS) for _ in range(OWN_GROUP)) for _ in range(OWN_GROUPS))
        self._keep_link(code, person, OWN, person, now + OWN_LINK_KEPT_S)
        return code

    def is_good(self, code: str, *, now: float) -> bool:
        """Whether a code still signs somebody in."""
        at = web_links.c
        return self._connection.execute(
            select(at.person).where(at.code_hash == _hash(code), at.expires > now)).one_or_none() is not None

    def links(self, *, now: float) -> list[LinkOf]:
        """The links that nobody has used yet, those first that run out first."""
        at = web_links.c
        rows = self._connection.execute(select(web_links).where(at.expires > now).order_by(at.expires, at.person))
        return [LinkOf(person=row.person, role=_role(row.role), by=row.invited_by, expires=row.expires) for row in rows]

    def void_links(self, person: str) -> None:
        """Make the links to somebody useless; their sessions stay."""
        gone = self._connection.execute(
            delete(web_links).where(web_links.c.person == person).returning(web_links.c.code_hash)).scalars().all()
        for digest in gone:
            take_back(self._connection, "invitation", CHANNEL, digest)

    def sign_in(self, code: str, *, now: float) -> Session | None:
        """Use a code up and begin a session; None if it is unknown, used or too old."""
        at = web_links.c
        link = self._connection.execute(
            delete(web_links).where(at.code_hash == _hash(code), at.expires > now).returning(
                at.person, at.role, at.invited_by)).one_or_none()
        if link is None:
            return None
        take_back(self._connection, "invitation", CHANNEL, _hash(code))
        role, access = _role(link.role), Access(self._connection)
        if role is None:
            return self.begin(link.person, now=now)
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
            return Session(person=row.person, role=role, token=token, form_key=self._form_key(row.person, row.began),
                           is_nearly_over=self._is_nearly_over(row.began, now))
        self._connection.execute(update(web_sessions).where(at.token_hash == _hash(token)).values(
            renewed=now, ends=now + FORMER_KEPT_S))
        return self._begun(row.person, role, began=row.began, now=now)

    def of_person(self, person: str, token: str, *, now: float) -> list[SessionOf]:
        """Where somebody is signed in, the session that shows the token first."""
        at = web_sessions.c
        rows = self._connection.execute(select(web_sessions).where(at.person == person, at.ends > now + FORMER_KEPT_S))
        found = [SessionOf(began=row.began, used=row.renewed, ends=row.ends, is_this=row.token_hash == _hash(token),
                           ends_at_most=row.began + self._lasting.most_s) for row in rows]
        return sorted(found, key=lambda one: (not one.is_this, -one.used))

    def end_others(self, person: str, token: str) -> int:
        """Sign somebody out everywhere but where the token is shown, and void their own links; how many there were."""
        self._connection.execute(delete(web_links).where(web_links.c.person == person, web_links.c.role == OWN))
        return self._connection.execute(delete(web_sessions).where(
            web_sessions.c.person == person, web_sessions.c.token_hash != _hash(token))).rowcount

    def end(self, token: str) -> None:
        """Sign out."""
        self._connection.execute(delete(web_sessions).where(web_sessions.c.token_hash == _hash(token)))

    def end_all(self, person: str) -> int:
        """Sign a person out everywhere, and make links to them useless; how many sessions there were."""
        self.void_links(person)
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

    def _keep_link(self, code: str, person: str, role: str, by: str, expires: float) -> None:
        self._connection.execute(insert(web_links).values(
            code_hash=_hash(code), person=person, role=role, invited_by=by, expires=expires))

    def _begun(self, person: str, role: Role, *, began: float, now: float) -> Session:
        token = secrets.token_urlsafe(TOKEN_BYTES)
        ends = min(now + self._lasting.unused_s, began + self._lasting.most_s)
        self._connection.execute(insert(web_sessions).values(
            token_hash=_hash(token), person=person, began=began, renewed=now, ends=ends))
        return Session(person=person, role=role, token=token, form_key=self._form_key(person, began),
                       is_nearly_over=self._is_nearly_over(began, now), is_new=True)

    def _is_nearly_over(self, began: float, now: float) -> bool:
        return now > began + self._lasting.most_s * NEARLY

    def _form_key(self, person: str, began: float) -> str:
        return Signer(self._connection).sign("form", person, repr(began))


def _role(written: str) -> Role | None:
    """The role that a link gives; None for one that gives none."""
    return next((role for role in ROLES if role == written), None)


def _hash(code: str) -> str:
    """A plain hash suffices: nobody can try out 79 random bits within an hour, or 256 ever."""
    return hashlib.sha256(code.encode("utf-8", "surrogateescape")).hexdigest()
