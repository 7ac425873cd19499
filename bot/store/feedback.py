"""What readers say of answers: helpful, not helpful, or wrong, with a reason.

A report stands by itself, so that it outlives the answer. Who reported is kept to be forgotten only.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable
from typing import Literal

from bot.records import AnswerRecord
from bot.store.asker import Asker
from knowledge.models import Frozen

Kind = Literal["helpful", "not_helpful", "error"]

_COLUMNS = "id, answer_id, kind, reason, question, cards, language, received, closed"


class Report(Frozen):
    """One report; reason and question are redacted, and empty once they have been forgotten."""

    id: int
    answer_id: str
    kind: Kind
    reason: str
    question: str
    cards: dict[str, int]
    """The cards the answer cited, in these versions."""
    language: str
    received: float
    closed: float | None


class Feedback:
    """The table of reports."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def add(self, record: AnswerRecord, asker: Asker, kind: Kind, *, reason: str = "", now: float) -> Report:
        """Keep a report; the reason must be redacted already.

        A thumb takes the place of the person's former thumb on that answer, the same report given twice is one, and a
        reason joins the report that was made without one.
        Praise leaves nothing to do, so it is closed from the start.
        """
        person = (record.id, asker.channel, asker.user)
        if kind != "error":
            self._connection.execute("DELETE FROM feedback WHERE answer_id = ? AND channel = ? AND user = ? "
                                     "AND kind IN ('helpful', 'not_helpful') AND kind <> ?", (*person, kind))
        same = self._one("answer_id = ? AND channel = ? AND user = ? AND kind = ? AND reason = ?",
                         (*person, kind, reason))
        if same:
            return same
        if reason:
            explained = self._connection.execute(
                f"UPDATE feedback SET reason = ? WHERE answer_id = ? AND channel = ? AND user = ? AND kind = ? "
                f"AND reason = '' AND closed IS NULL RETURNING {_COLUMNS}", (reason, *person, kind)).fetchone()
            if explained is not None:
                return _report(explained)
        row = self._connection.execute(
            f"INSERT INTO feedback (answer_id, kind, reason, question, cards, language, received, closed, "
            f"channel, chat, thread, user) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING {_COLUMNS}",
            (record.id, kind, reason, record.question.text, json.dumps(record.cards), record.language, now,
             now if kind == "helpful" else None, *asker.key)).fetchone()
        return _report(row)

    def get(self, report_id: int) -> Report | None:
        """One report."""
        return self._one("id = ?", (report_id,))

    def open(self) -> list[Report]:
        """The reports nobody has dealt with, oldest first."""
        return _reports(self._connection.execute(f"SELECT {_COLUMNS} FROM feedback WHERE closed IS NULL ORDER BY id"))

    def all(self) -> list[Report]:
        """Every report, oldest first."""
        return _reports(self._connection.execute(f"SELECT {_COLUMNS} FROM feedback ORDER BY id"))

    def close(self, report_id: int, now: float) -> bool:
        """Mark a report as dealt with; False where there is no such open report."""
        closing = self._connection.execute("UPDATE feedback SET closed = ? WHERE id = ? AND closed IS NULL",
                                           (now, report_id))
        return closing.rowcount == 1

    def take_unseen(self, channel: str, *, now: float) -> list[Report]:
        """The open reports of every channel but this one, which shows its own at once; each is given out one time."""
        return _reports(self._connection.execute(
            f"UPDATE feedback SET passed_on = ? WHERE channel <> ? AND passed_on IS NULL AND closed IS NULL "
            f"RETURNING {_COLUMNS}", (now, channel)).fetchall())

    def _one(self, condition: str, values: tuple[object, ...]) -> Report | None:
        row = self._connection.execute(f"SELECT {_COLUMNS} FROM feedback WHERE {condition}", values).fetchone()
        return None if row is None else _report(row)


def _reports(rows: Iterable[tuple[object, ...]]) -> list[Report]:
    return [_report(row) for row in rows]


def _report(row: tuple[object, ...]) -> Report:
    fields = dict(zip(_COLUMNS.split(", "), row, strict=True))
    return Report.model_validate({**fields, "cards": json.loads(str(fields["cards"]))})
