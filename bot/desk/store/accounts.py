"""Accounts of an OpenID Connect provider, and the people of the pages that they belong to.

Of an account a hash is kept, so that the file does not say who somebody is elsewhere.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata

from sqlalchemy import Connection, func, select

from bot.desk.store.access import Access
from bot.desk.store.dialects import put
from bot.desk.store.sessions import CHANNEL, USUAL, Lasting, Session, Sessions
from bot.desk.store.tables import web_accounts, web_links
from knowledge.evidence.models import Frozen

LONGEST_NAME = 32
BY = "provider"
_NOT_IN_NAMES = re.compile(r"[^a-z0-9]+")


class Account(Frozen):
    """Somebody as a provider knows them."""

    issuer: str
    subject: str
    """What the provider calls them, the same for ever and nobody else's."""
    name: str = ""
    """What they are called; may change, and may be somebody else's too."""

    @property
    def digest(self) -> str:
        """What is kept of it."""
        return hashlib.sha256("\0".join((self.issuer, self.subject)).encode("utf-8", "surrogateescape")).hexdigest()


class Accounts:
    """Which person an account belongs to. Callers wrap what belongs together in a `transaction`."""

    def __init__(self, connection: Connection, lasting: Lasting = USUAL) -> None:
        self._connection = connection
        self._lasting = lasting

    def person(self, account: Account) -> str | None:
        """The person an account belongs to."""
        at = web_accounts.c
        return self._connection.execute(select(at.person).where(at.digest == account.digest)).scalar_one_or_none()

    def number(self, person: str) -> int:
        """How many accounts belong to a person."""
        at = web_accounts.c
        return self._connection.execute(select(func.count()).where(at.person == person)).scalar_one()

    def bind(self, account: Account, person: str, *, now: float) -> None:
        """From now on, the account signs this person in."""
        put(self._connection, web_accounts, ("digest",), {"digest": account.digest, "person": person, "bound": now})

    def sign_in(self, account: Account, *, link: str, newcomers: bool, now: float) -> Session | None:
        """Begin a session for whoever has the account; None where they may not come in.

        A good `link` binds the account to its person first. Whoever was taken off the list stays out, newcomers
        welcome or not.
        """
        sessions = Sessions(self._connection, self._lasting)
        if link:
            session = sessions.sign_in(link, now=now)
            if session is not None:
                self.bind(account, session.person, now=now)
            return session
        person = self.person(account)
        if person is None and newcomers:
            person = self._new_name(account.name)
            Access(self._connection).grant(CHANNEL, person, "asker", by=BY, now=now)
            self.bind(account, person, now=now)
        return None if person is None else sessions.begin(person, now=now)

    def _new_name(self, name: str) -> str:
        """A name that nobody has, had, or is invited by, like the one the provider shows."""
        letters = unicodedata.normalize("NFKD", name.lower().partition("@")[0])
        plain = _NOT_IN_NAMES.sub("-", letters.encode("ascii", "ignore").decode()).strip("-")[:LONGEST_NAME] or "person"
        access, number, tried = Access(self._connection), 1, plain
        former = {change.id for change in access.history(CHANNEL)}
        while tried in former or access.member(CHANNEL, tried) or self.number(tried) or self._is_invited(tried):
            number += 1
            tried = f"{plain}-{number}"
        return tried

    def _is_invited(self, person: str) -> bool:
        invited = select(func.count()).where(web_links.c.person == person)
        return self._connection.execute(invited).scalar_one() > 0
