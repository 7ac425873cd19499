"""Forgetting by age: answers, conversations, and the prose of reports that were dealt with."""

from __future__ import annotations

import sqlite3

KEPT_DAYS = 7
"""Unless a setting says otherwise."""
DAY_S = 24 * 3600

_FORGET = {
    "answers": "DELETE FROM answers WHERE given < ?",
    "conversations": "DELETE FROM conversations WHERE changed < ?",
    "corrections": "DELETE FROM corrections WHERE told < ?",
    "feedback": "UPDATE feedback SET reason = '', question = '', channel = NULL, chat = NULL, thread = NULL, "
                "user = NULL WHERE closed < ? AND (user IS NOT NULL OR question <> '' OR reason <> '')",
}


def oldest_kept(now: float, kept_days: int) -> float:
    """What is older than this moment is forgotten."""
    return now - kept_days * DAY_S


def forget_old(connection: sqlite3.Connection, *, now: float, kept_days: int) -> dict[str, int]:
    """Drop what is too old; how many rows of each table.

    Choices stay, and so do counts of what the library lacks, open reports until they are closed, and of closed ones
    which cards they were on. That somebody was told of a change is needed only as long as the answer it was about.
    """
    limit = oldest_kept(now, kept_days)
    return {table: connection.execute(statement, (limit,)).rowcount for table, statement in _FORGET.items()}
