"""Forgetting by age: answers, conversations, and the prose of reports that were dealt with."""

from __future__ import annotations

from sqlalchemy import Connection, or_

from bot.desk.store.gaps import Gaps
from bot.desk.store.privacy import WORDLESS
from bot.desk.store.tables import answers, conversations, corrections, feedback

KEPT_DAYS = 7
"""Unless a setting says otherwise."""
DAY_S = 24 * 3600

def oldest_kept(now: float, kept_days: int) -> float:
    """What is older than this moment is forgotten."""
    return now - kept_days * DAY_S


def forget_old(connection: Connection, *, now: float, kept_days: int) -> dict[str, int]:
    """Drop what is too old; how many rows of each table.

    Choices stay, and so do counts of what the library lacks, open reports until they are closed, and of closed ones
    which cards they were on. That somebody was told of a change is needed only as long as the answer it was about.
    """
    Gaps(connection).forget_people(now=now)
    limit = oldest_kept(now, kept_days)
    report = feedback.c
    statements = {
        answers: answers.delete().where(answers.c.given < limit),
        conversations: conversations.delete().where(conversations.c.changed < limit),
        corrections: corrections.delete().where(corrections.c.told < limit),
        feedback: feedback.update().values(WORDLESS).where(
            report.closed < limit, or_(report.user.is_not(None), report.question != "", report.reason != "",
                                       report.reply != "")),
    }
    return {table.name: connection.execute(statement).rowcount for table, statement in statements.items()}
