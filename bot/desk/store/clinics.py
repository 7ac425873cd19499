"""Clinics that use the HTTP API: their tokens, what is assumed of their askers, and how much they ask.

Of a token a digest is kept, so that the file lets nobody in. What a clinic asked is counted by day, status and
language; the counts hold no words and stay.
"""

from __future__ import annotations

import hashlib
import secrets
from typing import Annotated

from pydantic import StringConstraints
from sqlalchemy import ColumnElement, Connection, delete, func, or_, select, update

from bot.desk.store.dialects import insert, put
from bot.desk.store.tables import clinic_tokens, clinics, use_counts
from bot.desk.store.taken_back import take_back
from knowledge.evidence.models import Frozen

CHANNEL = "http"
DAY_S = 24 * 3600
SECRET_BYTES = 24
ClinicName = Annotated[str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9-]{0,39}$")]


class Clinic(Frozen):
    """A clinic as the API knows it."""

    name: ClinicName
    country: str | None = None
    """Assumed where a request names none."""
    language: str | None = None
    """Answered in where a request names none; None: the language of the question."""


class TokenOfClinic(Frozen):
    """A token that opens the API for a clinic."""

    clinic: Clinic
    digest: bytes


class TokenListed(Frozen):
    """A token as its keeper sees it."""

    id: str
    """The beginning of its digest: tells it from others and opens nothing."""
    clinic: str
    added: float
    ends: float | None
    """When it opens nothing any more; None: when it is withdrawn."""


class Clinics:
    """The clinics and their tokens. Callers wrap what belongs together in a `transaction`."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def keep(self, clinic: Clinic) -> None:
        """Write down a clinic, or what is assumed of its askers from now on."""
        put(self._connection, clinics, ("name",), clinic.model_dump())

    def get(self, name: str) -> Clinic | None:
        """The clinic of a name; None where the store knows none."""
        row = self._connection.execute(select(clinics).where(clinics.c.name == name)).one_or_none()
        return None if row is None else Clinic(**row._mapping)

    def all(self) -> list[Clinic]:
        """Every clinic, by name."""
        return [Clinic(**row._mapping) for row in self._connection.execute(select(clinics).order_by(clinics.c.name))]

    def add_token(self, clinic: str, *, now: float) -> str:
        """A new secret for a clinic that is written down; it is shown this once and never again."""
        secret = secrets.token_hex(SECRET_BYTES)
        self._connection.execute(insert(self._connection, clinic_tokens).values(
            digest=digest_of(secret).hex(), clinic=clinic, added=now, ends=None))
        return secret

    def end_tokens(self, clinic: str, *, at: float, now: float) -> int:
        """Let the tokens a clinic has now open nothing from a moment on, `now` meaning at once; how many there were."""
        held = clinic_tokens.c
        if at > now:
            return self._connection.execute(update(clinic_tokens).where(
                held.clinic == clinic, or_(held.ends.is_(None), held.ends > at)).values(ends=at)).rowcount
        return self._drop(held.clinic == clinic)

    def tokens(self, *, now: float) -> list[TokenOfClinic]:
        """Every token that opens something at a moment."""
        held = clinic_tokens.c
        rows = self._connection.execute(select(held.digest, clinics).join(clinics, clinics.c.name == held.clinic).where(
            or_(held.ends.is_(None), held.ends > now)))
        return [TokenOfClinic(clinic=Clinic(name=row.name, country=row.country, language=row.language),
                              digest=bytes.fromhex(row.digest)) for row in rows]

    def listed(self, *, now: float) -> list[TokenListed]:
        """Every token that opens something, by clinic and age."""
        held = clinic_tokens.c
        rows = self._connection.execute(select(clinic_tokens).where(or_(held.ends.is_(None), held.ends > now)).order_by(
            held.clinic, held.added))
        return [TokenListed(id=row.digest[:8], clinic=row.clinic, added=row.added, ends=row.ends) for row in rows]

    def count(self, clinic: str, status: str, *, language: str = "", now: float) -> None:
        """Count an answer of a clinic, or of a channel whose people belong to none."""
        new = insert(self._connection, use_counts)
        self._connection.execute(new.on_conflict_do_update(
            index_elements=("clinic", "day", "status", "language"), set_={"times": use_counts.c.times + 1},
        ), {"clinic": clinic, "day": int(now // DAY_S), "status": status, "language": language, "times": 1})

    def counts(self, *, since: float) -> dict[str, dict[str, int]]:
        """How many answers each clinic got since the day of a moment, by status."""
        return self._counted(use_counts.c.status, since)

    def languages(self, *, since: float) -> dict[str, dict[str, int]]:
        """How many answers each clinic got since the day of a moment, by language; `""` before that was counted."""
        return self._counted(use_counts.c.language, since)

    def last_days(self) -> dict[str, int]:
        """The day of the last answer of each clinic that ever got one, in days since 1970."""
        at = use_counts.c
        return {clinic: int(day) for clinic, day in self._connection.execute(
            select(at.clinic, func.max(at.day)).group_by(at.clinic))}

    def _counted(self, by: ColumnElement[str], since: float) -> dict[str, dict[str, int]]:
        at = use_counts.c
        rows = self._connection.execute(select(at.clinic, by, func.sum(at.times)).where(
            at.day >= int(since // DAY_S)).group_by(at.clinic, by).order_by(at.clinic, by))
        found: dict[str, dict[str, int]] = {}
        for clinic, value, times in rows:
            found.setdefault(clinic, {})[value] = int(times)
        return found

    def forget_old(self, *, now: float) -> None:
        """Drop tokens whose time has ended."""
        self._drop(clinic_tokens.c.ends <= now)

    def _drop(self, which: ColumnElement[bool]) -> int:
        gone = self._connection.execute(delete(clinic_tokens).where(which).returning(clinic_tokens.c.digest)).scalars()
        digests = gone.all()
        for digest in digests:
            take_back(self._connection, "token", CHANNEL, digest)
        return len(digests)


def digest_of(secret: str) -> bytes:
    """What is kept of a secret: a plain hash suffices, nobody can try out 192 random bits."""
    return hashlib.sha256(secret.encode("utf-8", "surrogateescape")).digest()
